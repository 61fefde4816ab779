/** The words in small letters that a document uses: where each stands first, and how often. */
import { once, type Subject } from '../subject.ts';
import { type Use, wordsOf } from './words.ts';

export interface Entry {
  readonly first: Use;
  count: number;
}

const SMALL = /^\p{Ll}[\p{Ll}’']{3,}$/u;
/** What touches a word that is part of an address or a name of a file. */
const TOUCHES = /[@/\\_.#]/;

/** Words of four letters and more, without a possessive ending. */
export const vocabulary = once((subject: Subject): ReadonlyMap<string, Entry> => {
  const entries = new Map<string, Entry>();
  for (const at of subject.passages) {
    for (const { text, start, end } of wordsOf(at)) {
      const known = entries.get(text);
      if (known !== undefined) known.count += 1;
      else if (SMALL.test(text) && !isInAddress(at.text, start, end)) addWord(entries, text, { at, start, end });
    }
  }
  return entries;
});

function addWord(entries: Map<string, Entry>, text: string, use: Use): void {
  const word = text.replace(/['’]s?$/, '');
  const known = entries.get(word);
  if (known !== undefined) known.count += 1;
  else entries.set(word, { first: { ...use, end: use.start + word.length }, count: 1 });
}

function isInAddress(text: string, start: number, end: number): boolean {
  if (text.startsWith('://', end)) return true;
  return TOUCHES.test(text[start - 1] ?? '') || (TOUCHES.test(text[end] ?? '') && /\p{L}/u.test(text[end + 1] ?? ''));
}
