/** Terms that are defined and never used. */
import { definedTerms } from '../facts/terms.ts';
import { singular } from '../facts/words.ts';
import type { Rule } from '../rule.ts';
import { once, type Subject } from '../subject.ts';

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
  good: '**Party** means a person who has signed.\n\nEach Party shall act.',
  bad: '**Party** means a person who has signed.\n\nEach person shall act.',
  check: (subject, tell) => {
    for (const { term, use, by } of definedTerms(subject)) {
      if (by === 'brackets') continue;
      const wanted = ` ${even(term)} `;
      const text = evenText(subject);
      const first = text.indexOf(wanted);
      if (wanted.trim() === '' || text.indexOf(wanted, first + wanted.length - 1) >= 0) continue;
      if (subject.settings.terms.includes(term)) continue;
      tell({ reason: `"${term}" is defined, but never used`, ...use, actual: term });
    }
  },
};
