/** Paragraphs meet through their rarest words, so that like ones are found without holding each against each. */
import type { Bag } from './bags.ts';

/** A word that more paragraphs share than this tells nothing. */
const COMMON = 24;
/** How many of its rarest words introduce a paragraph, and how many paragraphs so met are looked at. */
const RAREST = 12;
const LOOKED_AT = 6;

interface Worded {
  readonly bag: Bag;
}

/** The paragraphs that hold each word. */
export type Postings<T extends Worded> = ReadonlyMap<number, readonly T[]>;

export function postingsOf<T extends Worded>(list: readonly T[]): Postings<T> {
  const postings = new Map<number, T[]>();
  for (const one of list) {
    for (const word of one.bag.keys()) {
      const known = postings.get(word);
      if (known === undefined) postings.set(word, [one]);
      else if (known.length <= COMMON) known.push(one);
    }
  }
  return postings;
}

/** The paragraphs that share the most of another's rarest words, the most telling first. */
export function candidatesFor<T extends Worded>({ bag }: Worded, postings: Postings<T>): T[] {
  const lists: (readonly T[])[] = [];
  for (const word of bag.keys()) {
    const list = postings.get(word);
    if (list !== undefined && list.length <= COMMON) lists.push(list);
  }
  lists.sort((x, y) => x.length - y.length);
  const met = new Map<T, number>();
  for (const list of lists.slice(0, RAREST)) {
    for (const one of list) met.set(one, (met.get(one) ?? 0) + 1 / list.length);
  }
  return [...met]
    .sort((x, y) => y[1] - x[1])
    .slice(0, LOOKED_AT)
    .map(([one]) => one);
}
