/** A matrix as CSV: its rows alone, since counts are derived. */
import { rowTexts } from './difference.ts';
import { writeCsv } from './read/csv.ts';
import { headingTexts } from './read/headings.ts';
import type { MatrixTable } from './table.ts';

/** The table as CSV with its headings, every value in the spelling of the table. */
export function matrixToCsv(table: MatrixTable): string {
  return writeCsv(matrixRecords(table));
}

/** The headings and the rows as text. */
export function matrixRecords(table: MatrixTable): string[][] {
  return [headingTexts(table.headings, table.shape), ...table.rows.map((row) => rowTexts(row, table))];
}
