/** CSV, tables of documents and values: what is understood, what is told, and what is kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTable } from '../../src/matrix/document.ts';
import { matrixToCsv } from '../../src/matrix/export.ts';
import { readCsv, writeCsv } from '../../src/matrix/read/csv.ts';
import { matrixFromCsv, matrixFromTable } from '../../src/matrix/read/read.ts';
import { matrixFromRows } from '../../src/matrix/read/rows.ts';
import { parseValue } from '../../src/matrix/shape/shape.ts';
import { valuesInText } from '../../src/matrix/shape/text.ts';
import { collect, formatMessage } from '../../src/message.ts';
import { nastyText } from '../arbitrary/text.ts';
import { DUIS, ED_ROWS, REST, table } from './figures.ts';

const AS = { number: '1', shapes: [DUIS] };
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
    expect(readCsv('a,b\nc,"d\ne').faults).toEqual([
      { reason: 'a quotation mark is opened and never closed', line: 2 },
    ]);
  });

  it.each([
    ['a,"b"c,d', 'there is text behind the closing quotation mark: "c"'],
    ['a,b"c', 'a quotation mark stands in a field that is not in quotation marks'],
    ['a,b\u0000c', 'a field holds a character that nobody sees or that was not understood (U+0000)'],
    ['a,b\u200bc', 'a field holds a character that nobody sees or that was not understood (U+200B)'],
    ['a,b\ufffdc', 'a field holds a character that nobody sees or that was not understood (U+FFFD)'],
  ])('says what is wrong with %j', (text, reason) => {
    expect(readCsv(`x\n${text}\n`).faults).toEqual([{ reason, line: 2 }]);
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
    expect(parseValue(DUIS, text)).toBe(value);
  });

  it.each(['', 'Optional', 'Mandatory SMETS3', 'Mandatory SMETS 12', 'MandatoryX'])('%j is none', (text) => {
    expect(parseValue(DUIS, text)).toBeUndefined();
  });

  it('is found in running text with its spelling', () => {
    expect(valuesInText(DUIS, '‘Mandatory’, ‘Mandatory SMETS 1’ or ‘Mandatory SMETS2+’; else N/A.')).toMatchObject([
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
    const { value, messages } = collect((report) => matrixFromCsv(csv, AS, 'm.csv', report));
    expect(value?.rows[0]?.cells).toEqual([
      { value: 'Mandatory SMETS2+', spelling: 'Mandatory SMETS 2' },
      { value: 'N/A', spelling: 'N/A' },
    ]);
    expect(messages.map(formatMessage)).toEqual([
      'm.csv:3:1: Table 1, row 7.8: error: what stands in Critical is not understood: found "?", expected Y, N (matrix/field)',
      'm.csv:3:1: Table 1, row 7.8: error: what stands in CV 1 is no known value: found "Optional", expected N/A, Mandatory, Mandatory SMETS1, Mandatory SMETS2+ (matrix/unknown-value)',
      'm.csv:3:1: Table 1, row 7.8: error: what stands in CV 2 is no known value: found "", expected N/A, Mandatory, Mandatory SMETS1, Mandatory SMETS2+ (matrix/unknown-value)',
    ]);
    expect(value === undefined ? '' : matrixToCsv(value)).toBe(csv);
  });

  it('needs its columns', () => {
    const { value, messages } = collect((report) => matrixFromCsv('a,b\n1,2\n', AS, 'm.csv', report));
    expect(value).toBeUndefined();
    expect(messages[0]?.rule).toBe('matrix/no-columns');
  });

  it('has headings in any order around the command variants', () => {
    const csv =
      'Name,Service Reference Variant,Service Reference,Critical,One,Two,Role\nRead,7.7,7.7,Y,N/A,Mandatory,ED\n';
    const { value } = collect((report) => matrixFromCsv(csv, AS, 'm.csv', report));
    expect(value?.headings.values).toEqual(['One', 'Two']);
    expect(value?.rows[0]).toMatchObject({
      key: '7.7',
      fields: { variant: '7.7', name: 'Read', critical: 'Y', role: 'ED' },
    });
  });
});

describe('a matrix from a table', () => {
  const matrix = table('8.1.8', ED_ROWS, { rest: REST });

  it('is the one that was put there, its counts stated, its other rows told', () => {
    const { value, messages } = collect((report) =>
      matrixFromTable(toTable({ table: matrix, settings: {} }), { ...AS, number: '8.1.8' }, report),
    );
    expect(value?.rows).toEqual(matrix.rows);
    expect(value?.headings).toEqual(matrix.headings);
    expect(value?.stated?.total).toBe('40');
    expect(value?.stated?.counts.Mandatory?.[0]).toBe('18');
    expect(value?.stated?.totals['Mandatory SMETS2+']).toBe('15');
    expect(value?.rest).toEqual({ rows: 19 });
    expect(messages).toEqual([]);
  });

  it('may come without headings', () => {
    const rows = [{ texts: ['7.4', '7.4', 'Read', 'N', 'Mandatory', 'N/A', 'ED'] }];
    const { value, messages } = collect((report) => matrixFromRows(rows, AS, report));
    expect(messages.map(({ severity, rule }) => [severity, rule])).toEqual([['warning', 'matrix/no-headings']]);
    expect(value?.headings.values).toEqual(['CV 1', 'CV 2']);
  });
});
