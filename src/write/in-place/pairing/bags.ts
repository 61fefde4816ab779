/** Bags of words: how alike two blocks are, and whether one is a piece of another. */

import { type Block, linesOf } from '../lines/blocks.ts';
import type { Aligning, Numbers, Token } from './aligning.ts';

/** How much each word weighs in all its places, by its number. */
export type Bag = ReadonlyMap<number, number>;

/** How much of a block counts for its likeness, in UTF-16 code units. */
const LONGEST = 20_000;

/** What a token counts: words tell two blocks apart, numbers change, marks are everywhere. */
const WEIGHTS = { word: 1, number: 0.5, mark: 0.1, atom: 1, space: 0 } as const satisfies Record<Token['kind'], number>;

/** The words of a block. */
export function bagOf(block: Block, words: Numbers, aligning: Aligning): Bag {
  const bag = new Map<number, number>();
  let length = 0;
  for (const line of linesOf([block])) {
    for (const token of aligning.tokenise(line.text.slice(0, LONGEST))) {
      if (token.kind === 'space') continue;
      const key = token.kind === 'atom' ? atomAt(line.pieces, token.start) : token.text;
      const word = words.of(key);
      bag.set(word, (bag.get(word) ?? 0) + WEIGHTS[token.kind]);
    }
    length += line.text.length;
    if (length > LONGEST) break;
  }
  return bag;
}

function atomAt(pieces: readonly { readonly from: number; readonly key: string }[], at: number): string {
  return `\u0002${pieces.find((piece) => piece.from === at)?.key ?? ''}`;
}

export function size(bag: Bag): number {
  let sum = 0;
  for (const count of bag.values()) sum += Math.max(0, count);
  return sum;
}

/** The share of their words that two bags have in common, from 0 to 1 (the Dice measure). */
export function likeness(a: Bag, b: Bag): number {
  const total = size(a) + size(b);
  return total === 0 ? 1 : (2 * shared(a, b)) / total;
}

function shared(a: Bag, b: Bag): number {
  let sum = 0;
  for (const [word, count] of a) sum += Math.max(0, Math.min(count, b.get(word) ?? 0));
  return sum;
}

/** The share of a bag that stands in another. */
export function share(a: Bag, b: Bag): number {
  return shared(a, b) / size(a);
}

/** What is left of a bag once another is taken off. */
export function minus(a: Bag, b: Bag): Map<number, number> {
  return new Map([...a].map(([word, count]) => [word, count - Math.min(count, b.get(word) ?? 0)]));
}
