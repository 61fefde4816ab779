/** What each count of a table rests on: which rows have the value, and how many of those that are not shown. */
import type { MatrixValue } from '../shape/shape.ts';
import type { MatrixTable } from '../table.ts';
import { type Counts, countsOf, countsOfValue, printedValues, totalOf, totalRequired } from './count.ts';

const MOST_KEYS = 30;

/** A line for each count that is not nought, `undefined` where the table cannot be counted. */
export function explainCounts(table: MatrixTable, baseline?: MatrixTable): string[] | undefined {
  const counts = countsOf(table, baseline);
  if (counts === undefined) return undefined;
  const keys = keysByCount(table);
  const lines = printedValues(counts).flatMap((value) => [
    ...table.headings.values.flatMap((heading, i) => lineOf(heading, value, i, counts, table, keys)),
    `${value}, total: ${totalOf(counts, value)} = ${
      countsOfValue(counts, value)
        .filter((count) => count > 0)
        .join(' + ') || 0
    }`,
  ]);
  const { total } = table.shape.counts ?? {};
  const parts = table.shape.values
    .filter(({ requires }) => requires.length > 0)
    .map(({ value }) => `${totalOf(counts, value)} ${value}`);
  return total === undefined ? lines : [...lines, `${total}: ${totalRequired(counts)} = ${parts.join(' + ')}`];
}

function lineOf(
  heading: string,
  value: MatrixValue,
  column: number,
  counts: Counts,
  table: MatrixTable,
  keys: ReadonlyMap<string, readonly string[]>,
): string[] {
  const count = countsOfValue(counts, value)[column] ?? 0;
  if (count === 0) return [];
  const shown = keys.get(`${value} ${column}`) ?? [];
  const named = shown.slice(0, MOST_KEYS).join(', ');
  const more = shown.length > MOST_KEYS ? ` and ${shown.length - MOST_KEYS} more` : '';
  const parts = shown.length === 0 ? [] : [`${shown.length} in rows that are shown (${named}${more})`];
  return [
    `${value}, ${heading}: ${count} = ${[...parts, ...otherParts(count - shown.length, value, column, table)].join(' + ')}`,
  ];
}

function otherParts(left: number, value: MatrixValue, column: number, { rest }: MatrixTable): string[] {
  if (left === 0) return [];
  const stated = rest?.counts?.[value]?.[column];
  if (rest?.counts !== undefined && stated === left)
    return [`${left} stated of ${rest.rows ?? ''} rows that are not shown`];
  return [`${left} by the baseline, whose other rows are not shown`];
}

/** The keys of the rows that have each value in each column. */
function keysByCount({ rows }: MatrixTable): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const { key, cells } of rows) {
    for (const [i, { value }] of cells.entries()) {
      if (value === undefined) continue;
      const name = `${value} ${i}`;
      const known = keys.get(name);
      if (known === undefined) keys.set(name, [key]);
      else known.push(key);
    }
  }
  return keys;
}
