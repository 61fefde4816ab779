/** Which units of two stories meet: equal ones first, then those of equal words, then what lies between them by likeness. */
import { sameUnits } from './equality.ts';
import type { AccountUnit } from './types.ts';

/** Two units that meet, or one that only one story has. */
export type UnitPair = readonly [AccountUnit | undefined, AccountUnit | undefined];

/** What is left of the comparisons that a pairing may make one by one; beyond them units meet by their order. */
export interface PairingBudget {
  left: number;
}

/** How strictly units are paired: by all that they say first, then by their words alone. */
interface PairingLevel {
  readonly same: (x: AccountUnit, y: AccountUnit) => boolean;
  /** Those of the same key are likely the same. */
  readonly key: (unit: AccountUnit) => string;
}

const LEVELS: readonly PairingLevel[] = [
  {
    same: sameUnits,
    key: (unit) =>
      unit.kind === 'paragraph' ? `${unit.format.id} ${unit.number} ${unit.text}` : `${unit.what} ${unit.opens}`,
  },
  {
    same: (x, y) => sameKind(x, y) && (x.kind !== 'paragraph' || y.kind !== 'paragraph' || x.text === y.text),
    key: (unit) => (unit.kind === 'paragraph' ? `paragraph ${unit.text}` : `${unit.what} ${unit.opens}`),
  },
];

interface UnitRange {
  readonly from: number;
  readonly to: number;
}

/** Pairs the units of two stories, in their order. */
export function pairUnits(
  a: readonly AccountUnit[],
  b: readonly AccountUnit[],
  budget: PairingBudget,
): readonly UnitPair[] {
  const pairs: UnitPair[] = [];
  const work: PairingWork = { a, b, budget, pairs };
  pairLevel(work, { from: 0, to: a.length }, { from: 0, to: b.length }, 0);
  return pairs;
}

interface PairingWork {
  readonly a: readonly AccountUnit[];
  readonly b: readonly AccountUnit[];
  readonly budget: PairingBudget;
  readonly pairs: UnitPair[];
}

function pairLevel(work: PairingWork, left: UnitRange, right: UnitRange, level: number): void {
  const strictness = LEVELS[level];
  if (strictness === undefined) {
    pairRest(work, left, right);
    return;
  }
  const { a, b, pairs } = work;
  const same = (x: number, y: number): boolean => strictness.same(a[x] as AccountUnit, b[y] as AccountUnit);
  let [i, j] = [left.from, right.from];
  while (i < left.to && j < right.to && same(i, j)) pairs.push([a[i++], b[j++]]);
  let [endA, endB] = [left.to, right.to];
  while (endA > i && endB > j && same(endA - 1, endB - 1)) {
    endA--;
    endB--;
  }
  for (const [x, y] of anchors(work, { from: i, to: endA }, { from: j, to: endB }, strictness.key)) {
    pairLevel(work, { from: i, to: x }, { from: j, to: y }, level + 1);
    pairs.push([a[x], b[y]]);
    [i, j] = [x + 1, y + 1];
  }
  pairLevel(work, { from: i, to: endA }, { from: j, to: endB }, level + 1);
  for (let k = 0; endA + k < left.to; k++) pairs.push([a[endA + k], b[endB + k]]);
}

/** Pairs of units whose key stands once on either side, in the longest run that keeps the order of both. */
function anchors(
  { a, b }: PairingWork,
  left: UnitRange,
  right: UnitRange,
  key: (unit: AccountUnit) => string,
): readonly (readonly [number, number])[] {
  if (left.from >= left.to || right.from >= right.to) return [];
  const [ours, theirs] = [unique(a, left, key), unique(b, right, key)];
  const found: (readonly [number, number])[] = [];
  for (const [name, at] of ours) {
    const other = theirs.get(name);
    if (at >= 0 && other !== undefined && other >= 0) found.push([at, other]);
  }
  return longestAscending(found.sort((x, y) => x[0] - y[0]));
}

/** Where each key stands; -1 where it stands more than once. */
function unique(
  units: readonly AccountUnit[],
  range: UnitRange,
  key: (unit: AccountUnit) => string,
): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = range.from; at < range.to; at++) {
    const name = key(units[at] as AccountUnit);
    found.set(name, found.has(name) ? -1 : at);
  }
  return found;
}

