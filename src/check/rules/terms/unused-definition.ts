/** Terms that are defined and never used. */
import { definedTerms } from '../../facts/terms.ts';
import { singular } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { once, type Subject } from '../../subject.ts';

/** The whole text with word forms evened out, for finding a term in any number. */
const evenText = once(
  (subject: Subject): string => ` ${subject.passages.map((passage) => even(passage.text)).join(' \n ')} `,
);

function even(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => singular(word).toLowerCase()).join(' ');
}

export const unusedDefinition: Rule = {
  id: 'unused-definition',
  group: 'terms',
  severity: 'warning',
  english: true,
  says: 'A term that is defined and never used.',
  why: 'A definition without a use is left from an earlier draft, or the term is spelt otherwise where it is used.',
  good: '**Party** means a person who has signed.\n\nEach Party shall act.',
  bad: '**Party** means a person who has signed.\n\nEach person shall act.',
  check: (subject, report) => {
    const terms = definedTerms(subject).filter(({ by }) => by !== 'brackets');
    const used = new Set(terms.filter(({ term }) => isUsed(term, subject)).map(({ node }) => node));
    for (const { term, node, use } of terms) {
      // Where one definition gives two names, either of them is enough.
      if (used.has(node)) continue;
      if (subject.settings.terms.includes(term)) continue;
      report({ reason: `"${term}" is defined, but never used`, ...use, actual: term });
    }
  },
};

/** Whether a term stands a second time, beside the place where it is defined. */
function isUsed(term: string, subject: Subject): boolean {
  const wanted = ` ${even(term)} `;
  const text = evenText(subject);
  const first = text.indexOf(wanted);
  return wanted.trim() === '' || text.indexOf(wanted, first + wanted.length - 1) >= 0;
}
