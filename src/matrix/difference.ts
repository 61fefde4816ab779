/** What an amendment does to the rows of a matrix: rows that came, went, or say something else. */
import { covers, type MatrixRow, type MatrixTable } from './table.ts';

/** A row that both tables have and that does not say the same in both. */
export interface ChangedRow {
  readonly before: MatrixRow;
  readonly after: MatrixRow;
}

/** The difference of two tables, in the order of their rows. */
export interface MatrixDifference {
  readonly inserted: readonly MatrixRow[];
  readonly deleted: readonly MatrixRow[];
  readonly changed: readonly ChangedRow[];
}

/**
 * Compares two tables row by row, by variant and role; of a variant that stands twice, the rows are paired in order.
 * A row that a partial table need not show is neither inserted nor deleted for being absent from it.
 */
export function differenceOf(before: MatrixTable, after: MatrixTable): MatrixDifference {
  const left = keyed(before.rows);
  const right = keyed(after.rows);
  const inserted = [...right].filter(([key, row]) => !left.has(key) && covers(before, row.variant));
  const deleted = [...left].filter(([key, row]) => !right.has(key) && covers(after, row.variant));
  const changed: ChangedRow[] = [];
  for (const [key, row] of right) {
    const was = left.get(key);
    if (was !== undefined && !sameRow(was, row)) changed.push({ before: was, after: row });
  }
  return { inserted: inserted.map(([, row]) => row), deleted: deleted.map(([, row]) => row), changed };
}

/** Rows by variant, role and which of that name they are. */
function keyed(rows: readonly MatrixRow[]): Map<string, MatrixRow> {
  const seen = new Map<string, number>();
  const result = new Map<string, MatrixRow>();
  for (const row of rows) {
    const name = `${row.variant}\u0000${row.role}`;
    const number = seen.get(name) ?? 0;
    seen.set(name, number + 1);
    result.set(`${name}\u0000${number}`, row);
  }
  return result;
}

function sameRow(a: MatrixRow, b: MatrixRow): boolean {
  return (
    a.reference === b.reference &&
    a.name === b.name &&
    a.critical === b.critical &&
    a.cells.length === b.cells.length &&
    a.cells.every((cell, i) => cell.value === b.cells[i]?.value && cell.spelling === b.cells[i]?.spelling)
  );
}

/** Whether nothing differs. */
export function isEmpty({ inserted, deleted, changed }: MatrixDifference): boolean {
  return inserted.length + deleted.length + changed.length === 0;
}
