/**
 * How wide the columns of a table are: as its source says, or by what they hold, and never so narrow that a word is cut
 * while there is another way: a smaller type, or a page turned to landscape. Distances in twips, sizes in half-points.
 */
import type { Cell, Column, Table } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { plainText, walk } from '../../model/walk.ts';
import { type PageFrame, textWidth, turned } from './frame.ts';
import { widthOf } from './metrics.ts';
import { AFTER, attribute, BEFORE, has, type Side, type Sides, sidesOf } from './sides.ts';

/** How a table is set: its type, and whether its page is turned to landscape. */
export interface TableLayout {
  readonly widths: readonly number[];
  readonly dense: boolean;
  readonly landscape: boolean;
}

/** Where a table stands: the page, how far it is indented, and whether a page can be turned for it. */
export interface TablePlace {
  readonly frame: PageFrame;
  readonly left: number;
  /** `cell` stands within another table, of which it has about half a page's width. */
  readonly kind: 'body' | 'cell' | 'facts';
  readonly canTurn: boolean;
  readonly type: TableType;
}

/** Sizes of the text of a table, and what the margins of a cell take at both sides together. */
export interface TableType {
  readonly regular: { readonly size: number; readonly margin: number };
  readonly dense: { readonly size: number; readonly margin: number };
}

export const DEFAULT_TABLE_TYPE: TableType = { regular: { size: 19, margin: 110 }, dense: { size: 16, margin: 60 } };

/** Faces that stand in for ours are up to this much wider, and bold is wider than regular. */
const ALLOWANCE = { regular: 1.2, bold: 1.4 } as const;
/** A longer word (an address) may be cut: room for it would leave none for the rest. In ems. */
const LONGEST_WORD = 16;
/** Nothing is gained by making room for more text than this on one line, in ems. */
const LONGEST_LINE = 45;
const BORDERS = 20;
const FACT_LABEL = 2600;

/** The layout of a table of `count` grid columns. */
export function tableLayout(
  table: Table<Revision>,
  columns: readonly Column<Revision>[],
  view: Sides,
  count: number,
  place: TablePlace,
): TableLayout {
  const upright = textWidth(place.frame) - place.left;
  if (place.kind === 'facts') return { widths: [FACT_LABEL, upright - FACT_LABEL], dense: false, landscape: false };
  const total = place.kind === 'cell' ? Math.floor(upright / 2) : upright;
  const side: Side = has(view, AFTER) ? AFTER : BEFORE;
  const stated = statedWidths(columns, side, count);
  const measured = {
    regular: measure(table, view, side, count, place.type.regular),
    dense: measure(table, view, side, count, place.type.dense),
  };
  const make = (type: keyof typeof measured, room: number, landscape: boolean): TableLayout => ({
    widths: allotted(measured[type], stated, room),
    dense: type === 'dense',
    landscape,
  });
  if (fits(measured.regular, total)) return make('regular', total, false);
  if (!place.canTurn) return make('dense', total, false);
  const broad = textWidth(turned(place.frame)) - place.left;
  return make(fits(measured.regular, broad) ? 'regular' : 'dense', broad, true);
}

/** What a column needs for its longest word, and would like for its longest text. */
interface Need {
  readonly least: number;
  readonly wanted: number;
}

function fits(needs: readonly Need[], total: number): boolean {
  return sum(needs.map(({ least }) => least)) <= total;
}

function statedWidths(columns: readonly Column<Revision>[], side: Side, count: number): number[] | undefined {
  const stated = columns.map((column) => attribute(column, 'width', side));
  const whole = stated.length === count && stated.every((width) => width !== undefined && width > 0);
  return whole ? (stated as number[]) : undefined;
}

function measure(
  table: Table<Revision>,
  view: Sides,
  side: Side,
  count: number,
  { size, margin }: { readonly size: number; readonly margin: number },
): Need[] {
  const least = Array<number>(count).fill(size * 20);
  const wanted = Array<number>(count).fill(0);
  const spans: { readonly from: number; readonly to: number; readonly needs: number }[] = [];
  for (const { cell, column, span, bold } of cellsOf(table, view, side)) {
    if (column + span > count) continue;
    const text = plainText(cell);
    const allowance = ALLOWANCE[bold ? 'bold' : 'regular'];
    const word = Math.min(longest(text.split(/(?<=[\s-])/), size) * allowance, LONGEST_WORD * size * 10);
    const line = Math.min(longest(text.split('\n'), size) * allowance, LONGEST_LINE * size * 10);
    if (span > 1) spans.push({ from: column, to: column + span, needs: word });
    else {
      least[column] = Math.max(least[column] as number, word);
      wanted[column] = Math.max(wanted[column] as number, line);
    }
  }
  for (const { from, to, needs } of spans) spread(least, from, to, needs);
  const around = 2 * margin + BORDERS;
  return least.map((width, i) => ({
    least: Math.ceil(width) + around,
    wanted: Math.ceil(Math.max(width, wanted[i] as number)) + around,
  }));
}

