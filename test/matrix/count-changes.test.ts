/** Counts in a redline: what follows from a row is consequential, what was typed wrong is not, and both figures stand. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { classifyCounts } from '../../src/matrix/count/changes.ts';
import { toTable } from '../../src/matrix/document.ts';
import type { MatrixTable } from '../../src/matrix/table.ts';
import { acceptAll, rejectAll } from '../../src/model/decide.ts';
import type { Document, Table } from '../../src/model/document.ts';
import type { Change, Redline } from '../../src/model/redline.ts';
import { writeMarkdown } from '../../src/write/markdown/index.ts';
import { DUIS, ED_AMENDED, ED_ROWS, REST, row, table } from './figures.ts';

const documentOf = (...tables: Table[]): Document => ({
  type: 'document',
  meta: { title: 'A', provision: 'Section', language: 'en-GB' },
  children: tables,
});
const matrix = (one: MatrixTable): Document => documentOf(toTable({ table: one, settings: { id: 'ed' } }));
const BEFORE = matrix(table('8.1.8', ED_ROWS, { rest: REST }));
const AFTER = matrix(table('8.1.8', ED_AMENDED, { rest: REST }));

function substantive({ changes }: Redline): Change[] {
  return changes.filter(({ weight }) => weight === 'substantive');
}

/** The document with the text of every cell that says `from` in the last rows saying `to`. */
function retyped(document: Document, from: string, to: string): Document {
  return JSON.parse(JSON.stringify(document).replace(`"value":"${from}"`, `"value":"${to}"`)) as Document;
}

describe('classifyCounts', () => {
  it('hangs every count on the row that was inserted', () => {
    const redline = classifyCounts(compare(BEFORE, AFTER), [DUIS]);
    const [row77, ...others] = substantive(redline);
    expect(others).toEqual([]);
    expect(row77?.after?.cite).toBe('Table 8.1.8, row 7.7');
    const counts = redline.changes.filter(({ weight }) => weight === 'consequential');
    // Nine counts of N/A, one of Mandatory SMETS2+ with its total, and Total Tests.
    expect(counts).toHaveLength(12);
    expect(counts.every(({ cause }) => cause === row77?.id)).toBe(true);
  });

  it('changes nothing but weights and causes', () => {
    const compared = compare(BEFORE, AFTER);
    const redline = classifyCounts(compared, [DUIS]);
    expect(redline.document).toBe(compared.document);
    expect(acceptAll(redline)).toEqual(acceptAll(compared));
    expect(rejectAll(redline)).toEqual(rejectAll(compared));
  });

  it('leaves the old figure and the new one standing side by side', () => {
    const markdown = writeMarkdown(classifyCounts(compare(BEFORE, AFTER), [DUIS]));
    expect(markdown).toMatch(/<del>40<\/del>\s*<ins>41<\/ins>/);
    expect(markdown).toMatch(/<del>32<\/del>\s*<ins>33<\/ins>/);
    expect(markdown).not.toMatch(/4041|3233/);
  });

  it('leaves a count substantive that the rows do not ask for', () => {
    const wrong = retyped(AFTER, '41', '42');
    const redline = classifyCounts(compare(BEFORE, wrong), [DUIS]);
    expect(substantive(redline).map(({ summary }) => summary)).toContain('"40" replaced by "42"');
    const unasked = classifyCounts(compare(BEFORE, retyped(BEFORE, '40', '41')), [DUIS]);
    expect(substantive(unasked)).toHaveLength(1);
  });

  it('knows the cell that changed, the row that went, and the row of counts that is new', () => {
    const changed = ED_ROWS.map((each) => (each.key === '7.4' ? row('7.4', { 1: '1', 2: 'M' }) : each));
    const after = matrix(table('8.1.8', changed.slice(0, -1), { rest: REST }));
    const redline = classifyCounts(compare(BEFORE, after), [DUIS]);
    const cites = substantive(redline).map(({ before, after: now }) => (before ?? now)?.cite);
    expect(new Set(cites)).toEqual(new Set(['Table 8.1.8, row 7.4', 'Table 8.1.8, row 12.2']));
    expect(redline.changes.some(({ summary, weight }) => weight === 'consequential' && /SMETS1/.test(summary))).toBe(
      true,
    );
  });

  it('leaves other tables alone', () => {
    const plain = (value: string): Document =>
      documentOf({
        type: 'table',
        keyedBy: [],
        columns: [{ type: 'column' }],
        rows: [value, `Count of ${value}`].map((text) => ({
          type: 'row',
          cells: [{ type: 'cell', children: [{ type: 'para', children: [{ type: 'text', value: text }] }] }],
        })),
      });
    const redline = compare(plain('1'), plain('2'));
    expect(classifyCounts(redline, [DUIS])).toBe(redline);
  });
});
