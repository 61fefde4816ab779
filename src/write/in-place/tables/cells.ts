/** Which cells of two rows are the same cell, given which columns are the same. */
import { bestPairs } from '../../../align/best-pairs.ts';
import type { CellBlock, RowBlock } from '../lines/blocks.ts';

/** Grid columns of after by those of before; their order is the same on both sides. */
export type Columns = ReadonlyMap<number, number>;

/** A cell of both sides, or of one alone. */
export interface CellPair {
  readonly before?: CellBlock;
  readonly after?: CellBlock;
}

/** The cells of two rows in reading order, what is gone before what has come; `isSame` is what was decided of two cells. */
export function pairCells(
  before: RowBlock,
  after: RowBlock,
  columns: Columns,
  isSame: (before: CellBlock, after: CellBlock) => boolean,
): CellPair[] {
  const [xs, ys] = [before.cells, after.cells];
  const score = (i: number, j: number): number => {
    const [x, y] = [xs[i] as CellBlock, ys[j] as CellBlock];
    const common = commonColumns(x, y, columns);
    return common === 0 ? 0 : common + (isSame(x, y) ? 1 : 0);
  };
  const pairs: CellPair[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...bestPairs(xs.length, ys.length, score), [xs.length, ys.length] as const]) {
    pairs.push(...xs.slice(i, x).map((cell) => ({ before: cell })), ...ys.slice(j, y).map((cell) => ({ after: cell })));
    const [cell, other] = [xs[x], ys[y]];
    if (cell !== undefined && other !== undefined) pairs.push({ before: cell, after: other });
    [i, j] = [x + 1, y + 1];
  }
  return pairs;
}

/** How many columns two cells cover both. */
function commonColumns(x: CellBlock, y: CellBlock, columns: Columns): number {
  let common = 0;
  for (let column = x.column; column < x.column + x.span; column++) {
    const other = columns.get(column);
    if (other !== undefined && other >= y.column && other < y.column + y.span) common++;
  }
  return common;
}
