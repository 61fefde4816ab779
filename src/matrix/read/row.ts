/** One row of text as a row of a matrix. */
import type { Message, Report } from '../../message.ts';
import { parseChoice, parseValue, type Shape, type ShapeColumn, valuesOfShape } from '../shape/shape.ts';
import type { MatrixCell, MatrixRow } from '../table.ts';
import type { MatrixColumns } from './headings.ts';
import type { TextRow } from './rows.ts';

/** What a row is read by. */
export interface RowReading {
  readonly shape: Shape;
  readonly columns: MatrixColumns;
  /** How many cells a row has. */
  readonly width: number;
  readonly cite: string;
}

/** Digits between dots, none with a nought in front, and one capital at most behind them. */
const NUMBER = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8}))*[A-Z]?$/;

/** Whether a text may stand in a column. */
export function hasForm(column: ShapeColumn, text: string): boolean {
  if (column.choices !== undefined) return parseChoice(column, text) !== undefined;
  return column.form === 'number' ? NUMBER.test(text) : text !== '';
}

/** The row; its key, as far as it can be told, where it can't be read, which is reported. */
export function readRow(row: TextRow, by: RowReading, report: Report): MatrixRow | string {
  const { shape, columns } = by;
  const text = (i: number | undefined): string => (row.texts[i ?? -1] ?? '').replace(/\s+/g, ' ').trim();
  const keys = shape.keys.map(({ id }) => text(columns.columns[id]));
  const key = keys.join(' / ');
  const at = { cite: `${by.cite}, row ${key}`, ...(row.place === undefined ? {} : { place: row.place }) };
  if (row.texts.length !== by.width) {
    reportWidth(row, by, at, report);
    return key;
  }
  if (!shape.keys.every((column, i) => hasForm(column, keys[i] ?? ''))) {
    reportKey(row, by, keys, report);
    return key;
  }
  const fields = shape.columns.map((column) => [
    column.id,
    readField(column, text(columns.columns[column.id]), by, at, report),
  ]);
  const cells = columns.values.map((i, k) => readCell(text(i), columns.headings.values[k] ?? '', shape, at, report));
  return { key, fields: Object.fromEntries(fields), cells, ...(row.place === undefined ? {} : { place: row.place }) };
}

type At = Pick<Message, 'cite' | 'place'>;

function reportWidth(row: TextRow, { width }: RowReading, at: At, report: Report): void {
  const cells = row.texts.length;
  const reason = `the row has ${cells} cells, and there are ${width} headings, so it is not read`;
  const actual = row.texts
    .map((text) => text.trim())
    .join(' | ')
    .slice(0, 500);
  const note = cells > width ? 'a cell is too many, or a comma stands outside quotation marks' : 'a cell is missing';
  report({ severity: 'error', rule: 'matrix/row-width', reason, ...at, actual, expected: `${width} cells`, note });
}

function reportKey(row: TextRow, { shape, columns, cite }: RowReading, keys: readonly string[], report: Report): void {
  const wrong = shape.keys.filter((column, i) => !hasForm(column, keys[i] ?? ''));
  const names = wrong.map(({ id }) => `"${columns.headings.columns[id]}"`).join(' and ');
  const isEmpty = keys.every((key) => key === '');
  const reason = isEmpty
    ? `a row has nothing in ${names}, so it is not read`
    : `what stands in ${names} is no number, so the row is not read`;
  const actual = row.texts
    .filter((text) => text.trim() !== '')
    .join(' | ')
    .slice(0, 500);
  const place = row.place === undefined ? {} : { place: row.place };
  report({ severity: 'error', rule: 'matrix/key', reason, cite, ...place, actual });
}

/** The text of a named column; a choice in the spelling of the shape. */
function readField(column: ShapeColumn, text: string, { columns }: RowReading, at: At, report: Report): string {
  const heading = columns.headings.columns[column.id] ?? column.heading;
  if (text === '' && column.optional) return text;
  if (hasForm(column, text)) return parseChoice(column, text) ?? text;
  const choices = column.choices?.map(({ value }) => value).join(', ');
  const expected = choices ?? (column.form === 'number' ? 'a number, such as 6.2.10' : 'a text');
  const reason = text === '' ? `nothing stands in ${heading}` : `what stands in ${heading} is not understood`;
  report({ severity: 'error', rule: 'matrix/field', reason, ...at, actual: `"${text}"`, expected });
  return text;
}

function readCell(spelling: string, heading: string, shape: Shape, at: At, report: Report): MatrixCell {
  const value = parseValue(shape, spelling);
  if (value !== undefined) return { value, spelling };
  const reason = `what stands in ${heading} is no known value`;
  const expected = valuesOfShape(shape).join(', ');
  report({ severity: 'error', rule: 'matrix/unknown-value', reason, ...at, actual: `"${spelling}"`, expected });
  return { spelling };
}