interface PlacedCell {
  readonly cell: Cell<Revision>;
  readonly column: number;
  readonly span: number;
  /** In a header row, or with any bold text in it. */
  readonly bold: boolean;
}

/** The cells that stand in a view, each with its grid column; those that reach down push the cells below aside. */
function* cellsOf(table: Table<Revision>, view: Sides, side: Side): Generator<PlacedCell> {
  const covered = new Map<number, number>();
  for (const row of table.rows) {
    if (sidesOf(row, view) === 0) continue;
    let column = 0;
    const skip = (): void => {
      for (let rows = covered.get(column) ?? 0; rows > 0; rows = covered.get(column) ?? 0) {
        covered.set(column, rows - 1);
        column += 1;
      }
    };
    for (const cell of row.cells) {
      if (sidesOf(cell, view) === 0) continue;
      skip();
      const span = Math.max(1, attribute(cell, 'columnSpan', side) ?? 1);
      const rows = Math.max(1, attribute(cell, 'rowSpan', side) ?? 1);
      yield { cell, column, span, bold: row.header === true || hasBold(cell) };
      for (let i = column; rows > 1 && i < column + span; i++) covered.set(i, rows - 1);
      column += span;
    }
    skip();
  }
}

function hasBold(cell: Cell<Revision>): boolean {
  let found = false;
  walk(cell, (node) => {
    if (node.type === 'text' && node.marks?.bold === true) found = true;
  });
  return found;
}

function longest(pieces: readonly string[], size: number): number {
  let most = 0;
  for (const piece of pieces) most = Math.max(most, widthOf(piece.trim(), size));
  return most;
}

/** Widens the columns from `from` up to `to` alike until together they hold what spans them. */
function spread(widths: number[], from: number, to: number, needs: number): void {
  const lacks = needs - sum(widths.slice(from, to));
  for (let i = from; lacks > 0 && i < to; i++) widths[i] = (widths[i] as number) + lacks / (to - from);
}

/** Shares `total` out: to each column what its words need, and the rest by what the source says or the texts want. */
function allotted(needs: readonly Need[], stated: readonly number[] | undefined, total: number): number[] {
  const least = needs.map((need) => need.least);
  const room = total - sum(least);
  if (room <= 0) return scaled(least, total);
  if (stated !== undefined) return raised(scaled(stated, total), least, total);
  const wishes = needs.map((need) => Math.sqrt(need.wanted - need.least) + 1);
  const all = sum(wishes);
  return least.map((width, i) => Math.floor(width + (room * (wishes[i] as number)) / all));
}

function scaled(weights: readonly number[], total: number): number[] {
  const all = sum(weights);
  return weights.map((weight) => Math.max(200, Math.floor((weight / all) * total)));
}

/** Widths with those that are too narrow for their words raised at the expense of the others, in proportion. */
function raised(widths: readonly number[], least: readonly number[], total: number): number[] {
  const fixed = widths.map((width, i) => width < (least[i] as number));
  if (!fixed.includes(true)) return [...widths];
  const spare = (values: readonly number[]): number => sum(values.filter((_, i) => !fixed[i]));
  const left = total - sum(least.filter((_, i) => fixed[i]));
  const shrunk = widths.map((width, i) =>
    fixed[i] ? (least[i] as number) : Math.floor((width / spare(widths)) * left),
  );
  return shrunk.every((width, i) => width >= (least[i] as number)) ? shrunk : raisedAgain(shrunk, least, total);
}

/** Where raising some columns made others too narrow: what their words need, and the rest as the widths were. */
function raisedAgain(widths: readonly number[], least: readonly number[], total: number): number[] {
  const room = total - sum(least);
  const over = widths.map((width, i) => Math.max(0, width - (least[i] as number)));
  const all = sum(over);
  return least.map((width, i) => Math.floor(width + (all === 0 ? 0 : (room * (over[i] as number)) / all)));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
