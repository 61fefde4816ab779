/**
 * Pairs of like units among many, without holding each against each: units meet through their rarest words, and only
 * those that meet are scored.
 */
import { likeness, pairScore } from './likeness.ts';
import { bagOf, type Unit, type Vocabulary } from './units.ts';

/** A word that more units share than this tells nothing. */
const COMMON = 24;
/** How many of its rarest words introduce a unit, and how many units so met are scored. */
const RAREST = 12;
const SCORED = 6;
/** A text of less weight must be more alike to be taken for the same. */
const SHORT_WEIGHT = 8;
const SHORT_SCORE = 0.72;

/**
 * Pairs whose score is at least `least`, the best first and each unit at most once. Units of one content meet in
 * reading order, whatever their words.
 */
export function candidatePairs(
  befores: readonly Unit[],
  afters: readonly Unit[],
  vocabulary: Vocabulary,
  least: number,
): [Unit, Unit][] {
  const scored = [...sameContent(befores, afters), ...throughWords(befores, afters, vocabulary, least)];
  scored.sort((x, y) => y.score - x.score || y.before.weight - x.before.weight || x.before.order - y.before.order);
  const taken = new Set<Unit>();
  const pairs: [Unit, Unit][] = [];
  for (const { before, after } of scored) {
    if (taken.has(before) || taken.has(after)) continue;
    taken.add(before).add(after);
    pairs.push([before, after]);
  }
  return pairs;
}

interface Scored {
  readonly before: Unit;
  readonly after: Unit;
  readonly score: number;
}

function sameContent(befores: readonly Unit[], afters: readonly Unit[]): Scored[] {
  const waiting = new Map<number, Unit[]>();
  for (let i = befores.length - 1; i >= 0; i--) {
    const unit = befores[i] as Unit;
    const list = waiting.get(unit.content);
    if (list === undefined) waiting.set(unit.content, [unit]);
    else list.push(unit);
  }
  const scored: Scored[] = [];
  for (const after of afters) {
    const before = waiting.get(after.content)?.pop();
    if (before !== undefined) scored.push({ before, after, score: 2 });
  }
  return scored;
}

function throughWords(
  befores: readonly Unit[],
  afters: readonly Unit[],
  vocabulary: Vocabulary,
  least: number,
): Scored[] {
  const postings = postingsOf(befores, vocabulary);
  const scored: Scored[] = [];
  for (const after of afters) {
    for (const before of meets(after, postings, vocabulary)) {
      const score = pairScore(before, after, vocabulary);
      const needed = Math.min(before.weight, after.weight) < SHORT_WEIGHT ? Math.max(SHORT_SCORE, least) : least;
      if (score >= needed && likeness(before, after, vocabulary) >= 0.35) scored.push({ before, after, score });
    }
  }
  return scored;
}

/** For each word the units that hold it; a list that has grown past `COMMON` is no longer added to. */
function postingsOf(units: readonly Unit[], vocabulary: Vocabulary): Map<number, Unit[]> {
  const postings = new Map<number, Unit[]>();
  for (const unit of units) {
    let last = -1;
    for (const word of bagOf(unit, vocabulary)) {
      if (word === last) continue;
      last = word;
      const list = postings.get(word);
      if (list === undefined) postings.set(word, [unit]);
      else if (list.length <= COMMON) list.push(unit);
    }
  }
  return postings;
}

/** The units of the same type that share the most of a unit's rarest words. */
function meets(unit: Unit, postings: ReadonlyMap<number, readonly Unit[]>, vocabulary: Vocabulary): Unit[] {
  const lists: (readonly Unit[])[] = [];
  let last = -1;
  for (const word of bagOf(unit, vocabulary)) {
    const list = word === last ? undefined : postings.get(word);
    last = word;
    if (list !== undefined && list.length <= COMMON) lists.push(list);
  }
  lists.sort((x, y) => x.length - y.length);
  const met = new Map<Unit, number>();
  for (const list of lists.slice(0, RAREST)) {
    for (const other of list) {
      if (other.node.type === unit.node.type) met.set(other, (met.get(other) ?? 0) + 1 / list.length);
    }
  }
  return [...met]
    .sort((x, y) => y[1] - x[1] || x[0].order - y[0].order)
    .slice(0, SCORED)
    .map(([other]) => other);
}
