/**
 * For every pair of provisions, how their lists of children go together: what stands in place, which provisions were
 * split or merged, and which headings were put around, or taken away from, what stays.
 */
import { bagLikeness, bagWeight, joinBags, sharedWeight } from '../align/bags.ts';
import { heaviestIncreasing } from '../align/sequence.ts';
import { alignLists } from './align-lists.ts';
import { flatten, type Pairing } from './pairing.ts';
import { bagOf, identityOf, isHeaded, placeWeight, type Unit, type Vocabulary } from './units.ts';

/** A unit in a list, and the provision that holds it there: an index into the side's `owners`, 0 for the pair itself. */
export interface Listed {
  readonly unit: Unit;
  readonly owner: number;
}

/** One side of a plan. */
export interface PlanSide {
  readonly list: readonly Listed[];
  readonly owners: readonly Owner[];
}

/** A provision whose boundary only this side has. */
export interface Owner {
  readonly unit: Unit;
  /** `tail`: split off from, or merged into, what stands before it. `wrap`: put around what the parent holds. */
  readonly how: 'self' | 'tail' | 'wrap';
  /** The owner in whose list a wrap stands. */
  readonly within: number;
}

export interface Plan {
  readonly before: PlanSide;
  readonly after: PlanSide;
  /** Indexes into both lists of the pairs that stand in place, in order. */
  readonly inPlace: readonly { readonly before: number; readonly after: number }[];
}

export interface Plans {
  readonly of: ReadonlyMap<Unit, Plan>;
  /** Units of after that are paired and stand in place. */
  readonly inPlace: ReadonlySet<Unit>;
  /** Units of either side whose boundary alone differs; they are told by the pair they belong to. */
  readonly tails: ReadonlySet<Unit>;
}

/** How much of a piece must come from what was split, and how alike the pieces together must be to it. */
const SPLIT_SHARE = 0.7;
const SPLIT_LIKENESS = 0.75;

/** Makes the plans of all pairs below two roots, parents first. */
export function planAll(root: Unit, pairing: Pairing, vocabulary: Vocabulary): Plans {
  const plans = new Map<Unit, Plan>();
  const inPlace = new Set<Unit>();
  const tails = new Set<Unit>();
  const tailsOf = new Map<Unit, Tails>();
  for (const before of flatten(root)) {
    const after = pairing.after(before);
    if (after === undefined) continue;
    const plan = planPair(before, after, tailsOf.get(before) ?? NO_TAILS, pairing, vocabulary);
    plans.set(before, plan);
    for (const place of plan.inPlace) {
      const [x, y] = [plan.before.list[place.before]?.unit as Unit, plan.after.list[place.after]?.unit as Unit];
      inPlace.add(y);
      const found = findTails(plan, place, tails, pairing, vocabulary);
      if (found !== NO_TAILS) tailsOf.set(x, found);
      for (const tail of [...found.before, ...found.after]) tails.add(tail);
      if (found !== NO_TAILS && pairing.after(x) !== y) inPlace.add(pairing.after(x) as Unit);
    }
  }
  return { of: plans, inPlace, tails };
}

/** Provisions behind a pair that belong to it on one side. */
interface Tails {
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
}

const NO_TAILS: Tails = { before: [], after: [] };

function planPair(before: Unit, after: Unit, tails: Tails, pairing: Pairing, vocabulary: Vocabulary): Plan {
  const left = new Set([before, ...tails.before]);
  const right = new Set([after, ...tails.after]);
  const merged = tails.before.length > 0;
  const rightSide = sideOf(after, tails.after, (unit) => !merged && wraps(unit, left, (u) => pairing.before(u)));
  const grown = rightSide.owners.length > 1;
  const leftSide = sideOf(before, tails.before, (unit) => !grown && wraps(unit, right, (u) => pairing.after(u)));
  if (rightSide.owners.length + leftSide.owners.length > 2) {
    const units = (side: PlanSide) => side.list.map(({ unit }) => unit);
    alignLists(units(leftSide), units(rightSide), pairing, vocabulary);
  }
  return { before: leftSide, after: rightSide, inPlace: placesOf(leftSide, rightSide, pairing, vocabulary) };
}

/** One side's list. Only one side of a plan has boundaries of its own, or they might cross. */
function sideOf(unit: Unit, tails: readonly Unit[], isWrap: (unit: Unit) => boolean): PlanSide {
  const owners: Owner[] = [unit, ...tails].map((owner, i) => ({
    unit: owner,
    how: i === 0 ? 'self' : 'tail',
    within: 0,
  }));
  const list: Listed[] = [];
  for (let owner = 0; owner <= tails.length; owner++) {
    for (const child of (owners[owner] as Owner).unit.children) {
      if (isWrap(child)) {
        owners.push({ unit: child, how: 'wrap', within: owner });
        for (const inner of child.children) list.push({ unit: inner, owner: owners.length - 1 });
      } else list.push({ unit: child, owner });
    }
  }
  return { list, owners };
}

/** Whether a heading without a pair was only put around provisions that stood in the list itself. */
function wraps(unit: Unit, otherParents: ReadonlySet<Unit>, partner: (unit: Unit) => Unit | undefined): boolean {
  if (partner(unit) !== undefined || !isHeaded(unit.node) || unit.children.length === 0) return false;
  let stayed = 0;
  for (const child of unit.children) {
    const parent = partner(child)?.parent;
    if (parent !== undefined && otherParents.has(parent)) stayed += child.weight;
  }
  return stayed > 0 && stayed * 2 >= unit.weight - unit.text.length / 6;
}

