/** Stretches of two aligned lists: the same on both sides, or changed. */
import type { Match } from './sequence.ts';

/** A stretch of both lists, half-open: the same on both sides, or changed. */
export interface Segment {
  readonly same: boolean;
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** The segments between matches of a list of `n` entries and one of `m`, in order; none is empty. */
export function segmentsBetween(matches: readonly Match[], n: number, m: number): Segment[] {
  const segments: Segment[] = [];
  let [i, j] = [0, 0];
  for (let k = 0; k <= matches.length; ) {
    const { a, b } = matches[k] ?? { a: n, b: m };
    if (a > i || b > j) segments.push({ same: false, a0: i, a1: a, b0: j, b1: b });
    let length = 0;
    while (matches[k + length]?.a === a + length && matches[k + length]?.b === b + length) length++;
    if (length > 0) segments.push({ same: true, a0: a, a1: a + length, b0: b, b1: b + length });
    [i, j] = [a + length, b + length];
    k += Math.max(1, length);
  }
  return segments;
}

/** Segments that alternate: neighbours of one sort are one, empty ones are gone. */
export function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) pushJoined(result, segment);
  return result;
}

/** Adds a segment behind others; it becomes one with the last where both are of one sort. */
export function pushJoined(result: Segment[], segment: Segment): void {
  if (segment.a0 === segment.a1 && segment.b0 === segment.b1) return;
  const last = result[result.length - 1];
  if (last?.same === segment.same) result[result.length - 1] = { ...last, a1: segment.a1, b1: segment.b1 };
  else result.push(segment);
}
