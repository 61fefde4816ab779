/** Numbers for strings, so that sequences of them can be aligned. */

/** Gives each string a number: equal just where the strings are. */
export class Numbers {
  readonly #known = new Map<string, number>();

  of(key: string): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.#known.size);
    return this.#known.size - 1;
  }
}
