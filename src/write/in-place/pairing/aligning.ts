/** What this writer asks of a comparison: how two sequences are aligned, how text is cut, how an edit script is made readable. */

/** Entry `a` of the first sequence stands at `b` of the second. */
export interface Match {
  readonly a: number;
  readonly b: number;
}

/** A piece of a text: UTF-16 offsets, half-open. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'word' | 'number' | 'space' | 'mark' | 'atom';
}

/** A stretch of two token lists, half-open: the same on both sides, or changed. */
export interface Segment {
  readonly same: boolean;
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** The functions of the comparison that this writer uses; the room that puts both together hands them in. */
export interface Aligning {
  /** The matches of a common subsequence of two sequences of numbers, in order. */
  alignSequence(a: ArrayLike<number>, b: ArrayLike<number>): readonly Match[];
  /** A text as tokens that cover it without gap or overlap. */
  tokenise(text: string): readonly Token[];
  /** Segments made fit for people; they still cover both lists in order. */
  tidy(
    segments: readonly Segment[],
    sides: {
      readonly a: readonly Token[];
      readonly b: readonly Token[];
      readonly equal: (a: number, b: number) => boolean;
    },
  ): readonly Segment[];
}

/** Numbers for strings: equal just where the strings are. */
export class Numbers {
  readonly #known = new Map<string, number>();

  of(key: string): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.#known.size);
    return this.#known.size - 1;
  }
}
