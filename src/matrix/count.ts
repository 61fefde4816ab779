/** Counts by value and column: derived from rows, from what is stated of the rest, or from a baseline and what changed. */
import { differenceOf } from './difference.ts';
import type { MatrixRow, MatrixTable, StatedCounts } from './table.ts';
import { type MatrixValue, VALUES } from './value.ts';

/** The counts of a table. */
export interface Counts {
  /** For each value, one number for each command variant. */
  readonly grid: Readonly<Record<MatrixValue, readonly number[]>>;
  /** How many rows the table has. */
  readonly rows: number;
  /** On what the counts rest, as the end of a sentence. */
  readonly basis: string;
}

/** The sum of a value's counts over all command variants. */
export function totalOf(counts: Counts, value: MatrixValue): number {
  return counts.grid[value].reduce((sum, count) => sum + count, 0);
}

/** Total Tests: every cell that requires a test. */
export function totalTests(counts: Counts): number {
  return VALUES.filter((value) => value !== 'N/A').reduce((sum, value) => sum + totalOf(counts, value), 0);
}

/** The values whose counts a table prints: N/A and those that it uses. */
export function valuesOf(counts: Counts): MatrixValue[] {
  return VALUES.filter((value) => value === 'N/A' || totalOf(counts, value) > 0);
}

/**
 * The counts of a table: of its rows, where it is whole; with what is stated of the rest, where it is partial; else
 * those of the baseline with what the amendment changes. `undefined` where nothing is known of the rest.
 */
export function countsOf(table: MatrixTable, baseline?: MatrixTable): Counts | undefined {
  const { rest, rows } = table;
  const width = table.headings.commands.length;
  if (rest === undefined) {
    return { grid: countRows(rows, width), rows: rows.length, basis: `the ${rows.length} rows of the table` };
  }
  if (rest.counts !== undefined && rest.rows !== undefined) {
    const stated = VALUES.map((value) => [value, rest.counts?.[value] ?? zeros(width)] as const);
    const grid = add(countRows(rows, width), gridOf(stated), 1);
    const basis = `${rows.length} rows that are shown and the counts stated of ${rest.rows} that are not`;
    return { grid, rows: rows.length + rest.rows, basis };
  }
  return baseline === undefined ? undefined : byDifference(table, baseline);
}

function byDifference(table: MatrixTable, baseline: MatrixTable): Counts | undefined {
  const known = countsOf(baseline) ?? countsAsStated(baseline);
  const width = table.headings.commands.length;
  if (known === undefined || baseline.headings.commands.length !== width) return undefined;
  const { inserted, deleted, changed } = differenceOf(baseline, table);
  const came = countRows([...inserted, ...changed.map(({ after }) => after)], width);
  const went = countRows([...deleted, ...changed.map(({ before }) => before)], width);
  const moved = [
    `${inserted.length} inserted`,
    ...(deleted.length > 0 ? [`${deleted.length} deleted`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
  ];
  return {
    grid: add(add(known.grid, came, 1), went, -1),
    rows: known.rows + inserted.length - deleted.length,
    basis: `the baseline (${known.basis}) and its rows ${moved.join(', ')}`,
  };
}

/** Typed counts as counts, where every one of them is a number and every column has as many rows. */
function countsAsStated({ stated, headings }: MatrixTable): Counts | undefined {
  if (stated === undefined) return undefined;
  const width = headings.commands.length;
  const grid = gridOf(VALUES.map((value) => [value, numbers(stated, value, width)] as const));
  const columns = Array.from({ length: width }, (_, i) =>
    VALUES.reduce((sum, value) => sum + (grid[value][i] ?? 0), 0),
  );
  const [rows] = columns;
  if (rows === undefined || columns.some((sum) => sum !== rows)) return undefined;
  return { grid, rows, basis: 'its stated counts, which add up' };
}

function numbers(stated: StatedCounts, value: MatrixValue, width: number): number[] {
  const texts = stated.counts[value];
  return Array.from({ length: width }, (_, i) => (texts === undefined ? 0 : readCount(texts[i] ?? '')));
}

/** A typed number; not a number where the text is none. */
export function readCount(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

/** Counts the values of rows, column by column. */
export function countRows(rows: readonly MatrixRow[], width: number): Record<MatrixValue, number[]> {
  const grid = gridOf(VALUES.map((value) => [value, zeros(width)] as const));
  for (const { cells } of rows) {
    for (const [i, { value }] of cells.entries()) {
      const column = value === undefined ? undefined : grid[value];
      if (column !== undefined && i < width) column[i] = (column[i] ?? 0) + 1;
    }
  }
  return grid;
}

function add(a: Counts['grid'], b: Counts['grid'], sign: 1 | -1): Record<MatrixValue, number[]> {
  return gridOf(VALUES.map((value) => [value, a[value].map((count, i) => count + sign * (b[value][i] ?? 0))] as const));
}

function zeros(width: number): number[] {
  return Array.from({ length: width }, () => 0);
}

function gridOf(entries: readonly (readonly [MatrixValue, readonly number[]])[]): Record<MatrixValue, number[]> {
  return Object.fromEntries(entries.map(([value, list]) => [value, [...list]])) as Record<MatrixValue, number[]>;
}
