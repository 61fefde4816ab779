/** Which rows of two tables are the same row: equal ones first, then like ones between them, in order. */

import type { RowBlock, TableBlock } from '../lines/blocks.ts';
import { Numbers } from '../pairing/aligning.ts';
import { bestPairs } from '../pairing/pairing.ts';
import type { Session } from '../session.ts';
import type { Measure } from './measure.ts';

/** Indices of a row of before and of one of after. */
export type RowPair = readonly [number, number];

/** Rows less alike than this are not the same row. */
const ALIKE = 0.35;
/** How alike rows are at least that begin with the same words, which no other row does. */
const ALIKE_BY_NAME = 0.5;
/** What names a row: words, not the number or letter that it is counted by. */
const NAME = /\p{L}{3}/u;

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
  const [left, right] = [namesOf(before), namesOf(after)];
  return (i, j) => {
    const [x, y] = [before[i] as RowBlock, after[j] as RowBlock];
    if (!fits(x, y)) return 0;
    const sameName = left[i] !== undefined && left[i] === right[j];
    const alike = Math.max(measure.rows(x, y), sameName ? ALIKE_BY_NAME : 0);
    if (alike >= ALIKE) return 0.05 + alike * alike;
    return even && i === j && x.shape === y.shape ? 0.01 : 0;
  };
}

/** What each row begins with, where that names it. */
function namesOf(rows: readonly RowBlock[]): (string | undefined)[] {
  const names = rows.map(({ cells }) => cells.find(({ key }) => key !== '')?.key ?? '');
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name) => (NAME.test(name) && counts.get(name) === 1 ? name : undefined));
}
