/** Pairing the columns of two tables: by heading, then by what stands in them. */

import { heaviestIncreasing } from '../align/sequence.ts';
import { foldTypography } from '../align/tokens.ts';
import { gridTexts } from '../model/cite.ts';
import type { Row, Table } from '../model/document.ts';

/** A column of the redline's grid. */
export interface ColumnSlot {
  /** `same`: on both sides, in place. A moved column has a slot where it was and one where it is. */
  readonly how: 'same' | 'insertion' | 'deletion' | 'moved';
  /** Its index before; absent where the slot is of after alone. */
  readonly before?: number;
  readonly after?: number;
  /** For a moved column, its index before. */
  readonly moved?: number;
  readonly name: string;
}

/** The share of rows that must say the same in a column for it to be the same under another name. */
const SAME_CELLS = 0.5;
/** The share that suffices where the columns also stand at one place. */
const SOME_CELLS = 0.25;
/** How many rows are looked at. */
const SAMPLE = 200;

/** The columns of two tables as slots of one grid, given which rows are paired. */
export function pairColumns(before: Table, after: Table, rows: ReadonlyMap<number, number>): ColumnSlot[] {
  const [left, right] = [namesOf(before), namesOf(after)];
  const pairs = byName(left, right);
  const share = sharedCells(before, after, rows);
  byContent(before, after, share, pairs);
  byPlace(left, right, share, pairs);
  return slotsOf(before, after, pairs, left, right);
}

/**
 * The columns that have one heading on both sides; in tables without headings those of one place, the first alone where one
 * table is wider.
 */
export function columnsByName(before: Table, after: Table): Map<number, number> {
  const [left, right] = [namesOf(before), namesOf(after)];
  if ([...left, ...right].some((name) => name !== '')) return byName(left, right);
  return new Map((left.length === right.length ? left : left.slice(0, 1)).map((_, i) => [i, i]));
}

function namesOf(table: Table): string[] {
  const header = table.rows.find((row) => row.header === true);
  const texts = header === undefined ? [] : gridTexts(header);
  return table.columns.map((_, k) => foldTypography(texts[k] ?? ''));
}

/** Columns whose heading stands once on each side. */
function byName(left: readonly string[], right: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  left.forEach((name, i) => {
    const alone = name !== '' && left.indexOf(name) === left.lastIndexOf(name);
    if (alone && right.indexOf(name) >= 0 && right.indexOf(name) === right.lastIndexOf(name)) {
      pairs.set(i, right.indexOf(name));
    }
  });
  return pairs;
}

/** The share of the paired rows that say the same in a column of before and one of after. */
type Share = (i: number, j: number) => number;

function sharedCells(before: Table, after: Table, rows: ReadonlyMap<number, number>): Share {
  const body = [...rows]
    .filter(([i]) => before.rows[i]?.header !== true)
    .slice(0, SAMPLE)
    .map(([i, j]) => [textsOf(before.rows[i]), textsOf(after.rows[j])] as const);
  return (i, j) => body.filter(([x, y]) => x[i] === y[j] && x[i] !== '').length / Math.max(body.length, 1);
}

/** Columns left over that say mostly the same in the rows both sides have; the most alike first. */
function byContent(before: Table, after: Table, share: Share, pairs: Map<number, number>): void {
  const [lefts, rights] = leftOver(before.columns.length, after.columns.length, pairs);
  if (lefts.length === 0 || rights.length === 0 || lefts.length * rights.length > 4096) return;
  const scored = lefts.flatMap((i) => rights.map((j) => ({ i, j, share: share(i, j) })));
  scored.sort((x, y) => y.share - x.share || x.i - y.i || x.j - y.j);
  const taken = new Set<number>();
  for (const { i, j, share: same } of scored) {
    if (same < SAME_CELLS || pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
}

function textsOf(row: Row | undefined): string[] {
  return row === undefined ? [] : gridTexts(row).map((text) => foldTypography(text));
}

/** Columns of one place in tables as wide, where they share some cells, a word of their heading, or have none. */
function byPlace(left: readonly string[], right: readonly string[], share: Share, pairs: Map<number, number>): void {
  const [lefts, rights] = leftOver(left.length, right.length, pairs);
  if (left.length !== right.length || lefts.length !== rights.length) return;
  lefts.forEach((i, k) => {
    if (i !== rights[k]) return;
    const [x, y] = [left[i] ?? '', right[i] ?? ''];
    if ((x === '' && y === '') || sharesWord(x, y) || share(i, i) >= SOME_CELLS) pairs.set(i, i);
  });
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(a.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return (b.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => words.has(word));
}

function leftOver(lefts: number, rights: number, pairs: ReadonlyMap<number, number>): [number[], number[]] {
  const taken = new Set(pairs.values());
  const free = (length: number, used: (k: number) => boolean) => [...Array(length).keys()].filter((k) => !used(k));
  return [free(lefts, (i) => pairs.has(i)), free(rights, (j) => taken.has(j))];
}

function slotsOf(
  before: Table,
  after: Table,
  pairs: ReadonlyMap<number, number>,
  left: readonly string[],
  right: readonly string[],
): ColumnSlot[] {
  const ordered = [...pairs].sort((x, y) => x[0] - y[0]);
  const kept = heaviestIncreasing(ordered.map(([, j]) => j)).map((k) => ordered[k] as [number, number]);
  const from = new Map(ordered.map(([i, j]) => [j, i]));
  const slots: ColumnSlot[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...kept, [before.columns.length, after.columns.length] as [number, number]]) {
    for (; i < x; i++)
      slots.push({
        ...(pairs.has(i) ? { how: 'moved', moved: i } : { how: 'deletion' }),
        before: i,
        name: left[i] ?? '',
      });
    for (; j < y; j++) {
      const source = from.get(j);
      slots.push({
        ...(source === undefined ? { how: 'insertion' } : { how: 'moved', moved: source }),
        after: j,
        name: right[j] ?? '',
      });
    }
    if (i < before.columns.length && j < after.columns.length)
      slots.push({ how: 'same', before: i++, after: j++, name: right[y] ?? '' });
  }
  return slots;
}
