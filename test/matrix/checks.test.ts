/** Tables and text held against one another. */
import { describe, expect, it } from 'vitest';
import type { MatrixSettings } from '../../src/matrix/read/settings.ts';
import type { MatrixTable } from '../../src/matrix/table.ts';
import { verifyMatrix } from '../../src/matrix/verify/verify.ts';
import type { MatrixVersion } from '../../src/matrix/verify/version.ts';
import { collect, formatMessage } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { DUIS, ED_AMENDED, ED_ROWS, REST, RSA_AMENDED, RSA_ROWS, row, table } from './figures.ts';

const NOVEMBER = 'November is executed for SMETS2+: a test is ‘Mandatory’ or ‘Mandatory SMETS2+’.';
const NOTHING: MatrixSettings = {
  tables: [],
  marked: {},
  names: {},
  scenarios: [],
  amends: { tables: [], scenarios: [], settings: [] },
};

function textWith(list: string, around = 'A test is ‘Mandatory’ or ‘Mandatory SMETS2+’.'): Document {
  const source = `---\ntitle: A\nprovision: Section\n---\n\n# 8 Matrix {#duis}\n\n${around}\n\n- ${list}\n`;
  return collect((report) => readMarkdown(source, { mode: 'strict' }, report)).value;
}

interface More {
  readonly settings?: MatrixSettings;
  readonly document?: Document;
  readonly baseline?: { readonly tables: readonly MatrixTable[] };
}

function told(tables: readonly MatrixTable[], { settings = NOTHING, document, baseline }: More = {}): string[] {
  const of = (name: string, some: readonly MatrixTable[]): MatrixVersion => ({
    name,
    shape: DUIS,
    tables: some,
    settings,
  });
  const version = { ...of('a@2', tables), ...(document === undefined ? {} : { document }) };
  const before = baseline === undefined ? {} : { baseline: of('a@1', baseline.tables) };
  return collect((report) => verifyMatrix({ version, ...before }, report)).messages.map(formatMessage);
}

