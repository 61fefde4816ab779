/**
 * Moves: paragraphs that went from one place of a container and came at another. Equal ones that stand once are paired
 * first, then like ones that meet through rare words, and both grow to blocks of neighbours that kept their order.
 */

import type { Block, LineBlock } from '../lines/blocks.ts';
import type { Line } from '../lines/lines.ts';
import { type Aligning, Numbers } from './aligning.ts';
import { type Bag, bagOf, likeness, size } from './bags.ts';
import { candidatesFor, postingsOf } from './meeting.ts';
import type { Entry } from './pairing.ts';

/** One move: the name that its two ranges share, and their ids. */
export interface Move {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A paragraph that came by a move, and what it was. */
export interface Arrival {
  readonly move: Move;
  readonly before: Line;
}

/** The moves of one container, by the paragraphs of both sides. */
export interface Moves {
  readonly gone: ReadonlyMap<Line, Move>;
  readonly come: ReadonlyMap<Line, Arrival>;
}

export const NO_MOVES: Moves = { gone: new Map(), come: new Map() };

/** What must be moved, in words, to be called a move, and what a paragraph must hold to be looked for by likeness. */
const TELLING = 5;
const TELLING_LIKE = 8;
/** How alike paragraphs must be to be one that was moved and edited; neighbours of one that was moved need less. */
const ALIKE = 0.6;
const ALIKE_BESIDE = 0.5;

/** A paragraph that may have been moved: it has no pair, or one that is not much like it. */
export interface Seat {
  readonly block: LineBlock;
  /** Its place among the blocks of its side. */
  readonly at: number;
  /** How many pairs stand in front of it. */
  readonly rank: number;
  readonly bag: Bag;
  /** Whether nothing else of its side says the same. */
  readonly sole: boolean;
}

type Pair = readonly [Seat, Seat];

/** Both sides of a container as far as it may have been moved. */
interface Floor {
  readonly from: ReadonlyMap<number, Seat>;
  readonly to: ReadonlyMap<number, Seat>;
  /** Pairs by the seat of before, and the seats of after that are taken. */
  readonly pairs: Map<Seat, Seat>;
  readonly taken: Set<Seat>;
}

/** The moves among paired blocks, and the blocks with those pairs taken apart whose paragraphs were moved instead. */
export function findMoves(
  entries: readonly Entry[],
  aligning: Aligning,
  name: () => Move,
): { readonly entries: readonly Entry[]; readonly moves: Moves } {
  const floor = floorOf(entries, aligning);
  if (floor.from.size === 0 || floor.to.size === 0) return { entries, moves: NO_MOVES };
  pairEqual(floor);
  grow(floor);
  pairLike(floor);
  grow(floor);
  const runs = runsOf(floor);
  if (runs.length === 0) return { entries, moves: NO_MOVES };
  return { entries: releasedIn(entries, runs), moves: movesOf(runs, name) };
}

function floorOf(entries: readonly Entry[], aligning: Aligning): Floor {
  const words = new Numbers();
  const [from, to] = [new Map<number, Seat>(), new Map<number, Seat>()];
  const [left, right] = [
    onceOf(entries.flatMap(({ before }) => before)),
    onceOf(entries.flatMap(({ after }) => after)),
  ];
  let [i, j, rank] = [0, 0, 0];
  const seat = (block: Block | undefined, at: number, once: ReadonlySet<string>): Seat | undefined => {
    if (block?.kind !== 'line') return undefined;
    return { block, at, rank, bag: bagOf(block, words, aligning), sole: once.has(block.key) };
  };
  for (const { before, after } of entries) {
    const paired = before.length > 0 && after.length > 0;
    if (!paired || mayBeLoose(before, after)) {
      const [x, y] = [seat(before[0], i, left), seat(after[0], j, right)];
      const apart = !paired || (x !== undefined && y !== undefined && likeness(x.bag, y.bag) < ALIKE_BESIDE);
      if (x !== undefined && apart) from.set(i, x);
      if (y !== undefined && apart) to.set(j, y);
    }
    i += before.length;
    j += after.length;
    if (paired) rank++;
  }
  return { from, to, pairs: new Map(), taken: new Set() };
}

/** Whether two blocks that were paired for want of better ones are paragraphs that say something else. */
function mayBeLoose(before: readonly Block[], after: readonly Block[]): boolean {
  const [x, y] = [before[0], after[0]];
  if (before.length > 1 || after.length > 1 || x?.kind !== 'line' || y?.kind !== 'line') return false;
  return x.key !== y.key;
}

/** Pairs what stands once on each side, to the letter. */
function pairEqual(floor: Floor): void {
  const known = new Map([...floor.from.values()].map((seat) => [seat.block.key, seat]));
  for (const y of floor.to.values()) {
    const x = known.get(y.block.key);
    if (x?.sole === true && y.sole && x.rank !== y.rank) join(floor, [x, y]);
  }
}

/** The keys of blocks that stand once. */
function onceOf(blocks: readonly Block[]): Set<string> {
  const [once, known] = [new Set<string>(), new Set<string>()];
  for (const { key } of blocks) {
    if (known.has(key)) once.delete(key);
    else once.add(key);
    known.add(key);
  }
  return once;
}

/** Pairs what is left by likeness, the most alike first. */
function pairLike(floor: Floor): void {
  const free = (seat: Seat): boolean =>
    seat.sole && !floor.pairs.has(seat) && !floor.taken.has(seat) && size(seat.bag) >= TELLING_LIKE;
  const postings = postingsOf([...floor.from.values()].filter(free));
  const scored: { readonly pair: Pair; readonly score: number }[] = [];
  for (const y of [...floor.to.values()].filter(free)) {
    for (const x of candidatesFor(y, postings)) {
      const score = x.rank === y.rank ? 0 : likeness(x.bag, y.bag);
      if (score >= ALIKE) scored.push({ pair: [x, y], score });
    }
  }
  scored.sort((a, b) => b.score - a.score || a.pair[0].at - b.pair[0].at);
  for (const { pair } of scored) join(floor, pair);
}

function join({ pairs, taken }: Floor, [x, y]: Pair): boolean {
  if (pairs.has(x) || taken.has(y)) return false;
  pairs.set(x, y);
  taken.add(y);
  return true;
}

/** Takes in the neighbours of what was moved that were moved with it, however short they are. */
function grow(floor: Floor): void {
  for (const step of [1, -1]) {
    for (const pair of [...floor.pairs]) {
      for (let [x, y]: Pair = pair; ; ) {
        const [next, other] = [floor.from.get(x.at + step), floor.to.get(y.at + step)];
        if (next === undefined || other === undefined || !isAlike(next, other) || !join(floor, [next, other])) break;
        [x, y] = [next, other];
      }
    }
  }
}

function isAlike(x: Seat, y: Seat): boolean {
  return x.block.key === y.block.key || likeness(x.bag, y.bag) >= ALIKE_BESIDE;
}

/** Pairs by runs of those that are neighbours on both sides, short of runs that say too little. */
function runsOf({ pairs }: Floor): Pair[][] {
  const runs: Pair[][] = [];
  for (const pair of [...pairs].sort(([x], [y]) => x.at - y.at)) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (last !== undefined && last[0].at + 1 === pair[0].at && last[1].at + 1 === pair[1].at) run?.push(pair);
    else runs.push([pair]);
  }
  return runs.filter((run) => run.reduce((sum, [, y]) => sum + size(y.bag), 0) >= TELLING);
}

