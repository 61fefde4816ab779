/** Tables of Word as tables of the model: spans counted out, columns with their widths and alignment. */
import type { Alignment, Block, Cell, Column, Row, Table } from '../../model/document.ts';
import { type Making, placeOf } from './context.ts';
import type { WordBlock, WordCell, WordRow, WordTable } from './word.ts';

/** Makes the blocks of a cell. */
export type MakeBlocks = (making: Making, blocks: readonly WordBlock[]) => Block[];

/** A cell with the grid column at which it begins, from 0, and the columns it covers. */
interface Placed {
  readonly cell: WordCell | undefined;
  readonly column: number;
  columns: number;
}

export function tableNode(making: Making, table: WordTable, makeBlocks: MakeBlocks): Table {
  const grid = table.rows.map((row) => placeCells(row));
  const width = Math.max(0, ...grid.map((row) => widthOf(row)));
  const rows = table.rows.map((row, i) => rowNode(making, row, i, grid, width, makeBlocks));
  return {
    type: 'table',
    keyedBy: [],
    columns: Array.from({ length: width }, (_, i) => columnNode(making, table, grid, i)),
    rows,
    place: placeOf(making, table.start, table.end),
  };
}

function widthOf(row: readonly Placed[]): number {
  const last = row[row.length - 1];
  return last === undefined ? 0 : last.column + last.columns;
}

/** The cells of a row on the grid; columns left out before and behind them are cells without content. */
function placeCells(row: WordRow): Placed[] {
  const placed: Placed[] = [];
  let column = 0;
  const put = (cell: WordCell | undefined, columns: number) => {
    if (columns > 0) placed.push({ cell, column, columns });
    column += columns;
  };
  put(undefined, row.gridBefore);
  for (const cell of row.cells) {
    const last = placed[placed.length - 1];
    if (cell.span.horizontal === 'continue' && last?.cell !== undefined) {
      last.columns += cell.span.columns;
      column += cell.span.columns;
    } else put(cell, cell.span.columns);
  }
  put(undefined, row.gridAfter);
  return placed;
}

function rowNode(
  making: Making,
  row: WordRow,
  at: number,
  grid: readonly (readonly Placed[])[],
  width: number,
  makeBlocks: MakeBlocks,
): Row {
  const placed = grid[at] ?? [];
  const shown = placed.filter((one) => !isCovered(making, one, grid[at - 1]));
  const cells = shown.map((one) => cellNode(making, one, at, grid, makeBlocks));
  const missing = width - widthOf(placed);
  if (missing > 0) cells.push({ type: 'cell', ...(missing > 1 ? { columnSpan: missing } : {}), children: [] });
  const place = placeOf(making, row.start, row.end);
  return row.header ? { type: 'row', header: true, cells, place } : { type: 'row', cells, place };
}

/** Whether a cell is covered by one above; what it says can't be seen in Word. */
function isCovered(making: Making, one: Placed, above: readonly Placed[] | undefined): boolean {
  if (!continues(one, above)) return false;
  for (const block of one.cell?.blocks ?? []) {
    const text = block.kind === 'table' ? undefined : block.pieces.find((piece) => piece.kind === 'text');
    if (text === undefined) continue;
    const reason = 'text of a cell that a merged cell covers is left out, as Word does not show it';
    making.tally.warn('read/docx-covered-cell', reason, placeOf(making, text.start, text.end));
  }
  return true;
}

/** Whether a cell belongs to one above; a merge that nothing begins is none. */
function continues(one: Placed, above: readonly Placed[] | undefined): boolean {
  if (one.cell?.span.vertical !== 'continue' || above === undefined) return false;
  const over = placedAt(above, one.column);
  return over?.cell?.span.vertical !== undefined && over.columns === one.columns;
}

/** The cell of a row that begins at a column. */
function placedAt(row: readonly Placed[], column: number): Placed | undefined {
  let low = 0;
  let high = row.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = row[middle] as Placed;
    if (one.column === column) return one;
    if (one.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function cellNode(
  making: Making,
  one: Placed,
  at: number,
  grid: readonly (readonly Placed[])[],
  makeBlocks: MakeBlocks,
): Cell {
  const rows = rowSpan(one, at, grid);
  const { cell } = one;
  return {
    type: 'cell',
    ...(one.columns > 1 ? { columnSpan: one.columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    children: cell === undefined ? [] : makeBlocks(making, cell.blocks),
    ...(cell === undefined ? {} : { place: placeOf(making, cell.start, cell.end) }),
  };
}

function rowSpan(one: Placed, at: number, grid: readonly (readonly Placed[])[]): number {
  if (one.cell?.span.vertical === undefined) return 1;
  let rows = 1;
  for (let below = grid[at + 1]; below !== undefined; below = grid[at + ++rows]) {
    const under = placedAt(below, one.column);
    if (under === undefined || !continues(under, grid[at + rows - 1])) break;
  }
  return rows;
}

const ALIGNMENTS: Readonly<Record<string, Alignment>> = { center: 'center', right: 'right', end: 'right' };

/**
 * A column is aligned as all the paragraphs of its cells below the heading rows are. Widths that our own writer worked
 * out are not the document's.
 */
function columnNode(making: Making, table: WordTable, grid: readonly (readonly Placed[])[], at: number): Column {
  const width = making.parts.house ? undefined : table.grid[at];
  const align = columnAlignment(table, grid, at);
  return {
    type: 'column',
    ...(align === undefined ? {} : { align }),
    ...(width === undefined || width <= 0 ? {} : { width }),
  };
}

function columnAlignment(table: WordTable, grid: readonly (readonly Placed[])[], at: number): Alignment | undefined {
  const seen = new Set<string>();
  for (const [i, row] of grid.entries()) {
    if (table.rows[i]?.header === true) continue;
    const one = placedAt(row, at);
    if (one?.cell === undefined || one.columns > 1) continue;
    for (const block of one.cell.blocks) if (block.kind === 'paragraph') seen.add(block.properties.align ?? 'left');
    if (seen.size > 1) return undefined;
  }
  const [only] = seen;
  return only === undefined ? undefined : ALIGNMENTS[only];
}
