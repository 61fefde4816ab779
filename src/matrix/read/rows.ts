/** Rows of text, wherever they come from, as a matrix: each cell understood, and what is not understood reported. */
import type { Place, Report } from '../../message.ts';
import { countLine, readRest } from '../count/line.ts';
import type { MatrixValue, Shape } from '../shape/shape.ts';
import type { MatrixRow, MatrixTable, StatedCounts } from '../table.ts';
import { columnsByPlace, findColumns, fitHeadings, type MatrixColumns, nearest, recognise } from './headings.ts';
import { hasForm, readRow } from './row.ts';

/** A row of a table as text, one for each column of the grid. */
export interface TextRow {
  readonly texts: readonly string[];
  readonly place?: Place;
}

/** What a table is to be read as. */
export interface ReadAs {
  readonly number: string;
  /** The shapes that it may have; the one that fits its headings is taken. */
  readonly shapes: readonly Shape[];
}

/** Larger tables are refused. */
const MOST_COLUMNS = 1_000;
const MOST_CELLS = 20_000_000;
/** A row that names the columns stands among the first. */
const MOST_ABOVE = 50;

interface Found {
  readonly shape: Shape;
  readonly columns: MatrixColumns;
  /** The row that names the columns; -1 where none does. */
  readonly header: number;
}

/**
 * Reads a matrix from rows of text. Where no row names the columns, they are taken to be those of a matrix printed
 * without its headings, which is reported. A cell that is no known value is reported and kept without a value; a row of
 * another width than the headings, or without a key, is reported and not read, and its key is kept in `unread`.
 */
export function matrixFromRows(rows: readonly TextRow[], as: ReadAs, report: Report): MatrixTable | undefined {
  const cite = `Table ${as.number}`;
  if (!isOfSize(rows, cite, report)) return undefined;
  const found = findHeader(rows, as.shapes) ?? byPlace(rows, as.shapes);
  if (found === undefined) {
    reportNoColumns(rows, as.shapes, cite, report);
    return undefined;
  }
  reportHeader(rows, found, cite, report);
  return readBody(rows, found, as.number, report);
}

function isOfSize(rows: readonly TextRow[], cite: string, report: Report): boolean {
  const width = rows.reduce((most, { texts }) => Math.max(most, texts.length), 0);
  if (width <= MOST_COLUMNS && rows.length * width <= MOST_CELLS) return true;
  const actual = `${rows.length} rows of ${width} cells`;
  const expected = `at most ${MOST_COLUMNS} columns and ${MOST_CELLS} cells`;
  report({ severity: 'error', rule: 'matrix/size', reason: 'the table is too large', cite, actual, expected });
  return false;
}

function findHeader(rows: readonly TextRow[], shapes: readonly Shape[]): Found | undefined {
  for (const [header, { texts }] of rows.slice(0, MOST_ABOVE).entries()) {
    const shape = recognise(texts, shapes);
    const columns = shape === undefined ? undefined : findColumns(texts, shape);
    if (shape !== undefined && columns !== undefined) return { shape, columns, header };
  }
  return undefined;
}

/** A matrix without headings: what can be told from any text stands where the shape has it. */
function byPlace(rows: readonly TextRow[], shapes: readonly Shape[]): Found | undefined {
  for (const shape of shapes) {
    if (rows.slice(0, MOST_ABOVE).some(({ texts }) => nearest(texts, [shape]) !== undefined)) continue;
    const width = rows.slice(0, MOST_ABOVE).find(({ texts }) => fitsByPlace(texts, shape))?.texts.length;
    if (width !== undefined) return { shape, columns: columnsByPlace(width, shape), header: -1 };
  }
  return undefined;
}

function fitsByPlace(texts: readonly string[], shape: Shape): boolean {
  if (texts.length <= shape.columns.length) return false;
  const { columns } = columnsByPlace(texts.length, shape);
  const telling = shape.columns.filter(({ form, choices }) => form === 'number' || choices !== undefined);
  const text = (id: string): string => texts[columns[id] ?? -1]?.trim() ?? '';
  return telling.length > 0 && telling.every((column) => hasForm(column, text(column.id)));
}

function reportNoColumns(rows: readonly TextRow[], shapes: readonly Shape[], cite: string, report: Report): void {
  const at = rows.slice(0, MOST_ABOVE).find(({ texts }) => nearest(texts, shapes) !== undefined) ?? rows[0];
  const shape = nearest(at?.texts ?? [], shapes);
  const missing = shape === undefined ? [] : fitHeadings(at?.texts ?? [], shape).missing.map(({ heading }) => heading);
  const reason =
    missing.length > 0
      ? `the table has no column headed ${missing.map((heading) => `"${heading}"`).join(', ')}`
      : 'the table has no columns of a matrix';
  const known = shape === undefined ? shapes : [shape];
  const note = known.map((each) => `a ${each.title} has ${headingsOf(each)}`).join('; ');
  const actual =
    at === undefined
      ? {}
      : {
          actual: at.texts
            .map((text) => `"${text.trim()}"`)
            .join(', ')
            .slice(0, 500),
        };
  const place = at?.place === undefined ? {} : { place: at.place };
  report({
    severity: 'error',
    rule: 'matrix/no-columns',
    reason,
    cite,
    ...place,
    ...actual,
    note: note || 'no shape of a matrix is known',
  });
}

function headingsOf({ columns, valuesAt, nouns }: Shape): string {
  const named = columns.map(({ heading }) => heading);
  return [...named.slice(0, valuesAt), nouns.column[1], ...named.slice(valuesAt)].join(', ');
}

