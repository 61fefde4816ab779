/** A matrix as CSV: its rows alone, since counts are derived. */
import { writeCsv } from './csv.ts';
import { headingTexts } from './headings.ts';
import type { MatrixRow, MatrixTable } from './table.ts';

/** The table as CSV with its headings, every value in the spelling of the table. */
export function matrixToCsv(table: MatrixTable): string {
  return writeCsv([headingTexts(table.headings), ...table.rows.map(rowTexts)]);
}

/** The texts of a row in the order of the columns. */
export function rowTexts({ reference, variant, name, critical, cells, role }: MatrixRow): string[] {
  return [reference, variant, name, critical, ...cells.map((cell) => cell.spelling), role];
}
