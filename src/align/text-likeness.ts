/** How alike texts are by the words they share; the bag of each text is made once. */
import { type Bag, bagLikeness } from './bags.ts';
import { Numbers } from './numbers.ts';
import { tokenise, wordWeight } from './tokens.ts';

/** How much of a text counts, in UTF-16 code units. */
const LONGEST = 20_000;

export class TextLikeness {
  readonly #words = new Numbers();
  readonly #weights: number[] = [];
  readonly #bags = new Map<string, Bag>();

  /** From 0, no word in common, to 1. Two texts without words have nothing in common. */
  between(a: string, b: string): number {
    return bagLikeness(this.#bag(a), this.#bag(b), this.#weights);
  }

  #bag(text: string): Bag {
    const known = this.#bags.get(text);
    if (known !== undefined) return known;
    const bag = Int32Array.from(this.#wordsOf(text)).sort();
    this.#bags.set(text, bag);
    return bag;
  }

  *#wordsOf(text: string): Generator<number> {
    for (const token of tokenise(text.slice(0, LONGEST))) {
      if (token.kind !== 'word' && token.kind !== 'number') continue;
      const word = this.#words.of(token.text.toLowerCase());
      this.#weights[word] ??= wordWeight(token.text);
      yield word;
    }
  }
}
