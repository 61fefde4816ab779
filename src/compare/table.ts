/** Comparing two tables: columns by heading, rows by key or likeness, words inside cells. */

import { alignSequence, heaviestIncreasing } from '../align/sequence.ts';
import { foldTypography } from '../align/tokens.ts';
import type { IndexPair } from '../model/alignment.ts';
import type { Cell, Column, Inline, Row, Table } from '../model/document.ts';
import { same } from '../model/equal.ts';
import type { Revision } from '../model/redline.ts';
import { valueIn } from '../model/values.ts';
import { plainText } from '../model/walk.ts';
import { alterationOf, alteredAttributes } from './attributes.ts';
import { compareBlocks } from './blocks.ts';
import { type ColumnSlot, pairColumns } from './columns.ts';
import type { Context } from './context.ts';
import { compareInlines } from './inline.ts';
import { type Draft, excerpt } from './ledger.ts';
import { passageOf } from './recorder.ts';
import { pairRows } from './rows.ts';
import { placeWeight } from './units.ts';

type MarkedRow = Row<Revision>;
type MarkedCell = Cell<Revision>;

/** A pair of tables as one; attributes of the table itself are its caller's matter. */
export function compareTables(before: Table, after: Table, context: Context): Table<Revision> {
  if (same(before, after)) {
    context.recorder.same([before], [after]);
    return after;
  }
  const rows = pairRows(before, after, context.vocabulary);
  const slots = pairColumns(before, after, rows);
  const grid = new Grid(before, after, slots, context);
  const caption = compareCaptions(before, after, context);
  return { ...after, ...caption, columns: grid.columns(), rows: grid.rows(rows) };
}

function compareCaptions(before: Table, after: Table, context: Context): { caption?: readonly Inline<Revision>[] } {
  if (before.caption === undefined && after.caption === undefined) return {};
  const [from, to] = [passageOf(before.caption ?? [], before), passageOf(after.caption ?? [], after)];
  return { caption: compareInlines(from, to, { before, after }, context) };
}

/** The rows and columns of two tables put together; each column that came, went or moved has its change. */
class Grid {
  readonly #before: Table;
  readonly #after: Table;
  readonly #slots: readonly ColumnSlot[];
  readonly #drafts: readonly (Draft | undefined)[];
  readonly #context: Context;
  #widths: Draft | undefined;

  constructor(before: Table, after: Table, slots: readonly ColumnSlot[], context: Context) {
    this.#before = before;
    this.#after = after;
    this.#slots = slots;
    this.#context = context;
    const drafts = new Map<string, Draft>();
    this.#drafts = slots.map((slot) => this.#slotDraft(slot, drafts));
  }

  /** A moved column has two slots, where it was and where it is, and one change. */
  #slotDraft(slot: ColumnSlot, drafts: Map<string, Draft>): Draft | undefined {
    if (slot.how === 'same') return undefined;
    const key = slot.how === 'moved' ? `moved ${slot.moved}` : `${slot.how} ${slot.before ?? slot.after}`;
    const known = drafts.get(key);
    if (known !== undefined) return known;
    const owners = { before: this.#before, after: this.#after };
    const what = slot.how === 'moved' ? 'move' : slot.how;
    const said = `column "${excerpt(slot.name, 60)}" ${slot.how === 'moved' ? 'moved' : slot.how === 'insertion' ? 'inserted' : 'deleted'}`;
    const draft = this.#context.ledger.open({ what, ...owners, said });
    drafts.set(key, draft);
    return draft;
  }

