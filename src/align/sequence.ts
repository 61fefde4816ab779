/**
 * Aligning two sequences of numbers: which entries stand on both sides, in order.
 *
 * Common ends are trimmed, entries that stand once on each side become anchors (the patience method of B. Cohen),
 * and only what is left between anchors goes to Myers' algorithm (E. Myers, "An O(ND) difference algorithm and its
 * variations", 1986) as the `diff` package has it, under a budget counted in edits. A stretch that costs more is cut
 * at runs of entries that stand once on each side, which are many where its single entries are not.
 */
import { diffArrays } from 'diff';

/** Entry `a` of the first sequence stands at `b` of the second. */
export interface Match {
  readonly a: number;
  readonly b: number;
}

/** How many edits a stretch between two anchors may cost before it is cut at runs, or comes out as replaced whole. */
const EDIT_BUDGET = 600;

/** Called with the number of entries of a stretch that was given up for its cost. */
export type OnCoarse = (entries: number) => void;

type Sequence = ArrayLike<number>;

interface Stretch {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** The matches of a common subsequence, in order: the longest, or near it, at a cost close to linear. */
export function alignSequence(a: Sequence, b: Sequence, onCoarse?: OnCoarse): Match[] {
  const matches: Match[] = [];
  const open: Stretch[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length }];
  while (open.length > 0) {
    const rest = trim(a, b, open.pop() as Stretch, matches);
    if (rest.a0 === rest.a1 || rest.b0 === rest.b1) continue;
    const single = anchorsIn(a, b, rest);
    if (single.length === 0 && alignByEdits(a, b, rest, matches)) continue;
    const anchors = single.length > 0 ? single : runAnchors(a, b, rest);
    if (anchors.length > 0) open.push(...between(rest, anchors, matches));
    else onCoarse?.(rest.a1 - rest.a0 + rest.b1 - rest.b0);
  }
  return matches.sort((x, y) => x.a - y.a);
}

/** Takes equal ends off a stretch and records them. */
function trim(a: Sequence, b: Sequence, stretch: Stretch, matches: Match[]): Stretch {
  let { a0, a1, b0, b1 } = stretch;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) matches.push({ a: a0++, b: b0++ });
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) matches.push({ a: --a1, b: --b1 });
  return { a0, a1, b0, b1 };
}

/** Entries that stand exactly once on each side of the stretch, the longest run of them that is in order. */
function anchorsIn(a: Sequence, b: Sequence, { a0, a1, b0, b1 }: Stretch): Match[] {
  const once = new Map<number, number>();
  for (let i = a0; i < a1; i++) once.set(a[i] as number, once.has(a[i] as number) ? -1 : i);
  const inB = new Map<number, number>();
  for (let j = b0; j < b1; j++) {
    if ((once.get(b[j] as number) ?? -1) >= 0) inB.set(b[j] as number, inB.has(b[j] as number) ? -1 : j);
  }
  const pairs: Match[] = [];
  for (const [value, j] of inB) if (j >= 0) pairs.push({ a: once.get(value) as number, b: j });
  pairs.sort((x, y) => x.a - y.a);
  return heaviestIncreasing(pairs.map((pair) => pair.b)).map((k) => pairs[k] as Match);
}

function between(stretch: Stretch, anchors: readonly Match[], matches: Match[]): Stretch[] {
  const gaps: Stretch[] = [];
  let { a0, b0 } = stretch;
  for (const anchor of anchors) {
    matches.push(anchor);
    gaps.push({ a0, a1: anchor.a, b0, b1: anchor.b });
    a0 = anchor.a + 1;
    b0 = anchor.b + 1;
  }
  gaps.push({ a0, a1: stretch.a1, b0, b1: stretch.b1 });
  return gaps.filter((gap) => gap.a0 < gap.a1 && gap.b0 < gap.b1);
}

/** How long the runs are at which a stretch is cut, the surest first. */
const RUN_LENGTHS = [16, 8, 4, 2] as const;