/** The longest run of pairs whose second numbers ascend (patience sorting). */
function longestAscending(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, value], at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number]?.[1] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  });
  const run: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number)
    run.push(pairs[at] as readonly [number, number]);
  return run.reverse();
}

/** What no key pairs: by likeness where that is cheap, else in order. */
function pairRest(work: PairingWork, left: UnitRange, right: UnitRange): void {
  const [n, m] = [left.to - left.from, right.to - right.from];
  if (n === 0 || m === 0 || n * m > work.budget.left) pairInOrder(work, left, right);
  else {
    work.budget.left -= n * m;
    pairByLikeness(work, left, right);
  }
}

function pairInOrder({ a, b, pairs }: PairingWork, left: UnitRange, right: UnitRange): void {
  let j = right.from;
  for (let i = left.from; i < left.to; i++) {
    const [ours, theirs] = [a[i] as AccountUnit, b[j]];
    if (j < right.to && theirs !== undefined && sameKind(ours, theirs)) {
      pairs.push([ours, theirs]);
      j++;
    } else pairs.push([ours, undefined]);
  }
  for (; j < right.to; j++) pairs.push([undefined, b[j]]);
}

function sameKind(x: AccountUnit, y: AccountUnit): boolean {
  if (x.kind === 'paragraph' || y.kind === 'paragraph') return x.kind === y.kind;
  return x.what === y.what && x.opens === y.opens;
}

/** How many UTF-16 units of a paragraph are looked at from either end to tell how alike two are. */
const LOOKED_AT = 256;

/** How alike two units are, from 0 to 4. */
function likeness(x: AccountUnit, y: AccountUnit): number {
  if (!sameKind(x, y)) return 0;
  if (x.kind !== 'paragraph' || y.kind !== 'paragraph') return sameUnits(x, y) ? 3 : 2;
  if (x.text === y.text) return x.text === '' ? 1 : 4;
  const most = Math.min(Math.max(x.text.length, y.text.length), 2 * LOOKED_AT);
  const start = commonStart(x.text, y.text, LOOKED_AT);
  const share = (start + commonEnd(x.text, y.text, start, LOOKED_AT)) / most;
  return share > 0.3 ? 1 + 2 * Math.min(1, share) : 0;
}

/** The longest script of like units. */
function pairByLikeness({ a, b, pairs }: PairingWork, left: UnitRange, right: UnitRange): void {
  const [n, m] = [left.to - left.from, right.to - right.from];
  const only = n === 1 && m === 1;
  const score = new Float64Array((n + 1) * (m + 1));
  const like = (i: number, j: number): number => {
    const [x, y] = [a[left.from + i] as AccountUnit, b[right.from + j] as AccountUnit];
    return only && sameKind(x, y) ? 1 : likeness(x, y);
  };
  const at = (i: number, j: number): number => score[i * (m + 1) + j] as number;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const alike = like(i, j);
      const paired = alike > 0 ? alike + at(i + 1, j + 1) : 0;
      score[i * (m + 1) + j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    const alike = i < n && j < m ? like(i, j) : 0;
    if (alike > 0 && at(i, j) === alike + at(i + 1, j + 1)) pairs.push([a[left.from + i++], b[right.from + j++]]);
    else if (i < n && (j >= m || at(i + 1, j) >= at(i, j + 1))) pairs.push([a[left.from + i++], undefined]);
    else pairs.push([undefined, b[right.from + j++]]);
  }
}

/** How many UTF-16 units two texts share at their start, `limit` at most. */
export function commonStart(x: string, y: string, limit = Number.POSITIVE_INFINITY): number {
  const most = Math.min(x.length, y.length, limit);
  let at = 0;
  while (at < most && x.charCodeAt(at) === y.charCodeAt(at)) at++;
  return at;
}

/** How many UTF-16 units two texts share at their end, behind `start` units that they share at their start. */
export function commonEnd(x: string, y: string, start: number, limit = Number.POSITIVE_INFINITY): number {
  const most = Math.min(Math.min(x.length, y.length) - start, limit);
  let at = 0;
  while (at < most && x.charCodeAt(x.length - 1 - at) === y.charCodeAt(y.length - 1 - at)) at++;
  return at;
}
