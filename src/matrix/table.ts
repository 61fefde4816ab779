/** A matrix as data: typed rows, what is stated of the rows that are not shown, and counts as they were typed. */
import type { Place } from '../message.ts';
import type { MatrixValue, Shape, ShapeColumn } from './shape/shape.ts';

/** The headings of the columns, as the table prints them. */
export interface MatrixHeadings {
  /** Those of the columns that the shape names, by the names of these. */
  readonly columns: Readonly<Record<string, string>>;
  /** Those of the value columns, in their order. */
  readonly values: readonly string[];
}

/** What stands in a value column. */
export interface MatrixCell {
  /** Absent where the spelling is no value that is known. */
  readonly value?: MatrixValue;
  /** As the table writes it. */
  readonly spelling: string;
}

/** One row: what its key is, what its other columns say, and a cell for each value column. */
export interface MatrixRow {
  /** The texts of the key columns, such as `6.2.10`; ` / ` stands between those of several. */
  readonly key: string;
  /** The text of each column that the shape names, by the column's name. A choice is in the spelling of the shape. */
  readonly fields: Readonly<Record<string, string>>;
  readonly cells: readonly MatrixCell[];
  readonly place?: Place;
}

/** Counts by value, one number for each value column. A value that is absent counts nought. */
export type CountGrid = Readonly<Record<MatrixValue, readonly number[]>>;

/** What is stated of the rows that are not shown. Its presence makes a table partial. */
export interface MatrixRest {
  /** How many there are. */
  readonly rows?: number;
  /** They stand in front of the row with this key, so that none from it on is among them. */
  readonly before?: string;
  readonly counts?: CountGrid;
}

/** Counts as somebody typed them: each a number, or digits in which the figure before runs into that after. */
export interface StatedCounts {
  readonly counts: Readonly<Record<MatrixValue, readonly string[]>>;
  /** The totals at the end of the rows of counts. */
  readonly totals: Readonly<Record<MatrixValue, string>>;
  /** The count of all cells that require something. */
  readonly total?: string;
  readonly place?: Place;
}

/** One table of a matrix. */
export interface MatrixTable {
  readonly shape: Shape;
  /** Its number, such as `8.1.8`. */
  readonly number: string;
  readonly headings: MatrixHeadings;
  /** The rows that are shown, in order. */
  readonly rows: readonly MatrixRow[];
  /** Set where the table is partial. */
  readonly rest?: MatrixRest;
  readonly stated?: StatedCounts;
  /** The keys of rows that could not be read, which was reported; empty where even the key was not understood. */
  readonly unread?: readonly string[];
}

/** How many value columns a table has. */
export function widthOf({ headings }: Pick<MatrixTable, 'headings'>): number {
  return headings.values.length;
}

/** The text of a row in a column. */
export function fieldOf(row: Pick<MatrixRow, 'fields'>, column: ShapeColumn | undefined): string {
  return column === undefined ? '' : (row.fields[column.id] ?? '');
}

/** The group of a row; empty where the shape has none. */
export function groupOf(row: MatrixRow, shape: Shape): string {
  return fieldOf(row, shape.groupColumn);
}

/** What tells a row from all others of its table: its key, and its group where a table has rows of several. */
export function identityOf(row: MatrixRow, shape: Shape): string {
  return shape.groups.each === 'row' && shape.groupColumn !== undefined
    ? `${row.key}\u0000${groupOf(row, shape)}`
    : row.key;
}

const PARTS = /\d+|\D+/g;

/** Orders keys by the numbers in them: 6.2.7 before 6.2.10, and that before 6.3. Negative where `a` comes first. */
export function compareKeys(a: string, b: string): number {
  const [left, right] = [a.match(PARTS) ?? [], b.match(PARTS) ?? []];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [one, other] = [left[i], right[i]];
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    const difference = Number(one) - Number(other);
    if (Number.isNaN(difference) ? one !== other : difference !== 0) {
      return Number.isNaN(difference) ? (one < other ? -1 : 1) : difference;
    }
  }
  return 0;
}

/**
 * Whether a row would be seen if the table had it: the table is whole, or the rows that are not shown all stand in
 * front of it, or it lies between the first row that is shown and the last.
 */
export function covers({ rest, rows, shape }: MatrixTable, key: string): boolean {
  if (rest === undefined || rest.rows === 0) return true;
  if (shape.order === 'any') return false;
  if (rest.before !== undefined) return compareKeys(key, rest.before) >= 0;
  const [first, last] = [rows[0]?.key, rows.at(-1)?.key];
  if (first === undefined || last === undefined) return false;
  return compareKeys(first, key) <= 0 && compareKeys(key, last) <= 0;
}

/** How a table is cited. */
export function tableCite(table: Pick<MatrixTable, 'number'>): string {
  return `Table ${table.number}`;
}

/** How a row is cited. */
export function rowCite(table: Pick<MatrixTable, 'number'>, row: Pick<MatrixRow, 'key'>): string {
  return `${tableCite(table)}, row ${row.key}`;
}
