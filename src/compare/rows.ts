/** Pairing the rows of two tables: by anchor, by key, then by content and likeness. */
import { rowKeys } from '../model/cite.ts';
import type { Row, Table } from '../model/document.ts';
import { alignLists } from './align.ts';
import { candidatePairs } from './candidates.ts';
import { Pairing } from './pairing.ts';
import { foldTypography } from './tokens.ts';
import { layOutRows, type Unit, type Vocabulary } from './units.ts';

/** The least score of rows that are paired across the table. */
const FAR_SCORE = 0.6;

/** Which row of after each row of before became, by index. */
export function pairRows(before: Table, after: Table, vocabulary: Vocabulary): Map<number, number> {
  const [left, right] = [layOutRows(before, vocabulary), layOutRows(after, vocabulary)];
  const pairing = new Pairing(new Map(), new Map());
  const pairAll = (x: ReadonlyMap<string, number>, y: ReadonlyMap<string, number>): void => {
    for (const [key, i] of x) pairAt(left, right, i, y.get(key), pairing);
  };
  pairAll(anchorsOf(before), anchorsOf(after));
  pairAll(headersOf(before), headersOf(after));
  pairAll(keysOf(before), keysOf(after));
  alignLists(left, right, pairing, vocabulary);
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

function once(rows: readonly Row[], key: (row: Row) => string | undefined): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  rows.forEach((row, i) => {
    const value = key(row);
    if (value === undefined) return;
    if (found.has(value)) twice.add(value);
    found.set(value, i);
  });
  for (const value of twice) found.delete(value);
  return found;
}
