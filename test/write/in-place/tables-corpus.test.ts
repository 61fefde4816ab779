/** The corpus of table pairs, where it is at hand, as tables of Word files: each redline of two comes back on both sides. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../src/read/docx/index.ts';
import { accepted, lines, p, pack, redline, rejected } from './build.ts';

const CASES = fileURLToPath(new URL('../../../../shared/corpus/tables/cases.json', import.meta.url));
const absent = !existsSync(CASES);

type Rows = readonly (readonly unknown[])[];

interface Case {
  readonly id: string;
  readonly before: Rows;
  readonly after: Rows;
}

const cases: readonly Case[] = absent ? [] : JSON.parse(readFileSync(CASES, 'utf8'));

function wordTable(rows: Rows): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const body = rows.map((row) => `<w:tr>${(row.length === 0 ? [''] : row).map(cell).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="900"/>'.repeat(width)}</w:tblGrid>${body.join('')}</w:tbl>`;
}

function cell(value: unknown): string {
  const text = String(value ?? '').replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
  return `<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>${text === '' ? p('') : lines(text)}</w:tc>`;
}

/** The cells of a file by row, as text. */
function cellsOf(bytes: Uint8Array): unknown {
  return JSON.parse(
    JSON.stringify(readDocx(bytes, {}, () => undefined).children, (key, value) =>
      key === 'place' ? undefined : value,
    ),
  );
}

describe.skipIf(absent)('tables of the corpus', () => {
  const judged = cases.filter(({ before, after }) => before.length > 0 && after.length > 0);

  test('all come back on both sides', () => {
    for (const { id, before, after } of judged) {
      const [a, b] = [pack(wordTable(before) + p('')), pack(wordTable(after) + p(''))];
      const { bytes } = redline(a, b);
      expect(cellsOf(accepted(bytes)), id).toEqual(cellsOf(b));
      expect(cellsOf(rejected(bytes)), id).toEqual(cellsOf(a));
    }
    expect(judged.length).toBeGreaterThan(0);
  });
});
