/** Which blocks of two containers are the same block: equal ones first, then like ones between them, then splits and merges. */

import type { Block } from '../lines/blocks.ts';
import { looksFormerly } from '../package/carried.ts';
import type { Aligning } from './aligning.ts';
import { Numbers } from './aligning.ts';
import { type Bag, bagOf, likeness, minus, share, size } from './bags.ts';

/** Blocks that belong together: one of each, or one and what it was split into or merged from, or of one side alone. */
export interface Entry {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

/** Blocks less alike than this are not the same block. */
const ALIKE = 0.3;
/** The same where there is no other to choose. */
const ALIKE_ALONE = 0.15;
/** So many words at least tell that a block is what is left of another. */
const WORDS = 2;
/** How much of a block must be found in another for it to be a piece of that. */
const PIECE = 0.6;
/** How far from the diagonal of a large gap pairs are looked for. */
const BAND = 40;

/** Pairs two lists of blocks; the entries cover both in order, what is gone before what has come. */
export function pairBlocks(before: readonly Block[], after: readonly Block[], aligning: Aligning): Entry[] {
  return pairBy(LEVELS, before, after, aligning);
}

type Key = (block: Block) => string;

/** What makes two blocks the same, the strictest first: their looks tell apart paragraphs that say the same, or nothing. */
const LEVELS: readonly Key[] = [
  (block) => `${block.kind}${looksOf(block)}\u0006${block.key}`,
  (block) => block.kind + block.key,
];

function looksOf(block: Block): string {
  if (block.kind === 'table') return '';
  const { part, properties } = block.line;
  return properties === undefined ? '' : looksFormerly(part, properties);
}

/** Pairs blocks of one key, what lies between them by the next, and at last by likeness. */
function pairBy(
  levels: readonly Key[],
  before: readonly Block[],
  after: readonly Block[],
  aligning: Aligning,
): Entry[] {
  const [key, ...rest] = levels;
  if (key === undefined || before.length === 0 || after.length === 0) return pairGap(before, after, aligning);
  const numbers = new Numbers();
  const keys = (blocks: readonly Block[]) => blocks.map((block) => numbers.of(key(block)));
  const entries: Entry[] = [];
  let [i, j] = [0, 0];
  const ends = { a: before.length, b: after.length };
  for (const match of [...aligning.alignSequence(keys(before), keys(after)), ends]) {
    if (match.a > i || match.b > j)
      entries.push(...pairBy(rest, before.slice(i, match.a), after.slice(j, match.b), aligning));
    const [x, y] = [before[match.a], after[match.b]];
    if (x !== undefined && y !== undefined) entries.push({ before: [x], after: [y] });
    [i, j] = [match.a + 1, match.b + 1];
  }
  return entries;
}

/** Pairs what stands between two pairs of equal blocks. */
function pairGap(before: readonly Block[], after: readonly Block[], aligning: Aligning): Entry[] {
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0 || after.length === 0) return [...before.map(gone), ...after.map(come)];
  const words = new Numbers();
  const bags = (blocks: readonly Block[]) => blocks.map((block) => bagOf(block, words, aligning));
  const gap: Gap = { before, after, beforeBags: bags(before), afterBags: bags(after) };
  return entriesOf(gap, withPieces(gap, likePairs(gap)));
}

interface Gap {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  readonly beforeBags: readonly Bag[];
  readonly afterBags: readonly Bag[];
}

/** Half-open ranges of both sides that belong together. */
interface Group {
  i0: number;
  i1: number;
  j0: number;
  j1: number;
}

const gone = (block: Block): Entry => ({ before: [block], after: [] });
const come = (block: Block): Entry => ({ before: [], after: [block] });

