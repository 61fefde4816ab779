/** Words, phrases in capitals and sentences of a document, with the places where they stand. */
import { pushTo } from '../group.ts';
import { once, type Passage, type Subject } from '../subject.ts';

export interface Word {
  readonly text: string;
  /** UTF-16 offsets in the passage's text. */
  readonly start: number;
  readonly end: number;
  /** Set where it opens a sentence, so that its capital says nothing. */
  readonly opens: boolean;
}

/** A stretch of text: where one use of a phrase stands. */
export interface Use {
  readonly at: Passage;
  readonly start: number;
  readonly end: number;
}

/** The stretch of a passage that a match takes. */
export function useOf(at: Passage, match: RegExpExecArray | RegExpMatchArray): Use {
  const start = match.index ?? 0;
  return { at, start, end: start + match[0].length };
}

/** All uses of a phrase as it is written. */
export interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
  readonly uses: Use[];
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}+]|[-'’&/](?=[\p{L}\p{N}])|(?<=\d)\.(?=\d))*/gu;

const known = new WeakMap<Passage, readonly Word[]>();

/** The words of a passage. */
export function wordsOf(passage: Passage): readonly Word[] {
  let words = known.get(passage);
  if (words === undefined) {
    words = wordsIn(passage.text);
    known.set(passage, words);
  }
  return words;
}

/** The words of a text. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(last, match.index);
    const opens = words.length === 0 || /[.?!:;•\n"“‘]|\(\s*$/.test(between);
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length, opens });
    last = match.index + match[0].length;
  }
  return words;
}

const MOST_WORDS = 5;

/** Phrases of two to five words that all have a capital or are numbers, in running text, tables and footnotes. */
export const capitalPhrases = once((subject: Subject): ReadonlyMap<string, Phrase> => {
  const phrases = new Map<string, Phrase>();
  for (const passage of subject.passages) {
    if (passage.kind === 'heading' || passage.kind === 'caption') continue;
    for (const run of capitalRunsOf(passage)) addPhrases(passage, run, phrases);
  }
  return phrases;
});

/** Runs of two words in capitals and more with nothing but one space between them. */
export function capitalRunsOf(passage: Passage): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const word of wordsOf(passage)) {
    const previous = run.at(-1);
    const joined = previous !== undefined && passage.text.slice(previous.end, word.start) === ' ';
    const capital = /^\p{Lu}/u.test(word.text);
    if (!capital || !joined) {
      if (run.length > 1) runs.push(run);
      run = [];
    }
    if (capital) run.push(word);
  }
  if (run.length > 1) runs.push(run);
  return runs;
}

function addPhrases(passage: Passage, run: readonly Word[], phrases: Map<string, Phrase>): void {
  for (let i = 0; i < run.length; i++) {
    for (let j = i + 2; j <= Math.min(run.length, i + MOST_WORDS); j++) {
      const words = run.slice(i, j).map((word) => word.text);
      const text = words.join(' ');
      const use = { at: passage, start: (run[i] as Word).start, end: (run[j - 1] as Word).end };
      const phrase = phrases.get(text);
      if (phrase === undefined) phrases.set(text, { text, words, uses: [use] });
      else phrase.uses.push(use);
    }
  }
}

/** Phrases that share all words but one, by those words with a sign in place of the one. */
const framesOf = new WeakMap<ReadonlyMap<string, Phrase>, ReadonlyMap<string, readonly Phrase[]>>();

function framed(phrases: ReadonlyMap<string, Phrase>): ReadonlyMap<string, readonly Phrase[]> {
  const known = framesOf.get(phrases);
  if (known !== undefined) return known;
  const buckets = new Map<string, Phrase[]>();
  for (const phrase of phrases.values()) {
    for (let i = 0; i < phrase.words.length; i++) {
      const key = phrase.words.with(i, '*').join(' ');
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [phrase]);
      else if (bucket.length < MOST_ALIKE) bucket.push(phrase);
    }
  }
  for (const [key, bucket] of buckets) if (bucket.length < 2) buckets.delete(key);
  framesOf.set(phrases, buckets);
  return buckets;
}

/** Phrases that differ in one word alone: the pairs of them, each pair once, the rarer first. */
export function* neighbours(
  phrases: ReadonlyMap<string, Phrase>,
  alike: (rare: string, common: string) => boolean,
): Generator<{ readonly rare: Phrase; readonly common: Phrase; readonly at: number }> {
  for (const [key, bucket] of framed(phrases)) {
    const at = key.split(' ').indexOf('*');
    const sorted = [...bucket].sort((a, b) => a.uses.length - b.uses.length);
    for (const [i, rare] of sorted.entries()) {
      for (const common of sorted.slice(i + 1)) {
        if (alike(rare.words[at] as string, common.words[at] as string)) yield { rare, common, at };
      }
    }
  }
}

/** A frame that more phrases share is no term. */
const MOST_ALIKE = 40;

/** Uses that have been reported, by passage. */
export interface ReportedUses {
  /** Whether a use overlaps one that was reported. */
  readonly has: (use: Use) => boolean;
  readonly add: (use: Use) => void;
}

export function reportedUses(): ReportedUses {
  const reported = new Map<Passage, Use[]>();
  return {
    has: ({ at, start, end }) => reported.get(at)?.some((other) => other.start < end && start < other.end) === true,
    add: (use) => pushTo(reported, use.at, use),
  };
}

/** The sentences of a passage, as UTF-16 offsets in its text. An abbreviation or a number ends none. */
export function sentencesOf(text: string): { readonly start: number; readonly end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(
    /(?<!\b(?:i\.e|e\.g|cf|No|v|etc|Dr|Mr|Ms|\p{Lu}))[.?!]['’”")]*\s+(?=["'“‘(]?\p{Lu})|\n+/gu,
  )) {
    sentences.push({ start, end: match.index + match[0].trimEnd().length });
    start = match.index + match[0].length;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** A word without the ending of a plural. */
export function singular(word: string): string {
  if (/ies$/i.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^su]s$/i.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}