/** One move for each run. */
function movesOf(runs: readonly (readonly Pair[])[], name: () => Move): Moves {
  const [gone, come] = [new Map<Line, Move>(), new Map<Line, Arrival>()];
  for (const run of runs) {
    const move = name();
    for (const [x, y] of run) {
      gone.set(x.block.line, move);
      come.set(y.block.line, { move, before: x.block.line });
    }
  }
  return { gone, come };
}

/** Takes loose pairs apart of which a side was moved; between two pairs what is gone stands before what has come. */
function releasedIn(entries: readonly Entry[], runs: readonly (readonly Pair[])[]): Entry[] {
  const moved = new Set<Block>(runs.flat(2).map(({ block }) => block));
  const released: Entry[] = [];
  let [gone, come]: [Entry[], Entry[]] = [[], []];
  const close = (): void => {
    released.push(...gone, ...come);
    [gone, come] = [[], []];
  };
  for (const entry of entries) {
    const { before, after } = entry;
    const apart =
      before.length === 0 || after.length === 0 || moved.has(before[0] as Block) || moved.has(after[0] as Block);
    if (!apart) close();
    if (!apart) released.push(entry);
    else {
      for (const block of before) gone.push({ before: [block], after: [] });
      for (const block of after) come.push({ before: [], after: [block] });
    }
  }
  close();
  return released;
}
