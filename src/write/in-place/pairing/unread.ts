/**
 * Pairs blocks between those that the comparison paired. Paragraphs that say the same stay, even where the tree of provisions
 * around them is another one. What the comparison does not read is paired by likeness; what it read and left without a
 * partner stays so.
 */
import { bestPairs } from '../../../align/best-pairs.ts';
import { Numbers } from '../../../align/numbers.ts';
import { alignSequence } from '../../../align/sequence.ts';
import { TextLikeness } from '../../../align/text-likeness.ts';
import { looksFormerly } from '../../../word/tracked/before-change.ts';
import { type Block, linesOf } from '../lines/blocks.ts';
import type { Entry } from './pairing.ts';

/** Which blocks of two lists the comparison reads. */
export interface IsRead {
  readonly before: readonly boolean[];
  readonly after: readonly boolean[];
}

/** Texts less alike than this are not the same; less is asked where there is no other to choose. */
const ALIKE = 0.3;
const ALIKE_ALONE = 0.15;

/** A block of a gap, with its place there. */
interface PlacedBlock {
  readonly block: Block;
  readonly at: number;
  readonly read: boolean;
}

/** The entries of a gap; they cover both lists in order, what before alone has first. */
export function pairUnread(before: readonly Block[], after: readonly Block[], isRead: IsRead): Entry[] {
  const placed = (blocks: readonly Block[], read: readonly boolean[]): PlacedBlock[] =>
    blocks.map((block, at) => ({ block, at, read: read[at] === true }));
  const pairs = pairBy(LEVELS, placed(before, isRead.before), placed(after, isRead.after));
  const entries: Entry[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...pairs, [before.length, after.length] as const]) {
    for (; i < x; i++) entries.push({ before: [before[i] as Block], after: [] });
    for (; j < y; j++) entries.push({ before: [], after: [after[j] as Block] });
    if (i < before.length && j < after.length)
      entries.push({ before: [before[i++] as Block], after: [after[j++] as Block] });
  }
  return entries;
}

type Key = (block: Block) => string;

/** What makes two blocks the same, the strictest first: formatting tells apart paragraphs that say the same, or nothing. */
const LEVELS: readonly Key[] = [
  (block) => `${block.kind}${formatOf(block)}\u0006${block.key}`,
  (block) => block.kind + block.key,
];

function formatOf(block: Block): string {
  if (block.kind === 'table') return '';
  const { part, properties } = block.line;
  return properties === undefined ? '' : looksFormerly(part, properties);
}

/** Pairs blocks of one key, what lies between them by the next, and at last by likeness; as places in the gap. */
function pairBy(
  levels: readonly Key[],
  before: readonly PlacedBlock[],
  after: readonly PlacedBlock[],
): [number, number][] {
  const [key, ...rest] = levels;
  if (before.length === 0 || after.length === 0) return [];
  if (key === undefined) return pairLike(before, after);
  const numbers = new Numbers();
  const keys = (list: readonly PlacedBlock[]) => list.map(({ block }) => numbers.of(key(block)));
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  const ends = { a: before.length, b: after.length };
  for (const { a, b } of [...alignSequence(keys(before), keys(after)), ends]) {
    if (a > i || b > j) pairs.push(...pairBy(rest, before.slice(i, a), after.slice(j, b)));
    const [x, y] = [before[a], after[b]];
    if (x !== undefined && y !== undefined) pairs.push([x.at, y.at]);
    [i, j] = [a + 1, b + 1];
  }
  return pairs;
}

function pairLike(befores: readonly PlacedBlock[], afters: readonly PlacedBlock[]): [number, number][] {
  const [before, after] = [befores.filter(({ read }) => !read), afters.filter(({ read }) => !read)];
  const texts = (list: readonly PlacedBlock[]) =>
    list.map(({ block }) => [...linesOf([block])].map(({ text }) => text).join('\n'));
  const [xs, ys] = [texts(before), texts(after)];
  const likeness = new TextLikeness();
  const least = before.length === 1 && after.length === 1 ? ALIKE_ALONE : ALIKE;
  const score = (i: number, j: number): number => {
    if (before[i]?.block.kind !== after[j]?.block.kind) return 0;
    const alike = likeness.between(xs[i] as string, ys[j] as string);
    return alike >= least ? alike * alike : 0;
  };
  return bestPairs(before.length, after.length, score).map(([i, j]) => [
    (before[i] as PlacedBlock).at,
    (after[j] as PlacedBlock).at,
  ]);
}
