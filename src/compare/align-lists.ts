/** Pairing two lists of siblings, some of which may be paired already: what says the same in order, then what is alike. */
import { bagWeight, sharedWeight } from '../align/bags.ts';
import { bestPairs } from '../align/best-pairs.ts';
import { alignSequence, heaviestIncreasing } from '../align/sequence.ts';
import type { Report } from '../message.ts';
import { candidatePairs } from './candidates.ts';
import { pairScore } from './likeness.ts';
import { looseAfters, looseBefores, type Pairing, pairWhole } from './pairing.ts';
import { bagOf, isBlank, placeWeight, type Unit, type Vocabulary } from './units.ts';

/** The largest gap, before times after, in which every pair is scored. */
const GAP_CELLS = 2500;
/** The least score of a pair within a gap. */
const GAP_SCORE = 0.45;
/** Added to every score that suffices, so that a pair counts even where nothing is shared. */
const ADMITTED = 1e-6;
/** A pair alone in its gap needs less: where one provision gave way to one, a reader expects to see it edited. */
const LONE_SCORE = 0.2;

/** Aligns two lists of siblings, some of which may be paired already, and adds what it finds to `pairing`. */
export function alignLists(
  befores: readonly Unit[],
  afters: readonly Unit[],
  pairing: Pairing,
  vocabulary: Vocabulary,
  report?: Report,
): void {
  for (const gap of gapsBetween(befores, afters, pairing, vocabulary)) {
    alignExact(gap, pairing, report);
    for (const rest of gapsBetween(gap.befores, gap.afters, pairing, vocabulary)) alignLike(rest, pairing, vocabulary);
  }
}

interface Gap {
  readonly befores: readonly Unit[];
  readonly afters: readonly Unit[];
}

/** The stretches of unpaired units between the pairs of two lists that are in order. */
function gapsBetween(
  befores: readonly Unit[],
  afters: readonly Unit[],
  pairing: Pairing,
  vocabulary: Vocabulary,
): Gap[] {
  const place = new Map(afters.map((unit, j) => [unit, j]));
  const pairs: { i: number; j: number; weight: number }[] = [];
  befores.forEach((unit, i) => {
    const after = pairing.after(unit);
    const j = after === undefined ? undefined : place.get(after);
    if (after === undefined || j === undefined) return;
    pairs.push({ i, j, weight: placeWeight(unit.node, after.node, unit.weight + 1, vocabulary) });
  });
  const chain = heaviestIncreasing(
    pairs.map((pair) => pair.j),
    pairs.map((pair) => pair.weight),
  ).map((k) => pairs[k] as { i: number; j: number });
  const gaps: Gap[] = [];
  let from = { i: 0, j: 0 };
  for (const to of [...chain, { i: befores.length, j: afters.length }]) {
    const gap = {
      befores: looseBefores(befores.slice(from.i, to.i), pairing),
      afters: looseAfters(afters.slice(from.j, to.j), pairing),
    };
    if (gap.befores.length > 0 && gap.afters.length > 0) gaps.push(gap);
    from = { i: to.i + 1, j: to.j + 1 };
  }
  return gaps;
}

/** Pairs the units of a gap that say the same, in order. */
function alignExact(gap: Gap, pairing: Pairing, report?: Report): void {
  const left = gap.befores.map((unit) => unit.content);
  const right = gap.afters.map((unit) => unit.content);
  const matches = alignSequence(left, right, (entries) => report?.(coarse(entries)));
  for (const match of matches) {
    pairWhole(gap.befores[match.a] as Unit, gap.afters[match.b] as Unit, pairing);
  }
}

/** The message that a stretch is told more coarsely than it might be. */
export function coarse(entries: number) {
  return {
    severity: 'note',
    rule: 'compare/coarse',
    reason: `${entries} entries differ too much to be compared one by one; they are told as replaced`,
  } as const;
}

/** Pairs the units of a gap by likeness: all against all where it is small, else by telling words. */
function alignLike(gap: Gap, pairing: Pairing, vocabulary: Vocabulary): void {
  const cells = gap.befores.length * gap.afters.length;
  const pairs =
    cells <= GAP_CELLS
      ? bestInOrder(gap, pairing, vocabulary)
      : candidatePairs(gap.befores, gap.afters, vocabulary, GAP_SCORE);
  for (const [before, after] of pairs) if (pairing.admits(before, after)) pairing.add(before, after);
}

/**
 * The score that a pair of a gap needs. Alone in a gap of one provision, or under one number, two are the same; and so are
 * two rows of which one has no text, whose cells were emptied or filled.
 */
function leastScore({ befores, afters }: Gap): number {
  const [before, after] = [befores[0], afters[0]];
  if (befores.length !== 1 || afters.length !== 1 || before === undefined || after === undefined) return GAP_SCORE;
  const lead = before.node.type === 'para' && before.parent?.parent !== undefined;
  const label = 'label' in before.node ? before.node.label : undefined;
  const numbered = label !== undefined && 'label' in after.node && after.node.label === label;
  const blankRow = before.node.type === 'row' && (isBlank(before) || isBlank(after));
  return lead || numbered || blankRow ? 0 : LONE_SCORE;
}

/** How many words must stand in another text for it to be what is left of that, or what that grew from. */
const WITHIN_WORDS = 2;

/** Whether one of two units says some words, and nothing but what the other says. */
function isWithin(before: Unit, after: Unit, vocabulary: Vocabulary): boolean {
  const [x, y] = [bagOf(before, vocabulary), bagOf(after, vocabulary)];
  const least = Math.min(x.length, y.length);
  if (least < WITHIN_WORDS) return false;
  const { weights } = vocabulary;
  return sharedWeight(x, y, weights) >= Math.min(bagWeight(x, weights), bagWeight(y, weights)) - 1e-9;
}

/** The pairs in order whose scores add up to most. */
function bestInOrder(gap: Gap, pairing: Pairing, vocabulary: Vocabulary): [Unit, Unit][] {
  const least = leastScore(gap);
  const alone = gap.befores.length === 1 && gap.afters.length === 1;
  const at = (i: number, j: number): [Unit, Unit] => [gap.befores[i] as Unit, gap.afters[j] as Unit];
  const score = (i: number, j: number): number => {
    const [before, after] = at(i, j);
    const value = pairing.admits(before, after) ? pairScore(before, after, vocabulary) : -1;
    return value >= least || (alone && value >= 0 && isWithin(before, after, vocabulary)) ? value + ADMITTED : 0;
  };
  return bestPairs(gap.befores.length, gap.afters.length, score).map(([i, j]) => at(i, j));
}
