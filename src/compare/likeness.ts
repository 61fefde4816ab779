/** How alike two units are, from 0 to 1, by the words they share (the Dice measure over weighted bags). */
import { plainText } from '../model/walk.ts';
import { foldTypography } from './tokens.ts';
import { bagOf, isHeaded, type Unit, type Vocabulary } from './units.ts';

/** The share of their words that two units have in common: 1 where the bags are the same, 0 where nothing is shared. */
export function likeness(a: Unit, b: Unit, vocabulary: Vocabulary): number {
  if (a.content === b.content) return 1;
  return bagLikeness(bagOf(a, vocabulary), bagOf(b, vocabulary), vocabulary);
}

/** The same of two bags. */
export function bagLikeness(a: Int32Array, b: Int32Array, { weights }: Vocabulary): number {
  const total = bagWeight(a, weights) + bagWeight(b, weights);
  return total === 0 ? 0 : (2 * sharedWeight(a, b, weights)) / total;
}

/** The weight of the words that two sorted bags share. */
export function sharedWeight(a: Int32Array, b: Int32Array, weights: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared += weights[a[i] as number] as number;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}

export function bagWeight(bag: Int32Array, weights: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < bag.length; i++) total += weights[bag[i] as number] as number;
  return total;
}

/** Two bags as one, sorted. */
export function joinBags(a: Int32Array, b: Int32Array): Int32Array {
  const joined = new Int32Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined.sort();
}

/** How sure one can be that two units of one list are the same provision: likeness, and what numbers and headings add. */
export function pairScore(a: Unit, b: Unit, vocabulary: Vocabulary): number {
  if (a.node.type !== b.node.type) return 0;
  return likeness(a, b, vocabulary) + labelBonus(a, b) + headingBonus(a, b) + leadInBonus(a, b);
}

function labelBonus(a: Unit, b: Unit): number {
  const x = 'label' in a.node ? a.node.label : undefined;
  const y = 'label' in b.node ? b.node.label : undefined;
  return x !== undefined && x === y ? 0.15 : 0;
}

function headingBonus(a: Unit, b: Unit): number {
  if (!isHeaded(a.node) || !isHeaded(b.node)) return 0;
  return headingKey(a) === headingKey(b) ? 0.4 : 0;
}

/** Provisions that open with the same words are one, whatever limbs have come and gone. */
function leadInBonus(a: Unit, b: Unit): number {
  const [x, y] = [a.children[0], b.children[0]];
  const same = a.children.length > 1 && x !== undefined && x.node.type === 'para' && x.content === y?.content;
  return same && x.weight >= 3 ? 0.3 : 0;
}

/** The heading of a unit as compared; empty where it has none. */
export function headingKey(unit: Unit): string {
  return isHeaded(unit.node) ? foldTypography(plainText(unit.node.heading)).trim().toLowerCase() : '';
}
