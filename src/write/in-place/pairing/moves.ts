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

/** Moved paragraphs by runs of those that are neighbours on both sides, what is equal between them included. */
function runsOf(moved: readonly Entry[], entries: readonly Entry[]): Entry[][] {
  const blocks = { before: entries.flatMap(({ before }) => before), after: entries.flatMap(({ after }) => after) };
  const places = { before: placesOf(blocks.before), after: placesOf(blocks.after) };
  const kept = entries.filter(({ before, after }) => before.length > 0 && after.length > 0);
  const paired = new Set(kept.flatMap(({ before, after }) => [...before, ...after]));
  const at = (entry: Entry, side: 'before' | 'after'): number => places[side].get(entry[side][0] as Block) ?? -1;
  const lines = moved.filter(({ before, after }) =>
    [...before, ...after].every((block) => block.kind === 'line' && !paired.has(block)),
  );
  const runs: Entry[][] = [];
  for (const entry of [...lines].sort((x, y) => at(x, 'before') - at(y, 'before'))) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    const between =
      last === undefined
        ? undefined
        : equalBetween(
            blocks.before.slice(at(last, 'before') + 1, at(entry, 'before')),
            blocks.after.slice(at(last, 'after') + 1, Math.max(0, at(entry, 'after'))),
            at(last, 'after') < at(entry, 'after') ? paired : undefined,
          );
    if (between === undefined) runs.push([entry]);
    else run?.push(...between, entry);
  }
  return runs;
}

/** How many paragraphs may stand between two that were moved together. */
const LONGEST_BETWEEN = 4;

/** Paragraphs that say the same on both sides, as pairs; `undefined` where they do not, or stay elsewhere. */
function equalBetween(
  before: readonly Block[],
  after: readonly Block[],
  paired: ReadonlySet<Block> | undefined,
): Entry[] | undefined {
  if (paired === undefined || before.length !== after.length || before.length > LONGEST_BETWEEN) return undefined;
  const same = before.every((block, k) => block.kind === 'line' && block.key === after[k]?.key);
  if (!same || [...before, ...after].some((block) => paired.has(block))) return undefined;
  return before.map((block, k) => ({ before: [block], after: [after[k] as Block] }));
}

/** The place of each block in a list. */
function placesOf(blocks: readonly Block[]): Map<Block, number> {
  return new Map(blocks.map((block, k) => [block, k]));
}
