/** Columns of tables: wide enough for their longest word, on a page turned to landscape where an upright one has no room. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A4, textWidth, turned } from '../../../src/write/docx/frame.ts';
import { writeDocx } from '../../../src/write/docx/index.ts';
import { widthOf } from '../../../src/write/docx/metrics.ts';
import { BOTH } from '../../../src/write/docx/sides.ts';
import { DEFAULT_TABLE_TYPE, tableLayout } from '../../../src/write/docx/widths.ts';
import { head, p, redline, row, table } from './build.ts';
import { body, values } from './parts.ts';

const WORD = fc.string({ unit: fc.constantFrom(...'abcdefmwiMW0123'), minLength: 1, maxLength: 13 });
const GRID = fc
  .integer({ min: 1, max: 16 })
  .chain((columns) =>
    fc.array(fc.array(WORD, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
  );

describe('the columns of a table', () => {
  it('hold their longest word wherever a page can', () => {
    fc.assert(
      fc.property(GRID, (rows) => {
        const made = table(rows.map((cells) => row(cells)));
        const place = { frame: A4, left: 0, kind: 'body', canTurn: true, type: DEFAULT_TABLE_TYPE } as const;
        const { widths, dense, landscape } = tableLayout(made, made.columns, BOTH, made.columns.length, place);
        const { size, margin } = DEFAULT_TABLE_TYPE[dense ? 'dense' : 'regular'];
        const room = textWidth(landscape ? turned(A4) : A4);
        const needs = made.columns.map(
          (_, i) => Math.max(...rows.map((cells) => widthOf(cells[i] ?? '', size))) + 2 * margin,
        );
        expect(widths.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(room);
        if (needs.reduce((a, b) => a + b * 1.25, 0) < room)
          widths.forEach((width, i) => {
            expect(width).toBeGreaterThanOrEqual(needs[i] ?? 0);
          });
      }),
    );
  });

  it('turn the page with the headings in front of the table, and turn it back', async () => {
    const wide = table([row(Array.from({ length: 14 }, (_, i) => `Reference${i}`))]);
    const xml = body(await writeDocx(redline([p('before'), head('1', 'Matrix', [wide, p('behind')])])));
    expect(values(xml, 'w:pgSz', 'w:w')).toEqual(['11906', '16838', '11906']);
    const [first = '', second = ''] = xml.split('<w:sectPr>');
    expect(first).toContain('>before<');
    expect(first).not.toContain('>Matrix<');
    expect(second).toContain('>Matrix<');
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(1);
  });

  it('leave a narrow table on an upright page', async () => {
    const xml = body(await writeDocx(redline([table([row(['a', 'b'])])])));
    expect(xml).not.toContain('landscape');
  });
});
