/** Running text from a file that tells less than the baseline: what the file does not mark is the baseline's to the letter. */
import type { Inline } from '../../model/document.ts';
import { stretches } from '../sequence.ts';
import { marksOf, printed, printedAll, sliceInlines } from './inlines.ts';

/** A word, a mark, white space or a footnote, with what it looks like. */
interface Token {
  readonly inline: Inline;
  readonly key: string;
  /** How many characters it prints that are not white space. */
  readonly width: number;
}

/** What the file itself says, inline by inline: references in it are linked again once the whole version stands. */
export type Retold = Set<Inline>;

/**
 * The text after, by what the file has before and what the baseline has instead; the file's own where the two do not say
 * the same. White space, formatting, references and footnotes that the file leaves alone are the baseline's.
 */
export function graftText(
  after: readonly Inline[],
  before: readonly Inline[],
  baseline: readonly Inline[],
  retold: Retold,
): Inline[] {
  if (bare(before) !== bare(baseline)) return after.map((inline) => toldBy(inline, retold));
  const graft = new Graft(baseline, retold);
  for (const stretch of stretches(tokensOf(before), tokensOf(after), (a, b) => a.key === b.key)) {
    if ('both' in stretch) graft.keep(stretch.both[0]);
    else {
      for (const token of stretch.a) graft.strike(token);
      for (const token of stretch.b) graft.add(token);
    }
  }
  return graft.end();
}

function toldBy(inline: Inline, retold: Retold): Inline {
  retold.add(inline);
  return inline;
}

const bare = (inlines: readonly Inline[]): string => printedAll(inlines).replace(/\s+/g, '');

/** The offsets of the characters of a text that are not white space. */
function solidOffsets(inlines: readonly Inline[]): number[] {
  return [...printedAll(inlines).matchAll(/\S/g)].map((match) => match.index as number);
}

class Graft {
  readonly #baseline: readonly Inline[];
  readonly #retold: Retold;
  readonly #solid: readonly number[];
  readonly #length: number;
  readonly #gaps = new Set<number>();
  readonly #result: Inline[] = [];
  #at = 0;
  /** Whether the token in front was kept. */
  #follows = true;

  constructor(baseline: readonly Inline[], retold: Retold) {
    this.#baseline = baseline;
    this.#retold = retold;
    this.#solid = solidOffsets(baseline);
    this.#length = printedAll(baseline).length;
  }

  keep({ width }: Token): void {
    if (width === 0) this.#gap(this.#at);
    else {
      if (this.#follows) this.#gap(this.#at);
      const [from, to] = [this.#solid[this.#at] as number, (this.#solid[this.#at + width - 1] as number) + 1];
      this.#result.push(...sliceInlines(this.#baseline, from, to, { start: false, end: false }));
      this.#at += width;
    }
    this.#follows = true;
  }

  /** White space, and what has no width, in front of a character. */
  #gap(at: number): void {
    if (this.#gaps.has(at)) return;
    this.#gaps.add(at);
    const from = at === 0 ? 0 : (this.#solid[at - 1] as number) + 1;
    const to = this.#solid[at] ?? this.#length;
    this.#result.push(...sliceInlines(this.#baseline, from, to));
  }

  strike({ width, inline }: Token): void {
    if (width === 0) this.#gaps.add(this.#at);
    else this.#at += width;
    this.#follows = false;
    const cut = inline.type === 'crossReference' ? inline : undefined;
    if (cut !== undefined) this.#retold.add(cut);
  }

  add({ inline }: Token): void {
    const copy = { ...inline };
    this.#retold.add(copy);
    this.#result.push(copy);
    this.#follows = false;
  }

  end(): Inline[] {
    if (this.#at === this.#solid.length && this.#follows) this.#gap(this.#at);
    return this.#result;
  }
}

function tokensOf(inlines: readonly Inline[]): Token[] {
  return inlines.flatMap((inline): Token[] => {
    if (inline.type !== 'text')
      return [{ inline, key: keyOf(inline), width: printed(inline).replace(/\s+/g, '').length }];
    const words = inline.value.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
    return words.map((value) => {
      const word = { ...inline, value };
      return { inline: word, key: keyOf(word), width: value.replace(/\s+/g, '').length };
    });
  });
}

function keyOf(inline: Inline): string {
  const { place: _, ...rest } = inline as Inline & { place?: unknown };
  if (inline.type === 'text') return `${inline.value}\0${JSON.stringify(marksOf(inline) ?? {})}`;
  return JSON.stringify(rest, (key, value) => (key === 'place' ? undefined : value));
}
