/** Phrases that have lost the small word which they never go without: `in accordance Clause 11`. */
import { isQuoted } from '../../facts/quotations.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const NEXT =
  '(?=(?:the|this|that|these|those|its|their|any|each|such|Clauses?|Sections?|Schedules?|Paragraphs?|Articles?|Annex|Regulations?|Parts?)\\b)';

/** Phrases that want a word, and the word. */
const PHRASES: readonly (readonly [string, string])[] = [
  ['in accordance', 'with'],
  ['in compliance', 'with'],
  ['in conformity', 'with'],
  ['in connection', 'with'],
  ['in conjunction', 'with'],
  ['in respect', 'of'],
  ['in relation', 'to'],
  ['in addition', 'to'],
  ['by virtue', 'of'],
  ['by reason', 'of'],
  ['by means', 'of'],
  ['on behalf', 'of'],
  ['in breach', 'of'],
  ['in lieu', 'of'],
  ['in excess', 'of'],
  ['for the purposes?', 'of'],
  ['without prejudice', 'to'],
  ['pursuant', 'to'],
  ['is subject', 'to'],
  ['are subject', 'to'],
  ['be subject', 'to'],
  ['with respect', 'to'],
  ['with effect', 'from'],
  ['(?:shall|must|will|to) comply', 'with'],
  ['as a result', 'of'],
  ['in place', 'of'],
  ['(?:is|are|be) entitled', 'to'],
  ['according', 'to'],
];

/** One expression for all: the text is gone through once. */
const LOST = new RegExp(`\\b(?:${PHRASES.map(([phrase]) => `(${phrase})`).join('|')})\\s+${NEXT}`, 'giu');

/** `in addition, the …` has its comma; `in addition the parties` is a sentence of its own. */
const LOOSE = /^(?:In addition|As a result|In place|in addition|as a result|in place)\b/;

export const missingWord: Rule = {
  id: 'missing-word',
  group: 'text',
  severity: 'warning',
  english: true,
  says: 'A phrase that has lost its preposition, such as "in accordance Clause 11".',
  why: 'The phrase never stands without the word: it was lost in an edit.',
  good: 'It is done in accordance with Clause 11.',
  bad: 'It is done in accordance Clause 11.',
  check: (subject, report) => {
    for (const [at, match] of matches(subject, LOST)) {
      const [, word = ''] = PHRASES[match.slice(1).findIndex((group) => group !== undefined)] ?? [];
      const actual = match[0].trimEnd();
      const end = match.index + actual.length;
      if (isQuoted(subject, at, match.index, end)) continue;
      const severity = LOOSE.test(actual) ? 'note' : 'warning';
      report({
        reason: `"${word}" is missing after "${actual}"`,
        at,
        start: match.index,
        end,
        actual,
        expected: `${actual} ${word}`,
        severity,
      });
    }
  },
};
