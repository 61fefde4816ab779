/** Phrases of several words that stand twice in a row. */

import { isQuoted } from '../../facts/quotations.ts';
import { type Word, wordsOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import type { Passage } from '../../subject.ts';

const TWICE = /(?<![\p{L}\p{N}])(\p{L}+(?: \p{L}+){1,5}) \1(?![\p{L}\p{N}])/giu;

/** `from time to time to`, `day by day by`: the phrase only seems to be repeated. */
const IDIOMS: ReadonlySet<string> = new Set(
  'and time day week month year person place side face back end door hand word line step case peer point again more over bit'.split(
    ' ',
  ),
);

/** A phrase that ends with one of these can end no part of a sentence, so that the second is no beginning of another. */
const OPEN = /\b(?:the|an?|of|to|and|or|with|from|by|for|in|its|their|this|each|any|every|shall|will|must|may)$/i;

/** Whether two words come again right behind themselves and at most four others: few paragraphs need a closer look. */
function mayRepeat(at: Passage): boolean {
  if (at.kind !== 'text') return false;
  const words = wordsOf(at);
  for (let i = 0; i + 3 < words.length; i++) {
    for (let size = 2; size <= 6 && i + size + 1 < words.length; size++) {
      if (isSame(words[i], words[i + size]) && isSame(words[i + 1], words[i + size + 1])) return true;
    }
  }
  return false;
}

function isSame(a: Word | undefined, b: Word | undefined): boolean {
  return a?.text.length === b?.text.length && a?.text.toLowerCase() === b?.text.toLowerCase();
}

export const repeatedPhrase: Rule = {
  id: 'repeated-phrase',
  group: 'text',
  severity: 'warning',
  english: true,
  says: 'A phrase of two words or more that stands twice in a row.',
  why: 'A phrase may end one part of a sentence and begin the next ("where it replaces the provision the provision stays"), so that only phrases which cannot end anything are a warning; the rest are notes, and nothing is mended.',
  good: 'It applies in respect of the following Parties.',
  bad: 'It applies in respect of in respect of the following Parties.',
  check: (subject, report) => {
    for (const [at, match] of subject.passages
      .filter(mayRepeat)
      .flatMap((at) => [...at.text.matchAll(TWICE)].map((match) => [at, match] as const))) {
      const [actual, phrase = ''] = match;
      const [first, second] = phrase.toLowerCase().split(' ');
      if (first === second || at.kind !== 'text' || IDIOMS.has(first ?? '')) continue;
      // A capital within the second begins a sentence of its own, or a title.
      const again = actual.slice(phrase.length + 1);
      if (phrase !== again && /^\p{Lu}/u.test(again)) continue;
      const [start, end] = [match.index, match.index + actual.length];
      if (isQuoted(subject, at, start, end)) continue;
      const severity = OPEN.test(phrase) && !/\p{Lu}/u.test(phrase.slice(1)) ? 'warning' : 'note';
      report({ reason: 'a phrase stands twice in a row', at, start, end, actual, expected: phrase, severity });
    }
  },
};
