/** The longest common subsequence of two lists, by a table of the lengths of all tails. */

/** Entries that stand in both lists, by index. */
export interface Match {
  readonly a: number;
  readonly b: number;
}

/** The largest table; lists that need a larger one are told as different between what they begin and end with. */
const MOST_CELLS = 4_000_000;

/** Pairs the entries of two lists that are equal, in order, as many as can be. */
export function matchLists<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean): Match[] {
  let front = 0;
  while (front < a.length && front < b.length && equal(a[front] as T, b[front] as T)) front += 1;
  let back = 0;
  const most = Math.min(a.length, b.length) - front;
  while (back < most && equal(a[a.length - 1 - back] as T, b[b.length - 1 - back] as T)) back += 1;
  const middle = matchMiddle(a.slice(front, a.length - back), b.slice(front, b.length - back), equal);
  return [
    ...Array.from({ length: front }, (_, i) => ({ a: i, b: i })),
    ...middle.map((match) => ({ a: match.a + front, b: match.b + front })),
    ...Array.from({ length: back }, (_, i) => ({ a: a.length - back + i, b: b.length - back + i })),
  ];
}

function matchMiddle<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean): Match[] {
  const width = b.length + 1;
  if (a.length * b.length > MOST_CELLS) return [];
  const tails = new Uint32Array((a.length + 1) * width);
  const tail = (i: number, j: number): number => tails[i * width + j] as number;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const both = equal(a[i] as T, b[j] as T);
      tails[i * width + j] = both ? tail(i + 1, j + 1) + 1 : Math.max(tail(i + 1, j), tail(i, j + 1));
    }
  }
  const matches: Match[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (equal(a[i] as T, b[j] as T)) matches.push({ a: i++, b: j++ });
    else if (tail(i + 1, j) >= tail(i, j + 1)) i += 1;
    else j += 1;
  }
  return matches;
}

/** A stretch that both lists have, or that each has in its own way. */
export type Stretch<T> = { readonly both: readonly [T, T] } | { readonly a: readonly T[]; readonly b: readonly T[] };

/** Two lists as one: what they share, and between that what either has. */
export function stretches<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean): Stretch<T>[] {
  const result: Stretch<T>[] = [];
  let [i, j] = [0, 0];
  for (const match of [...matchLists(a, b, equal), { a: a.length, b: b.length }]) {
    if (match.a > i || match.b > j) result.push({ a: a.slice(i, match.a), b: b.slice(j, match.b) });
    const [x, y] = [a[match.a], b[match.b]];
    if (x !== undefined && y !== undefined) result.push({ both: [x, y] });
    [i, j] = [match.a + 1, match.b + 1];
  }
  return result;
}
