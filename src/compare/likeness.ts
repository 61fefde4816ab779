/** How alike two units are, from 0 to 1, by the words they share (the Dice measure over weighted bags). */
import { bagLikeness } from '../align/bags.ts';
import { foldTypography } from '../align/tokens.ts';
import { plainText } from '../model/walk.ts';
import { bagOf, isHeaded, type Unit, type Vocabulary } from './units.ts';

/** The share of their words that two units have in common: 1 where the bags are the same, 0 where nothing is shared. */
export function likeness(a: Unit, b: Unit, vocabulary: Vocabulary): number {
  if (a.content === b.content) return 1;
  return bagLikeness(bagOf(a, vocabulary), bagOf(b, vocabulary), vocabulary.weights);
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
