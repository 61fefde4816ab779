/** Words that stand twice in a row. */
import { PROSE } from '../prose.ts';
import type { Rule } from '../rule.ts';

/** A word and itself, which most passages have not. */
const TWICE = /(?<![\p{L}\p{N}])(\p{L}+)\s+\1(?![\p{L}\p{N}])/iu;
const MEANT: ReadonlySet<string> = new Set(['that', 'had', 'is', 'do', 'so', 'very', 'no']);

/** Words that are a name with a capital, and a verb without. */
const NAMES: ReadonlySet<string> = new Set(['May', 'Will', 'March', 'Mark', 'Grant', 'Rob']);

/** Whether a word with capitals may be a name; one that only begins a sentence is not. */
function isName(word: string, again: string): boolean {
  if (!/\p{Lu}/u.test(word + again)) return false;
  return !/^\p{Lu}\p{Ll}+$/u.test(word) || /\p{Lu}/u.test(again) || NAMES.has(word);
}

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
        const [word = '', again = ''] = actual.split(/\s+/);
        if (MEANT.has(word.toLowerCase()) || isName(word, again) || /^[^aeiouy]+$/iu.test(word)) continue;
        tell({ reason: 'a word stands twice', at, start, end, actual, expected: word, fix: word });
      }
    }
  },
};
