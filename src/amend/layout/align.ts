/** The two sides of a legal text as one list of lines: unmarked, or only before, or only after. */
import { stretches } from '../sequence.ts';
import type { FlatLine } from './lines.ts';

/** A line of a legal text. An edited line is on both sides, with other words. */
export interface MarkedLine {
  readonly before?: FlatLine;
  readonly after?: FlatLine;
  /** Whether it says the same on both sides. */
  readonly plain: boolean;
}

/** Pairs the lines of two sides: first those that open instructions, then what stands between them. */
export function alignLines(
  before: readonly FlatLine[],
  after: readonly FlatLine[],
  isHead: (line: FlatLine) => boolean,
): readonly MarkedLine[] {
  const [a, b] = [headsIn(before, isHead), headsIn(after, isHead)];
  const result: MarkedLine[] = [];
  let [i, j] = [0, 0];
  for (const stretch of stretches(a, b, (x, y) => sameLine(before[x] as FlatLine, after[y] as FlatLine))) {
    if (!('both' in stretch)) continue;
    const [x, y] = stretch.both;
    result.push(...alignBetween(before.slice(i, x), after.slice(j, y)), {
      before: before[x] as FlatLine,
      after: after[y] as FlatLine,
      plain: true,
    });
    [i, j] = [x + 1, y + 1];
  }
  return [...result, ...alignBetween(before.slice(i), after.slice(j))];
}

function headsIn(lines: readonly FlatLine[], isHead: (line: FlatLine) => boolean): readonly number[] {
  return lines.flatMap((line, i) => (isHead(line) ? [i] : []));
}

function alignBetween(before: readonly FlatLine[], after: readonly FlatLine[]): readonly MarkedLine[] {
  return chunks(before, after).flatMap(([a, b]) =>
    stretches(a, b, sameLine).flatMap((stretch): MarkedLine[] =>
      'both' in stretch
        ? [{ before: stretch.both[0], after: stretch.both[1], plain: true }]
        : pairEdited(stretch.a, stretch.b),
    ),
  );
}

const keyOf = ({ kind, label, text }: FlatLine): string => `${kind}\0${label}\0${text}`;

function sameLine(a: FlatLine, b: FlatLine): boolean {
  return keyOf(a) === keyOf(b);
}

/** Cuts both sides at lines that stand once in each and in the same order, so that long texts are compared piece by piece. */
function chunks(
  before: readonly FlatLine[],
  after: readonly FlatLine[],
): readonly (readonly [readonly FlatLine[], readonly FlatLine[]])[] {
  const result: [readonly FlatLine[], readonly FlatLine[]][] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of anchorsOf(before, after)) {
    if (a < i || b < j) continue;
    result.push([before.slice(i, a), after.slice(j, b)], [before.slice(a, a + 1), after.slice(b, b + 1)]);
    [i, j] = [a + 1, b + 1];
  }
  return [...result, [before.slice(i), after.slice(j)]];
}

function anchorsOf(before: readonly FlatLine[], after: readonly FlatLine[]): readonly (readonly [number, number])[] {
  const once = (lines: readonly FlatLine[]): Map<string, number> => {
    const at = new Map<string, number>();
    for (const [i, line] of lines.entries()) at.set(keyOf(line), at.has(keyOf(line)) ? -1 : i);
    return at;
  };
  const [left, right] = [once(before), once(after)];
  const pairs = [...left].flatMap(([key, a]): [number, number][] => {
    const b = right.get(key);
    return a >= 0 && b !== undefined && b >= 0 ? [[a, b]] : [];
  });
  return increasing(pairs);
}

/** The longest run of pairs that increase on both sides. */
function increasing(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const back: number[] = [];
  for (const [i, [, b]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    back[i] = low === 0 ? -1 : (tails[low - 1] as number);
    tails[low] = i;
  }
  const result: (readonly [number, number])[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = back[i] as number) result.unshift(pairs[i] as readonly [number, number]);
  return result;
}

/** Lines in the place of others: those that share most of their words are one line edited. */
function pairEdited(a: readonly FlatLine[], b: readonly FlatLine[]): MarkedLine[] {
  if (a.length * b.length > MOST_PAIRS) return [...a.map(struck), ...b.map(added)];
  return stretches(a, b, alike).flatMap((stretch): MarkedLine[] =>
    'both' in stretch
      ? [{ before: stretch.both[0], after: stretch.both[1], plain: false }]
      : [...stretch.a.map(struck), ...stretch.b.map(added)],
  );
}

const MOST_PAIRS = 40_000;
const struck = (before: FlatLine): MarkedLine => ({ before, plain: false });
const added = (after: FlatLine): MarkedLine => ({ after, plain: false });

function alike(a: FlatLine, b: FlatLine): boolean {
  if (a.kind !== b.kind) return false;
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared > 0 && shared >= 0.5 * Math.min(x.size, y.size) && shared >= 0.25 * Math.max(x.size, y.size);
}

function wordsOf({ text, label }: FlatLine): ReadonlySet<string> {
  return new Set(`${label} ${text}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
