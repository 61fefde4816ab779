/** Workbooks: what is written comes back as it was, and what a spreadsheet made of a text is refused. */
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toTable } from '../../src/matrix/document.ts';
import { findInSheets } from '../../src/matrix/read/find.ts';
import { textRows } from '../../src/matrix/read/read.ts';
import { matrixFromRows } from '../../src/matrix/read/rows.ts';
import { verifyCounts } from '../../src/matrix/verify/counts.ts';
import { collect, type Message, UnusableInput } from '../../src/message.ts';
import { readSpreadsheet } from '../../src/read/spreadsheet/index.ts';
import { unzipAll, zipAll } from '../../src/word/zip.ts';
import { writeSpreadsheet } from '../../src/write/spreadsheet/index.ts';
import { DUIS, ED_ROWS, table } from './figures.ts';

async function read(
  bytes: Uint8Array,
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly messages: Message[] }> {
  const messages: Message[] = [];
  const [sheet] = await readSpreadsheet(bytes, 'm.xlsx', (message) => messages.push(message));
  return { rows: sheet?.rows.map(({ texts }) => texts) ?? [], messages };
}

/** The workbook with the XML of its first sheet changed. */
function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const name = 'xl/worksheets/sheet1.xml';
  const parts = unzipAll(bytes);
  return zipAll(new Map([...parts, [name, strToU8(change(new TextDecoder().decode(parts.get(name))))]]));
}

describe('a workbook', () => {
  it('gives back what was written, numbers and formulas as text', async () => {
    const records = [
      ['A', 'B', 'C'],
      ['6.10', '=1+1', 'Mandatory SMETS 2'],
      ['007', '-1', 'TRUE'],
      ['2020-01-31', '1e5', 'a "b" <c> & d'],
    ];
    const { rows, messages } = await read(await writeSpreadsheet([{ name: 'T', records }]));
    expect(rows).toEqual(records);
    expect(messages).toEqual([]);
  });

  it('gives back any text', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((each) => /^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(each) && each.trim() === each && !(each in {}));
    const grid = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(grid, async (records) => {
        expect((await read(await writeSpreadsheet([{ name: 'T', records }]))).rows).toEqual(records);
      }),
      { numRuns: 30 },
    );
  });

  it('is not written with a text that would come back as another', async () => {
    await expect(writeSpreadsheet([{ name: 'T', records: [['toString']] }])).rejects.toThrow('cannot be written');
  });

  it('keeps the values and the counts of a matrix', async () => {
    const matrix = table('8.1.8', ED_ROWS);
    const records = textRows(toTable({ table: matrix, settings: {} })).map(({ texts }) => texts);
    const bytes = await writeSpreadsheet([{ name: 'Table 8.1.8', records, frozenColumns: 2 }]);
    const sheets = await readSpreadsheet(bytes, 'm.xlsx', () => undefined);
    const [found] = findInSheets(sheets, [DUIS]).matrices;
    const { value, messages } = collect((report) => {
      const made = matrixFromRows(found?.rows ?? [], { number: found?.number ?? '', shapes: [DUIS] }, report);
      if (made !== undefined) verifyCounts(made, undefined, report);
      return made;
    });
    expect(value?.number).toBe('8.1.8');
    expect(value?.rows.map(({ fields, cells }) => ({ fields, cells }))).toEqual(
      ED_ROWS.map(({ fields, cells }) => ({ fields, cells })),
    );
    expect(value?.stated?.counts.Mandatory?.[0]).toBe('5');
    expect(messages).toEqual([]);
  });

  const plain = () =>
    writeSpreadsheet([
      {
        name: 'T',
        records: [
          ['A', 'B'],
          ['x', 'y'],
        ],
      },
    ]);

  it.each([
    ['a formula', '<c r="C2"><f>1+1</f><v>2</v></c></row></sheetData>', 'read/spreadsheet-formula'],
    [
      'a formula under a prefix',
      '<c r="C2"><x:f xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">1</x:f><v>2</v></c></row></sheetData>',
      'read/spreadsheet-formula',
    ],
    ['a number with a decimal point', '<c r="C2"><v>6.1</v></c></row></sheetData>', 'read/spreadsheet-value'],
    ['a number with an exponent', '<c r="C2"><v>1E5</v></c></row></sheetData>', 'read/spreadsheet-value'],
    ['a truth value', '<c r="C2" t="b"><v>1</v></c></row></sheetData>', 'read/spreadsheet-value'],
  ])('with %s is reported as an error', async (_, cell, rule) => {
    const { messages } = await read(edited(await plain(), (xml) => xml.replace('</row></sheetData>', cell)));
    expect(messages.map(({ severity, rule: own }) => [severity, own])).toContainEqual(['error', rule]);
  });

  it('may hold whole numbers', async () => {
    const { rows, messages } = await read(
      edited(await plain(), (xml) => xml.replace('</row></sheetData>', '<c r="C2"><v>12</v></c></row></sheetData>')),
    );
    expect([rows[1], messages]).toEqual([['x', 'y', '12'], []]);
  });

  it('is refused where it is none, is cut off, is of the older format, or is a bomb', async () => {
    const bytes = await plain();
    const bomb = edited(bytes, (xml) =>
      xml.replace('</sheetData>', `</sheetData><!--${' '.repeat(70 * 1024 * 1024)}-->`),
    );
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const each of [strToU8('not a workbook'), bytes.slice(0, 900), old, bomb, new Uint8Array()]) {
      await expect(read(each)).rejects.toThrow(UnusableInput);
    }
  });
});
