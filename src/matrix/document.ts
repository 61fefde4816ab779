/** A matrix as a table of its document: rows as they are spelled, a line for rows not shown, counts derived. */
import type { Place } from '../message.ts';
import type { Block, Cell, Clause, Column, Document, Row, Table } from '../model/document.ts';
import { plainText } from '../model/walk.ts';
import { type Counts, countsOf, countsOfValue, printedValues, totalOf, totalRequired } from './count/count.ts';
import { countLabel, restLabel } from './count/line.ts';
import { rowTexts } from './difference.ts';
import { headingTexts, indexOfColumn } from './read/headings.ts';
import type { TableSettings } from './read/settings.ts';
import type { MatrixValue } from './shape/shape.ts';
import { type MatrixTable, widthOf } from './table.ts';

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

/** A matrix as a table. Rows are keyed by the key columns, so that a comparison knows them. */
export function toTable({ table, settings }: PlacedMatrix): Table {
  const { headings, number, shape } = table;
  const names = headingTexts(headings, shape);
  const { id, title, widths } = settings;
  return {
    type: 'table',
    ...(id === undefined ? {} : { id }),
    label: number,
    fixed: true,
    ...(title === undefined ? {} : { caption: [{ type: 'text', value: title }] }),
    keyedBy: shape.keys.map((column) => headings.columns[column.id] ?? column.heading),
    columns: names.map((_, i) => columnOf(widths?.[i])),
    rows: [
      { ...textRow(names), header: true },
      ...restRow(table),
      ...table.rows.map((row) => textRow(rowTexts(row, table), row.place)),
      ...countRows(table),
    ],
  };
}

function columnOf(width: number | undefined): Column {
  return width === undefined ? { type: 'column' } : { type: 'column', width };
}

/** What a partial table says of the rows that it does not show, in the column of labels, of names, or the last named. */
function restRow(table: MatrixTable): Row[] {
  const { rest, shape } = table;
  if (rest === undefined || rest.rows === 0) return [];
  const column = shape.counts?.in ?? shape.nameColumn?.id ?? shape.columns.findLast(({ key }) => !key)?.id;
  return [labelledRow(table, column, restLabel(rest), undefined, [])];
}

/** A row with a label, figures in the value columns, and a total. */
function labelledRow(
  table: MatrixTable,
  column: string | undefined,
  label: string,
  total: string | undefined,
  figures: readonly string[],
): Row {
  const { shape } = table;
  const width = widthOf(table);
  const texts = Array.from({ length: width + shape.columns.length }, () => '');
  for (const [i, figure] of figures.entries()) texts[shape.valuesAt + i] = figure;
  if (column !== undefined) texts[indexOfColumn(shape, column, width)] = label;
  const { totalsIn } = shape.counts ?? {};
  if (totalsIn !== undefined && total !== undefined) texts[indexOfColumn(shape, totalsIn, width)] = total;
  return textRow(texts);
}

function countRows(table: MatrixTable): Row[] {
  const { counts: wanted } = table.shape;
  const counts = wanted === undefined ? undefined : countsOf(table);
  if (wanted === undefined || counts === undefined) return [];
  return countTexts(table, counts).map(([label = '', ...figures]) =>
    labelledRow(table, wanted.in, label, figures.at(-1), figures.slice(0, -1)),
  );
}

/** How a table spells a value: as its first cell of that value does. */
export function spellings(table: MatrixTable): (value: MatrixValue) => string {
  const first = new Map<MatrixValue, string>();
  for (const { cells } of table.rows) {
    for (const { value, spelling } of cells) if (value !== undefined && !first.has(value)) first.set(value, spelling);
  }
  return (value) => first.get(value) ?? value;
}

/** Counts as rows of text: the label, one count for each value column, the total. */
export function countTexts(table: MatrixTable, counts: Counts): string[][] {
  const spelling = spellings(table);
  const { totals, total } = { totals: [], ...table.shape.counts };
  const rows = printedValues(counts).map((value) => [
    countLabel(table.shape, spelling(value)),
    ...countsOfValue(counts, value).map(String),
    totals.some((each) => each === value) ? String(totalOf(counts, value)) : '',
  ]);
  if (total === undefined) return rows;
  return [...rows, [total, ...table.headings.values.map(() => ''), String(totalRequired(counts))]];
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
