/** Typed counts against derived ones, on the published figures of MP089. */
import { describe, expect, it } from 'vitest';
import { countsOf, totalOf, totalRequired } from '../../src/matrix/count/count.ts';
import { verifyCounts, type WrongCount } from '../../src/matrix/verify/counts.ts';
import { collect, formatMessage } from '../../src/message.ts';
import { AMENDED, BEFORE, ED_AMENDED, ED_ROWS, FLATTENED, REST, RSA_AMENDED, RSA_ROWS, row, table } from './figures.ts';

const shown = ({ value, column, stated, derived }: WrongCount): string =>
  `${value ?? 'Total Tests'}, ${column ?? 'total'}: ${stated} should be ${derived}`;

/** Of the count of N/A, all but the first; the first of Mandatory; the total of Mandatory SMETS2+. */
const ELEVEN = [
  'N/A, CV 2: 32 should be 33',
  'N/A, CV 3: 34 should be 35',
  'N/A, CV 4: 33 should be 34',
  'N/A, CV 5: 34 should be 35',
  'N/A, CV 6: 34 should be 35',
  'N/A, CV 7: 35 should be 36',
  'N/A, CV 8: 35 should be 36',
  'N/A, CV 9: 35 should be 36',
  'N/A, CV 10: 28 should be 29',
  'Mandatory, CV 1: 19 should be 18',
  'Mandatory SMETS2+, total: 15 should be 16',
];

describe('the counts of Table 8.1.8 before the amendment', () => {
  it('add up: 35 rows in each column, 25 and 15 make 40', () => {
    const { value, messages } = collect((report) =>
      verifyCounts(table('8.1.8', ED_ROWS, { rest: REST, stated: BEFORE }), undefined, report),
    );
    expect(value).toEqual([]);
    expect(messages).toEqual([]);
    const counts = countsOf(table('8.1.8', ED_ROWS, { rest: REST }));
    expect(counts?.rows).toBe(35);
    expect([counts && totalOf(counts, 'Mandatory'), counts && totalOf(counts, 'Mandatory SMETS2+')]).toEqual([25, 15]);
    expect(counts && totalRequired(counts)).toBe(40);
  });
});

describe('the counts of Table 8.1.8 as amended', () => {
  it.each([
    ['read by eye, the rest stated', AMENDED, REST],
    ['read by eye, only the changed rows known', AMENDED, {}],
    ['run together, the rest stated', FLATTENED, REST],
    ['run together, only the changed rows known', FLATTENED, {}],
  ])('are wrong in eleven cells and no other: %s', (_, stated, rest) => {
    const before = table('8.1.8', ED_ROWS, { rest: rest === REST ? REST : {}, stated: BEFORE });
    const after = table('8.1.8', ED_AMENDED, { rest, stated });
    const { value, messages } = collect((report) => verifyCounts(after, before, report));
    expect(value.map(shown)).toEqual(ELEVEN);
    expect(messages.filter(({ severity }) => severity === 'error')).toHaveLength(11);
  });

  it('are told cell by cell, with the figure that should stand there and on what it rests', () => {
    const after = table('8.1.8', ED_AMENDED, { rest: REST, stated: AMENDED });
    const { messages } = collect((report) => verifyCounts(after, undefined, report));
    expect(messages.map(formatMessage)).toContain(
      'Table 8.1.8: error: the count of Mandatory in CV 1 is wrong: found 19, expected 18; derived from 17 rows that ' +
        'are shown and the counts stated of 19 that are not (matrix/count)',
    );
  });

  it('say that what ran together was parted by inference', () => {
    const after = table('8.1.8', ED_AMENDED, { rest: REST, stated: FLATTENED });
    const { messages } = collect((report) => verifyCounts(after, undefined, report));
    const note = messages.find(({ rule }) => rule === 'matrix/flattened');
    expect(note?.severity).toBe('note');
    expect(note?.reason).toContain('1819 is 18 and 19');
    expect(note?.reason).toContain('78 is 7 and 8');
    expect(note?.reason).toContain('4041 is 40 and 41');
    expect(note?.note).toBe('inferred, not stated');
  });

  it('are right once they are derived', () => {
    const counts = countsOf(table('8.1.8', ED_AMENDED, { rest: REST }));
    expect(counts?.rows).toBe(36);
    expect(counts?.grid['N/A']).toEqual([10, 33, 35, 34, 35, 35, 36, 36, 36, 29]);
    expect(counts?.grid['Mandatory SMETS2+']).toEqual([8, 3, 1, 2, 0, 1, 0, 0, 0, 1]);
    expect(counts && totalRequired(counts)).toBe(41);
  });
});

describe('a figure struck', () => {
  it('is held against the baseline', () => {
    const after = table('8.1.8', ED_AMENDED, { rest: REST, stated: FLATTENED });
    const before = table('8.1.8', [...ED_ROWS, row('12.3', { 1: 'M' })], { rest: REST });
    const { messages } = collect((report) => verifyCounts(after, before, report));
    expect(messages.filter(({ reason }) => reason.startsWith('the figure before')).length).toBeGreaterThan(0);
  });
});

describe('Table 8.1.10', () => {
  it('has rows inserted without amended counts', () => {
    const before = table('8.1.10', RSA_ROWS, { rest: {} });
    const after = table('8.1.10', RSA_AMENDED, { rest: {} });
    const { messages } = collect((report) => verifyCounts(after, before, report));
    expect(messages.map(formatMessage)).toEqual([
      'Table 8.1.10: warning: 2 rows are inserted (8.14.3, 8.14.3), and no amended counts are stated ' +
        '(matrix/counts-not-amended)',
    ]);
  });

  it('can be counted neither with nor without a baseline of which nothing is known', () => {
    const after = table('8.1.10', RSA_AMENDED, { rest: {} });
    expect(countsOf(after)).toBeUndefined();
    expect(countsOf(after, table('8.1.10', RSA_ROWS, { rest: {} }))).toBeUndefined();
  });
});

describe('a table of which nothing can be derived', () => {
  it('still has totals that must be those of their rows', () => {
    const stated = { ...BEFORE, totals: { Mandatory: '26' }, total: '41' };
    const { value, messages } = collect((report) =>
      verifyCounts(table('8.1.8', ED_ROWS, { rest: {}, stated }), undefined, report),
    );
    expect(value.map(shown)).toEqual(['Mandatory, total: 26 should be 25', 'Total Tests, total: 41 should be 40']);
    expect(messages[0]?.rule).toBe('matrix/nothing-to-count');
  });

  it('has counts that are numbers, or it is told', () => {
    const stated = { ...BEFORE, total: 'forty' };
    const { messages } = collect((report) =>
      verifyCounts(table('8.1.8', ED_ROWS, { rest: {}, stated }), undefined, report),
    );
    expect(messages.map(({ rule, actual }) => [rule, actual])).toEqual([['matrix/count-unreadable', '"forty"']]);
  });
});
