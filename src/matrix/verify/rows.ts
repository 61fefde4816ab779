/** Rows held against one another within their table: repeated keys, order, stems, and what only marked rows may use. */
import type { Report } from '../../message.ts';
import { sameRow } from '../difference.ts';
import { emptyValue, requiredBy, type ShapeColumn } from '../shape/shape.ts';
import { compareKeys, fieldOf, identityOf, type MatrixRow, type MatrixTable } from '../table.ts';
import { about, groupBy, listed, type Verified } from './version.ts';

/** Keys that stand more than once. Rows that say the same are an error; others may be meant. */
export function checkDuplicates({ version }: Verified, report: Report): void {
  for (const table of version.tables) {
    for (const rows of groupBy(table.rows, (row) => identityOf(row, table.shape)).values()) {
      if (rows.length > 1) reportDuplicate(table, rows, report);
    }
  }
}

function reportDuplicate(table: MatrixTable, rows: readonly MatrixRow[], report: Report): void {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return;
  const isSame = rows.slice(1, 50).some((row) => sameRow(row, first));
  const reason = `${first.key} stands ${rows.length === 2 ? 'twice' : `${rows.length} times`}`;
  const names = [...new Set(rows.map((row) => `"${fieldOf(row, table.shape.nameColumn)}"`))];
  const actual = table.shape.nameColumn === undefined ? {} : { actual: names.slice(0, 10).join(' and ') };
  const severity = isSame ? 'error' : 'warning';
  report({ ...about(table, last, 'matrix/duplicate', severity), reason, ...actual });
}

/** Rows that do not ascend, where the shape has them so. */
export function checkOrder({ version }: Verified, report: Report): void {
  for (const table of version.tables) {
    if (table.shape.order !== 'ascending') continue;
    for (const [i, row] of table.rows.entries()) {
      const above = table.rows[i - 1];
      if (above === undefined || compareKeys(above.key, row.key) <= 0) continue;
      const reason = `${row.key} stands behind ${above.key}, out of order`;
      report({ ...about(table, row, 'matrix/order'), reason });
    }
  }
}

/** A column that holds the first parts of a number must hold just these. */
export function checkStems({ version }: Verified, report: Report): void {
  for (const table of version.tables) {
    for (const column of table.shape.columns) {
      if (column.stem !== undefined) checkStem(table, column, report);
    }
  }
}

function checkStem(table: MatrixTable, column: ShapeColumn, report: Report): void {
  const { of, parts } = column.stem ?? { of: '', parts: 0 };
  const [heading, other] = [table.headings.columns[column.id], table.headings.columns[of]];
  for (const row of table.rows) {
    const expected = (row.fields[of] ?? '').split('.').slice(0, parts).join('.');
    const actual = fieldOf(row, column);
    if (actual === expected || /[A-Z]$/.test(expected)) continue;
    const reason = `the ${heading} is not that of the ${other} ${row.fields[of] ?? ''}`;
    report({ ...about(table, row, 'matrix/stem', 'error'), reason, actual: `"${actual}"`, expected: `"${expected}"` });
  }
}

/** A choice that marks rows, such as that a row is critical, held against the columns that only such rows use. */
export function checkMarks({ version }: Verified, report: Report): void {
  for (const column of version.shape.columns) {
    const marked = version.settings.marked[column.id] ?? [];
    if (column.marks === undefined || marked.length === 0) continue;
    for (const table of version.tables) checkMark(table, column, new Set(marked), report);
  }
}

function checkMark(table: MatrixTable, column: ShapeColumn, marked: ReadonlySet<string>, report: Report): void {
  const word = (table.headings.columns[column.id] ?? column.heading).toLowerCase();
  for (const row of table.rows) {
    const isMarked = fieldOf(row, column) === column.marks;
    const wrong = row.cells.flatMap(({ value }, i) => {
      const heading = table.headings.values[i] ?? '';
      const isRequired = value !== undefined && requiredBy(table.shape, value).length > 0;
      return isRequired && marked.has(heading) !== isMarked ? [heading] : [];
    });
    if (wrong.length === 0) continue;
    const noun = table.shape.nouns.test[1];
    const reason = `${row.key} is ${isMarked ? '' : 'not '}${word}, and ${noun} are required in ${listed(wrong)}`;
    report({ ...about(table, row, `matrix/${column.id}-columns`), rule: 'matrix/marks', reason });
  }
}

/** Rows that an amendment inserts and that require nothing. */
export function requiresNothing(row: MatrixRow, table: MatrixTable): boolean {
  const empty = emptyValue(table.shape);
  return (
    empty !== undefined &&
    row.cells.every(({ value }) => value !== undefined && requiredBy(table.shape, value).length === 0)
  );
}
