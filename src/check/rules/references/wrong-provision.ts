/** A reference to a provision that speaks of something else, while another is headed by the very word: `terminated under Clause 7`. */

import { plainText } from '../../../model/walk.ts';
import { provisionsNamed } from '../../facts/provisions.ts';
import { isAmending, isQuoted } from '../../facts/quotations.ts';
import { typedReferences } from '../../facts/references.ts';
import type { Rule } from '../../rule.ts';

/** What leads from what is done to the provision that allows it. */
const UNDER =
  /\b(\p{Ll}{6,})(?:\s+\p{Ll}+){0,3}\s+(?:under|in accordance with|pursuant to|as (?:set out|described|provided|required) (?:in|by))\s+$/u;

/** So many letters of a word say what it is about. */
const STEM = 6;

export const wrongProvision: Rule = {
  id: 'wrong-provision',
  group: 'references',
  severity: 'note',
  english: true,
  says: 'A reference to a provision that does not speak of what the sentence says, where another is headed by that word.',
  why: 'A reference may exist and still be the wrong one. This is a guess from the headings, and so a note.',
  good: '# 1 Term\n\nIt may be terminated under Clause 3.\n\n# 2 Fees\n\nNone.\n\n# 3 Termination\n\nA party may end it.',
  bad: '# 1 Term\n\nIt may be terminated under Clause 2.\n\n# 2 Fees\n\nNone.\n\n# 3 Termination\n\nA party may end it.',
  check: (subject, report) => {
    for (const { at, start, end, word, number, qualified } of typedReferences(subject)) {
      const said = UNDER.exec(at.text.slice(Math.max(0, start - 90), start))?.[1];
      if (
        said === undefined ||
        qualified !== undefined ||
        number.includes('(') ||
        isQuoted(subject, at, start, end) ||
        isAmending(at)
      )
        continue;
      const known = provisionsNamed(subject, word);
      const [cited] = known?.get(number) ?? [];
      const stem = said.slice(0, STEM).toLowerCase();
      if (
        cited === undefined ||
        plainText(cited.node as never)
          .toLowerCase()
          .includes(stem)
      )
        continue;
      const headed = [...(known ?? [])].filter(([, list]) => list.some(({ heading = '' }) => headedBy(heading, stem)));
      if (headed.length !== 1) continue;
      const expected = `${word} ${headed[0]?.[0]}`;
      report({
        reason: `${word} ${number} says nothing of "${said}", and ${expected} is headed by it`,
        at,
        start,
        end,
        actual: at.text.slice(start, end),
        expected,
      });
    }
  },
};

function headedBy(heading: string, stem: string): boolean {
  return heading
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.startsWith(stem));
}
