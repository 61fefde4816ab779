/** Provisions that cite themselves wrongly: "this Clause 6" in Clause 5, and Clause 2.1 "subject to Clause 2.1". */

import { areTyped } from '../../facts/numbering.ts';
import { GENERIC, numbersAround, provisionsNamed } from '../../facts/provisions.ts';
import { isAmending, isQuoted } from '../../facts/quotations.ts';
import { typedReferences } from '../../facts/references.ts';
import type { Rule } from '../../rule.ts';

/** What a provision cannot be to itself. */
const EXCEPTED =
  /\b(?:subject to|notwithstanding|without prejudice to|save as (?:provided|set out) in|except (?:as|where) (?:provided|set out|permitted|allowed)? ?(?:in|by|under)?)\s*$/i;

export const ownNumber: Rule = {
  id: 'own-number',
  group: 'references',
  severity: 'warning',
  english: true,
  says: 'A provision that says "this Clause 6" and is another one, or that is made subject to itself.',
  why: 'A number that was right before provisions were moved or renumbered is often left behind where a provision speaks of itself.',
  good: '# 1 Term\n\n1.1 This Clause 1 survives. It is subject to Clause 1.2.\n\n1.2 None.',
  bad: '# 1 Term\n\n1.1 This Clause 2 survives.\n\n# 2 Law\n\nNone.',
  check: (subject, report) => {
    for (const { at, start, end, word, number, qualified } of typedReferences(subject)) {
      if (!GENERIC.has(word) || isQuoted(subject, at, start, end) || isAmending(at)) continue;
      const around = numbersAround(at);
      const own = around.at(-1);
      if (own === undefined || qualified === 'another document') continue;
      const before = at.text.slice(Math.max(0, start - 60), start);
      const actual = at.text.slice(start, end);
      const plain = number.replace(/\(.*$/, '');
      if (/\bthis\s+$/i.test(before)) {
        if (
          around.some((label) => label === plain || label.startsWith(`${plain}.`)) ||
          !isNumbered(own) ||
          !isNumbered(plain)
        )
          continue;
        // A provision of another kind, such as a paragraph below a section, has numbers of its own.
        const typed = subject.guessed !== true && (at.node.place?.part === undefined || areTyped(subject, at));
        const severity = typed && provisionsNamed(subject, word)?.has(plain) === true ? 'warning' : 'note';
        report({
          reason: `"this ${actual}" stands in ${at.cite}`,
          at,
          start,
          end,
          actual: `this ${actual}`,
          expected: at.cite,
          severity,
        });
      } else if (EXCEPTED.test(before) && number === own && !number.includes('(') && at.cite.endsWith(number)) {
        report({ reason: `${at.cite} is made subject to itself`, at, start, end, actual });
      }
    }
  },
};

function isNumbered(label: string): boolean {
  return /^\d/.test(label);
}
