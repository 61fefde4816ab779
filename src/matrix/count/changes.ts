/** Counts in a redline that follow from a change of rows: they are consequential, and the row is their cause. */
import { revisionOf } from '../../model/decide.ts';
import type { Cell, Node, Row, Table } from '../../model/document.ts';
import type { Change, ChangeId, Redline, Revision } from '../../model/redline.ts';
import { CHILD_LISTS, childList, walk } from '../../model/walk.ts';
import { findColumns, type MatrixColumns, recognise } from '../read/headings.ts';
import { type MatrixValue, parseValue, requiringValues, type Shape } from '../shape/shape.ts';
import { readCount } from './count.ts';
import { type CountLine, countLine } from './line.ts';

type Side = 'before' | 'after';

/** For each change: in how many places it stands. */
type Places = Map<ChangeId, number>;

/** Changes of counts that rows explain: in how many places, and the change of the row. */
type Explained = Map<ChangeId, { places: number; readonly cause: ChangeId }>;

/**
 * The redline in which a count of a matrix that changed by just as much as its rows ask for is consequential, caused by
 * the first row that asks for it. A count that was typed wrong stays substantive, as does a change that stands
 * elsewhere too. Figures are left as they are.
 */
export function classifyCounts(redline: Redline, shapes: readonly Shape[]): Redline {
  const explained: Explained = new Map();
  for (const table of tablesIn(redline.document)) explainTable(table, shapes, explained);
  if (explained.size === 0) return redline;
  const places = placesOf(redline.document);
  const classify = (change: Change): Change => {
    const found = explained.get(change.id);
    if (found === undefined || change.weight !== 'substantive') return change;
    if (found.places !== places.get(change.id) || found.cause === change.id) return change;
    return { ...change, weight: 'consequential', cause: found.cause };
  };
  return { ...redline, changes: redline.changes.map(classify) };
}

function tablesIn(node: Node<Revision>): Table<Revision>[] {
  if (node.type === 'table') return [node];
  if (node.type !== 'document' && node.type !== 'clause' && node.type !== 'item') return [];
  return node.children.flatMap(tablesIn);
}

function placesOf(document: Node<Revision>): Places {
  const places: Places = new Map();
  walk<Revision>(document, (node) => {
    for (const id of ownChanges(node)) places.set(id, (places.get(id) ?? 0) + 1);
  });
  return places;
}

/** By how much the counts of a value must change in each column, and the first change that asks for it. */
interface Effect {
  readonly value: MatrixValue;
  readonly column: number;
  sum: number;
  readonly cause: ChangeId | undefined;
}

/** The columns of a matrix in a redline, and the column of its totals. */
interface RedlineColumns {
  readonly shape: Shape;
  readonly values: MatrixColumns['values'];
  readonly total: number | undefined;
}

function explainTable(table: Table<Revision>, shapes: readonly Shape[], explained: Explained): void {
  const columns = columnsOf(table, shapes);
  if (columns === undefined || !isPlain(table)) return;
  const effects = new Map<string, Effect>();
  const counts: (readonly [Row<Revision>, CountLine])[] = [];
  for (const row of table.rows.filter(isTouched)) {
    const line = lineOf(row, columns.shape);
    if (line !== undefined) counts.push([row, line]);
    else if (row.header !== true) addEffects(row, columns, effects);
  }
  for (const [row, line] of counts) explainRow(row, line, columns, [...effects.values()], explained);
}

function columnsOf(table: Table<Revision>, shapes: readonly Shape[]): RedlineColumns | undefined {
  const header = table.rows.find((row) => row.header === true);
  const headings = header === undefined ? [] : texts(header, 'after');
  const shape = recognise(headings, shapes);
  const found = shape === undefined ? undefined : findColumns(headings, shape);
  if (shape === undefined || found === undefined) return undefined;
  const { totalsIn } = shape.counts ?? {};
  return { shape, values: found.values, total: totalsIn === undefined ? undefined : found.columns[totalsIn] };
}

function lineOf(row: Row<Revision>, shape: Shape): CountLine | undefined {
  return countLine(texts(row, 'after'), [shape]) ?? countLine(texts(row, 'before'), [shape]);
}

/** Columns that were inserted or deleted, and cells that span, are beyond what is counted here. */
function isPlain(table: Table<Revision>): boolean {
  const whole = (cell: Cell<Revision>): boolean => (cell.columnSpan ?? 1) * (cell.rowSpan ?? 1) === 1;
  return (
    table.columns.every(({ revision }) => revision === undefined || revision.kind === 'alteration') &&
    table.rows.every(({ cells }) => cells.length === table.columns.length && cells.every(whole))
  );
}

