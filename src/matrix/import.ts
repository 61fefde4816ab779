/** Rows of text, wherever they come from, as a matrix: each cell understood, and what is not understood told. */
import type { Place, Report } from '../message.ts';
import { gridTexts } from '../model/cite.ts';
import type { Table } from '../model/document.ts';
import { readCsv } from './csv.ts';
import { findColumns, type MatrixColumns, plainHeadings } from './headings.ts';
import type { MatrixCell, MatrixRow, MatrixTable, StatedCounts } from './table.ts';
import { type MatrixValue, parseValue, VALUES } from './value.ts';

/** A row of a table as text, one for each column of the grid. */
export interface TextRow {
  readonly texts: readonly string[];
  readonly place?: Place;
}

/** Reads a matrix from CSV whose first record names the columns. */
export function matrixFromCsv(source: string, number: string, file: string, report: Report): MatrixTable | undefined {
  const { records, openQuote } = readCsv(source);
  if (openQuote !== undefined) {
    const reason = 'a quotation mark is opened and never closed';
    report({ severity: 'error', rule: 'matrix/csv', reason, place: { file, line: openQuote, column: 1 } });
  }
  return matrixFromRows(
    records.map(({ fields, line }) => ({ texts: fields, place: { file, line, column: 1 } })),
    number,
    report,
  );
}

/** Reads a matrix from a table of a document; rows of counts become what is stated. */
export function matrixFromTable(table: Table, report: Report, number = table.label ?? ''): MatrixTable | undefined {
  const rows = table.rows.map((row): TextRow => {
    const place = row.place ?? table.place;
    return { texts: gridTexts(row), ...(place === undefined ? {} : { place }) };
  });
  return matrixFromRows(rows, number, report);
}

/**
 * Reads a matrix from rows of text. Where no row names the columns, they are taken to be those of a matrix printed
 * without its headings. A cell that is no known value is told and kept as it is spelled, without a value.
 */
export function matrixFromRows(rows: readonly TextRow[], number: string, report: Report): MatrixTable | undefined {
  const named = rows.findIndex(({ texts }) => findColumns(texts) !== undefined);
  const columns = named < 0 ? columnsByPlace(rows) : findColumns(rows[named]?.texts ?? []);
  const cite = `Table ${number}`;
  if (columns === undefined) {
    const reason = 'the table has no columns of a matrix';
    const note =
      'a matrix has Service Reference, Service Reference Variant, Name, Critical, command variants, User Role';
    report({ severity: 'error', rule: 'matrix/no-columns', reason, cite, ...placePart(rows[0]), note });
    return undefined;
  }
  const below = rows.slice(named + 1).filter(({ texts }) => texts.some((text) => text.trim() !== ''));
  const data = below.filter(({ texts }) => countLine(texts) === undefined);
  const stated = readStated(below, columns);
  const read = data.map((row) => readRow(row, columns, cite, report)).filter((row) => row !== undefined);
  const base = { number, headings: columns.headings, rows: read };
  return stated === undefined ? base : { ...base, stated };
}

/** A matrix without headings: two numbers, a name, Y or N, values, a role. */
function columnsByPlace(rows: readonly TextRow[]): MatrixColumns | undefined {
  const width = rows.find(({ texts }) => isVariant(texts[1]) && /^[YN]$/i.test(texts[3]?.trim() ?? ''))?.texts.length;
  if (width === undefined || width < 6) return undefined;
  const commands = Array.from({ length: width - 5 }, (_, i) => i + 4);
  return {
    headings: plainHeadings(commands.length),
    reference: 0,
    variant: 1,
    name: 2,
    critical: 3,
    commands,
    role: width - 1,
  };
}

function isVariant(text: string | undefined): boolean {
  return /^\d+(?:\.\d+)*[A-Z]?$/.test(text?.trim() ?? '');
}

function readRow(row: TextRow, columns: MatrixColumns, cite: string, report: Report): MatrixRow | undefined {
  const text = (i: number): string => (row.texts[i] ?? '').replace(/\s+/g, ' ').trim();
  const variant = text(columns.variant);
  if (!isVariant(variant)) {
    const reason = 'a row has no Service Reference Variant and is left out';
    const said = row.texts.filter((each) => each.trim() !== '').join(' | ');
    report({ severity: 'warning', rule: 'matrix/not-a-row', reason, cite, ...placePart(row), actual: said });
    return undefined;
  }
  const at = { ...placePart(row), cite: `${cite}, row ${variant}` };
  const critical = readCritical(text(columns.critical), at, report);
  const cells = columns.commands.map((i, k) => readCell(text(i), columns.headings.commands[k] ?? '', at, report));
  return {
    reference: text(columns.reference),
    variant,
    name: text(columns.name),
    critical,
    cells,
    role: text(columns.role),
    ...placePart(row),
  };
}

function readCritical(text: string, at: { readonly cite: string; readonly place?: Place }, report: Report): string {
  const folded = text.toUpperCase();
  if (folded === 'Y' || folded === 'YES') return 'Y';
  if (folded === 'N' || folded === 'NO') return 'N';
  const reason = 'it is neither Y nor N whether the Service Request is critical';
  report({ severity: 'error', rule: 'matrix/critical', reason, ...at, actual: `"${text}"` });
  return text;
}

function readCell(
  spelling: string,
  heading: string,
  at: { readonly cite: string; readonly place?: Place },
  report: Report,
): MatrixCell {
  const value = parseValue(spelling);
  if (value !== undefined) return { value, spelling };
  const reason = `what stands in ${heading} is no known value`;
  const expected = VALUES.join(', ');
  report({ severity: 'error', rule: 'matrix/unknown-value', reason, ...at, actual: `"${spelling}"`, expected });
  return { spelling };
}

/** A row of counts: whose it is, as `Count of Mandatory`, or `total` for Total Tests. */
type CountLine = { readonly value: MatrixValue } | { readonly total: true };

/** What a row counts, where it is a row of counts. */
export function countLine(texts: readonly string[]): CountLine | undefined {
  const words = texts.find((text) => /\p{L}/u.test(text))?.trim() ?? '';
  if (/^total tests\b/i.test(words)) return { total: true };
  const value = parseValue(/^count of (.+)$/i.exec(words)?.[1] ?? '');
  return value === undefined ? undefined : { value };
}

function readStated(rows: readonly TextRow[], columns: MatrixColumns): StatedCounts | undefined {
  const counts: Partial<Record<MatrixValue, string[]>> = {};
  const totals: Partial<Record<MatrixValue, string>> = {};
  let total: string | undefined;
  let place: Place | undefined;
  for (const row of rows) {
    const line = countLine(row.texts);
    if (line === undefined) continue;
    place ??= row.place;
    const last = (row.texts[columns.role] ?? '').trim();
    if ('total' in line) {
      total = last;
      continue;
    }
    counts[line.value] = columns.commands.map((i) => (row.texts[i] ?? '').trim());
    if (last !== '') totals[line.value] = last;
  }
  if (place === undefined && Object.keys(counts).length === 0 && total === undefined) return undefined;
  return { counts, totals, ...(total === undefined ? {} : { total }), ...(place === undefined ? {} : { place }) };
}

function placePart(row: TextRow | undefined): { readonly place?: Place } {
  return row?.place === undefined ? {} : { place: row.place };
}
