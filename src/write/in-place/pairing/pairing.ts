/**
 * Which blocks of two containers belong together: as the comparison decided, in the order of the containers. What the
 * comparison does not read (empty paragraphs, headers and footers) is paired between.
 */
import { heaviestIncreasing } from '../../../align/sequence.ts';
import type { PassagePair } from '../../../model/alignment.ts';
import type { Block } from '../lines/blocks.ts';
import { type Decisions, keyOf, placeKey } from './decisions.ts';
import { pairUnread } from './unread.ts';

/** Blocks that belong together: one of each, or one and what it was split into or merged from, or of one side alone. */
export interface Entry {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** What was decided about their words; absent where the comparison does not read them. */
  readonly pair?: PassagePair | undefined;
}

/** Half-open ranges of both lists that belong together. */
interface Anchor {
  readonly i0: number;
  readonly i1: number;
  readonly j0: number;
  readonly j1: number;
  readonly pair: PassagePair | undefined;
  readonly weight: number;
}

/** The entries of two lists, and the pairs that stand out of their order. */
export interface Paired {
  /** They cover both lists in order; what before alone has stands first. */
  readonly entries: readonly Entry[];
  /** Pairs of single blocks that were moved. */
  readonly moved: readonly Entry[];
}

/** What the comparison decided to be moved counts as in place where the order of the containers allows it: it weighs less. */
const IN_PLACE = 1000;

/** Pairs two lists of blocks. */
export function pairBlocks(before: readonly Block[], after: readonly Block[], decisions: Decisions): Paired {
  if (decisions.nothingPaired) return { entries: [...before.map(ofBefore), ...after.map(ofAfter)], moved: [] };
  const read = { before: readOf(before, 'before', decisions), after: readOf(after, 'after', decisions) };
  const anchors = anchorsOf(before, after, decisions, read);
  const kept = inOrder(anchors);
  const entries: Entry[] = [];
  let [i, j] = [0, 0];
  for (const anchor of [...kept, { i0: before.length, i1: 0, j0: after.length, j1: 0, pair: undefined, weight: 0 }]) {
    const [xs, ys] = [before.slice(i, anchor.i0), after.slice(j, anchor.j0)];
    const isRead = { before: read.before.slice(i, anchor.i0), after: read.after.slice(j, anchor.j0) };
    for (const entry of pairUnread(xs, ys, isRead)) entries.push(entry);
    if (anchor.i1 > anchor.i0) entries.push(entryOf(before, after, anchor));
    [i, j] = [anchor.i1, anchor.j1];
  }
  const inPlace = new Set(kept);
  const moved = anchors.filter((one) => !inPlace.has(one) && one.i1 - one.i0 === 1 && one.j1 - one.j0 === 1);
  return { entries, moved: moved.map((anchor) => entryOf(before, after, anchor)) };
}

const ofBefore = (block: Block): Entry => ({ before: [block], after: [] });
const ofAfter = (block: Block): Entry => ({ before: [], after: [block] });

function entryOf(before: readonly Block[], after: readonly Block[], { i0, i1, j0, j1, pair }: Anchor): Entry {
  return { before: before.slice(i0, i1), after: after.slice(j0, j1), pair };
}

/** Which blocks of a list the comparison reads; it reads every table that has rows. */
function readOf(blocks: readonly Block[], side: 'before' | 'after', decisions: Decisions): boolean[] {
  return blocks.map((block) => block.kind === 'line' && decisions.line(block.line, side) !== undefined);
}

interface Read {
  readonly before: readonly boolean[];
  readonly after: readonly boolean[];
}

function anchorsOf(before: readonly Block[], after: readonly Block[], decisions: Decisions, read: Read): Anchor[] {
  const anchors: Anchor[] = [];
  const theirs = placesOf(before, 'before', decisions);
  for (const [pair, [j0, j1]] of placesOf(after, 'after', decisions)) {
    const place = theirs.get(pair);
    if (place === undefined) continue;
    const anchor = { i0: place[0], i1: place[1], j0, j1, pair, weight: weightOf(after.slice(j0, j1), pair) };
    anchors.push(isWhole(anchor, read, pair) ? anchor : { ...anchor, i1: anchor.i0 + 1, j1: anchor.j0 + 1 });
  }
  return [...anchors, ...tableAnchors(before, after, decisions)].sort((x, y) => x.i0 - y.i0);
}

/** Where the blocks of each pair stand in a list, from the first to behind the last. */
function placesOf(
  blocks: readonly Block[],
  side: 'before' | 'after',
  decisions: Decisions,
): Map<PassagePair, [number, number]> {
  const places = new Map<PassagePair, [number, number]>();
  blocks.forEach((block, k) => {
    const pair = block.kind === 'line' ? decisions.line(block.line, side)?.pair : undefined;
    if (pair === undefined) return;
    const place = places.get(pair);
    if (place === undefined) places.set(pair, [k, k + 1]);
    else place[1] = k + 1;
  });
  return places;
}

/** Whether nothing that the comparison reads stands between the blocks of a pair. */
function isWhole({ i0, i1, j0, j1 }: Anchor, read: Read, pair: PassagePair): boolean {
  const count = (list: readonly boolean[]): number => list.filter((one) => one).length;
  return (
    count(read.before.slice(i0, i1)) === Math.min(pair.before.length, i1 - i0) &&
    count(read.after.slice(j0, j1)) === Math.min(pair.after.length, j1 - j0)
  );
}

function tableAnchors(before: readonly Block[], after: readonly Block[], decisions: Decisions): Anchor[] {
  const places = new Map(before.flatMap((block, i) => (block.kind === 'table' ? [[placeKey(block), i] as const] : [])));
  return after.flatMap((block, j): Anchor[] => {
    const pair = block.kind === 'table' ? decisions.table(block) : undefined;
    const i = pair === undefined ? undefined : places.get(keyOf(pair.before.place));
    if (i === undefined) return [];
    return [{ i0: i, i1: i + 1, j0: j, j1: j + 1, pair: undefined, weight: weightOf([block], undefined) }];
  });
}

function weightOf(blocks: readonly Block[], pair: PassagePair | undefined): number {
  const length = blocks.reduce((sum, block) => sum + (block.kind === 'line' ? block.line.text.length : 100), 1);
  return pair?.moved === true ? length : length * IN_PLACE;
}

/** The anchors of greatest weight in all that stand in one order on both sides and do not overlap. */
function inOrder(anchors: readonly Anchor[]): Anchor[] {
  const chain = heaviestIncreasing(
    anchors.map(({ j0 }) => j0),
    anchors.map(({ weight }) => weight),
  ).map((k) => anchors[k] as Anchor);
  const kept: Anchor[] = [];
  for (const anchor of chain) {
    const last = kept[kept.length - 1];
    if (last === undefined || (anchor.i0 >= last.i1 && anchor.j0 >= last.j1)) kept.push(anchor);
  }
  return kept;
}
