/** Words that together qualify a noun and want a hyphen: `a two part test`, `end to end tests`. */
import { useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

/** No noun: what stands before one of these is no qualifier. */
const NO_NOUN =
  '(?!(?:of|and|or|in|to|for|on|at|by|with|from|is|are|was|were|be|will|shall|may|must|can|has|have|had|that|which|who|as|if|but|the|a|an|before|after|following|under|within|until|than|not|it|this|where|when|only|prior|per|through|until|via|over|about|between|during)\\b)';
const NUMBER = '(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,3}(?<!\\b1))';
const UNIT = '(?:part|day|week|month|year|hour|minute|stage|step|phase|page|point|tier|way|party)';

const COMPOUNDS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d.–-])(?<!(?:Clauses?|Sections?|Schedules?|Parts?|Paragraphs?|Table|Figure|Annex|Article|Appendix|[Pp]age|and|or|to) )${NUMBER} (?:working |business |calendar )?${UNIT} ${NO_NOUN}\\p{Ll}{3,}`,
    'gu',
  ),
  new RegExp(`\\b(?:end to end|day to day|face to face|case by case|up to date) ${NO_NOUN}\\p{L}{3,}`, 'gu'),
  new RegExp(
    `(?<=\\b(?:the|a|an|any|each) (?:\\p{Ll}+ )?)\\p{Lu}[\\p{L}]+ (?:led|based|specific) ${NO_NOUN}\\p{L}{3,}`,
    'gu',
  ),
];

export const compoundHyphen: Rule = {
  id: 'compound-hyphen',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'Words that qualify a noun together without the hyphen that joins them, such as "two part test".',
  why: 'The hyphen shows which words belong together.',
  good: 'It is a two-part test. It has two parts.',
  bad: 'It is a two part test.',
  check: (subject, report) => {
    for (const compound of COMPOUNDS) {
      for (const [at, match] of matches(subject, compound)) {
        const words = match[0].split(' ');
        const expected = `${words.slice(0, -1).join('-')} ${words.at(-1)}`;
        const reason = 'words that qualify a noun together are not joined by a hyphen';
        report({ reason, ...useOf(at, match), actual: match[0], expected });
      }
    }
  },
};
