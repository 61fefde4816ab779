/**
 * Pairing the provisions of two documents: by identity, then by exact text, then list by list by heading, number and
 * likeness, and last across lists, which finds what was moved and edited.
 */
import type { Report } from '../message.ts';
import { alignLists } from './align-lists.ts';
import { candidatePairs } from './candidates.ts';
import { headingKey, likeness } from './likeness.ts';
import { once } from './once.ts';
import { flatten, identities, looseAfters, looseBefores, Pairing, pairWhole } from './pairing.ts';
import { placeKey, type Unit, type Vocabulary } from './units.ts';

/** The least weight of a text that is taken for the same wherever it stands; "and" is not. */
const TELLING_WEIGHT = 4;
/** The least score of a pair across lists. */
const FAR_SCORE = 0.5;
/** What pieces of provisions that have no pair must weigh, and how alike they must be, to have been moved. */
const STOCK_WEIGHT = 8;
const STOCK_LIKENESS = 0.75;

/** Pairs the units of two documents whose roots belong together. */
export function align(before: Unit, after: Unit, vocabulary: Vocabulary, report?: Report): Pairing {
  const befores = flatten(before);
  const afters = flatten(after);
  const pairing = new Pairing(identities(befores), identities(afters));
  pairing.add(before, after);
  if (vocabulary.sameFile) pairPlaces(befores, afters, pairing);
  pairIdentical(identities(befores), identities(afters), pairing);
  pairExact(befores, afters, pairing);
  pairHeadings(befores, afters, pairing);
  pairParents(befores, pairing);
  const aligner = new Aligner(pairing, vocabulary, report);
  aligner.within(befores);
  pairNeighbours(pairing, vocabulary);
  pairRuns(befores, afters, pairing);
  for (let round = 0; round < 4 && aligner.across(befores, afters); round++) {
    pairNeighbours(pairing, vocabulary);
    pairParents(befores, pairing);
    aligner.within(befores);
  }
  return pairing;
}

/** Pairs what begins at one place of the file that both sides were read from. */
export function pairPlaces(befores: readonly Unit[], afters: readonly Unit[], pairing: Pairing): void {
  const right = once(looseAfters(afters, pairing), placeKey);
  for (const [key, unit] of once(looseBefores(befores, pairing), placeKey)) {
    const other = right.get(key);
    if (other === undefined || (unit.node.type === 'opaque' && unit.content !== other.content)) continue;
    pairing.add(unit, other);
  }
}

function pairIdentical(befores: Map<string, Unit>, afters: Map<string, Unit>, pairing: Pairing): void {
  for (const [identity, unit] of befores) {
    const other = afters.get(identity);
    if (other !== undefined && pairing.admits(unit, other)) pairing.add(unit, other);
  }
}

/** Pairs what says the same and stands once on each side, the largest first, with all below it. */
function pairExact(befores: readonly Unit[], afters: readonly Unit[], pairing: Pairing): void {
  const left = once(looseBefores(befores, pairing), contentIfTelling);
  const right = once(looseAfters(afters, pairing), contentIfTelling);
  const pairs: [Unit, Unit][] = [];
  for (const [content, unit] of left) {
    const other = right.get(content);
    if (other !== undefined && !isOtherSort(unit, other)) pairs.push([unit, other]);
  }
  pairs.sort((x, y) => y[0].weight - x[0].weight || x[0].order - y[0].order);
  for (const [unit, other] of pairs) pairWhole(unit, other, pairing);
}

/** All that a bullet says is not moved where a limb says it: the one is replaced by the other. */
function isOtherSort(before: Unit, after: Unit): boolean {
  const [x, y] = [before.parent, after.parent];
  if (before.node.type !== 'para' || x?.parent === undefined || y?.parent === undefined) return false;
  return x.children.length === 1 && y.children.length === 1 && x.node.type !== y.node.type;
}

function contentIfTelling(unit: Unit): number | undefined {
  return unit.weight >= TELLING_WEIGHT ? unit.content : undefined;
}

/** A label that is a heading by itself: `§ 415`, `Article 3`. */
const NAMED = /^(?:§|[A-Z][a-z]+ )/;

/** Pairs clauses whose headings stand once on each side, with their numbers or else without. */
function pairHeadings(befores: readonly Unit[], afters: readonly Unit[], pairing: Pairing): void {
  const heading = (unit: Unit) => headingKey(unit) || undefined;
  const labelled = ({ node }: Unit) => ('label' in node && node.label !== undefined ? node.label : undefined);
  const both = (unit: Unit) => {
    const label = labelled(unit);
    return label !== undefined && (heading(unit) !== undefined || NAMED.test(label))
      ? `${label} ${heading(unit)}`
      : undefined;
  };
  for (const key of [both, heading]) pairOnce(befores, afters, key, pairing);
}

function pairOnce(
  befores: readonly Unit[],
  afters: readonly Unit[],
  key: (unit: Unit) => string | undefined,
  pairing: Pairing,
): void {
  const left = once(befores, key);
  const right = once(afters, key);
  for (const [value, unit] of left) {
    const other = right.get(value);
    if (other !== undefined && pairing.admits(unit, other)) pairing.add(unit, other);
  }
}

/** Pairs containers by what they hold: where most of one's weight went into one other, they are the same. */
function pairParents(befores: readonly Unit[], pairing: Pairing): void {
  for (let i = befores.length - 1; i >= 0; i--) {
    const unit = befores[i] as Unit;
    if (unit.children.length === 0 || pairing.after(unit) !== undefined) continue;
    const [best, weight] = mostlyIn(unit, pairing);
    if (best === undefined || weight * 2 < Math.max(unit.weight, 1) || weight * 3 < best.weight) continue;
    if (pairing.admits(unit, best)) pairing.add(unit, best);
  }
}

