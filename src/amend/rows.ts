/** Partial tables: the rows that changed with their neighbours, a row of `…` for the others, and finding them again. */
import { gridTexts } from '../model/cite.ts';
import type { Row, Table } from '../model/document.ts';
import { same } from '../model/equal.ts';
import type { Revision } from '../model/redline.ts';
import { plainText } from '../model/walk.ts';
import { beforeOf, isTouched } from './sides.ts';

/** What stands in each cell of a row that stands for rows that are not restated. */
const ELISION = '…';

/** How many rows are restated before and behind one that changed. */
const NEIGHBOURS = 1;

/** A row that stands for others is worth it from so many on. */
const WORTH = 3;

/** Says of a row, by its texts, that it is restated wherever rows change, such as a row of counts. */
export type KeepRow = (texts: readonly string[]) => boolean;

/**
 * The table without the rows that nothing happened to; headings, neighbours and rows that are always kept aside. The
 * table itself where hardly anything would be saved, or where the rest could not be found again in the one before.
 */
export function partialTable(table: Table<Revision>, before: Table, keep: KeepRow): Table<Revision> {
  if (!isPlain(table) || before.rows.some(isElision)) return table;
  const changed = table.rows.map(isTouched);
  const kept = table.rows.map((row, i) => {
    const near = changed.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1).some(Boolean);
    return near || row.header === true || keep(gridTexts(row));
  });
  const { rows, starts } = elide(table.rows, kept);
  if (starts.length === 1) return table;
  const partial = { ...table, rows };
  const [restated] = beforeOf([partial]);
  const runs = restated?.type === 'table' ? locate(restated.rows, before.rows, same) : undefined;
  return same(
    runs?.map(({ start }) => start),
    starts,
  )
    ? partial
    : table;
}

/** One cell for each column, and no change but in rows. */
function isPlain({ columns, rows, revision }: Table<Revision>): boolean {
  if (revision !== undefined || columns.some((column) => column.revision !== undefined)) return false;
  return rows.every(
    ({ cells, revision: own }) =>
      own?.kind !== 'boundary' &&
      cells.length === columns.length &&
      cells.every((cell) => (cell.columnSpan ?? 1) * (cell.rowSpan ?? 1) === 1),
  );
}

/** The rows with elisions, and where each run between two elisions begins among the rows before. */
function elide(rows: readonly Row<Revision>[], kept: readonly boolean[]) {
  const result: Row<Revision>[] = [];
  const starts = [0];
  let before = 0;
  const take = (row: Row<Revision>): void => {
    result.push(row);
    if (row.revision?.kind !== 'insertion') before += 1;
  };
  for (let i = 0; i < rows.length; ) {
    let end = i;
    while (end < rows.length && kept[end] !== true) end += 1;
    if (end - i >= WORTH) {
      result.push(elisionRow(rows[i]?.cells.length ?? 0));
      before += end - i;
      starts.push(before);
    } else rows.slice(i, end).forEach(take);
    const row = rows[end];
    if (row !== undefined) take(row);
    i = end + 1;
  }
  return { rows: result, starts };
}

function elisionRow(width: number): Row<Revision> {
  const cell = { type: 'cell', children: [{ type: 'para', children: [{ type: 'text', value: ELISION }] }] } as const;
  return { type: 'row', cells: Array.from({ length: width }, () => cell) };
}

/** Whether a row stands for rows that are not restated. */
export function isElision(row: Row<unknown>): boolean {
  return row.cells.length > 0 && row.cells.every((cell) => plainText(cell).trim() === ELISION);
}

/** Where each run of rows between two elisions stands among all rows of a table, half-open. */
export type Runs = readonly { readonly start: number; readonly end: number }[];

/**
 * Finds the restated rows among all rows. The first run begins the table unless an elision stands before it, the last
 * ends it, and each other one stands at its first place behind the one before. Rows without any elision are the whole
 * table, or else stand together in one place of it. `undefined` where they are not found, or in several places.
 */
export function locate(
  restated: readonly Row[],
  rows: readonly Row[],
  equal: (a: Row, b: Row) => boolean,
): Runs | undefined {
  const runs = runsOf(restated);
  const fits = (run: readonly Row[], start: number): boolean =>
    start >= 0 && start + run.length <= rows.length && run.every((row, k) => equal(row, rows[start + k] as Row));
  const [only] = runs;
  if (only !== undefined && runs.length === 1 && only.length !== rows.length)
    return locateAlone(only, rows.length, fits);
  const found: { start: number; end: number }[] = [];
  let from = 0;
  for (const [i, run] of runs.entries()) {
    const last = rows.length - run.length;
    const start = i === 0 ? 0 : i === runs.length - 1 ? last : firstFit(from, last, (at) => fits(run, at));
    if (start === undefined || start < from || !fits(run, start)) return undefined;
    from = start + run.length;
    found.push({ start, end: from });
  }
  return found;
}

function locateAlone(
  run: readonly Row[],
  length: number,
  fits: (run: readonly Row[], start: number) => boolean,
): Runs | undefined {
  if (run.length === 0) return undefined;
  const start = firstFit(0, length, (at) => fits(run, at));
  if (start === undefined || firstFit(start + 1, length, (at) => fits(run, at)) !== undefined) return undefined;
  return [{ start, end: start + run.length }];
}

function firstFit(from: number, to: number, fits: (start: number) => boolean): number | undefined {
  for (let start = from; start <= to; start++) if (fits(start)) return start;
  return undefined;
}

function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [[]];
  for (const row of rows) {
    if (isElision(row)) runs.push([]);
    else runs.at(-1)?.push(row);
  }
  return runs;
}

/** The rows of a table once a partial restatement is carried out: those that it leaves out stay as they are. */
export function splice(rows: readonly Row[], runs: Runs, after: readonly Row[]): Row[] | undefined {
  const pieces = runsOf(after);
  if (pieces.length !== runs.length) return undefined;
  const result: Row[] = [];
  let from = 0;
  for (const [i, { start, end }] of runs.entries()) {
    result.push(...rows.slice(from, start), ...(pieces[i] ?? []));
    from = end;
  }
  return [...result, ...rows.slice(from)];
}