function addEffects(row: Row<Revision>, columns: RedlineColumns, effects: Map<string, Effect>): void {
  for (const [column, at] of columns.values.entries()) {
    const cell = row.cells[at] as Cell<Revision>;
    const [before, after] = [
      sideValue(row, cell, columns.shape, 'before'),
      sideValue(row, cell, columns.shape, 'after'),
    ];
    if (before === after) continue;
    const cause = ownChanges(row)[0] ?? changesBelow(cell)[0];
    if (before !== undefined) addEffect(effects, { value: before, column, sum: -1, cause });
    if (after !== undefined) addEffect(effects, { value: after, column, sum: 1, cause });
  }
}

function addEffect(effects: Map<string, Effect>, effect: Effect): void {
  const key = `${effect.value} ${effect.column}`;
  const known = effects.get(key);
  if (known === undefined) effects.set(key, effect);
  else known.sum += effect.sum;
}

function sideValue(row: Row<Revision>, cell: Cell<Revision>, shape: Shape, side: Side): MatrixValue | undefined {
  return stands(row, side) ? parseValue(shape, textOf(cell, side)) : undefined;
}

/** Explains the cells of a row of counts; of a row that is inserted or deleted, the row itself where all its cells agree. */
function explainRow(
  row: Row<Revision>,
  line: CountLine,
  { shape, values, total }: RedlineColumns,
  effects: readonly Effect[],
  explained: Explained,
): void {
  const requiring = requiringValues(shape);
  const counted = effects.filter(({ value }) => ('total' in line ? requiring.includes(value) : value === line.value));
  const asked = [
    ...('total' in line ? [] : values.map((at, k) => ({ at, of: counted.filter(({ column }) => column === k) }))),
    ...(total === undefined ? [] : [{ at: total, of: counted }]),
  ];
  const answers = asked.map(({ at, of }) => ({ cell: row.cells[at] as Cell<Revision>, of }));
  const right = answers.filter(({ cell, of }) => differs(row, cell) === sumOf(of));
  const own = ownChanges(row);
  if (own.length === 0) {
    for (const { cell, of } of right) explain(changesBelow(cell), of, explained);
  } else if (right.length === answers.length || (right.length === answers.length - 1 && hasNoTotal(row, total))) {
    explain(own, counted, explained);
  }
}

/** A row of counts may go without a total. */
function hasNoTotal(row: Row<Revision>, total: number | undefined): boolean {
  const cell = total === undefined ? undefined : row.cells[total];
  return cell !== undefined && textOf(cell, 'before') === '' && textOf(cell, 'after') === '';
}

function explain(changes: readonly ChangeId[], effects: readonly Effect[], explained: Explained): void {
  const cause = effects.find(({ sum }) => sum !== 0)?.cause;
  if (cause === undefined) return;
  for (const id of changes) {
    const known = explained.get(id);
    if (known === undefined) explained.set(id, { places: 1, cause });
    else known.places += 1;
  }
}

/** By how much a count changed; one that is absent counts as nought. */
function differs(row: Row<Revision>, cell: Cell<Revision>): number {
  const figure = (side: Side): number => {
    const text = stands(row, side) ? textOf(cell, side).trim() : '';
    return text === '' ? 0 : readCount(text);
  };
  return figure('after') - figure('before');
}

function sumOf(effects: readonly Effect[]): number {
  return effects.reduce((all, { sum }) => all + sum, 0);
}

/** The changes that a node's own revision names. */
function ownChanges(node: Node<Revision>): ChangeId[] {
  const revision = revisionOf(node);
  if (revision === undefined) return [];
  if (revision.kind !== 'alteration') return [revision.change];
  return Object.values(revision.before).map(({ change }) => change);
}

/** The changes of a node and all below it, each as often as it stands there. */
function changesBelow(node: Node<Revision>): ChangeId[] {
  const found: ChangeId[] = [];
  walk<Revision>(node, (each) => {
    found.push(...ownChanges(each));
  });
  return found;
}

/** Whether a node or anything below it carries a revision. */
function isTouched(node: Node<Revision>): boolean {
  if (revisionOf(node) !== undefined) return true;
  for (const name of CHILD_LISTS[node.type]) if (childList(node, name).some(isTouched)) return true;
  return false;
}

/** Whether a node is there on one side, as far as its own revision goes. */
function stands(node: Node<Revision>, side: Side): boolean {
  const gone = side === 'before' ? 'insertion' : 'deletion';
  return revisionOf(node)?.kind !== gone;
}

/** The text of each cell of a row on one side. */
function texts(row: Row<Revision>, side: Side): string[] {
  return row.cells.map((cell) => textOf(cell, side));
}

function textOf(node: Node<Revision>, side: Side): string {
  if (!stands(node, side) || node.type === 'note') return '';
  if (node.type === 'text') return node.value;
  if (node.type === 'crossReference' || node.type === 'blank') return node.text;
  return CHILD_LISTS[node.type]
    .flatMap((name) => childList(node, name))
    .map((child) => textOf(child, side))
    .join('');
}