function reportHeader(rows: readonly TextRow[], { header, columns, shape }: Found, cite: string, report: Report): void {
  const place = rows[Math.max(header, 0)]?.place;
  const at = { cite, ...(place === undefined ? {} : { place }) };
  if (header < 0) {
    const reason = 'the table has no headings; its columns are taken to stand in the order of the shape';
    const note = `they are read as ${headingsOf(shape)}`;
    report({ severity: 'warning', rule: 'matrix/no-headings', reason, ...at, note });
  }
  for (const above of rows.slice(0, Math.max(header, 0)).filter(hasText))
    reportNoRow(above, 'above the headings', cite, report);
  const places = shape.columns.map(({ id }) => columns.columns[id] ?? -1);
  if (places.some((place, i) => i > 0 && place < (places[i - 1] ?? -1))) {
    const reason = 'the columns do not stand in the order of the shape';
    report({ severity: 'warning', rule: 'matrix/headings', reason, ...at, expected: headingsOf(shape) });
  }
  if (columns.unknown.length === 0) return;
  const actual = columns.unknown.map((i) => `"${rows[header]?.texts[i]?.trim() ?? ''}"`).join(', ');
  const reason = 'a column is neither one of the shape nor stands among those of values, and is not read';
  report({ severity: 'error', rule: 'matrix/headings', reason, ...at, actual });
}

function hasText({ texts }: TextRow): boolean {
  return texts.some((text) => text.trim() !== '');
}

function readBody(
  rows: readonly TextRow[],
  { shape, columns, header }: Found,
  number: string,
  report: Report,
): MatrixTable {
  const cite = `Table ${number}`;
  const width = header < 0 ? columns.values.length + shape.columns.length : (rows[header]?.texts.length ?? 0);
  const read: MatrixRow[] = [];
  const unread: string[] = [];
  const counts = new StatedReader(columns, shape, cite, report);
  let rest: ReturnType<typeof readRest>;
  for (const [i, row] of rows.slice(header + 1).entries()) {
    if (!hasText(row)) {
      const place = row.place === undefined ? {} : { place: row.place };
      report({ severity: 'warning', rule: 'matrix/empty-row', reason: 'a row has no text', cite, ...place });
      continue;
    }
    if (header >= 0 && sameTexts(row, rows[header])) {
      if (i === 0) reportNoRow(row, 'the headings stand twice', cite, report);
      continue;
    }
    const hasKey = shape.keys.some(({ id }) => (row.texts[columns.columns[id] ?? -1] ?? '').trim() !== '');
    const line = hasKey ? undefined : countLine(row.texts, [shape]);
    if (line !== undefined) counts.add(line, row);
    else if (!hasKey && readRest(row.texts) !== undefined) rest = readRest(row.texts);
    else {
      const made = readRow(row, { shape, columns, width, cite }, report);
      if (typeof made === 'string') unread.push(made);
      else read.push(made);
    }
  }
  const { stated } = counts;
  return {
    shape,
    number,
    headings: columns.headings,
    rows: read,
    ...(rest === undefined ? {} : { rest }),
    ...(stated === undefined ? {} : { stated }),
    ...(unread.length === 0 ? {} : { unread }),
  };
}

function sameTexts(row: TextRow, other: TextRow | undefined): boolean {
  return (
    row.texts.length === other?.texts.length && row.texts.every((text, i) => text.trim() === other.texts[i]?.trim())
  );
}

function reportNoRow(row: TextRow, why: string, cite: string, report: Report): void {
  const actual = row.texts.filter((text) => text.trim() !== '').join(' | ');
  const place = row.place === undefined ? {} : { place: row.place };
  report({
    severity: 'warning',
    rule: 'matrix/not-a-row',
    reason: `a row is left out: ${why}`,
    cite,
    ...place,
    actual,
  });
}

/** Gathers rows of counts as what is stated. */
class StatedReader {
  readonly #counts: Record<MatrixValue, string[]> = {};
  readonly #totals: Record<MatrixValue, string> = {};
  readonly #columns: MatrixColumns;
  readonly #shape: Shape;
  readonly #report: (row: TextRow, what: string) => void;
  #total: string | undefined;
  #place: Place | undefined;
  #isEmpty = true;

  constructor(columns: MatrixColumns, shape: Shape, cite: string, report: Report) {
    this.#columns = columns;
    this.#shape = shape;
    this.#report = (row, what) => {
      const place = row.place === undefined ? {} : { place: row.place };
      report({
        severity: 'error',
        rule: 'matrix/count-twice',
        reason: `${what} is counted in two rows`,
        cite,
        ...place,
      });
    };
  }

  add(line: NonNullable<ReturnType<typeof countLine>>, row: TextRow): void {
    this.#isEmpty = false;
    this.#place ??= row.place;
    const { totalsIn } = this.#shape.counts ?? {};
    const last = totalsIn === undefined ? '' : (row.texts[this.#columns.columns[totalsIn] ?? -1] ?? '').trim();
    if ('total' in line) {
      if (this.#total !== undefined) this.#report(row, 'the total');
      this.#total = last;
      return;
    }
    if (Object.hasOwn(this.#counts, line.value)) this.#report(row, line.value);
    this.#counts[line.value] = this.#columns.values.map((i) => (row.texts[i] ?? '').trim());
    if (last !== '') this.#totals[line.value] = last;
  }

  get stated(): StatedCounts | undefined {
    if (this.#isEmpty) return undefined;
    const total = this.#total === undefined ? {} : { total: this.#total };
    const place = this.#place === undefined ? {} : { place: this.#place };
    return { counts: this.#counts, totals: this.#totals, ...total, ...place };
  }
}
