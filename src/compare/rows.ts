/** Pairing the rows of two tables: by anchor, by key, then by content and likeness. */

import { foldTypography } from '../align/tokens.ts';
import { rowKeys } from '../model/cite.ts';
import type { Table } from '../model/document.ts';
import { gridOf } from '../model/grid.ts';
import { alignLists, pairPlaces } from './align.ts';
import { candidatePairs } from './candidates.ts';
import { columnsByName } from './columns.ts';
import { counterColumns } from './counters.ts';
import { Pairing } from './pairing.ts';
import { layOutRows, type Unit, type Vocabulary } from './units.ts';

/** The least score of rows that are paired across the table. */
const FAR_SCORE = 0.6;

/** Which row of after each row of before became, by index. */
export function pairRows(before: Table, after: Table, vocabulary: Vocabulary): Map<number, number> {
  const [left, right] = [layOutRows(before, vocabulary), layOutRows(after, vocabulary)];
  const pairing = new Pairing(new Map(), new Map());
  if (vocabulary.sameFile) pairPlaces(left, right, pairing);
  const pairAll = (x: ReadonlyMap<string, number>, y: ReadonlyMap<string, number>): void => {
    for (const [key, i] of x) pairAt(left, right, i, y.get(key), pairing);
  };
  pairAll(anchorsOf(before), anchorsOf(after));
  pairAll(headersOf(before), headersOf(after));
  pairAll(keysOf(before), keysOf(after));
  const content = (units: readonly Unit[]) => once(units, (unit) => (unit.text === '' ? undefined : `${unit.content}`));
  pairAll(content(left), content(right));
  pairByCells(before, after, left, right, pairing);
  alignLists(left, right, pairing, vocabulary);
  pairEmptied(left, right, pairing);
  const loose = (units: readonly Unit[], partner: (unit: Unit) => Unit | undefined) =>
    units.filter((unit) => partner(unit) === undefined);
  const [x, y] = [loose(left, (u) => pairing.after(u)), loose(right, (u) => pairing.before(u))];
  for (const [a, b] of candidatePairs(x, y, vocabulary, FAR_SCORE)) if (pairing.admits(a, b)) pairing.add(a, b);
  const result = new Map<number, number>();
  left.forEach((unit, i) => {
    const partner = pairing.after(unit);
    if (partner !== undefined) result.set(i, partner.index);
  });
  return result;
}

/** Pairs a row with the one between the same neighbours where one of the two has no text: its cells were emptied or filled. */
function pairEmptied(left: readonly Unit[], right: readonly Unit[], pairing: Pairing): void {
  const joins = (i: number, j: number): boolean => {
    const [x, y] = [left[i], right[j]];
    return x === undefined || y === undefined ? x === y : pairing.after(x) === y;
  };
  left.forEach((unit, i) => {
    const previous = left[i - 1];
    const above = previous === undefined ? -1 : (pairing.after(previous)?.index ?? right.length);
    const other = right[above + 1];
    if (other === undefined || !(isBlank(unit) || isBlank(other))) return;
    if (joins(i - 1, above) && joins(i + 1, above + 2)) pairAt(left, right, i, above + 1, pairing);
  });
}

/** Whether no cell of a row says anything; U+0002 stands between the cells' texts. */
function isBlank({ text }: Unit): boolean {
  return text.split('\u0002').every((cell) => cell.trim() === '');
}

/** A shared value in the first column that does not count the rows tells more than one elsewhere, which must not be the only one among many. */
const FIRST_CELL = 1.5;
const CELL_SHARE = 0.3;

/** Pairs rows by values that stand once in their column on each side; the more of them two rows share, the sooner. */
function pairByCells(
  before: Table,
  after: Table,
  left: readonly Unit[],
  right: readonly Unit[],
  pairing: Pairing,
): void {
  const columns = columnsByName(before, after);
  const counters = [counterColumns(before), counterColumns(after)] as const;
  const telling = [...columns].filter(([c, d]) => !(counters[0].has(c) && counters[1].has(d)));
  const first = telling[0]?.[0];
  // A cell that spans rows names a group of them.
  const texts = (table: Table) =>
    gridOf(table, ({ rowSpan = 1 }) => rowSpan === 1).map((cells) => cells.map(foldTypography));
  const [x, y] = [texts(before), texts(after)];
  const shared = new Map<string, { i: number; j: number; score: number }>();
  for (const [c, d] of telling) {
    const others = once(y, (cells, j) =>
      pairing.before(right[j] as Unit) === undefined ? cells[d] || undefined : undefined,
    );
    const ours = once(x, (cells, i) =>
      pairing.after(left[i] as Unit) === undefined ? cells[c] || undefined : undefined,
    );
    for (const [value, i] of ours) {
      const j = others.get(value);
      if (j === undefined) continue;
      const pair = shared.get(`${i} ${j}`) ?? { i, j, score: 0 };
      pair.score += c === first ? FIRST_CELL : 1;
      shared.set(`${i} ${j}`, pair);
    }
  }
  const enough = [...shared.values()].filter(({ score }) => score >= FIRST_CELL || score >= columns.size * CELL_SHARE);
  enough.sort((p, q) => q.score - p.score || p.i - q.i || p.j - q.j);
  for (const { i, j } of enough) pairAt(left, right, i, j, pairing);
}

function pairAt(
  left: readonly Unit[],
  right: readonly Unit[],
  i: number,
  j: number | undefined,
  pairing: Pairing,
): void {
  const [x, y] = [left[i], j === undefined ? undefined : right[j]];
  if (x !== undefined && y !== undefined && pairing.admits(x, y)) pairing.add(x, y);
}

function anchorsOf(table: Table): Map<string, number> {
  return once(table.rows, (row) => row.id);
}

function headersOf(table: Table): Map<string, number> {
  let count = 0;
  return once(table.rows, (row) => (row.header === true ? String(count++) : undefined));
}

/** Rows by their key; a table whose rows are not keyed has none, and a key that stands twice tells nothing. */
function keysOf(table: Table): Map<string, number> {
  if (table.keyedBy.length === 0) return new Map();
  const keys = rowKeys(table);
  return once(table.rows, (row) => {
    const key = (keys.get(row) ?? []).map((text) => foldTypography(text));
    return row.header === true || key.every((text) => text === '') ? undefined : key.join('\u0001');
  });
}

function once<T>(entries: readonly T[], key: (entry: T, index: number) => string | undefined): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  entries.forEach((entry, i) => {
    const value = key(entry, i);
    if (value === undefined) return;
    if (found.has(value)) twice.add(value);
    found.set(value, i);
  });
  for (const value of twice) found.delete(value);
  return found;
}