function placesOf(
  left: PlanSide,
  right: PlanSide,
  pairing: Pairing,
  vocabulary: Vocabulary,
): { before: number; after: number }[] {
  const place = new Map(right.list.map(({ unit }, j) => [unit, j]));
  const pairs: { before: number; after: number; weight: number }[] = [];
  left.list.forEach(({ unit }, i) => {
    const after = pairing.after(unit);
    const j = after === undefined ? undefined : place.get(after);
    if (after === undefined || j === undefined) return;
    pairs.push({ before: i, after: j, weight: placeWeight(unit.node, after.node, unit.weight + 1, vocabulary) });
  });
  const kept = heaviestIncreasing(
    pairs.map((pair) => pair.after),
    pairs.map((pair) => pair.weight),
  );
  return kept.map((k) => pairs[k] as { before: number; after: number });
}

/** What was split off from, or merged into, a pair that stands in place. */
function findTails(
  plan: Plan,
  place: { readonly before: number; readonly after: number },
  taken: ReadonlySet<Unit>,
  pairing: Pairing,
  vocabulary: Vocabulary,
): Tails {
  const before = (plan.before.list[place.before] as Listed).unit;
  const after = (plan.after.list[place.after] as Listed).unit;
  if (!CAN_SPLIT.has(before.node.type) || before.content === after.content) return NO_TAILS;
  const free = (unit: Unit | undefined, partner: (u: Unit) => Unit | undefined): unit is Unit =>
    unit !== undefined && partner(unit) === undefined && !taken.has(unit) && unit.node.type === before.node.type;
  const next = behind(plan.after, place.after);
  if (free(next, (u) => pairing.before(u)) && isSplit(before, after, next, pairing, vocabulary)) {
    return { before: [], after: [next] };
  }
  const nextBefore = behind(plan.before, place.before);
  if (free(nextBefore, (u) => pairing.after(u)) && isSplit(after, before, nextBefore, pairing, vocabulary)) {
    return { before: [nextBefore], after: [] };
  }
  return leadingTails(plan, place, free, pairing, vocabulary);
}

const CAN_SPLIT: ReadonlySet<string> = new Set(['para', 'clause', 'item']);

/** Where the pair is the second piece, the first one takes its place in the pair, and it becomes the tail. */
function leadingTails(
  plan: Plan,
  place: { readonly before: number; readonly after: number },
  free: (unit: Unit | undefined, partner: (u: Unit) => Unit | undefined) => unit is Unit,
  pairing: Pairing,
  vocabulary: Vocabulary,
): Tails {
  const before = (plan.before.list[place.before] as Listed).unit;
  const after = (plan.after.list[place.after] as Listed).unit;
  if (identityOf(before) !== undefined || identityOf(after) !== undefined) return NO_TAILS;
  const first = ahead(plan.after, place.after);
  if (!free(first, (u) => pairing.before(u)) || isHeaded(first.node) || isHeaded(after.node)) return NO_TAILS;
  if (!isSplit(before, first, after, pairing, vocabulary)) return NO_TAILS;
  pairing.remove(before, after);
  pairing.add(before, first);
  (place as { after: number }).after -= 1;
  return { before: [], after: [after] };
}

/** The unit behind a place in a list, where one provision holds both, or the next one was split off it. */
function behind(side: PlanSide, at: number): Unit | undefined {
  const [here, next] = [side.list[at], side.list[at + 1]];
  if (here === undefined || next === undefined) return undefined;
  const together = here.owner === next.owner || side.owners[next.owner]?.how === 'tail';
  return together ? next.unit : undefined;
}

/** The unit before a place in a list, under the same condition. */
function ahead(side: PlanSide, at: number): Unit | undefined {
  const before = side.list[at - 1];
  return before !== undefined && behind(side, at - 1) !== undefined ? before.unit : undefined;
}

/** Whether `whole` became `piece` and `rest`. A rest with a heading must hold provisions that `whole` held. */
function isSplit(whole: Unit, piece: Unit, rest: Unit, pairing: Pairing, vocabulary: Vocabulary): boolean {
  if (isHeaded(rest.node)) return isHeaded(piece.node) && tookOver(whole, rest, pairing);
  if (isHeaded(whole.node) || isHeaded(piece.node) || rest.weight < 1.5 || piece.weight < 1) return false;
  if (whole.weight < piece.weight + rest.weight * 0.5) return false;
  const [w, p, r] = [bagOf(whole, vocabulary), bagOf(piece, vocabulary), bagOf(rest, vocabulary)];
  const both = joinBags(p, r);
  if (bagLikeness(w, both, vocabulary.weights) < SPLIT_LIKENESS) return false;
  const { weights } = vocabulary;
  const shared = sharedWeight(w, both, weights);
  const comesFrom = (bag: Int32Array, other: Int32Array) =>
    shared - sharedWeight(w, other, weights) >= bagWeight(bag, weights) * SPLIT_SHARE;
  return bagWeight(p, weights) > 0 && bagWeight(r, weights) > 0 && comesFrom(r, p) && comesFrom(p, r);
}

/** Whether most of what a headed provision holds stood in `whole`. */
function tookOver(whole: Unit, rest: Unit, pairing: Pairing): boolean {
  let stayed = 0;
  for (const child of rest.children) {
    const other = pairing.before(child) ?? pairing.after(child);
    if (other?.parent === whole) stayed += child.weight;
  }
  return stayed > 0 && stayed * 2 >= rest.weight - rest.text.length / 6;
}
