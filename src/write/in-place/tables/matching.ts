/** How one table became another: which rows and cells pair, and whether marks of cells can tell the rest. */
import { Numbers } from '../../../align/numbers.ts';
import { alignSequence } from '../../../align/sequence.ts';
import type { IndexPair } from '../../../model/alignment.ts';
import { edgesOf, widthOf } from '../../../word/grid.ts';
import { numberingOf } from '../../../word/numbering.ts';
import type { CellBlock, RowBlock, TableBlock } from '../lines/blocks.ts';
import { linesOf } from '../lines/blocks.ts';
import type { Line } from '../lines/lines.ts';
import { keyOf, placeKey } from '../pairing/decisions.ts';
import type { Session } from '../session.ts';
import { type CellPair, type Columns, pairCells } from './cells.ts';

/** A row of both sides, by its indices, with its cells. */
export interface RowMatch {
  readonly before: number;
  readonly after: number;
  readonly cells: readonly CellPair[];
}

/** The rows that both tables have, in order; the others are gone or have come. */
export function matchRows(session: Session, before: TableBlock, after: TableBlock): RowMatch[] {
  const decided = decidedPairs(session, before, after);
  const cells = session.cells === 'mark' && before.key !== after.key;
  return (cells ? marked(session, before, after, decided) : undefined) ?? ofOneShape(before, after, decided.rows);
}

/** Rows and columns that pair. */
interface Decided {
  readonly rows: readonly IndexPair[];
  readonly columns: Columns;
}

/** As the comparison decided; in a table that it does not read, rows that say the same and columns of one place. */
function decidedPairs({ decisions }: Session, before: TableBlock, after: TableBlock): Decided {
  const pair = decisions.table(after);
  if (pair === undefined || keyOf(pair.before.place) !== placeKey(before)) return unreadPairs(before, after);
  const [from, to] = [rowPlaces(before), rowPlaces(after)];
  const rows = pair.rows.flatMap(([i, j]): IndexPair[] => {
    const x = from.get(keyOf(pair.before.rows[i]?.place));
    const y = to.get(keyOf(pair.after.rows[j]?.place));
    return x === undefined || y === undefined ? [] : [[x, y]];
  });
  return { rows, columns: new Map(pair.columns) };
}

function rowPlaces({ part, rows }: TableBlock): Map<string, number> {
  return new Map(rows.map(({ element }, k) => [placeKey({ part, element }), k]));
}

function unreadPairs(before: TableBlock, after: TableBlock): Decided {
  const numbers = new Numbers();
  const keys = ({ rows }: TableBlock) => rows.map((row) => numbers.of(row.key));
  const rows: IndexPair[] = [];
  let [i, j] = [0, 0];
  const ends = { a: before.rows.length, b: after.rows.length };
  for (const { a, b } of [...alignSequence(keys(before), keys(after)), ends]) {
    if (a - i === b - j) for (; i < a; i++, j++) rows.push([i, j]);
    if (a < ends.a) rows.push([a, b]);
    [i, j] = [a + 1, b + 1];
  }
  const width = Math.min(widthOf(before.rows), widthOf(after.rows));
  return { rows, columns: new Map(Array.from({ length: width }, (_, k) => [k, k])) };
}

/** Rows that pair though their cells lie otherwise; `undefined` where marks of cells can't tell how. */
function marked(
  { decisions }: Session,
  before: TableBlock,
  after: TableBlock,
  { rows, columns }: Decided,
): RowMatch[] | undefined {
  const fits = (x: RowBlock, y: RowBlock): boolean =>
    x.shape === y.shape || (edgesOf(before.part, x.element) === edgesOf(after.part, y.element) && !isOlder(x, before));
  const isSame = (x: CellBlock, y: CellBlock): boolean =>
    decisions.isSameCell({ part: before.part, element: x.element }, { part: after.part, element: y.element });
  const matches = rows.flatMap(([i, j]): RowMatch[] => {
    const [x, y] = [before.rows[i] as RowBlock, after.rows[j] as RowBlock];
    return fits(x, y) ? [{ before: i, after: j, cells: pairCells(x, y, columns, isSame) }] : [];
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

const isNumbered = ({ document, part, properties }: Line): boolean =>
  numberingOf(document, part, properties) !== undefined;

const says = (line: Line): boolean => line.text !== '' || isNumbered(line);

/** Rows that pair as their cells lie alike; they are compared cell by cell. */
function ofOneShape(before: TableBlock, after: TableBlock, rows: readonly IndexPair[]): RowMatch[] {
  return rows.flatMap(([i, j]): RowMatch[] => {
    const [x, y] = [before.rows[i] as RowBlock, after.rows[j] as RowBlock];
    if (x.shape !== y.shape) return [];
    return [
      { before: i, after: j, cells: x.cells.map((cell, k) => ({ before: cell, after: y.cells[k] as CellBlock })) },
    ];
  });
}
