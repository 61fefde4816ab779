/** How one table became another: which rows and cells pair, and whether marks of cells can tell the rest. */
import type { CellBlock, RowBlock, TableBlock } from '../lines/blocks.ts';
import { linesOf } from '../lines/blocks.ts';
import { edgesOf } from '../lines/grid.ts';
import type { Line } from '../lines/lines.ts';
import { isNumbered } from '../lines/numbered.ts';
import type { Session } from '../session.ts';
import { type CellPair, pairCells } from './cells.ts';
import { pairColumns } from './columns.ts';
import { measureWith } from './measure.ts';
import { pairRows } from './rows.ts';

/** A row of both sides, by its indices, with its cells. */
export interface RowMatch {
  readonly before: number;
  readonly after: number;
  readonly cells: readonly CellPair[];
}

/** The rows that both tables have, in order; the others are gone or have come. */
export function matchRows(session: Session, before: TableBlock, after: TableBlock): RowMatch[] {
  const cells = session.cells === 'mark' && before.key !== after.key;
  return (cells ? marked(session, before, after) : undefined) ?? ofOneShape(session, before, after);
}

/** Rows that pair though their cells lie otherwise; `undefined` where marks of cells can't tell how. */
function marked(session: Session, before: TableBlock, after: TableBlock): RowMatch[] | undefined {
  const measure = measureWith(session.aligning);
  const fits = (x: RowBlock, y: RowBlock): boolean =>
    x.shape === y.shape || (edgesOf(before.part, x.element) === edgesOf(after.part, y.element) && !isOlder(x, before));
  const rows = pairRows(session, before, after, measure, fits);
  const columns = pairColumns(before, after, rows, measure);
  const matches = rows.map(([i, j]) => {
    const cells = pairCells(before.rows[i] as RowBlock, after.rows[j] as RowBlock, columns, measure);
    return { before: i, after: j, cells };
  });
  const kept = matches.filter(({ cells }) => cells.some((pair) => isOnBoth(pair)));
  return kept.every(({ cells }) => cells.every((pair) => canBeTold(pair))) ? kept : undefined;
}

function isOlder({ element }: RowBlock, { part }: TableBlock): boolean {
  return edgesOf(part, element).endsWith('-');
}

function isOnBoth({ before, after }: CellPair): boolean {
  return before !== undefined && after !== undefined;
}

/**
 * Whether a mark tells what became of a cell to those readers, too, that settle the text of such cells and leave the cells
 * (LibreOffice up to 7.4): a number that Word works out would stay behind in a cell that should be gone, and text that a
 * merge hides would show.
 */
function canBeTold({ before, after }: CellPair): boolean {
  if (before === undefined || after === undefined) return ![...linesIn(before ?? after)].some(isNumbered);
  if (before.merge === after.merge) return true;
  return ![before, after].some((cell) => cell.merge === 'continue' && [...linesIn(cell)].some(says));
}

function linesIn(cell: CellBlock | undefined): Iterable<Line> {
  return linesOf(cell?.blocks ?? []);
}

const says = (line: Line): boolean => line.text !== '' || isNumbered(line);

/** Rows that pair as their cells lie alike; they are compared cell by cell. */
function ofOneShape(session: Session, before: TableBlock, after: TableBlock): RowMatch[] {
  const measure = measureWith(session.aligning);
  return pairRows(session, before, after, measure, (x, y) => x.shape === y.shape).map(([i, j]) => {
    const [x, y] = [before.rows[i] as RowBlock, after.rows[j] as RowBlock];
    const cells = x.cells.map((cell, k) => ({ before: cell, after: y.cells[k] as CellBlock }));
    return { before: i, after: j, cells };
  });
}
