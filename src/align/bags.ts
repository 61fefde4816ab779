/** Bags of words: sorted word numbers, each as often as it stands in the text; and how much two of them share. */

/** The numbers of words, sorted, each as often as it stands in the text. */
export type Bag = Int32Array;

/** The share of their weight that two bags have in common, from 0 to 1 (L. R. Dice, 1945). */
export function bagLikeness(a: Bag, b: Bag, weights: readonly number[]): number {
  const total = bagWeight(a, weights) + bagWeight(b, weights);
  return total === 0 ? 0 : (2 * sharedWeight(a, b, weights)) / total;
}

/** The weight of the words that two sorted bags share. */
export function sharedWeight(a: Bag, b: Bag, weights: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared += weights[a[i] as number] as number;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}

export function bagWeight(bag: Bag, weights: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < bag.length; i++) total += weights[bag[i] as number] as number;
  return total;
}

/** Two bags as one, sorted. */
export function joinBags(a: Bag, b: Bag): Bag {
  const joined = new Int32Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined.sort();
}