  columns(): Column<Revision>[] {
    return this.#slots.map((slot, k) => {
      const before = slot.before === undefined ? undefined : this.#before.columns[slot.before];
      const after = slot.after === undefined ? undefined : this.#after.columns[slot.after];
      if (before !== undefined && after !== undefined) return this.#column(before, after);
      const kind = after === undefined ? 'deletion' : 'insertion';
      const change = (this.#drafts[k] as Draft).id;
      return { ...((after ?? before) as Column), revision: { kind, change } };
    });
  }

  #column(before: Column, after: Column): Column<Revision> {
    const names = alteredAttributes(before, after);
    if (names.length === 0) return after;
    this.#widths ??= this.#context.ledger.open({
      what: 'formatting',
      before: this.#before,
      after: this.#after,
      said: 'alignment or width of columns',
    });
    const change = this.#widths.id;
    const altered = Object.fromEntries(names.map((name) => [name, { value: valueIn(before, name) ?? null, change }]));
    return { ...after, revision: { kind: 'alteration', before: altered } };
  }

  /** The rows in the order of the redline: what went stands before what came in its stead. */
  rows(afterOf: ReadonlyMap<number, number>): MarkedRow[] {
    const pairs = [...afterOf].sort((x, y) => x[0] - y[0]);
    const weight = ([i, j]: readonly [number, number]) =>
      placeWeight(this.#before.rows[i] as Row, this.#after.rows[j] as Row, 1, this.#context.vocabulary);
    const kept = heaviestIncreasing(
      pairs.map(([, j]) => j),
      pairs.map(weight),
    );
    const inPlace = kept.map((k) => pairs[k] as [number, number]);
    const moves = this.#moves(afterOf, inPlace);
    this.#context.recorder.table(this.#before, this.#after, inPlace, columnsInPlace(this.#slots));
    const beforeOf = new Map(pairs.map(([i, j]) => [j, i]));
    const rows: MarkedRow[] = [];
    let [i, j] = [0, 0];
    for (const [x, y] of [...inPlace, [this.#before.rows.length, this.#after.rows.length] as [number, number]]) {
      for (; i < x; i++) rows.push(this.#gone(i, moves.get(afterOf.get(i) ?? -1)));
      for (; j < y; j++) rows.push(this.#come(j, beforeOf.get(j), moves.get(j)));
      const [before, after] = [this.#before.rows[i++], this.#after.rows[j++]];
      if (before !== undefined && after !== undefined) rows.push(this.#pair(before, after));
    }
    return rows;
  }

  /** The change of each moved row, by its place in after; neighbours moved together share one. */
  #moves(afterOf: ReadonlyMap<number, number>, inPlace: readonly (readonly [number, number])[]): Map<number, Draft> {
    const still = new Set(inPlace.map(([i]) => i));
    const moves = new Map<number, Draft>();
    for (const [i, j] of [...afterOf].sort((x, y) => x[0] - y[0])) {
      if (still.has(i)) continue;
      const together = !still.has(i - 1) && afterOf.get(i - 1) === j - 1 ? moves.get(j - 1) : undefined;
      moves.set(j, together ?? this.#openMove(i, j));
    }
    return moves;
  }

  #openMove(i: number, j: number): Draft {
    return this.#context.ledger.open({
      what: 'move',
      before: this.#before.rows[i],
      after: this.#after.rows[j],
    });
  }

  #gone(i: number, move: Draft | undefined): MarkedRow {
    const row = this.#before.rows[i] as Row;
    const draft =
      move ??
      this.#context.ledger.open({
        what: 'deletion',
        before: row,
        said: `row deleted: "${saidRow(row)}"`,
      });
    return { ...row, cells: this.#filled(row, 'deletion'), revision: { kind: 'deletion', change: draft.id } };
  }

  #come(j: number, from: number | undefined, move: Draft | undefined): MarkedRow {
    const row = this.#after.rows[j] as Row;
    const draft =
      move ??
      this.#context.ledger.open({
        what: 'insertion',
        after: row,
        said: `row inserted: "${saidRow(row)}"`,
      });
    const before = from === undefined ? undefined : this.#before.rows[from];
    const cells =
      move !== undefined && before !== undefined
        ? this.#context.recorder.moved(() => this.#cells(before, row))
        : this.#filled(row, 'insertion');
    return { ...row, cells, revision: { kind: 'insertion', change: draft.id } };
  }

  #pair(before: Row, after: Row): MarkedRow {
    const mark = this.#context.ledger.count;
    const cells = this.#cells(before, after);
    const scope = { context: this.#context, renumbered: undefined, mark };
    const revision = alterationOf(before, after, alteredAttributes(before, after), scope);
    return { ...after, cells, ...(revision === undefined ? {} : { revision }) };
  }

  /** A row that one side has, with an empty cell for each column that only the other has, so that the grid holds. */
  #filled(row: Row, kind: 'insertion' | 'deletion'): MarkedCell[] {
    const table = kind === 'insertion' ? this.#after : this.#before;
    if (!isPlain(row, table)) return [...row.cells];
    return this.#slots.map((slot, k) => {
      const own = kind === 'insertion' ? slot.after : slot.before;
      if (own !== undefined) return row.cells[own] as Cell;
      const change = (this.#drafts[k] as Draft).id;
      const other = kind === 'insertion' ? 'deletion' : 'insertion';
      return { type: 'cell', children: [], revision: { kind: other, change } };
    });
  }

  #cells(before: Row, after: Row): MarkedCell[] {
    if (isPlain(before, this.#before) && isPlain(after, this.#after)) {
      return this.#slots.map((slot, k) => this.#slotCell(slot, this.#drafts[k], before, after));
    }
    return this.#spanned(before, after);
  }

  #slotCell(slot: ColumnSlot, draft: Draft | undefined, before: Row, after: Row): MarkedCell {
    const x = slot.before === undefined ? undefined : before.cells[slot.before];
    const y = slot.after === undefined ? undefined : after.cells[slot.after];
    if (x !== undefined && y !== undefined && slot.how === 'same') return this.#cell(x, y);
    const change = (draft as Draft).id;
    if (y === undefined) return { ...(x as Cell), revision: { kind: 'deletion', change } };
    const from = slot.how === 'moved' ? before.cells[slot.moved as number] : undefined;
    const node =
      from === undefined ? y : { ...y, children: this.#context.recorder.moved(() => this.#cell(from, y)).children };
    return { ...node, revision: { kind: 'insertion', change } };
  }

  #cell(before: Cell, after: Cell, spans?: () => Draft): MarkedCell {
    this.#context.recorder.cell(before, after);
    const mark = this.#context.ledger.count;
    const children = compareBlocks(before.children, after.children, this.#context);
    const scope = { context: this.#context, renumbered: undefined, mark, spans };
    const revision = alterationOf(before, after, alteredAttributes(before, after), scope);
    return { ...after, children, ...(revision === undefined ? {} : { revision }) };
  }

  /** Cells of rows with spans: by their text, then in order where as many are left on both sides. */
  #spanned(before: Row, after: Row): MarkedCell[] {
    const [befores, afters] = [before.cells, after.cells];
    if (befores.length === afters.length) return afters.map((cell, k) => this.#cell(befores[k] as Cell, cell));
    const spans = this.#spansDraft(before, after);
    const number = numbering();
    const matches = alignSequence(befores.map(number), afters.map(number));
    const cells: MarkedCell[] = [];
    let [i, j] = [0, 0];
    for (const match of [...matches, { a: befores.length, b: afters.length }]) {
      cells.push(...this.#between(befores.slice(i, match.a), afters.slice(j, match.b), [before, after], spans));
      const [x, y] = [befores[match.a], afters[match.b]];
      if (x !== undefined && y !== undefined) cells.push(this.#cell(x, y, spans));
      [i, j] = [match.a + 1, match.b + 1];
    }
    return cells;
  }

  /** The change of the cells of a row that were merged or parted, opened when the first of them is met. */
  #spansDraft(before: Row, after: Row): () => Draft {
    let draft: Draft | undefined;
    return () => {
      draft ??= this.#context.ledger.open({
        what: 'cells',
        before,
        after,
        said: 'cells merged or parted',
      });
      return draft;
    };
  }

  #between(
    befores: readonly Cell[],
    afters: readonly Cell[],
    [before, after]: readonly [Row, Row],
    spans: () => Draft,
  ): MarkedCell[] {
    if (befores.length === afters.length) return afters.map((cell, k) => this.#cell(befores[k] as Cell, cell, spans));
    const mark = (cell: Cell, row: Row, kind: 'insertion' | 'deletion'): MarkedCell => {
      const draft = this.#columnDraft(row, cell, kind) ?? spans();
      return { ...cell, revision: { kind, change: draft.id } };
    };
    return [
      ...befores.map((cell) => mark(cell, before, 'deletion')),
      ...afters.map((cell) => mark(cell, after, 'insertion')),
    ];
  }

  /** The change of the column that a cell stands in, where the column came or went with it. */
  #columnDraft(row: Row, cell: Cell, kind: 'insertion' | 'deletion'): Draft | undefined {
    const column = row.cells.slice(0, row.cells.indexOf(cell)).reduce((sum, { columnSpan = 1 }) => sum + columnSpan, 0);
    const k = this.#slots.findIndex((slot) => slot.how === kind && (slot.after ?? slot.before) === column);
    return k >= 0 && (cell.columnSpan ?? 1) === 1 ? this.#drafts[k] : undefined;
  }
}

/** The columns of the grid that both tables have in place. */
function columnsInPlace(slots: readonly ColumnSlot[]): IndexPair[] {
  return slots.flatMap(({ how, before, after }): IndexPair[] =>
    how === 'same' && before !== undefined && after !== undefined ? [[before, after]] : [],
  );
}

/** A number for the text of a cell, the same for the same text. */
function numbering(): (cell: Cell) => number {
  const numbers = new Map<string, number>();
  return (cell) => {
    const text = foldTypography(plainText(cell)).trim();
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
}

function saidRow(row: Row): string {
  return excerpt(row.cells.map((cell) => plainText(cell)).join(' | '), 80);
}

/** Whether a row has one cell for each column. */
export function isPlain(row: Row, table: Table): boolean {
  return (
    row.cells.length === table.columns.length &&
    row.cells.every((cell) => (cell.columnSpan ?? 1) === 1 && (cell.rowSpan ?? 1) === 1)
  );
}
