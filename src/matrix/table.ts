/** A DUIS matrix as data: typed rows, what is stated of the rows that are not shown, and counts as they were typed. */
import type { Place } from '../message.ts';
import type { MatrixValue } from './value.ts';

/** The headings of the columns, as the table prints them. */
export interface MatrixHeadings {
  readonly reference: string;
  readonly variant: string;
  readonly name: string;
  readonly critical: string;
  /** Those of the command variants, in their order. */
  readonly commands: readonly string[];
  readonly role: string;
}

/** What stands in a command-variant column. */
export interface MatrixCell {
  /** Absent where the spelling is no value that is known. */
  readonly value?: MatrixValue;
  /** As the table writes it. */
  readonly spelling: string;
}

/** One Service Request Variant for one User Role. */
export interface MatrixRow {
  /** The Service Reference, such as `6.2`. */
  readonly reference: string;
  /** The Service Reference Variant, such as `6.2.10`. */
  readonly variant: string;
  readonly name: string;
  /** `Y` or `N`, or what was written in their stead. */
  readonly critical: string;
  /** One for each command variant. */
  readonly cells: readonly MatrixCell[];
  /** The User Role, such as `ED`. */
  readonly role: string;
  readonly place?: Place;
}

/** Counts by value, one number for each command variant. A value that is absent counts nought. */
export type CountGrid = Readonly<Partial<Record<MatrixValue, readonly number[]>>>;

/** What is stated of the rows that are not shown. Its presence makes a table partial. */
export interface MatrixRest {
  /** How many there are. */
  readonly rows?: number;
  /** They stand in front of this Service Reference Variant, so that none from it on is among them. */
  readonly before?: string;
  readonly counts?: CountGrid;
}

/** Counts as somebody typed them: each a number, or digits in which the figure before runs into that after. */
export interface StatedCounts {
  readonly counts: Readonly<Partial<Record<MatrixValue, readonly string[]>>>;
  /** The totals at the end of the rows of counts. */
  readonly totals: Readonly<Partial<Record<MatrixValue, string>>>;
  /** Total Tests. */
  readonly total?: string;
  readonly place?: Place;
}

/** One table of a matrix. */
export interface MatrixTable {
  /** Its number, such as `8.1.8`. */
  readonly number: string;
  readonly headings: MatrixHeadings;
  /** The rows that are shown, in order. */
  readonly rows: readonly MatrixRow[];
  /** Set where the table is partial. */
  readonly rest?: MatrixRest;
  readonly stated?: StatedCounts;
}

/** Orders Service Reference Variants by number: 6.2.7 before 6.2.10. Negative where `a` comes first. */
export function compareVariants(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = Number(left[i] ?? -1) - Number(right[i] ?? -1);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

/**
 * Whether a variant would be seen if the table had it: the table is whole, or the rows that are not shown all stand in
 * front of it, or it lies between the first row that is shown and the last.
 */
export function covers(table: MatrixTable, variant: string): boolean {
  const { rest, rows } = table;
  if (rest === undefined || rest.rows === 0) return true;
  if (rest.before !== undefined) return compareVariants(variant, rest.before) >= 0;
  const [first, last] = [rows[0]?.variant, rows.at(-1)?.variant];
  if (first === undefined || last === undefined) return false;
  return compareVariants(first, variant) <= 0 && compareVariants(variant, last) <= 0;
}

/** How a table is cited. */
export function tableCite(table: MatrixTable): string {
  return `Table ${table.number}`;
}
