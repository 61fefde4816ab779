/** Aligning sequences of numbers: what comes out is always a common subsequence, and near the longest at any size. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignSequence, type Match } from '../../src/align/sequence.ts';

/** Whether each match pairs equal entries, and all of them are in order on both sides. */
function isCommon(a: readonly number[], b: readonly number[], matches: readonly Match[]): boolean {
  return matches.every((match, k) => {
    const previous = matches[k - 1];
    const inOrder = previous === undefined || (previous.a < match.a && previous.b < match.b);
    return inOrder && a[match.a] === b[match.b];
  });
}

/** Numbers that follow from a seed (a linear congruential generator), from 0 to below `below`. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A long text of few words, and what becomes of it when words are replaced, taken out and put in. */
function edited(length: number, words: number, edits: number): [number[], number[]] {
  const next = numbersFrom(7);
  const before = Array.from({ length }, () => next(words));
  const after = [...before];
  for (let k = 0; k < edits; k++) {
    const at = next(after.length);
    const kind = next(3);
    if (kind === 0) after[at] = next(words);
    else if (kind === 1) after.splice(at, 1);
    else after.splice(at, 0, next(words));
  }
  return [before, after];
}

describe('aligning sequences', () => {
  test('gives a common subsequence of any two', () => {
    const few = fc.array(fc.nat({ max: 4 }), { maxLength: 200 });
    fc.assert(fc.property(few, few, (a, b) => isCommon(a, b, alignSequence(a, b))));
  });

  test.each([
    [5_000, 60, 1_500],
    [20_000, 300, 1_000],
    [20_000, 2, 900],
  ])('finds most of %i entries of %i kinds again after %i edits', (length, words, edits) => {
    const [before, after] = edited(length, words, edits);
    const coarse: number[] = [];
    const matches = alignSequence(before, after, (entries) => coarse.push(entries));
    expect(isCommon(before, after, matches)).toBe(true);
    expect(coarse).toEqual([]);
    // Each edit takes away one entry at most; what is not found of the rest is a twentieth at most.
    expect(matches.length).toBeGreaterThan((length - edits) * 0.95);
  });

  test('tells of a stretch in which nothing is to be found at the price', () => {
    const [a, b] = [numbersFrom(1), numbersFrom(2)];
    const left = Array.from({ length: 3_000 }, () => a(3));
    const right = Array.from({ length: 3_000 }, () => b(3) * 5);
    const coarse: number[] = [];
    const matches = alignSequence(left, right, (entries) => coarse.push(entries));
    expect(isCommon(left, right, matches)).toBe(true);
    expect(coarse.length).toBeGreaterThan(0);
  });
});
