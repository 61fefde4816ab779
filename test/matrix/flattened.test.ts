/** Figures that ran together, parted by the arithmetic of their table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveCounts } from '../../src/matrix/count/flattened.ts';
import type { StatedCounts } from '../../src/matrix/table.ts';
import { AMENDED, BEFORE, DUIS, FLATTENED } from './figures.ts';

describe('resolveCounts', () => {
  it('leaves alone what adds up as it is typed', () => {
    expect(resolveCounts(BEFORE, DUIS).kind).toBe('typed');
  });

  it('parts 1819, 78 and 4041 in the only way that adds up', () => {
    const resolution = resolveCounts(FLATTENED, DUIS);
    if (resolution.kind !== 'inferred') throw new Error(resolution.kind);
    const { counts, totals, total } = resolution.read;
    expect(counts.Mandatory?.[0]).toEqual({ before: 18, after: 19, split: true });
    expect(counts['Mandatory SMETS2+']?.[0]).toEqual({ before: 7, after: 8, split: true });
    expect(total).toEqual({ before: 40, after: 41, split: true });
    expect(totals.Mandatory).toEqual({ before: 25, after: 25, split: false });
    expect(counts['N/A']?.every(({ split }) => !split)).toBe(true);
  });

  it('takes figures that add up in no way as they are typed', () => {
    expect(resolveCounts(AMENDED, DUIS).kind).toBe('typed');
  });

  it('names every way where several fit, and chooses none', () => {
    // One row with figures 1 (then 12) and 1 (then 11), or eleven with 11 (then 2) and 11 (then 1).
    const stated: StatedCounts = { counts: { 'N/A': ['112', '0'], Mandatory: ['0', '111'] }, totals: {} };
    const resolution = resolveCounts(stated, DUIS);
    if (resolution.kind !== 'several') throw new Error(resolution.kind);
    const ways = resolution.ways.map(({ counts }) => [counts['N/A']?.[0], counts.Mandatory?.[1]]);
    expect(ways.map((way) => way.map((each) => `${each?.before} ${each?.after}`))).toEqual([
      ['1 12', '1 11'],
      ['11 2', '11 1'],
    ]);
  });

  it('does not try for ever', () => {
    const many = Array.from({ length: 200 }, () => '123456');
    const counts = { 'N/A': many, Mandatory: many, 'Mandatory SMETS2+': many };
    expect(['typed', 'several']).toContain(resolveCounts({ counts, totals: {}, total: '1' }, DUIS).kind);
  });

  it('finds the figures again that were run together, or says that there are several ways', () => {
    const count = fc.integer({ min: 0, max: 40 });
    const columns = fc.array(fc.tuple(count, count), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(columns, fc.nat(), count, (list, at, after) => {
        const rows = Math.max(...list.map(([a, b]) => a + b));
        const grid = list.map(([a, b]) => [rows - a - b, a, b] as const);
        const hit = at % grid.length;
        const mandatory = grid.map(([, a], i) => (i === hit ? `${a}${after}` : String(a)));
        const sum = (k: 1 | 2): number => grid.reduce((all, each) => all + each[k], 0);
        const stated = {
          counts: {
            'N/A': grid.map(([none]) => String(none)),
            Mandatory: mandatory,
            'Mandatory SMETS2+': grid.map(([, , b]) => String(b)),
          },
          totals: { Mandatory: String(sum(1)), 'Mandatory SMETS2+': String(sum(2)) },
          total: String(sum(1) + sum(2)),
        };
        const resolution = resolveCounts(stated, DUIS);
        if (resolution.kind === 'several') return;
        if (resolution.kind === 'unreadable') throw new Error('unreadable');
        const isOne = Number(mandatory[hit]) === grid[hit]?.[1] || after === grid[hit]?.[1];
        if (!isOne) expect(resolution.read.counts.Mandatory?.[hit]?.before).toBe(grid[hit]?.[1]);
      }),
      { numRuns: 200 },
    );
  });
});
