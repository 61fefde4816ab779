/**
 * A table as its caption and rows with the sides they stand on. Changes that Word can track within a table stay
 * within it; where its grid changed, it is written as a deleted table and an inserted one, where only a row's did, as
 * a deleted row and an inserted one.
 */
import type { Cell, Column, Row, Table } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import type { Context } from './context.ts';
import { type Contexts, type FlowState, StoryBuilder } from './flow.ts';
import { anchorPieces, openingPieces, piecesOf } from './pieces.ts';
import {
  AFTER,
  attribute,
  BEFORE,
  BOTH,
  common,
  EACH_SIDE,
  has,
  perSide,
  revisionOf,
  type Side,
  type Sides,
  sidesOf,
  union,
} from './sides.ts';
import type { CellSlot, RowSlot, Slot, Story, TableSlot } from './slot.ts';
import { type TableLayout, tableLayout } from './widths.ts';

type T = Table<Revision>;

/** The caption, if there is one, and the table; two tables where its grid changed. */
export function tableParts(table: T, at: Contexts, sides: Sides, state: FlowState): Story {
  const caption = captionSlot(table, sides);
  const parts: (Slot | TableSlot)[] = caption === undefined ? [] : [caption];
  const views = sides === BOTH && !keepsGrid(table) ? ([BEFORE, AFTER] as const) : [sides];
  for (const view of views) {
    const slot = tableSlot(table, at, { view, captioned: caption?.sides ?? 0, canTurn: sides === BOTH }, state);
    if (slot !== undefined) parts.push(slot);
  }
  return parts;
}

/** Whether both sides have the same columns, and spanning cells no row that only one of them has. */
function keepsGrid(table: T): boolean {
  if (table.columns.some((column) => sidesOf(column, BOTH) !== BOTH)) return false;
  const spans = table.rows.some((row) =>
    row.cells.some((cell) => EACH_SIDE.some((side) => (attribute(cell, 'rowSpan', side) ?? 1) > 1)),
  );
  return !spans || table.rows.every((row) => sidesOf(row, BOTH) === BOTH && keepsCells(row));
}

function keepsCells(row: Row<Revision>): boolean {
  const altered = row.cells.some((cell) => revisionOf(cell) !== undefined);
  return !altered && attribute(row, 'header', BEFORE) === attribute(row, 'header', AFTER);
}

function captionSlot(table: T, around: Sides): Slot | undefined {
  const labels = perSide(around, (side) => {
    const label = attribute(table, 'label', side);
    return label === undefined ? undefined : `${attribute(table, 'word', side) ?? 'Table'} ${label}`;
  });
  const text = piecesOf(table.caption ?? [], around);
  const sides = EACH_SIDE.filter(
    (side) => labels[side] !== undefined || text.some((piece) => has(piece.sides, side)),
  ).reduce<Sides>(union, 0);
  if (sides === 0) return undefined;
  const ids = perSide(sides, (side) => idsOf(attribute(table, 'id', side)));
  const gapped = perSide(sides, (side) => {
    const label = labels[side];
    return label === undefined ? undefined : { label, gap: text.some((piece) => has(piece.sides, side)) ? ' ' : '' };
  });
  const pieces = [...openingPieces(ids, gapped, sides), ...text, ...anchorPieces(ids, sides, 'end')];
  return { type: 'slot', sides, starts: sides, look: perSide(sides, () => ({ style: 'Caption' })), pieces };
}

function idsOf(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}

/** Which sides of a table are written, which of them have a caption, and whether its page may be turned. */
interface TableView {
  readonly view: Sides;
  readonly captioned: Sides;
  readonly canTurn: boolean;
}

function tableSlot(
  table: T,
  at: Contexts,
  { view, captioned, canTurn }: TableView,
  state: FlowState,
): TableSlot | undefined {
  const columns = table.columns.filter((column) => sidesOf(column, view) !== 0);
  const context = at[AFTER] ?? at[BEFORE];
  const left = context?.indent ?? 0;
  const style = context?.place === 'facts' ? 'facts' : 'grid';
  const grid = new Grid(Math.max(1, columns.length));
  const rows: RowSlot[] = [];
  const kind = style === 'facts' ? style : context?.place === 'body' ? 'body' : 'cell';
  const { frame, table: type } = state.setting;
  const place = { frame, type, left, kind, canTurn: canTurn && kind === 'body' } as const;
  const layout = tableLayout(table, columns, view, grid.width, place);
  const make = new RowMaker(table, columns, at, state, grid, layout);
  make.awaitId(common(view, (BOTH & ~captioned) as Sides));
  for (const row of table.rows) {
    const stands = sidesOf(row, view);
    const split = stands === BOTH && !keepsCells(row);
    for (const sides of split ? ([BEFORE, AFTER] as const) : [stands]) {
      const made = sides === 0 ? undefined : make.row(row, sides);
      if (made !== undefined) rows.push(made);
    }
  }
  if (rows.length === 0) return undefined;
  const { widths, dense, landscape } =
    layout.widths.length === grid.width ? layout : tableLayout(table, columns, view, grid.width, place);
  return { type: 'table', sides: view, table, left, rows, widths, style, dense, landscape };
}

