/** A matrix as a table of its document: rows as they are spelled, a line for rows not shown, counts derived. */
import type { Place } from '../message.ts';
import type { Block, Cell, Clause, Column, Document, Row, Table } from '../model/document.ts';
import { plainText } from '../model/walk.ts';
import { type Counts, countsOf, totalOf, totalTests, valuesOf } from './count.ts';
import { rowTexts } from './export.ts';
import { headingTexts } from './headings.ts';
import type { TableSettings } from './settings.ts';
import type { MatrixTable } from './table.ts';
import type { MatrixValue } from './value.ts';

/** A table, where it stands, and what it is called. */
export interface PlacedMatrix {
  readonly table: MatrixTable;
  readonly settings: Pick<TableSettings, 'at' | 'id' | 'title' | 'widths'>;
}

/**
 * The document with each matrix as the last block of its provision (`at`), or at the end of the document. A table whose
 * provision is not there is left out; gives their numbers.
 */
export function withMatrices(
  document: Document,
  matrices: readonly PlacedMatrix[],
): { readonly document: Document; readonly homeless: readonly string[] } {
  const waiting = new Map<string, PlacedMatrix[]>();
  for (const matrix of matrices) {
    const { at } = matrix.settings;
    if (at !== undefined) waiting.set(at, [...(waiting.get(at) ?? []), matrix]);
  }
  const children = [
    ...placeIn(document.children, waiting),
    ...matrices.filter(({ settings }) => settings.at === undefined).map(toTable),
  ];
  const homeless = [...waiting.values()].flat().map(({ table }) => table.number);
  return { document: { ...document, children }, homeless };
}

/** Blocks with the tables in their provisions; a table that has found its place is taken off the list. */
function placeIn(blocks: readonly Block[], waiting: Map<string, PlacedMatrix[]>): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.type !== 'clause' || waiting.size === 0) return block;
    const own = waiting.get(block.id ?? '') ?? [];
    waiting.delete(block.id ?? '');
    const children = placeIn(block.children, waiting);
    return { ...block, children: [...children, ...own.map(toTable)] } satisfies Clause;
  });
}

/**
 * The document without the tables of its matrices, and these by their numbers: what `withMatrices` put there. The row that
 * tells of rows not shown is left out of them.
 */
export function withoutMatrices(
  document: Document,
  matrices: readonly PlacedMatrix[],
): { readonly document: Document; readonly tables: ReadonlyMap<string, Table> } {
  const tables = new Map<string, Table>();
  const take = (blocks: readonly Block[]): readonly Block[] =>
    blocks.flatMap((block): Block[] => {
      if (block.type === 'clause') return [{ ...block, children: take(block.children) }];
      const matrix = matrices.find((one) => block.type === 'table' && isTableOf(block, one));
      if (block.type !== 'table' || matrix === undefined || tables.has(matrix.table.number)) return [block];
      tables.set(matrix.table.number, withoutRest(block, matrix.table));
      return [];
    });
  return { document: { ...document, children: take(document.children) }, tables };
}

function isTableOf(table: Table, { settings, table: { number } }: PlacedMatrix): boolean {
  return settings.id === undefined ? table.label === number : table.id === settings.id;
}

function withoutRest(table: Table, matrix: MatrixTable): Table {
  const rest = new Set(restRow(matrix).map((row) => plainText(row)));
  return { ...table, rows: table.rows.filter((row) => !rest.has(plainText(row))) };
}

/** A matrix as a table. Rows are keyed by their variant, so that a comparison knows them. */
export function toTable({ table, settings }: PlacedMatrix): Table {
  const { headings, number } = table;
  const header: Row = { ...textRow(headingTexts(headings)), header: true };
  const { id, title, widths } = settings;
  return {
    type: 'table',
    ...(id === undefined ? {} : { id }),
    label: number,
    fixed: true,
    ...(title === undefined ? {} : { caption: [{ type: 'text', value: title }] }),
    keyedBy: [headings.variant],
    columns: headingTexts(headings).map((_, i) => columnOf(widths?.[i])),
    rows: [
      header,
      ...restRow(table),
      ...table.rows.map((row) => textRow(rowTexts(row), row.place)),
      ...countRows(table),
    ],
  };
}

function columnOf(width: number | undefined): Column {
  return width === undefined ? { type: 'column' } : { type: 'column', width };
}

/** What a partial table says of the rows that it does not show, in the column of names. */
function restRow({ rest, headings }: MatrixTable): Row[] {
  if (rest === undefined || rest.rows === 0) return [];
  const many = rest.rows === undefined ? 'further rows' : `${rest.rows} rows`;
  const told = `(${many} not reproduced here)`;
  return [textRow(headingTexts(headings).map((_, i) => (i === 2 ? told : '')))];
}

function countRows(table: MatrixTable): Row[] {
  const counts = countsOf(table);
  if (counts === undefined) return [];
  const spelling = spellings(table);
  const rows = valuesOf(counts).map((value) => {
    const total = value === 'N/A' ? '' : String(totalOf(counts, value));
    return textRow(['', '', `Count of ${spelling(value)}`, '', ...counts.grid[value].map(String), total]);
  });
  const empty = table.headings.commands.map(() => '');
  return [...rows, textRow(['', '', 'Total Tests', '', ...empty, String(totalTests(counts))])];
}

/** How a table spells a value: as its first cell of that value does. */
export function spellings(table: MatrixTable): (value: MatrixValue) => string {
  const first = new Map<MatrixValue, string>();
  for (const { value, spelling } of table.rows.flatMap((row) => row.cells)) {
    if (value !== undefined && !first.has(value)) first.set(value, spelling);
  }
  return (value) => first.get(value) ?? value;
}

/** Counts as rows of text for a report: the value, one count for each command variant, the total. */
export function countTexts(table: MatrixTable, counts: Counts): string[][] {
  const spelling = spellings(table);
  const rows = valuesOf(counts).map((value) => [
    `Count of ${spelling(value)}`,
    ...counts.grid[value].map(String),
    value === 'N/A' ? '' : String(totalOf(counts, value)),
  ]);
  return [...rows, ['Total Tests', ...table.headings.commands.map(() => ''), String(totalTests(counts))]];
}

function textRow(texts: readonly string[], place?: Place): Row {
  const at = place === undefined ? {} : { place };
  return { type: 'row', ...at, cells: texts.map((text) => textCell(text, at)) };
}

/** An empty cell has no paragraph, as readers make it. */
function textCell(text: string, at: { readonly place?: Place }): Cell {
  const para = { type: 'para', ...at, children: [{ type: 'text', ...at, value: text }] } as const;
  return { type: 'cell', children: text === '' ? [] : [para] };
}