describe('verifyMatrix', () => {
  it('finds nothing in tables that are right', () => {
    expect(told([table('8.1.8', ED_AMENDED), table('8.1.10', RSA_ROWS)])).toEqual([]);
  });

  it('tells the Service Request that stands twice, and its names', () => {
    expect(told([table('8.1.10', RSA_AMENDED)])).toEqual([
      'Table 8.1.10, row 8.14.3: warning: 8.14.3 stands twice: found "Fault Return" and "No Fault Returned" ' +
        '(matrix/duplicate)',
    ]);
  });

  it('tells a row out of order, by number and not by letter', () => {
    expect(told([table('1', [row('6.2.10', {}), row('6.2.7', {})])])).toEqual([
      'Table 1, row 6.2.7: warning: 6.2.7 stands behind 6.2.10, out of order (matrix/order)',
    ]);
  });

  it('tells names that differ between tables, and from those that are known', () => {
    const tables = [
      table('1', [row('8.4', {}, 'ED', 'N', 'Update')]),
      table('2', [row('8.4', {}, 'RSA', 'N', 'Edit')]),
    ];
    expect(told(tables, { settings: { ...NOTHING, names: { '8.4': 'Update' } } })).toEqual([
      'Table 2, row 8.4: warning: 8.4 has another name than in Table 1: found "Edit", expected "Update" (matrix/name)',
      'Table 2, row 8.4: warning: 8.4 has another name than the one that is known: found "Edit", expected "Update" ' +
        '(matrix/name)',
    ]);
  });

  it('tells a critical flag that disagrees with the command variants', () => {
    const rows = [row('6.1', { 5: 'M' }), row('6.2', { 1: 'M' }, 'ED', 'Y'), row('6.3', { 6: 'M' }, 'ED', 'Y')];
    expect(told([table('1', rows)], { settings: { ...NOTHING, marked: { critical: ['CV 5', 'CV 6'] } } })).toEqual([
      'Table 1, row 6.1: warning: 6.1 is not critical, and tests are required in CV 5 (matrix/marks)',
      'Table 1, row 6.2: warning: 6.2 is critical, and tests are required in CV 1 (matrix/marks)',
    ]);
  });

  describe('with the text', () => {
    const settings = { ...NOTHING, listedIn: 'duis' };
    const tables = [table('8.1.8', ED_AMENDED, { rest: REST }), table('8.1.10', RSA_AMENDED, { rest: {} })];
    const listed = {
      id: 'nov',
      title: 'November',
      values: { Mandatory: ['SMETS2+'], 'Mandatory SMETS2+': ['SMETS2+'] },
    };

    it('tells a value that the tables spell otherwise', () => {
      const found = told(tables, { settings, document: textWith('none') }).filter((line) => line.includes('spelling'));
      expect(found).toEqual([
        'Table 8.1.8: warning: a value is spelled otherwise than in Section 8: found "Mandatory SMETS 2", expected ' +
          '"Mandatory SMETS2+" (matrix/spelling)',
        'Table 8.1.10: warning: a value is spelled otherwise than in Section 8: found "Mandatory SMETS 2", expected ' +
          '"Mandatory SMETS2+" (matrix/spelling)',
      ]);
    });

    it('tells what it lists in vain, and notes what rows that are not shown may have', () => {
      const requests = ['7.7', '8.14.3', '8.14.4', '2.1'];
      const document = textWith('R2.0: 7.7, 8.14.3 and 8.14.4; 2.1.');
      const found = told(tables, { settings: { ...settings, scenarios: [{ ...listed, requests }] }, document });
      expect(found.filter((line) => line.includes('matrix/listed'))).toEqual([
        '10:3: Section 8: warning: Section 8 lists 8.14.4, and no table has it (matrix/listed-in-vain)',
        '10:3: Section 8: note: Section 8 lists Service Requests of which no row is shown: 2.1; they may be among rows, or ' +
          'in tables, that are not shown (matrix/listed-unseen)',
      ]);
    });

    it('tells a sentence that says another number of rows or tests than the table it names has', () => {
      const counts = (text: string) =>
        told(tables, { settings: NOTHING, document: textWith('none', text) }).filter((line) => /text-count/.test(line));
      expect(counts('Table 8.1.8 has 36 rows, and Table 8.1.10 has 4 rows.')).toEqual([]);
      expect(counts('Table 8.1.8 has 36 rows, and requires a total of 41 tests. It has two rows.')).toEqual([]);
      expect(counts('Table 8.1.8 has thirty-five rows, and requires 40 tests.')).toEqual([
        '8:1: Section 8: warning: the text says another number of rows than Table 8.1.8 has: found thirty-five rows, ' +
          'expected 36 rows (matrix/text-count)',
        '8:1: Section 8: warning: the text says another number of tests than Table 8.1.8 has: found 40 tests, ' +
          'expected 41 tests (matrix/text-count)',
      ]);
      expect(counts('Of Table 8.1.8, 12 rows are new. Each row of Table 8.1.8 has several tests.')).toEqual([]);
    });

    it('holds scenarios and inserted rows against it', () => {
      const baseline = {
        tables: [table('8.1.8', ED_ROWS, { rest: REST }), table('8.1.10', RSA_AMENDED, { rest: {} })],
      };
      const scenarios = [{ ...listed, requests: ['8.14.3', '9.1'] }];
      const found = told(tables, {
        settings: { ...settings, scenarios },
        document: textWith('8.14.3, 6.5', NOVEMBER),
        baseline,
      });
      expect(found.filter((line) => /scenario|unlisted/.test(line))).toEqual([
        'scenario "November": warning: Section 8 lists for it what it does not have: 6.5 (matrix/scenario)',
        '6:1: Section 8: warning: the scenario "November" has Service Requests that Section 8 does not list for it: 9.1 (matrix/scenario)',
        '10:3: Section 8: warning: Section 8 lists Service Requests that no scenario has: 6.5 (matrix/scenario)',
        'Table 8.1.8, row 7.7: warning: 7.7 is inserted, and Section 8 does not list it (matrix/unlisted)',
      ]);
    });
  });
});
