/** A matrix from CSV, and from a table of a document. */
import type { Report } from '../../message.ts';
import { gridTexts } from '../../model/cite.ts';
import type { Table } from '../../model/document.ts';
import type { MatrixTable } from '../table.ts';
import { readCsv } from './csv.ts';
import { matrixFromRows, type ReadAs, type TextRow } from './rows.ts';

/** Reads a matrix from CSV whose first record names the columns. */
export function matrixFromCsv(source: string, as: ReadAs, file: string, report: Report): MatrixTable | undefined {
  const { records, faults } = readCsv(source);
  const cite = `Table ${as.number}`;
  for (const { reason, line } of faults) {
    report({ severity: 'error', rule: 'matrix/csv', reason, cite, place: { file, line, column: 1 } });
  }
  const rows = records.map(({ fields, line }) => ({ texts: fields, place: { file, line, column: 1 } }));
  if (rows.length > 0) return matrixFromRows(rows, as, report);
  report({ severity: 'error', rule: 'matrix/no-columns', reason: 'the file is empty', cite, place: { file } });
  return undefined;
}

/** Reads a matrix from a table of a document; rows of counts become what is stated. */
export function matrixFromTable(table: Table, as: ReadAs, report: Report): MatrixTable | undefined {
  return matrixFromRows(textRows(table), as, report);
}

/** The rows of a table as text, each with its place. */
export function textRows(table: Table): TextRow[] {
  return table.rows.map((row): TextRow => {
    const place = row.place ?? table.place;
    return { texts: gridTexts(row), ...(place === undefined ? {} : { place }) };
  });
}
