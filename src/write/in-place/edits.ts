/** Edits of a text at known offsets: collected in any order, applied once; what lies between them stays as it is. */

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Edits at one offset stand in the order of their rank, then in that in which they came. */
  readonly rank: number;
}

/** Edits of one part. Offsets are UTF-16 code units in the text as it was, half-open. */
export class Edits {
  readonly #edits: Edit[] = [];

  /** Puts text at an offset. */
  insert(at: number, text: string, rank = 0): void {
    if (text !== '') this.#edits.push({ start: at, end: at, text, rank });
  }

  /** Puts text in place of a stretch. */
  replace(start: number, end: number, text: string, rank = 0): void {
    this.#edits.push({ start, end, text, rank });
  }

  get size(): number {
    return this.#edits.length;
  }

  /** Whether an offset stands in a stretch that is replaced. */
  covers(at: number): boolean {
    return this.#edits.some((edit) => edit.start < at && at < edit.end);
  }

  /** Where the edits take hold, in order, half-open. */
  places(): { readonly start: number; readonly end: number }[] {
    return this.#sorted().map(({ start, end }) => ({ start, end }));
  }

  #sorted(): Edit[] {
    const order = this.#edits.map((edit, i) => ({ edit, i }));
    order.sort((x, y) => x.edit.start - y.edit.start || x.edit.rank - y.edit.rank || x.i - y.i);
    return order.map(({ edit }) => edit);
  }

  /** The text with all edits made. Throws `RangeError` where two of them overlap. */
  apply(source: string): string {
    return this.applyWithin(source, 0, source.length);
  }

  /** A stretch of the text with the edits within it made. */
  applyWithin(source: string, from: number, to: number): string {
    const pieces: string[] = [];
    let at = from;
    for (const edit of this.#sorted()) {
      if (edit.start < from || edit.end > to) continue;
      if (edit.start < at) throw new RangeError(`two edits meet at offset ${edit.start}`);
      pieces.push(source.slice(at, edit.start), edit.text);
      at = edit.end;
    }
    pieces.push(source.slice(at, to));
    return pieces.join('');
  }
}
