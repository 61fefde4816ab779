/** Which columns of two tables are the same column, told by their headings and by what stands in them. */
import type { CellBlock, RowBlock, TableBlock } from '../lines/blocks.ts';
import { widthOf } from '../lines/grid.ts';
import { bestPairs } from '../pairing/pairing.ts';
import type { Measure } from './measure.ts';
import type { RowPair } from './rows.ts';

/** Grid columns of after by those of before; their order is the same on both sides. */
export type Columns = ReadonlyMap<number, number>;

/** Columns less alike than this are not the same column. */
const ALIKE = 0.3;
/** How many comparisons of cells are made at most. */
const COMPARISONS = 200_000;
/** What the heading weighs, as a share of all other rows. */
const HEADING = 0.3;
/** What two cells without text say for their columns. */
const BOTH_EMPTY = 0.2;

/** The columns that pair, given which rows do. */
export function pairColumns(
  before: TableBlock,
  after: TableBlock,
  rows: readonly RowPair[],
  measure: Measure,
): Columns {
  const [n, m] = [widthOf(before.rows), widthOf(after.rows)];
  const sample = rows.slice(0, Math.max(1, Math.floor(COMPARISONS / Math.max(1, n * m))));
  const pairs = sample.map(([i, j]) => [cellsAt(before.rows[i]), cellsAt(after.rows[j])] as const);
  const score = (i: number, j: number): number => {
    const alike = columnLikeness(pairs, i, j, measure);
    return alike >= ALIKE ? alike * alike : 0;
  };
  return withPlaces(bestPairs(n, m, score), n, m);
}

type CellsAt = ReadonlyMap<number, CellBlock>;

function cellsAt(row: RowBlock | undefined): CellsAt {
  return new Map(row?.cells.map((cell) => [cell.column, cell]));
}

function columnLikeness(
  rows: readonly (readonly [CellsAt, CellsAt])[],
  i: number,
  j: number,
  measure: Measure,
): number {
  let [sum, total] = [0, 0];
  rows.forEach(([before, after], k) => {
    const [x, y] = [before.get(i), after.get(j)];
    if (x === undefined && y === undefined) return;
    const weight = k === 0 ? Math.max(1, HEADING * rows.length) : 1;
    total += weight;
    if (x === undefined || y === undefined) return;
    sum += weight * (x.key === '' && y.key === '' ? BOTH_EMPTY : measure.cells(x, y));
  });
  return total === 0 ? 0 : sum / total;
}

/** As many columns on both sides between two pairs, or at an edge, are those of one place. */
function withPlaces(pairs: readonly RowPair[], n: number, m: number): Columns {
  const columns = new Map<number, number>();
  let [i, j] = [0, 0];
  for (const [x, y] of [...pairs, [n, m] as const]) {
    if (x - i === y - j) for (; i < x; i++, j++) columns.set(i, j);
    if (x < n) columns.set(x, y);
    [i, j] = [x + 1, y + 1];
  }
  return columns;
}
