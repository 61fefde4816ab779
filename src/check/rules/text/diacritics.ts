/** Words that have lost their accents. */

import { vocabulary } from '../../facts/vocabulary.ts';
import { PROSE } from '../../prose.ts';
import type { Rule } from '../../rule.ts';

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
  why: 'The word is spelt with an accent.',
  good: 'The applicant sends a résumé to the protégé.',
  bad: 'The protege applies.',
  check: (subject, report) => {
    const words = vocabulary(subject);
    for (const { actual, expected } of PROSE.diacritics([...words.keys()].join(', '))) {
      const use = words.get(actual)?.first;
      if (use === undefined || expected === undefined || TAKEN_IN.has(actual)) continue;
      report({ reason: 'a word has lost its accents', ...use, actual, expected });
    }
  },
};
