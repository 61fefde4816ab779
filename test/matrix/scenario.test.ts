/** The tests that ED and RSA must run, held against tables worked out by hand. */
import { describe, expect, it } from 'vitest';
import {
  type Obligations,
  obligationDifference,
  obligationsOf,
  type RequiredTest,
} from '../../src/matrix/obligations.ts';
import type { Scenario } from '../../src/matrix/read/settings.ts';
import { ED_AMENDED, ED_ROWS, REST, RSA_AMENDED, RSA_ROWS, row, table } from './figures.ts';

const NEW_USER: Scenario = {
  id: 'new-user',
  title: 'New User',
  values: { Mandatory: ['SMETS1', 'SMETS2+'], 'Mandatory SMETS1': ['SMETS1'], 'Mandatory SMETS2+': ['SMETS2+'] },
};
const ELIGIBILITY: Scenario = {
  id: 'smets1-eligibility',
  title: 'Eligibility',
  values: { Mandatory: ['SMETS1'], 'Mandatory SMETS1': ['SMETS1'] },
};
const ADDITIVE = { Mandatory: ['SMETS2+'], 'Mandatory SMETS2+': ['SMETS2+'] } as const;
const R2: Scenario = {
  id: 'additive-r2.0',
  title: 'R2.0',
  values: ADDITIVE,
  requests: ('2.1 6.2.2 6.2.3 6.2.10 6.5 6.8 6.15.1 6.21 6.22 6.23 6.26 6.27 14.1 ' + '6.28 6.29 6.30 6.31 6.32').split(
    ' ',
  ),
};
const NOVEMBER: Scenario = {
  id: 'additive-nov-19',
  title: 'November 19',
  values: ADDITIVE,
  requests: ['7.7', '8.14.3', '8.14.4'],
};

const ed = table('8.1.8', ED_AMENDED, { rest: REST });
const rsa = table('8.1.10', RSA_AMENDED, { rest: {} });
const shown = ({ key, column, kind }: RequiredTest): string => `${key} ${column} ${kind}`;
const tests = (role: string, scenario: Scenario): string[] => obligationsOf([ed, rsa], role, scenario).tests.map(shown);

describe('ED', () => {
  it('runs, as a new User, one test or two for each row that is shown', () => {
    expect(tests('ED', NEW_USER)).toEqual([
      '6.2.7 CV 1 SMETS2+',
      '6.2.10 CV 1 SMETS2+',
      '6.5 CV 1 SMETS1',
      '6.5 CV 1 SMETS2+',
      '6.13 CV 1 SMETS1',
      '6.13 CV 1 SMETS2+',
      '6.15.1 CV 5 SMETS1',
      '6.15.1 CV 5 SMETS2+',
      '6.15.1 CV 6 SMETS2+',
      '6.18.1 CV 1 SMETS2+',
      '6.18.2 CV 1 SMETS2+',
      '6.22 CV 1 SMETS2+',
      '6.24.1 CV 1 SMETS1',
      '6.24.1 CV 1 SMETS2+',
      '6.27 CV 1 SMETS2+',
      '7.4 CV 1 SMETS1',
      '7.4 CV 1 SMETS2+',
      '7.7 CV 1 SMETS2+',
      '8.2 CV 10 SMETS1',
      '8.2 CV 10 SMETS2+',
      '8.4 CV 10 SMETS1',
      '8.4 CV 10 SMETS2+',
      '11.2 CV 1 SMETS1',
      '11.2 CV 1 SMETS2+',
      '12.1 CV 10 SMETS2+',
      '12.2 CV 10 SMETS1',
      '12.2 CV 10 SMETS2+',
    ]);
  });

  it('runs 66 tests as a new User in all: 25 Mandatory on two types of device, and 16', () => {
    const { tests: seen, unseen } = obligationsOf([ed, rsa], 'ED', NEW_USER);
    expect([seen.length, unseen]).toEqual([27, 39]);
  });

  it('runs, for SMETS1, one test for each Mandatory', () => {
    expect(tests('ED', ELIGIBILITY)).toEqual([
      '6.5 CV 1 SMETS1',
      '6.13 CV 1 SMETS1',
      '6.15.1 CV 5 SMETS1',
      '6.24.1 CV 1 SMETS1',
      '7.4 CV 1 SMETS1',
      '8.2 CV 10 SMETS1',
      '8.4 CV 10 SMETS1',
      '11.2 CV 1 SMETS1',
      '12.2 CV 10 SMETS1',
    ]);
    expect(obligationsOf([ed], 'ED', ELIGIBILITY).unseen).toBe(16);
  });

  it('runs, for R2.0, those of the list that are shown, and how many of the rest is not known', () => {
    expect(tests('ED', R2)).toEqual([
      '6.2.10 CV 1 SMETS2+',
      '6.5 CV 1 SMETS2+',
      '6.15.1 CV 5 SMETS2+',
      '6.15.1 CV 6 SMETS2+',
      '6.22 CV 1 SMETS2+',
      '6.27 CV 1 SMETS2+',
    ]);
    const { unseen, basis } = obligationsOf([ed], 'ED', R2);
    expect(unseen).toBeUndefined();
    expect(basis).toBe('19 rows of Table 8.1.8 are not shown, and what they require in this scenario is not known');
  });

  it('runs, already tested, one test more for November 19: 7.7', () => {
    const before = { tables: [table('8.1.8', ED_ROWS, { rest: REST })], obligations: { tests: [] } };
    const obligations = obligationsOf([ed], 'ED', NOVEMBER);
    const { added, removed } = obligationDifference(before, { tables: [ed], obligations });
    expect(added.map(shown)).toEqual(['7.7 CV 1 SMETS2+']);
    expect(removed).toEqual([]);
    expect(obligations.unseen).toBe(0);
  });
});

