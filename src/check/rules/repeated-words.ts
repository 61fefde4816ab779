/** Words that stand twice in a row. */
import { PROSE } from '../prose.ts';
import type { Rule } from '../rule.ts';

/** A word and itself, which most passages have not. */
const TWICE = /(?<![\p{L}\p{N}])(\p{L}+)\s+\1(?![\p{L}\p{N}])/iu;
const MEANT: ReadonlySet<string> = new Set(['that', 'had', 'is', 'do', 'so', 'very', 'no']);

export const repeatedWords: Rule = {
  id: 'repeated-words',
  group: 'text',
  severity: 'error',
  english: true,
  says: 'A word that stands twice in a row.',
  good: 'It impacts the following Parties.',
  bad: 'It impacts the the following Parties.',
  check: (subject, tell) => {
    for (const at of subject.passages) {
      if (!TWICE.test(at.text)) continue;
      for (const { start, end, actual } of PROSE.repeatedWords(at.text)) {
        const [word = ''] = actual.split(/\s+/);
        if (MEANT.has(word.toLowerCase()) || /\p{Lu}|^[^aeiouy]+$/u.test(word)) continue;
        tell({ reason: 'a word stands twice', at, start, end, actual, expected: word, fix: word });
      }
    }
  },
};
