/** Pairs of words that belong together, of which one is the wrong one: `either by … or for`, `between 5 to 10`. */
import { useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

interface Pair {
  readonly find: RegExp;
  readonly reason: string;
  readonly expected: string;
}

const PAIRS: readonly Pair[] = [
  {
    find: /\b[Ee]ither by [^.,;:()]{3,80}? or for\b/gu,
    reason: '"either" goes on with two prepositions',
    expected: 'either by … or by',
  },
  {
    find: /\b[Ee]ither for [^.,;:()]{3,80}? or by\b/gu,
    reason: '"either" goes on with two prepositions',
    expected: 'either for … or for',
  },
  {
    find: /\b[Bb]etween (?:£|€|\$)?\d[\d.,:]*(?: \p{L}+)? to (?=(?:£|€|\$)?\d)/gu,
    reason: '"between" is followed by "to"',
    expected: 'between … and',
  },
  {
    find: /\b[Nn]either (?:(?!\b(?:nor|or)\b)[^.,;:()]){2,60} or (?:the|a|an|any|its|their|\p{Lu})\b/gu,
    reason: '"neither" is followed by "or"',
    expected: 'neither … nor',
  },
];

export const correlatives: Rule = {
  id: 'correlatives',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'Words that come in pairs with the wrong partner, such as "between" with "to".',
  why: 'The first word of the pair makes a reader wait for its partner.',
  good: 'It takes between 5 and 10 days, done either by the Panel or by an expert.',
  bad: 'It takes between 5 to 10 days.',
  check: (subject, report) => {
    for (const { find, reason, expected } of PAIRS) {
      for (const [at, match] of matches(subject, find)) {
        report({ reason, ...useOf(at, match), actual: match[0], expected });
      }
    }
  },
};
