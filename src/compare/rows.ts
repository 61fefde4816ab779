/** Pairing the rows of two tables: by anchor, by key, then by content and likeness. */

import { foldTypography } from '../align/tokens.ts';
import { rowKeys } from '../model/cite.ts';
import type { Table } from '../model/document.ts';
import { gridOf } from '../model/grid.ts';
import { pairPlaces } from './align.ts';
import { alignLists } from './align-lists.ts';
import { candidatePairs } from './candidates.ts';
import { columnsByName } from './columns.ts';
import { counterColumns } from './counters.ts';
import { once } from './once.ts';
import { looseAfters, looseBefores, Pairing } from './pairing.ts';
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
  const content = (units: readonly Unit[]) =>
    placesOnce(units, (unit) => (unit.text === '' ? undefined : `${unit.content}`));
  pairAll(content(left), content(right));
  pairByCells(before, after, left, right, pairing);
  alignLists(left, right, pairing, vocabulary);
  const [x, y] = [looseBefores(left, pairing), looseAfters(right, pairing)];
  for (const [a, b] of candidatePairs(x, y, vocabulary, FAR_SCORE)) if (pairing.admits(a, b)) pairing.add(a, b);
  const result = new Map<number, number>();
  left.forEach((unit, i) => {
    const partner = pairing.after(unit);
    if (partner !== undefined) result.set(i, partner.index);
  });
  return result;
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
    const others = placesOnce(y, (cells, j) =>
      pairing.before(right[j] as Unit) === undefined ? cells[d] || undefined : undefined,
    );
    const ours = placesOnce(x, (cells, i) =>
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
  return placesOnce(table.rows, (row) => row.id);
}

function headersOf(table: Table): Map<string, number> {
  let count = 0;
  return placesOnce(table.rows, (row) => (row.header === true ? String(count++) : undefined));
}

/** Rows by their key; a table whose rows are not keyed has none, and a key that stands twice tells nothing. */
function keysOf(table: Table): Map<string, number> {
  if (table.keyedBy.length === 0) return new Map();
  const keys = rowKeys(table);
  return placesOnce(table.rows, (row) => {
    const key = (keys.get(row) ?? []).map((text) => foldTypography(text));
    return row.header === true || key.every((text) => text === '') ? undefined : key.join('\u0001');
  });
}

/** The places of the entries that alone have their key, by it. */
function placesOnce<T>(
  entries: readonly T[],
  key: (entry: T, index: number) => string | undefined,
): Map<string, number> {
  return once(entries.keys(), (i) => key(entries[i] as T, i));
}
