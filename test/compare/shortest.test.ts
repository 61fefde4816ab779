/** The yardstick itself: it must be as short as the script of the `diff` package. */
import { diffArrays } from 'diff';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortestScript } from './shortest.ts';

const numbers = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 });

it('keeps as many entries as the shortest script, in order, and each once', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const pairs: [number, number][] = [];
      shortestScript(Int32Array.from(a), Int32Array.from(b), (x, y, length) => {
        for (let k = 0; k < length; k++) pairs.push([x + k, y + k]);
      });
      pairs.sort((p, q) => p[0] - q[0]);
      expect(pairs.every(([x, y]) => a[x] === b[y])).toBe(true);
      expect(
        pairs.every(([x, y], i) => i === 0 || (x > (pairs[i - 1]?.[0] ?? 0) && y > (pairs[i - 1]?.[1] ?? 0))),
      ).toBe(true);
      const parts = diffArrays(a, b);
      expect(pairs.length).toBe(
        parts.reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.value.length), 0),
      );
    }),
    { numRuns: 500 },
  );
});
