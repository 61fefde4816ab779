/** A word that is spelt right and is the wrong one, where the words around it give it away: `duly` as `dully authorised`. */
import { SLIPS } from '../../data/slips.ts';
import { isQuoted } from '../../facts/quotations.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

export const realWordSlip: Rule = {
  id: 'real-word-slip',
  group: 'text',
  severity: 'warning',
  english: true,
  says: 'A word that the dictionary knows and that stands for another one, such as "dully authorised".',
  why: 'No spelling checker sees such a slip. The words around it are known to go with another word.',
  good: 'It is signed by a person who is duly authorised.',
  bad: 'It is signed by a person who is dully authorised.',
  check: (subject, report) => {
    for (const { find, expected, note } of SLIPS) {
      for (const [at, match] of matches(subject, find)) {
        const actual = match[0].trimEnd();
        const end = match.index + actual.length;
        if (isQuoted(subject, at, match.index, end)) continue;
        const found = {
          reason: `"${actual}" is a slip for "${expected}" here`,
          at,
          start: match.index,
          end,
          actual,
          expected,
        };
        report(note === true ? { ...found, severity: 'note' } : found);
      }
    }
  },
};
