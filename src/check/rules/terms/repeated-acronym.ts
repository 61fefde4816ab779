/** Abbreviations that are spelt out twice, or for two things. */
import { acronyms } from '../../facts/acronyms.ts';
import type { Rule } from '../../rule.ts';

export const repeatedAcronym: Rule = {
  id: 'repeated-acronym',
  group: 'terms',
  severity: 'warning',
  english: true,
  says: 'An abbreviation that is spelt out in two ways, or more than once.',
  why: 'Two meanings for the same letters leave it open which one is meant later.',
  good: 'The Testing Advisory Group (TAG) meets. The TAG decides.',
  bad: 'The Testing Advisory Group (TAG) meets. The Technical Affairs Group (TAG) decides.',
  check: (subject, report) => {
    for (const { text, expansions } of acronyms(subject).values()) {
      const inBrackets = expansions.filter(({ alone }) => alone === true);
      const [first, ...more] = inBrackets;
      if (first === undefined) continue;
      for (const expansion of more) {
        const same = evened(first.words) === evened(expansion.words);
        if (expansion.at === first.at && same) continue;
        const reason = same ? `"${text}" is spelt out again` : `"${text}" is spelt out in two ways`;
        const use = { at: expansion.at, start: Math.max(0, expansion.start), end: expansion.end };
        const shared = {
          reason,
          ...use,
          actual: expansion.words,
          severity: same ? ('note' as const) : ('warning' as const),
        };
        report(same ? shared : { ...shared, expected: first.words });
      }
    }
  },
};

function evened(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
