/** CSV, tables of documents and values: what is understood, what is told, and what is kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../src/matrix/csv.ts';
import { toTable } from '../../src/matrix/document.ts';
import { matrixToCsv } from '../../src/matrix/export.ts';
import { matrixFromCsv, matrixFromRows, matrixFromTable } from '../../src/matrix/import.ts';
import { parseValue, valuesInText } from '../../src/matrix/value.ts';
import { collect, formatMessage } from '../../src/message.ts';
import { nastyText } from '../arbitrary/text.ts';
import { ED_ROWS, REST, table } from './figures.ts';

const HEAD = 'Service Reference,Service Reference Variant,Name,Critical,CV 1,CV 2,User Role';

describe('CSV', () => {
  it('has fields in quotation marks, byte order marks, line ends of every kind and lines without text', () => {
    const { records } = readCsv('\uFEFFa,"b ""c"", d"\r\n\r\n"two\nlines",\rlast');
    expect(records).toEqual([
      { fields: ['a', 'b "c", d'], line: 1 },
      { fields: ['two\nlines', ''], line: 3 },
      { fields: ['last'], line: 5 },
    ]);
  });

  it('says where a quotation mark is left open', () => {
    expect(readCsv('a,b\nc,"d\ne').openQuote).toBe(2);
  });

  it('writes no field that a spreadsheet would run, and reads it back as it was', () => {
    const texts = ['=1+1', '+1', '-1', '@x', "'=x", '\tx', 'N/A'];
    const csv = writeCsv([texts]);
    expect(csv).toBe(`'=1+1,'+1,'-1,'@x,''=x,'\tx,N/A\n`);
    expect(readCsv(csv).records[0]?.fields).toEqual(texts);
  });

  it('reads back whatever it wrote', () => {
    const field = nastyText.filter((text) => text.trim() !== '');
    const grid = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(grid, (records) => {
        const read = readCsv(`\uFEFF${writeCsv(records)}`);
        expect(read.records.map(({ fields }) => fields)).toEqual(records);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a value', () => {
  it.each([
    ['N/A', 'N/A'],
    ['n/a', 'N/A'],
    ['Mandatory', 'Mandatory'],
    ['Mandatory  SMETS 1', 'Mandatory SMETS1'],
    ['Mandatory SMETS2+', 'Mandatory SMETS2+'],
    ['Mandatory SMETS 2', 'Mandatory SMETS2+'],
    ['mandatory\nSMETS2', 'Mandatory SMETS2+'],
  ])('%j is %s', (text, value) => {
    expect(parseValue(text)).toBe(value);
  });

  it.each(['', 'Optional', 'Mandatory SMETS3', 'Mandatory SMETS 12', 'MandatoryX'])('%j is none', (text) => {
    expect(parseValue(text)).toBeUndefined();
  });

  it('is found in running text with its spelling', () => {
    expect(valuesInText('‘Mandatory’, ‘Mandatory SMETS 1’ or ‘Mandatory SMETS2+’; else N/A.')).toEqual([
      { value: 'Mandatory', spelling: 'Mandatory' },
      { value: 'Mandatory SMETS1', spelling: 'Mandatory SMETS 1' },
      { value: 'Mandatory SMETS2+', spelling: 'Mandatory SMETS2+' },
      { value: 'N/A', spelling: 'N/A' },
    ]);
  });
});

describe('a matrix from CSV', () => {
  it('keeps spellings, and tells each cell that is no known value, with its line', () => {
    const csv = `${HEAD}\n7.7,7.7,Read,N,Mandatory SMETS 2,N/A,ED\n7.8,7.8,Write,?,Optional,,ED\n`;
    const { value, messages } = collect((report) => matrixFromCsv(csv, '1', 'm.csv', report));
    expect(value?.rows[0]?.cells).toEqual([
      { value: 'Mandatory SMETS2+', spelling: 'Mandatory SMETS 2' },
      { value: 'N/A', spelling: 'N/A' },
    ]);
    expect(messages.map(formatMessage)).toEqual([
      'm.csv:3:1: Table 1, row 7.8: error: it is neither Y nor N whether the Service Request is critical: found "?" (matrix/critical)',
      'm.csv:3:1: Table 1, row 7.8: error: what stands in CV 1 is no known value: found "Optional", expected N/A, Mandatory, Mandatory SMETS1, Mandatory SMETS2+ (matrix/unknown-value)',
      'm.csv:3:1: Table 1, row 7.8: error: what stands in CV 2 is no known value: found "", expected N/A, Mandatory, Mandatory SMETS1, Mandatory SMETS2+ (matrix/unknown-value)',
    ]);
    expect(value === undefined ? '' : matrixToCsv(value)).toBe(csv);
  });

  it('needs its columns', () => {
    const { value, messages } = collect((report) => matrixFromCsv('a,b\n1,2\n', '1', 'm.csv', report));
    expect(value).toBeUndefined();
    expect(messages[0]?.rule).toBe('matrix/no-columns');
  });

  it('has headings in any order around the command variants', () => {
    const csv =
      'Name,Service Reference Variant,Service Reference,Critical,One,Two,Role\nRead,7.7,7.7,Y,N/A,Mandatory,ED\n';
    const { value } = collect((report) => matrixFromCsv(csv, '1', 'm.csv', report));
    expect(value?.headings.commands).toEqual(['One', 'Two']);
    expect(value?.rows[0]).toMatchObject({ variant: '7.7', name: 'Read', critical: 'Y', role: 'ED' });
  });
});

describe('a matrix from a table', () => {
  const matrix = table('8.1.8', ED_ROWS, { rest: REST });

  it('is the one that was put there, its counts stated, its other rows told', () => {
    const { value, messages } = collect((report) => matrixFromTable(toTable({ table: matrix, settings: {} }), report));
    expect(value?.rows).toEqual(matrix.rows);
    expect(value?.headings).toEqual(matrix.headings);
    expect(value?.stated?.total).toBe('40');
    expect(value?.stated?.counts.Mandatory?.[0]).toBe('18');
    expect(value?.stated?.totals['Mandatory SMETS2+']).toBe('15');
    expect(messages.map(({ rule, actual }) => [rule, actual])).toEqual([
      ['matrix/not-a-row', '(19 rows not reproduced here)'],
    ]);
  });

  it('may come without headings', () => {
    const rows = [{ texts: ['7.4', '7.4', 'Read', 'N', 'Mandatory', 'N/A', 'ED'] }];
    const { value, messages } = collect((report) => matrixFromRows(rows, '1', report));
    expect(messages).toEqual([]);
    expect(value?.headings.commands).toEqual(['CV 1', 'CV 2']);
  });
});
