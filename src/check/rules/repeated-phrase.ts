/** Phrases of several words that stand twice in a row. */
import type { Rule } from '../rule.ts';
import { matches } from '../subject.ts';

const TWICE = /(?<![\p{L}\p{N}])(\p{L}+(?: \p{L}+){1,5}) \1(?![\p{L}\p{N}])/giu;

export const repeatedPhrase: Rule = {
  id: 'repeated-phrase',
  group: 'text',
  severity: 'error',
  says: 'A phrase of two words or more that stands twice in a row.',
  good: 'It impacts the following Parties.',
  bad: 'It impacts the following the following Parties.',
  check: (subject, tell) => {
    for (const [at, match] of matches(subject, TWICE)) {
      const [actual, phrase = ''] = match;
      const [first, second] = phrase.toLowerCase().split(' ');
      if (first === second || at.kind === 'cell') continue;
      const end = match.index + actual.length;
      tell({ reason: 'a phrase stands twice', at, start: match.index, end, actual, expected: phrase, fix: phrase });
    }
  },
};
