/** Counts by value and column: derived from rows, from what is stated of the rest, or from a baseline and what changed. */
import { differenceOf } from '../difference.ts';
import { type MatrixValue, requiringValues, type Shape, valuesOfShape } from '../shape/shape.ts';
import { type CountGrid, type MatrixRow, type MatrixTable, type StatedCounts, widthOf } from '../table.ts';

/** The counts of a table. */
export interface Counts {
  readonly shape: Shape;
  /** For each value, one number for each value column. */
  readonly grid: CountGrid;
  /** How many rows the table has. */
  readonly rows: number;
  /** On what the counts rest, as the end of a sentence. */
  readonly basis: string;
}

/** The counts of a value, column by column. */
export function countsOfValue({ grid }: Pick<Counts, 'grid'>, value: MatrixValue): readonly number[] {
  return grid[value] ?? [];
}

/** The sum of a value's counts over all columns. */
export function totalOf(counts: Pick<Counts, 'grid'>, value: MatrixValue): number {
  return countsOfValue(counts, value).reduce((sum, count) => sum + count, 0);
}

/** Every cell that requires something. */
export function totalRequired(counts: Pick<Counts, 'grid' | 'shape'>): number {
  return requiringValues(counts.shape).reduce((sum, value) => sum + totalOf(counts, value), 0);
}

/** The values whose counts a table prints: those that always have a row, and those that it uses. */
export function printedValues(counts: Counts): MatrixValue[] {
  const always = counts.shape.counts?.always ?? [];
  return valuesOfShape(counts.shape).filter((value) => always.includes(value) || totalOf(counts, value) > 0);
}

/**
 * The counts of a table: of its rows, where it is whole; with what is stated of the rest, where it is partial; else
 * those of the baseline with what the amendment changes. `undefined` where nothing is known of the rest, or where a row
 * was not read.
 */
export function countsOf(table: MatrixTable, baseline?: MatrixTable): Counts | undefined {
  const { rest, rows, shape } = table;
  if ((table.unread?.length ?? 0) > 0) return undefined;
  if (rest === undefined) {
    return { shape, grid: countRows(rows, table), rows: rows.length, basis: `the ${rows.length} rows of the table` };
  }
  if (rest.counts !== undefined && rest.rows !== undefined) {
    const stated = gridOf(shape, (value) => rest.counts?.[value] ?? zeros(widthOf(table)));
    const basis = `${rows.length} rows that are shown and the counts stated of ${rest.rows} that are not`;
    return { shape, grid: add(shape, countRows(rows, table), stated, 1), rows: rows.length + rest.rows, basis };
  }
  return baseline === undefined ? undefined : byDifference(table, baseline);
}

function byDifference(table: MatrixTable, baseline: MatrixTable): Counts | undefined {
  const { shape } = table;
  const known = countsOf(baseline) ?? countsAsStated(baseline);
  if (known === undefined || widthOf(baseline) !== widthOf(table)) return undefined;
  const { inserted, deleted, changed } = differenceOf(baseline, table);
  const added = countRows([...inserted, ...changed.map(({ after }) => after)], table);
  const removed = countRows([...deleted, ...changed.map(({ before }) => before)], table);
  const parts = [
    `${inserted.length} inserted`,
    ...(deleted.length > 0 ? [`${deleted.length} deleted`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
  ];
  return {
    shape,
    grid: add(shape, add(shape, known.grid, added, 1), removed, -1),
    rows: known.rows + inserted.length - deleted.length,
    basis: `the baseline (${known.basis}) and its rows ${parts.join(', ')}`,
  };
}

/** Typed counts as counts, where every one of them is a number and every column has as many rows. */
function countsAsStated({ stated, shape, headings }: MatrixTable): Counts | undefined {
  if (stated === undefined) return undefined;
  const width = headings.values.length;
  const grid = gridOf(shape, (value) => numbers(stated, value, width));
  const columns = Array.from({ length: width }, (_, i) =>
    valuesOfShape(shape).reduce((sum, value) => sum + (grid[value]?.[i] ?? 0), 0),
  );
  const [rows] = columns;
  if (rows === undefined || columns.some((sum) => sum !== rows)) return undefined;
  return { shape, grid, rows, basis: 'its stated counts, which add up' };
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
export function countRows(rows: readonly MatrixRow[], table: Pick<MatrixTable, 'shape' | 'headings'>): CountGrid {
  const width = widthOf(table);
  const grid: Record<MatrixValue, number[]> = Object.fromEntries(
    valuesOfShape(table.shape).map((value) => [value, zeros(width)]),
  );
  for (const { cells } of rows) {
    for (const [i, { value }] of cells.entries()) {
      const column = value === undefined ? undefined : grid[value];
      if (column !== undefined && i < width) column[i] = (column[i] ?? 0) + 1;
    }
  }
  return grid;
}

function add(shape: Shape, a: CountGrid, b: CountGrid, sign: 1 | -1): CountGrid {
  return gridOf(shape, (value) => (a[value] ?? []).map((count, i) => count + sign * (b[value]?.[i] ?? 0)));
}

function zeros(width: number): number[] {
  return Array.from({ length: width }, () => 0);
}

function gridOf(shape: Shape, list: (value: MatrixValue) => readonly number[]): CountGrid {
  return Object.fromEntries(valuesOfShape(shape).map((value) => [value, list(value)]));
}
