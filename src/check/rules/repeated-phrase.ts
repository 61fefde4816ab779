/** Phrases of several words that stand twice in a row. */
import type { Rule } from '../rule.ts';
import { matches } from '../subject.ts';

const TWICE = /(?<![\p{L}\p{N}])(\p{L}+(?: \p{L}+){1,5}) \1(?![\p{L}\p{N}])/giu;

/** `from time to time to`, `day by day by`: the phrase only seems to be repeated. */
const IDIOMS: ReadonlySet<string> = new Set(
  'and time day week month year person place side face back end door hand word line step case peer point again more over bit'.split(
    ' ',
  ),
);

export const repeatedPhrase: Rule = {
  id: 'repeated-phrase',
  group: 'text',
  severity: 'error',
  english: true,
  says: 'A phrase of two words or more that stands twice in a row.',
  good: 'It impacts the following Parties.',
  bad: 'It impacts the following the following Parties.',
  check: (subject, tell) => {
    for (const [at, match] of matches(subject, TWICE)) {
      const [actual, phrase = ''] = match;
      const [first, second] = phrase.toLowerCase().split(' ');
      if (first === second || at.kind === 'cell' || IDIOMS.has(first ?? '')) continue;
      const end = match.index + actual.length;
      tell({ reason: 'a phrase stands twice', at, start: match.index, end, actual, expected: phrase, fix: phrase });
    }
  },
};
