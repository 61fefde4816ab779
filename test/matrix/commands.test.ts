/** The commands over matrices that are wrong in one place each, and over all groups at once. */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../src/read/spreadsheet/index.ts';
import { keeling, put } from '../cli/run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RULES = [
  'matrix/group',
  'matrix/changed',
  'matrix/deleted',
  'matrix/inserted',
  'matrix/rest',
  'matrix/row-width',
  'matrix/headings',
];

describe('Appendix R with one thing wrong', () => {
  let folder = '';
  const at = (name: string): string => `documents/appendix-r/${name}`;
  const run = (...args: string[]) => keeling(folder, ['matrix', ...args]);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keeling-wrong-'));
  });
  beforeEach(() => cp(join(ROOT, 'documents'), join(folder, 'documents'), { recursive: true, force: true }));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function change(file: string, from: string | RegExp, to: string): Promise<void> {
    const text = await readFile(join(folder, at(file)), 'utf8');
    expect(text).toMatch(from);
    await put(folder, at(file), text.replace(from, to));
  }

  it('refuses to list tests of a row of another group, and says which group the table has', async () => {
    await change('6.18mp089.table-8.1.8.csv', /(7\.7,7\.7.*),ED/, '$1,RSA');
    const { status, stderr } = await run('verify', 'appendix-r@6.18mp089');
    expect(status).toBe(1);
    expect(stderr).toContain(
      'the User Role of row 7.7 is not that of the table, as the heading of Section 8.1.8 has it: found RSA, expected ED',
    );
    for (const role of ['ED', 'RSA']) {
      const tests = await run('tests', 'appendix-r@6.18mp089', '--role', role, '--scenario', 'additive-nov-19');
      expect([tests.status, tests.stdout]).toEqual([1, '']);
      expect(tests.stderr).toContain('(matrix/group)');
    }
  });

  it('reports changed, deleted and inserted rows with row, column and both values, counts or not', async () => {
    await change('6.18mp089.table-8.1.10.csv', 'Mandatory,RSA', 'N/A,RSA');
    await change(
      '6.18mp089.table-8.1.10.csv',
      /11\.2,11\.2.*\n/,
      '11.3,11.3,Activate Firmware,N,Mandatory,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,RSA\n',
    );
    const { stderr } = await run('verify', 'appendix-r@6.18mp089');
    expect(stderr).toContain(
      'Table 8.1.10, row 8.4: warning: what stands in CV 10 is not what it was, and the settings do not mention it: found "N/A", expected "Mandatory"',
    );
    expect(stderr).toMatch(/row 11\.2: warning: .*11\.2.*not/);
    expect(stderr).toMatch(/row 11\.3: warning: .*11\.3.*not/);
  });

  it('reports rows that are not shown and cannot have their counts', async () => {
    await change('6.18mp089.matrix.yaml', 'rows: 19', 'rows: 25');
    const { status, stderr } = await run('verify', 'appendix-r@6.18mp089');
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('25 rows that are not shown cannot have counts that add up to 19'),
    ]);
  });

  it.each([
    ['verify', 'appendix-r@6.18mp089'],
    ['counts', 'appendix-r@6.18mp089'],
    ['tests', 'appendix-r@6.18mp089', '--all'],
    ['export', 'appendix-r@6.18mp089', '--out', 'm.xlsx'],
  ])('reports a row with a cell too many in %s', async (...args) => {
    await change(
      '6.18mp089.table-8.1.8.csv',
      '6.13,6.13,Read Event Or Security Log,N,',
      '6.13,6.13,Read Event Or Security Log,N,N/A,',
    );
    const { status, stderr, stdout } = await run(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      '6.18mp089.table-8.1.8.csv:5:1: Table 8.1.8, row 6.13: error: the row has 16 cells, and there are 15 headings',
    );
    expect(existsSync(join(folder, 'm.xlsx'))).toBe(false);
    const diff = await keeling(folder, ['diff', 'appendix-r@6.18', 'appendix-r@6.18mp089']);
    expect([diff.status, diff.stderr]).toEqual([1, expect.stringContaining('the row has 16 cells')]);
  });

  it('reports headings in another order, and headings that stand twice', async () => {
    await change('6.18mp089.table-8.1.8.csv', 'CV 1,CV 2', 'CV 2,CV 1');
    expect((await run('verify', 'appendix-r@6.18mp089')).stderr).toContain(
      'the columns stand in another order than in the baseline',
    );
    await change('6.18mp089.table-8.1.8.csv', 'CV 2,CV 1', 'CV 1,CV 1');
    expect((await run('verify', 'appendix-r@6.18mp089')).stderr).toContain('a heading stands twice: "cv 1"');
  });

  it('finds none of it where nothing is wrong', async () => {
    const { stderr } = await run('verify', 'appendix-r@6.18mp089');
    const errors = stderr
      .split('\n')
      .filter((line) => RULES.some((rule) => line.includes(`(${rule})`)) && !line.includes(': note: '));
    expect(errors).toEqual([]);
  });

  it('counts the tests of every group and scenario, and what the amendment adds, also as CSV and as a workbook', async () => {
    const args = ['tests', 'appendix-r@6.18mp089', '--all', '--before', 'appendix-r@6.18'];
    const { stdout, status } = await run(...args);
    expect(status).toBe(0);
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      [
        'User Role',
        'New User',
        'Eligibility Testing for SMETS1',
        'Additive UEPT for R2.0',
        'Additive UEPT for November 19',
      ],
      ['ED', '66 (+1, -0)', '25 (+0, -0)', 'at least 6 (+0, -0)', '1 (+1, -0)'],
      ['RSA', 'at least 6 (+2, -0)', 'at least 2 (+0, -0)', 'at least 0 (+0, -0)', 'at least 2 (+2, -0)'],
      [''],
    ]);
    await run(...args, '--out', 'tests.csv');
    expect(await readFile(join(folder, 'tests.csv'), 'utf8')).toContain('ED,"66 (+1, -0)","25 (+0, -0)"');
    await run(...args, '--out', 'tests.xlsx');
    const [sheet] = await readSpreadsheet(await readFile(join(folder, 'tests.xlsx')), 'tests.xlsx', () => undefined);
    expect(sheet?.rows[1]?.texts).toEqual(['ED', '66 (+1, -0)', '25 (+0, -0)', 'at least 6 (+0, -0)', '1 (+1, -0)']);
    expect((await run(...args, '--role', 'ED')).status).toBe(2);
  });

  it('says what each count rests on', async () => {
    const { stdout } = await run('counts', 'appendix-r@6.18mp089', '--table', '8.1.8', '--explain');
    expect(stdout).toContain(
      'Mandatory, CV 1: 18 = 5 in rows that are shown (6.5, 6.13, 6.24.1, 7.4, 11.2) + 13 stated of 19 rows that are not shown',
    );
    expect(stdout).toContain('Total Tests: 41 = 25 Mandatory + 0 Mandatory SMETS1 + 16 Mandatory SMETS2+');
    expect((await run('verify', 'appendix-r@6.18mp089', '--explain')).stdout).toContain(
      'Mandatory, CV 5: 1 = 1 in rows that are shown (6.15.1)',
    );
  });

  it('takes a workbook back as it gave it', async () => {
    await run('export', 'appendix-r@6.18mp089', '--out', 'm.xlsx');
    for (const table of ['8.1.8', '8.1.10']) {
      const { stdout, stderr } = await run('import', 'm.xlsx', '--table', table);
      expect(stdout).toBe(await readFile(join(folder, at(`6.18mp089.table-${table}.csv`)), 'utf8'));
      expect(stderr).toContain(`read: Table ${table} in the sheet "Table ${table}", as a DUIS matrix`);
    }
    expect((await run('import', 'm.xlsx')).stderr).toContain(
      '--table says which is meant: 8.1.8 (the sheet "Table 8.1.8")',
    );
  });
});

const FAULTS = join(ROOT, '..', 'shared', 'faults', 'amend');

describe.skipIf(!existsSync(FAULTS))('the problems that were reported (skipped where they are not at hand)', () => {
  it.each([
    [
      '15-matrix-wrong-role',
      /row 7\.7 is not that of the table, as the heading of Section 8\.1\.8 has it: found RSA, expected ED/,
    ],
    [
      '16-matrix-changed-row',
      /row 8\.4: warning: what stands in CV 10 is not what it was.*found "N\/A", expected "Mandatory"/,
    ],
    ['17-matrix-rest-rows', /error: 25 rows that are not shown cannot have counts that add up to 19/],
    ['18-matrix-cell-too-many', /8\.csv:5:1: .*row 6\.13: error: the row has 16 cells, and there are 15 headings/],
    ['20-matrix-headings', /error: the columns stand in another order than in the baseline: found "CV 2", "CV 1"/],
  ])('%s is found', async (name, expected) => {
    const args = [
      '--root',
      join(FAULTS, name),
      'matrix',
      'verify',
      'appendix-r@6.18mp089',
      '--baseline',
      'appendix-r@6.18',
    ];
    expect((await keeling(ROOT, args)).stderr).toMatch(expected);
  });
});
