/** American spelling in a British text, or British spelling in an American one. */
import { AMERICAN_WORDS } from '../../data/american-words.ts';
import { englishOf } from '../../facts/language.ts';
import { isQuoted } from '../../facts/quotations.ts';
import { vocabulary } from '../../facts/vocabulary.ts';
import type { Rule } from '../../rule.ts';

const BRITISH_WORDS: ReadonlyMap<string, string> = new Map(
  [...AMERICAN_WORDS].map(([american, british]) => [british, american]),
);

export const americanSpelling: Rule = {
  id: 'american-spelling',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'An American spelling in a British text, or a British one in an American text.',
  why: 'The text keeps to one spelling elsewhere. Which one is told by the language of the document and by its own words; set `language` in the front matter, or the proofing language in Word.',
  good: 'The labour costs are part of the programme.',
  bad: 'The labor costs are part of the programme.',
  check: (subject, report) => {
    const english = englishOf(subject);
    if (english === 'any') return;
    const words = english === 'british' ? AMERICAN_WORDS : BRITISH_WORDS;
    const own = new Set(subject.settings.terms.map((term) => term.toLowerCase()));
    for (const [word, { first, count }] of vocabulary(subject)) {
      const expected = words.get(word);
      if (expected === undefined || own.has(word) || isQuoted(subject, first.at, first.start, first.end)) continue;
      // A program of a computer is one in Britain too.
      if (
        /^programs?$/.test(word) &&
        subject.passages.some(({ text }) => /\b(?:software|computer|source code)\b/i.test(text))
      )
        continue;
      const times = count === 1 ? '' : ` (${count} times)`;
      const reason = `"${word}" is ${english === 'british' ? 'American' : 'British'} spelling${times}`;
      report({ reason, ...first, actual: word, expected });
    }
  },
};