describe('RSA', () => {
  it('runs these, as far as its rows are shown', () => {
    expect(tests('RSA', NEW_USER)).toEqual([
      '8.4 CV 10 SMETS1',
      '8.4 CV 10 SMETS2+',
      '8.14.3 CV 10 SMETS2+',
      '8.14.3 CV 10 SMETS2+',
      '11.2 CV 1 SMETS1',
      '11.2 CV 1 SMETS2+',
    ]);
    expect(tests('RSA', ELIGIBILITY)).toEqual(['8.4 CV 10 SMETS1', '11.2 CV 1 SMETS1']);
    expect(tests('RSA', R2)).toEqual([]);
    expect(tests('RSA', NOVEMBER)).toEqual(['8.14.3 CV 10 SMETS2+', '8.14.3 CV 10 SMETS2+']);
  });

  it('gains two tests as a new User', () => {
    const was = [table('8.1.10', RSA_ROWS, { rest: {} })];
    const side = (tables: typeof was) => ({ tables, obligations: obligationsOf(tables, 'RSA', NEW_USER) });
    expect(obligationDifference(side(was), side([rsa])).added.map(shown)).toEqual([
      '8.14.3 CV 10 SMETS2+',
      '8.14.3 CV 10 SMETS2+',
    ]);
    expect(obligationDifference(side([rsa]), side(was)).removed).toHaveLength(2);
  });
});

describe('a scenario', () => {
  it('asks for SMETS1 where a value does, and for a whole Service Reference where its list names it', () => {
    const whole = table('1', [row('6.2.1', { 1: '1' }), row('6.2.2', { 2: '1' }), row('6.3', { 1: '1' })]);
    const found: Obligations = obligationsOf([whole], 'ED', { ...NEW_USER, requests: ['6.2'] });
    expect(found.tests.map(shown)).toEqual(['6.2.1 CV 1 SMETS1', '6.2.2 CV 2 SMETS1']);
    expect(found).not.toHaveProperty('basis');
  });

  it('does not take a row for new that the version before has without showing it', () => {
    const before = { tables: [table('8.1.8', ED_ROWS.slice(2), { rest: {} })], obligations: { tests: [] } };
    const obligations = obligationsOf([ed], 'ED', { ...NOVEMBER, requests: ['6.2.7', '7.7'] });
    const { added } = obligationDifference(before, { tables: [ed], obligations });
    expect(added.map(shown)).toEqual(['7.7 CV 1 SMETS2+']);
  });
});
