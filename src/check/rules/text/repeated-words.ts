/** Words that stand twice in a row. */

import { isQuoted } from '../../facts/quotations.ts';
import type { Rule } from '../../rule.ts';
import { matches, type Passage } from '../../subject.ts';

/** A word and itself, once or more often. */
const TWICE = /(?<![\p{L}\p{N}'’_-])(\p{L}+)(?:\s{1,3}\1)+(?![\p{L}\p{N}'’_-])/giu;

/** Words that nothing makes right where they stand twice: neither of the two can belong to another part of the sentence. */
const CERTAIN: ReadonlySet<string> = new Set('the a an and or of shall must their its our your every'.split(' '));

/** Words that may well stand twice. */
const MEANT: ReadonlySet<string> = new Set('that had is do so very no ha bye such as well'.split(' '));

/** Words that are a name with a capital, and a verb without. */
const NAMES: ReadonlySet<string> = new Set(['may', 'will', 'march', 'mark', 'grant', 'rob']);

/** Whether a word with capitals may be a name; one that only begins a sentence is not. */
function isName(word: string, again: string): boolean {
  if (!/\p{Lu}/u.test(word + again)) return false;
  return !/^\p{Lu}\p{Ll}*$/u.test(word) || /\p{Lu}/u.test(again) || NAMES.has(word.toLowerCase());
}

/** `Section 5.1 a`, `(a) a`: a letter that names something stands before the article. */
function isLetter(at: Passage, start: number, word: string): boolean {
  return (
    /^a$/i.test(word) &&
    /(?:[\d(.]|\p{Lu}\p{Ll}+|\b(?:paragraph|clause|section|grade|class|type|category))\s*$/u.test(
      at.text.slice(0, start),
    )
  );
}

export const repeatedWords: Rule = {
  id: 'repeated-words',
  group: 'text',
  severity: 'error',
  english: true,
  says: 'A word that stands twice in a row.',
  why: 'One of the two is a slip of the keyboard, or a trace of an edit. It is an error for words such as "the", which nothing makes right twice, and a warning for others; quoted words are left alone.',
  good: 'It impacts the following Parties.',
  bad: 'It impacts the the following Parties.',
  check: (subject, report) => {
    for (const [at, match] of matches(subject, TWICE)) {
      const [actual, word = ''] = match;
      const [, again = ''] = actual.split(/\s+/);
      const [start, end] = [match.index, match.index + actual.length];
      if (
        MEANT.has(word.toLowerCase()) ||
        isName(word, again) ||
        (word.length > 1 && /^[^aeiouy]+$/iu.test(word)) ||
        isLetter(at, start, word)
      )
        continue;
      if (word.length === 1 && !/^a$/i.test(word)) continue;
      // Three and more are filler, or said on purpose.
      if (actual.split(/\s+/).length > 3) continue;
      const found = { reason: `"${word}" stands twice in a row`, at, start, end, actual, expected: word };
      const certain =
        CERTAIN.has(word.toLowerCase()) &&
        at.kind === 'text' &&
        !actual.includes('\n') &&
        !isQuoted(subject, at, start, end);
      report(
        certain
          ? { ...found, fix: word }
          : { ...found, severity: at.kind === 'cell' || isQuoted(subject, at, start, end) ? 'note' : 'warning' },
      );
    }
  },
};
