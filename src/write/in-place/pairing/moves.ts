/** Moves as Word marks them: runs of neighbouring paragraphs that the comparison moved together. */
import type { PassagePair } from '../../../model/alignment.ts';
import type { Block } from '../lines/blocks.ts';
import type { Line } from '../lines/lines.ts';
import type { Entry } from './pairing.ts';

/** One move: the name that its two ranges share, and their ids. */
export interface Move {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A paragraph that was moved to where it stands, and what it was. */
export interface Arrival {
  readonly move: Move;
  readonly before: Line;
  readonly pair: PassagePair | undefined;
}

/** The moves of one container, by the paragraphs of both sides. */
export interface Moves {
  readonly gone: ReadonlyMap<Line, Move>;
  readonly come: ReadonlyMap<Line, Arrival>;
}

export const NO_MOVES: Moves = { gone: new Map(), come: new Map() };

/** The moves among pairs that stand out of order; `entries` are all blocks of the container. */
export function movesOf(moved: readonly Entry[], entries: readonly Entry[], name: () => Move): Moves {
  const [gone, come] = [new Map<Line, Move>(), new Map<Line, Arrival>()];
  for (const run of runsOf(moved, entries)) {
    const move = name();
    for (const { before, after, pair } of run) {
      const [x, y] = [before[0], after[0]];
      if (x?.kind !== 'line' || y?.kind !== 'line') continue;
      gone.set(x.line, move);
      come.set(y.line, { move, before: x.line, pair });
    }
  }
  return { gone, come };
}

/** Moved paragraphs by runs of those that are neighbours on both sides. */
function runsOf(moved: readonly Entry[], entries: readonly Entry[]): Entry[][] {
  const places = { before: placesOf(entries, 'before'), after: placesOf(entries, 'after') };
  const at = (entry: Entry, side: 'before' | 'after'): number => places[side].get(entry[side][0] as Block) ?? -2;
  const runs: Entry[][] = [];
  const lines = moved.filter(({ before, after }) => before[0]?.kind === 'line' && after[0]?.kind === 'line');
  for (const entry of [...lines].sort((x, y) => at(x, 'before') - at(y, 'before'))) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    const follows =
      last !== undefined &&
      at(last, 'before') + 1 === at(entry, 'before') &&
      at(last, 'after') + 1 === at(entry, 'after');
    if (follows) run?.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** The place of each block among those of its side. */
function placesOf(entries: readonly Entry[], side: 'before' | 'after'): Map<Block, number> {
  const places = new Map<Block, number>();
  for (const entry of entries) for (const block of entry[side]) places.set(block, places.size);
  return places;
}
