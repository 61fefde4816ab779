/** A large table on the page: headings and keys stay in sight, and rows without a change can be hidden. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { toTable } from '../../src/matrix/document.ts';
import type { Document } from '../../src/model/document.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { writeHtml } from '../../src/write/html/index.ts';
import { ED_AMENDED, ED_ROWS, row, table } from './figures.ts';

const documentOf = (rows: typeof ED_ROWS): Document => ({
  type: 'document',
  meta: { title: 'A', provision: 'Section', language: 'en-GB' },
  children: [toTable({ table: table('8.1.8', rows), settings: { id: 'ed' } })],
});

describe('a matrix on the page', () => {
  it('keeps its headings and its key column in sight, and offers to hide rows that do not change', () => {
    const html = writeHtml(compare(documentOf(ED_ROWS), documentOf(ED_AMENDED)));
    expect(html).toContain('<figure class="table framed"');
    expect(html).toMatch(/\.t-1 tr>:nth-child\(2\)\{position:sticky;left:0em/);
    expect(html).toMatch(/Show only the \d+ of \d+ rows that change/);
    expect(html).toContain('figure.table:has(>.only input:checked) tbody>tr:not(.bar):not(:has(>th)){display:none}');
  });

  it('offers nothing of it in a clean text, in a small table, or where all rows change', () => {
    expect(writeHtml(cleanRedline(documentOf(ED_ROWS)))).not.toContain('class="only"');
    const few = (rows: typeof ED_ROWS): Document => documentOf(rows.slice(0, 3));
    expect(writeHtml(compare(few(ED_ROWS), few([row('6.1', { 1: 'M' }), ...ED_ROWS])))).not.toContain('class="only"');
    expect(writeHtml(compare({ ...documentOf([]), children: [] }, documentOf(ED_ROWS)))).not.toContain('class="only"');
  });
});