/** The first entries of runs that stand exactly once on each side of a stretch, for the longest runs that there are. */
function runAnchors(a: Sequence, b: Sequence, { a0, a1, b0, b1 }: Stretch): Match[] {
  for (const length of RUN_LENGTHS) {
    const [x, y] = [runsOf(a, a0, a1, length), runsOf(b, b0, b1, length)];
    const anchors = anchorsIn(x, y, { a0: 0, a1: x.length, b0: 0, b1: y.length })
      .map((match) => ({ a: match.a + a0, b: match.b + b0 }))
      .filter((match) => a[match.a] === b[match.b]);
    if (anchors.length > 0) return anchors;
  }
  return [];
}

/** A number for the run of `length` entries that begins at each entry: two sums of 32 bits, folded into 53. */
function runsOf(values: Sequence, from: number, to: number, length: number): Float64Array {
  const runs = new Float64Array(Math.max(0, to - from - length + 1));
  for (let i = 0; i < runs.length; i++) {
    let [x, y] = [0x811c9dc5, 0x1234567];
    for (let k = 0; k < length; k++) {
      const value = values[from + i + k] as number;
      x = Math.imul(x ^ value, 0x01000193);
      y = Math.imul(y + value, 0x85ebca6b) ^ (y >>> 13);
    }
    runs[i] = (x >>> 0) * 0x200000 + (y >>> 11);
  }
  return runs;
}

/** Aligns a stretch by its fewest edits; `false`, and no match, where they are more than the budget. */
function alignByEdits(a: Sequence, b: Sequence, stretch: Stretch, matches: Match[]): boolean {
  const left = Array.prototype.slice.call(a, stretch.a0, stretch.a1) as number[];
  const right = Array.prototype.slice.call(b, stretch.b0, stretch.b1) as number[];
  const shared = new Set(left);
  if (!right.some((value) => shared.has(value))) return true;
  const parts = diffArrays(left, right, { maxEditLength: EDIT_BUDGET });
  if (parts === undefined) return false;
  let i = stretch.a0;
  let j = stretch.b0;
  for (const part of parts) {
    const count = part.value.length;
    if (part.removed) i += count;
    else if (part.added) j += count;
    else for (let k = 0; k < count; k++) matches.push({ a: i++, b: j++ });
  }
  return true;
}

/**
 * The indexes of the increasing subsequence of greatest total weight, in order; each entry weighs 1 where no weights
 * are given. Entries are distinct. O(n log n), by a Fenwick tree of prefix maxima.
 */
export function heaviestIncreasing(values: readonly number[], weights?: readonly number[]): number[] {
  if (values.every((value, i) => i === 0 || value > (values[i - 1] as number))) return [...values.keys()];
  const order = [...values.keys()].sort((x, y) => (values[x] as number) - (values[y] as number));
  const rank = new Int32Array(values.length);
  order.forEach((index, place) => {
    rank[index] = place + 1;
  });
  const best = new Float64Array(values.length);
  const previous = new Int32Array(values.length).fill(-1);
  const tree = new Int32Array(values.length + 1).fill(-1);
  let end = -1;
  for (let i = 0; i < values.length; i++) {
    const from = bestBelow(tree, best, (rank[i] as number) - 1);
    best[i] = (from < 0 ? 0 : (best[from] as number)) + (weights?.[i] ?? 1);
    previous[i] = from;
    raise(tree, best, rank[i] as number, i);
    if (end < 0 || (best[i] as number) > (best[end] as number)) end = i;
  }
  const chain: number[] = [];
  for (let i = end; i >= 0; i = previous[i] as number) chain.push(i);
  return chain.reverse();
}

function bestBelow(tree: Int32Array, best: Float64Array, rank: number): number {
  let found = -1;
  for (let r = rank; r > 0; r -= r & -r) {
    const candidate = tree[r] as number;
    if (candidate >= 0 && (found < 0 || (best[candidate] as number) > (best[found] as number))) found = candidate;
  }
  return found;
}

function raise(tree: Int32Array, best: Float64Array, rank: number, index: number): void {
  for (let r = rank; r < tree.length; r += r & -r) {
    const held = tree[r] as number;
    if (held < 0 || (best[index] as number) > (best[held] as number)) tree[r] = index;
  }
}