/** Which grid columns are covered by cells that span rows from above. */
class Grid {
  width: number;
  readonly #covered = new Map<number, { rows: number; span: number }>();

  constructor(width: number) {
    this.width = width;
  }

  /** The cell that covers a column from above, one row of which is used up. */
  takeCovered(column: number): { readonly span: number } | undefined {
    const cover = this.#covered.get(column);
    if (cover === undefined) return undefined;
    cover.rows -= 1;
    if (cover.rows === 0) this.#covered.delete(column);
    return cover;
  }

  cover(column: number, rows: number, span: number): void {
    if (rows > 0) this.#covered.set(column, { rows, span });
  }

  reach(columns: number): void {
    this.width = Math.max(this.width, columns);
  }
}

class RowMaker {
  readonly #table: T;
  readonly #columns: readonly Column<Revision>[];
  readonly #at: Contexts;
  readonly #state: FlowState;
  readonly #grid: Grid;
  readonly #dense: boolean;
  #ids: { sides: Sides; id: string }[] = [];

  constructor(
    table: T,
    columns: readonly Column<Revision>[],
    at: Contexts,
    state: FlowState,
    grid: Grid,
    layout: TableLayout,
  ) {
    this.#table = table;
    this.#columns = columns;
    this.#at = at;
    this.#state = state;
    this.#grid = grid;
    this.#dense = layout.dense;
  }

  /** A table without caption is marked in its first cell. */
  awaitId(sides: Sides): void {
    this.#take(this.#table, sides);
  }

  #take(node: T | Row<Revision>, sides: Sides): void {
    for (const side of EACH_SIDE) {
      const id = has(sides, side) ? attribute(node, 'id', side) : undefined;
      if (id !== undefined) this.#ids.push({ sides: side, id });
    }
  }

  row(row: Row<Revision>, sides: Sides): RowSlot | undefined {
    this.#take(row, sides);
    const cells: CellSlot[] = [];
    let column = 0;
    const skip = (): void => {
      for (let cover = this.#grid.takeCovered(column); cover !== undefined; cover = this.#grid.takeCovered(column)) {
        cells.push({ columnSpan: cover.span, merge: 'continue', story: [] });
        column += cover.span;
      }
    };
    for (const cell of row.cells) {
      const stands = sidesOf(cell, sides);
      if (stands === 0) continue;
      skip();
      const made = this.#cell(row, cell, stands, column);
      cells.push(made);
      column += made.columnSpan;
    }
    skip();
    this.#fill(cells, column);
    const header = EACH_SIDE.some((side) => has(sides, side) && attribute(row, 'header', side) === true);
    return cells.length === 0 ? undefined : { sides, header, cells };
  }

  /** A row that is short of cells gets an empty one, so that the grid stays whole. */
  #fill(cells: CellSlot[], reached: number): void {
    const missing = this.#columns.length - reached;
    if (missing > 0) cells.push({ columnSpan: missing, story: [] });
    this.#grid.reach(Math.max(reached, 1));
  }

  #cell(row: Row<Revision>, cell: Cell<Revision>, sides: Sides, column: number): CellSlot {
    const side: Side = has(sides, AFTER) ? AFTER : BEFORE;
    const columnSpan = Math.max(1, attribute(cell, 'columnSpan', side) ?? 1);
    const rowSpan = Math.max(1, attribute(cell, 'rowSpan', side) ?? 1);
    this.#grid.cover(column, rowSpan - 1, columnSpan);
    const builder = new StoryBuilder(this.#state);
    for (const { sides: stands, id } of this.#ids) builder.awaitAnchor(id, common(stands, sides));
    this.#ids = this.#ids.filter(({ sides: stands }) => common(stands, sides) === 0);
    builder.walk(cell.children, this.#contexts(row, sides, column), sides, 0);
    builder.finish();
    return { columnSpan, ...(rowSpan > 1 ? { merge: 'restart' } : {}), story: builder.story };
  }

  #contexts(row: Row<Revision>, sides: Sides, column: number): Contexts {
    return perSide(sides, (side): Context => {
      const node = this.#columns[column];
      const align = node === undefined ? undefined : attribute(node, 'align', side);
      const facts = this.#at[side]?.place === 'facts';
      const place = facts ? 'facts' : attribute(row, 'header', side) === true ? 'head' : 'cell';
      const dense = this.#dense ? ({ dense: true } as const) : {};
      const { indents } = this.#state.setting;
      return {
        place,
        indents,
        indent: 0,
        headings: 6,
        limbs: 0,
        bullets: 0,
        ...dense,
        ...(align === undefined ? {} : { align }),
      };
    });
  }
}