/** The pairs of greatest score in all that keep the order, by dynamic programming along the diagonal. */
export function bestPairs(n: number, m: number, scoreOf: (i: number, j: number) => number): [number, number][] {
  const width = n * m <= 10_000 ? m : BAND;
  const from = (i: number): number => Math.max(0, Math.floor((i * m) / n) - width);
  const to = (i: number): number => Math.min(m, Math.ceil((i * m) / n) + width);
  const best: Float64Array[] = [];
  const scores: Float64Array[] = [];
  const at = (i: number, j: number): number => {
    if (i >= n || j >= m) return 0;
    return best[i]?.[Math.min(Math.max(j, from(i)), to(i)) - from(i)] ?? 0;
  };
  for (let i = n - 1; i >= 0; i--) {
    const [first, last] = [from(i), to(i)];
    const [row, own] = [new Float64Array(last - first + 1), new Float64Array(last - first + 1)];
    [best[i], scores[i]] = [row, own];
    for (let j = last; j >= first; j--) {
      const score = j < m ? scoreOf(i, j) : 0;
      own[j - first] = score;
      const paired = score > 0 ? score + at(i + 1, j + 1) : 0;
      row[j - first] = Math.max(paired, at(i + 1, j), j < last ? (row[j - first + 1] as number) : 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    const score = scores[i]?.[j - from(i)] ?? 0;
    const value = at(i, j);
    if (score > 0 && value <= score + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (value <= at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

function likePairs(gap: Gap): Group[] {
  const [n, m] = [gap.before.length, gap.after.length];
  const least = n === 1 && m === 1 ? ALIKE_ALONE : ALIKE;
  const pairs = bestPairs(n, m, (i, j) => scoreOf(gap, i, j, least));
  return pairs.map(([i, j]) => ({ i0: i, i1: i + 1, j0: j, j1: j + 1 }));
}

function scoreOf(gap: Gap, i: number, j: number, least: number): number {
  const [x, y] = [gap.before[i], gap.after[j]];
  if (x?.kind !== y?.kind || (y?.kind === 'table' && y.rows.length === 0)) return 0;
  const [own, other] = [gap.beforeBags[i] as Bag, gap.afterBags[j] as Bag];
  if (least === ALIKE_ALONE && (isWithin(own, other) || isWithin(other, own))) return 1;
  const alike = likeness(own, other);
  return alike >= least ? alike * alike : 0;
}

/** Whether a block of some words says nothing but what another says. */
function isWithin(a: Bag, b: Bag): boolean {
  return size(a) >= WORDS && share(a, b) === 1;
}

/** Takes lines beside a pair into it that are a piece of the other side. */
function withPieces(gap: Gap, groups: Group[]): Group[] {
  groups.forEach((group, k) => {
    const [previous, next] = [groups[k - 1], groups[k + 1]];
    const room = {
      i0: previous?.i1 ?? 0,
      j0: previous?.j1 ?? 0,
      i1: next?.i0 ?? gap.before.length,
      j1: next?.j0 ?? gap.after.length,
    };
    if (gap.before[group.i0]?.kind !== 'line') return;
    const left = minus(gap.beforeBags[group.i0] as Bag, gap.afterBags[group.j0] as Bag);
    const right = minus(gap.afterBags[group.j0] as Bag, gap.beforeBags[group.i0] as Bag);
    while (group.j1 < room.j1 && isPiece(gap.after[group.j1], gap.afterBags[group.j1], left)) group.j1++;
    while (group.j0 > room.j0 && isPiece(gap.after[group.j0 - 1], gap.afterBags[group.j0 - 1], left)) group.j0--;
    if (group.j1 - group.j0 > 1) return;
    while (group.i1 < room.i1 && isPiece(gap.before[group.i1], gap.beforeBags[group.i1], right)) group.i1++;
    while (group.i0 > room.i0 && isPiece(gap.before[group.i0 - 1], gap.beforeBags[group.i0 - 1], right)) group.i0--;
  });
  return groups;
}

/** Whether a line says for the most part what `rest` holds; what it takes of it is taken off. */
function isPiece(block: Block | undefined, bag: Bag | undefined, rest: Map<number, number>): boolean {
  if (block?.kind !== 'line' || bag === undefined || size(bag) === 0) return false;
  if (share(bag, rest) < PIECE) return false;
  for (const [word, count] of bag) rest.set(word, (rest.get(word) ?? 0) - count);
  return true;
}

function entriesOf(gap: Gap, groups: readonly Group[]): Entry[] {
  const entries: Entry[] = [];
  let [i, j] = [0, 0];
  const end: Group = { i0: gap.before.length, i1: gap.before.length, j0: gap.after.length, j1: gap.after.length };
  for (const group of [...groups, end]) {
    entries.push(...gap.before.slice(i, group.i0).map(gone), ...gap.after.slice(j, group.j0).map(come));
    if (group !== end) {
      entries.push({ before: gap.before.slice(group.i0, group.i1), after: gap.after.slice(group.j0, group.j1) });
    }
    [i, j] = [group.i1, group.j1];
  }
  return entries;
}
