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
  /** What is put into elements whose start tag closes them, by where that ends. */
  readonly #filled = new Map<number, { readonly close: string; text: string }>();

  /** Puts text at an offset. */
  insert(at: number, text: string, rank = 0): void {
    if (text !== '') this.#edits.push({ start: at, end: at, text, rank });
  }

  /** Puts text in place of a stretch. */
  replace(start: number, end: number, text: string, rank = 0): void {
    this.#edits.push({ start, end, text, rank });
  }

  /** Puts text into an element whose start tag closes it and ends at an offset; `close` is the end tag that it is given. */
  fill(end: number, close: string, text: string): void {
    if (text === '') return;
    const known = this.#filled.get(end);
    if (known === undefined) this.#filled.set(end, { close, text });
    else known.text += text;
  }

  get size(): number {
    return this.#edits.length + this.#filled.size;
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
    const filled = [...this.#filled].map(([end, { close, text }]): Edit => {
      return { start: end - 2, end, text: `>${text}${close}`, rank: 0 };
    });
    const order = [...this.#edits, ...filled].map((edit, i) => ({ edit, i }));
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
