/**
 * A line that is put together piece by piece and asked for its last character on the way. To ask the whole line each
 * time would copy it each time: the engine keeps a sum of strings as a tree until one looks into it.
 */
export class GrowingLine {
  readonly #pieces: string[] = [];
  #last = '';

  add(piece: string): void {
    if (piece === '') return;
    this.#pieces.push(piece);
    this.#last = piece.slice(-1);
  }

  /** The last UTF-16 code unit; '' while there is none. */
  get last(): string {
    return this.#last;
  }

  get text(): string {
    return this.#pieces.join('');
  }
}
