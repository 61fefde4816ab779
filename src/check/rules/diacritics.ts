/** Words that have lost their accents. */

import type { Use } from '../facts/words.ts';
import { PROSE } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { matches } from '../subject.ts';

/** Forms that British English has taken in without their accents. */
const TAKEN_IN: ReadonlySet<string> = new Set([
  'regime',
  'role',
  'facade',
  'naive',
  'detente',
  'premiere',
  'debut',
  'cafe',
]);

export const diacritics: Rule = {
  id: 'diacritics',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'A word that has lost its accents.',
  good: 'The applicant sends a résumé to the protégé.',
  bad: 'The protege applies.',
  check: (subject, tell) => {
    const firsts = new Map<string, Use>();
    for (const [at, match] of matches(subject, /(?<![\p{L}\p{N}])\p{Ll}{4,}(?![\p{L}\p{N}])/gu)) {
      if (!firsts.has(match[0])) firsts.set(match[0], { at, start: match.index, end: match.index + match[0].length });
    }
    for (const { actual, expected } of PROSE.diacritics([...firsts.keys()].join(', '))) {
      const use = firsts.get(actual);
      if (use === undefined || expected === undefined || TAKEN_IN.has(actual)) continue;
      tell({ reason: 'a word has lost its accents', ...use, actual, expected });
    }
  },
};