/** The units whose words no other unit of the list repeats: a stock phrase that stands elsewhere too was not moved. */
function soleIn(units: readonly Unit[]): Unit[] {
  const counts = new Map<number, number>();
  for (const { content } of units) counts.set(content, (counts.get(content) ?? 0) + 1);
  return units.filter(({ content }) => counts.get(content) === 1);
}

/**
 * Pairs short paragraphs that are left over: runs of neighbours that say the same on both sides and nowhere else, and weigh
 * enough together.
 */
function pairRuns(befores: readonly Unit[], afters: readonly Unit[], pairing: Pairing): void {
  const known = new Map(soleIn(befores).map((unit) => [unit.content, unit]));
  const sole = new Set(soleIn(afters));
  const partnerOf = (after: Unit | undefined): Unit | undefined => {
    const before = after === undefined || !sole.has(after) ? undefined : known.get(after.content);
    if (before?.parent === undefined || after?.parent === undefined) return undefined;
    return pairing.after(before.parent) === after.parent && pairing.admits(before, after) ? before : undefined;
  };
  for (let after of afters) {
    let before = partnerOf(after);
    const run: [Unit, Unit][] = [];
    while (before !== undefined) {
      run.push([before, after]);
      const [next, other]: (Unit | undefined)[] = [siblingOf(before, 1), siblingOf(after, 1)];
      if (next === undefined || other === undefined || partnerOf(other) !== next) break;
      [before, after] = [next, other];
    }
    if (run.reduce((sum, [unit]) => sum + unit.weight, 0) < TELLING_WEIGHT) continue;
    for (const [x, y] of run) pairWhole(x, y, pairing);
  }
}

/** How alike the neighbours of a pair must be to have gone with it. */
const BESIDE_LIKENESS = 0.5;

/** Pairs the neighbours of pairs that went where these went, however short they are. */
function pairNeighbours(pairing: Pairing, vocabulary: Vocabulary): void {
  for (const [before, after] of [...pairing.entries()]) {
    for (const step of [1, -1]) {
      for (let [x, y] = [before, after]; ; ) {
        const [next, other] = [siblingOf(x, step), siblingOf(y, step)];
        if (next === undefined || other === undefined || !pairing.admits(next, other)) break;
        if (next.content !== other.content && likeness(next, other, vocabulary) < BESIDE_LIKENESS) break;
        pairWhole(next, other, pairing);
        [x, y] = [next, other];
      }
    }
  }
}

function siblingOf(unit: Unit, step: number): Unit | undefined {
  return unit.parent?.children[unit.index + step];
}

/** The parent on the other side that holds most of what a unit holds, and the weight of that. */
function mostlyIn(unit: Unit, pairing: Pairing): [Unit | undefined, number] {
  const votes = new Map<Unit, number>();
  for (const child of unit.children) {
    const parent = pairing.after(child)?.parent;
    if (parent !== undefined) votes.set(parent, (votes.get(parent) ?? 0) + child.weight);
  }
  let best: [Unit | undefined, number] = [undefined, 0];
  for (const [parent, weight] of votes) if (weight > best[1]) best = [parent, weight];
  return best;
}

class Aligner {
  readonly #pairing: Pairing;
  readonly #vocabulary: Vocabulary;
  readonly #report: Report | undefined;
  readonly #done = new Set<Unit>();

  constructor(pairing: Pairing, vocabulary: Vocabulary, report: Report | undefined) {
    this.#pairing = pairing;
    this.#vocabulary = vocabulary;
    this.#report = report;
  }

  /** Aligns the lists below every pair that has not been aligned yet, parents first. */
  within(befores: readonly Unit[]): void {
    for (const before of befores) {
      const after = this.#pairing.after(before);
      if (after === undefined || this.#done.has(before)) continue;
      this.#done.add(before);
      alignLists(before.children, after.children, this.#pairing, this.#vocabulary, this.#report);
    }
  }

  /** Pairs what is left over anywhere, the outermost first. Tells whether anything was found. */
  across(befores: readonly Unit[], afters: readonly Unit[]): boolean {
    const left = soleIn(befores).filter((unit) => this.#isLoose(unit, (u) => this.#pairing.after(u)));
    const right = soleIn(afters).filter((unit) => this.#isLoose(unit, (u) => this.#pairing.before(u)));
    let found = false;
    for (const [before, after] of candidatePairs(left, right, this.#vocabulary, FAR_SCORE)) {
      if (!this.#pairing.admits(before, after) || !this.#isTelling(before, after)) continue;
      this.#pairing.add(before, after);
      found = true;
    }
    return found;
  }

  /** A paragraph that is all its provision says goes where the provision goes. */
  #isLoose(unit: Unit, partner: (unit: Unit) => Unit | undefined): boolean {
    const sole = unit.node.type === 'para' && unit.parent?.parent !== undefined && unit.parent.children.length === 1;
    return partner(unit) === undefined && !sole && unit.weight >= TELLING_WEIGHT;
  }

  /** Pieces of a provision that came or went as a whole share stock phrases with others; more is asked of them. */
  #isTelling(before: Unit, after: Unit): boolean {
    const inPlace =
      (before.parent !== undefined && this.#pairing.after(before.parent) !== undefined) ||
      (after.parent !== undefined && this.#pairing.before(after.parent) !== undefined);
    if (inPlace) return true;
    return before.weight >= STOCK_WEIGHT && likeness(before, after, this.#vocabulary) >= STOCK_LIKENESS;
  }
}
