/** Which rows of two tables are the same row: equal ones first, then like ones between them, in order. */
import { Numbers } from './aligning.ts';
import type { RowBlock, TableBlock } from './blocks.ts';
import type { Measure } from './measure.ts';
import { bestPairs } from './pairing.ts';
import type { Session } from './session.ts';

/** Indices of a row of before and of one of after. */
export type RowPair = readonly [number, number];

/** Rows less alike than this are not the same row. */
const ALIKE = 0.35;

/** The rows that pair; `fits` says of which two rows that is possible at all. */
export function pairRows(
  { aligning }: Session,
  before: TableBlock,
  after: TableBlock,
  measure: Measure,
  fits: (before: RowBlock, after: RowBlock) => boolean,
): RowPair[] {
  const numbers = new Numbers();
  const keys = (rows: readonly RowBlock[]) => rows.map((row) => numbers.of(row.key));
  const pairs: RowPair[] = [];
  let [i, j] = [0, 0];
  const ends = { a: before.rows.length, b: after.rows.length };
  for (const { a, b } of [...aligning.alignSequence(keys(before.rows), keys(after.rows)), ends]) {
    const [xs, ys] = [before.rows.slice(i, a), after.rows.slice(j, b)];
    if (xs.length > 0 && ys.length > 0) {
      const score = scoring(xs, ys, measure, fits);
      for (const [k, l] of bestPairs(xs.length, ys.length, score)) pairs.push([i + k, j + l]);
    }
    if (a < before.rows.length) pairs.push([a, b]);
    [i, j] = [a + 1, b + 1];
  }
  return pairs;
}

/** Where as many rows stand on both sides, those of one place and shape pair though they share nothing. */
function scoring(
  before: readonly RowBlock[],
  after: readonly RowBlock[],
  measure: Measure,
  fits: (before: RowBlock, after: RowBlock) => boolean,
): (i: number, j: number) => number {
  const even = before.length === after.length;
  return (i, j) => {
    const [x, y] = [before[i] as RowBlock, after[j] as RowBlock];
    if (!fits(x, y)) return 0;
    const alike = measure.rows(x, y);
    if (alike >= ALIKE) return 0.05 + alike * alike;
    return even && i === j && x.shape === y.shape ? 0.01 : 0;
  };
}
