/** Tracked changes: accepted, rejected and kept, with their authors and dates. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptAll, rejectAll } from '../../../src/model/decide.ts';
import { firstDifference } from '../../../src/model/equal.ts';
import type { Redline } from '../../../src/model/redline.ts';
import { plainText } from '../../../src/model/walk.ts';
import { readDocx, readDocxRedline } from '../../../src/read/docx/index.ts';
import { linesOf } from './lines.ts';
import { del, docx, ins, level, listed, lists, type Parts, p, r } from './make.ts';

const WHO = 'w:author="A. Author" w:date="2020-01-02T03:04:05Z"';
const MARK = { ins: `<w:rPr><w:ins w:id="3" ${WHO}/></w:rPr>`, del: `<w:rPr><w:del w:id="4" ${WHO}/></w:rPr>` };
const NUMBERING = lists(level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)'), level(0, 'bullet', '•'));

/** Reads a body in all three ways, and holds the law between them. */
function read(
  body: string,
  parts: Parts = {},
): { readonly after: string[]; readonly before: string[]; readonly redline: Redline } {
  const bytes = docx(body, { numbering: NUMBERING, ...parts });
  const after = readDocx(bytes, {}, () => {});
  const before = readDocx(bytes, { tracked: 'reject' }, () => {});
  const redline = readDocxRedline(bytes, {}, () => {});
  expect(firstDifference(acceptAll(redline), after)).toBeUndefined();
  expect(firstDifference(rejectAll(redline), before)).toBeUndefined();
  const lines = (side: typeof after) => [...linesOf(side, true).main, ...linesOf(side, true).notes];
  return { after: lines(after), before: lines(before), redline };
}

const told = (redline: Redline) => redline.changes.map(({ kind, summary }) => `${kind}: ${summary}`);

describe('tracked changes', () => {
  it('of text, with author and date', () => {
    const { after, before, redline } = read(p(r('Pay within ') + del('ten') + ins(r('five')) + r(' days.')));
    expect([after, before]).toEqual([['Pay within five days.'], ['Pay within ten days.']]);
    expect(redline.changes).toMatchObject([
      {
        kind: 'substitution',
        weight: 'substantive',
        before: { cite: 'paragraph 1', text: 'ten' },
        after: { cite: 'paragraph 1', text: 'five' },
        summary: 'replaced by A. Author on 2020-01-02',
      },
    ]);
  });

  it('of several hands, and of what one inserted and another deleted', () => {
    const both = `<w:ins w:author="A">${del('gone', 'B')}</w:ins>`;
    const { after, before, redline } = read(p(r('x') + ins(r(' one'), 'A') + ins(r(' two'), 'B') + both));
    expect([after, before]).toEqual([['x one two'], ['x']]);
    expect(told(redline)).toEqual(['insertion: inserted by A on 2020-01-02', 'insertion: inserted by B on 2020-01-02']);
  });

  it('of whole paragraphs', () => {
    const { after, before, redline } = read(
      p(r('One')) + p(ins(r('Two')), MARK.ins) + p(del('Three'), MARK.del) + p(r('Four')),
    );
    expect([after, before]).toEqual([
      ['One', 'Two', 'Four'],
      ['One', 'Three', 'Four'],
    ]);
    expect(told(redline)).toEqual(['substitution: replaced by A. Author on 2020-01-02']);
  });

  it('of paragraph marks: split and joined paragraphs', () => {
    const split = read(p(r('One. '), MARK.ins) + p(r('Two.')));
    expect([split.after, split.before]).toEqual([['One.', 'Two.'], ['One. Two.']]);
    expect(told(split.redline)).toEqual(['split: paragraph split by A. Author on 2020-01-02']);
    const joined = read(p(r('One. '), MARK.del + listed(1)) + p(r('Two.'), listed(1)) + p(r('Three.'), listed(1)));
    expect([joined.after, joined.before]).toEqual([
      ['1. One. Two.', '2. Three.'],
      ['1. One.', '2. Two.', '3. Three.'],
    ]);
    expect(told(joined.redline)).toEqual([
      'merge: paragraphs joined by A. Author on 2020-01-02',
      'renumbering: renumbered from 3. to 2.',
    ]);
  });

  it('of paragraphs before a table and at the end', () => {
    const table = `<w:tbl><w:tr><w:tc>${p(r('cell'))}</w:tc></w:tr></w:tbl>`;
    const { after, before } = read(
      p(del('Gone'), MARK.del) + table + p(r('Kept'), MARK.del) + p(del('Last'), MARK.del),
    );
    expect([after, before]).toEqual([
      ['cell', 'Kept'],
      ['Gone', 'cell', 'Kept', 'Last'],
    ]);
  });

  it('of rows and cells', () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`;
    const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
    const rows = read(
      `<w:tbl>${row(cell('1'))}${row(cell('2'), `<w:ins ${WHO}/>`)}${row(cell('3'), `<w:del ${WHO}/>`)}</w:tbl>`,
    );
    expect([rows.after, rows.before]).toEqual([
      ['1', '2'],
      ['1', '3'],
    ]);
    expect(told(rows.redline)).toEqual(['substitution: replaced by A. Author on 2020-01-02']);
    const cells = read(
      `<w:tbl>${row(cell('1') + cell('2', `<w:cellIns ${WHO}/>`) + cell('3', `<w:cellDel ${WHO}/>`) + cell('4'))}</w:tbl>`,
    );
    expect([cells.after, cells.before]).toEqual([
      ['1', '2', '4'],
      ['1', '3', '4'],
    ]);
    const column = read(
      `<w:tbl>${row(cell('1') + cell('2', `<w:cellIns ${WHO}/>`))}${row(cell('3') + cell('4', `<w:cellIns ${WHO}/>`))}</w:tbl>`,
    );
    const [table] = column.redline.document.children;
    expect(table).toMatchObject({ type: 'table', columns: [{}, { revision: { kind: 'insertion' } }] });
    const merged = read(
      `<w:tbl>${row(cell('1', `<w:cellMerge ${WHO} w:vMerge="rest"/>`))}${row(cell('2', `<w:cellMerge ${WHO} w:vMerge="cont"/>`))}</w:tbl>`,
    );
    expect([merged.after, merged.before]).toEqual([['1'], ['1', '2']]);
    const widened = read(
      `<w:tbl>${row(cell('1', `<w:gridSpan w:val="2"/><w:tcPrChange ${WHO}><w:tcPr/></w:tcPrChange>`))}${row(cell('2') + cell('3'))}</w:tbl>`,
    );
    expect(told(widened.redline)).toContain('reformatting: formatting changed by A. Author on 2020-01-02');
  });

  it('of formatting, and of the style and number of a paragraph', () => {
    const changed = `<w:b/><w:rPrChange ${WHO}><w:rPr><w:i/></w:rPr></w:rPrChange>`;
    const { redline } = read(p(r('plain ') + r('bold', changed)));
    expect(redline.changes).toMatchObject([
      {
        kind: 'reformatting',
        weight: 'formatting',
        after: { text: 'bold' },
        summary: 'formatting changed by A. Author on 2020-01-02',
      },
    ]);
    const listedNow = `${listed(1, 0)}<w:pPrChange ${WHO}><w:pPr>${listed(1, 1)}</w:pPr></w:pPrChange>`;
    const levels = read(p(r('x'), listed(1, 0)) + p(r('y'), listedNow));
    expect([levels.after, levels.before]).toEqual([
      ['1. x', '2. y'],
      ['1. x', '(a) y'],
    ]);
    const numbered = read(p(r('x'), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${WHO}/></w:numPr>`));
    expect([numbered.after, numbered.before]).toEqual([['1. x'], ['x']]);
  });

  it('of numbers that follow from others', () => {
    const { redline } = read(p(ins(r('New')), MARK.ins + listed(1)) + p(r('Old'), listed(1)));
    expect(told(redline)).toEqual([
      'insertion: inserted by A. Author on 2020-01-02',
      'renumbering: renumbered from 1. to 2.',
    ]);
    expect(redline.changes[1]?.weight).toBe('consequential');
  });

  it('moves are one change with two ends', () => {
    const range = (kind: string, id: number, inner: string) =>
      `<w:${kind}RangeStart w:id="${id}" w:name="move1"/><w:${kind} ${WHO}>${inner}</w:${kind}><w:${kind}RangeEnd w:id="${id}"/>`;
    const mark = (kind: string) => `<w:rPr><w:${kind} ${WHO}/></w:rPr>`;
    const body =
      p(range('moveFrom', 1, r('Moved')), mark('moveFrom')) +
      p(r('Stays')) +
      p(range('moveTo', 2, r('Moved')), mark('moveTo')) +
      p(r('End'));
    const { after, before, redline } = read(body);
    expect([after, before]).toEqual([
      ['Stays', 'Moved', 'End'],
      ['Moved', 'Stays', 'End'],
    ]);
    expect(redline.changes).toMatchObject([
      {
        kind: 'move',
        before: { text: 'Moved' },
        after: { text: 'Moved' },
        summary: 'moved by A. Author on 2020-01-02',
      },
    ]);
  });

  it('within footnotes, fields and equations', () => {
    const footnotes = `<w:footnote w:id="1">${p(r('Note ') + ins(r('new')))}</w:footnote>`;
    const noted = read(p(`${r('x')}<w:r><w:footnoteReference w:id="1"/></w:r>`), { footnotes });
    expect([noted.after, noted.before]).toEqual([
      ['x1', 'Note new'],
      ['x1', 'Note'],
    ]);
    const math = (inner: string) => p(`<m:oMath><m:r><m:t>a</m:t></m:r>${inner}</m:oMath>`);
    const equation = read(math(`<w:del ${WHO}><m:r><m:t>b</m:t></m:r></w:del>`)).redline;
    expect([plainText(acceptAll(equation)), plainText(rejectAll(equation))]).toEqual(['a', 'ab']);
    const inserted = read(
      p(
        ins(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        ) +
          r('1') +
          ins('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
      ),
    );
    expect([inserted.after, inserted.before]).toEqual([['1'], ['1']]);
  });

  it('any mixture gives both sides back', () => {
    const word = fc.constantFrom('a ', 'b ', '4.1 ', '(a) ');
    const run = fc.oneof(
      word.map((text) => r(text)),
      word.map((text) => ins(r(text))),
      word.map((text) => del(text)),
      word.map((text) => r(text, `<w:b/><w:rPrChange ${WHO}><w:rPr/></w:rPrChange>`)),
    );
    const change = `<w:pPrChange ${WHO}><w:pPr>${listed(1, 1)}</w:pPr></w:pPrChange>`;
    const properties = fc.tuple(
      fc.constantFrom('', listed(1), listed(1, 1), listed(2), '<w:outlineLvl w:val="0"/>'),
      fc.constantFrom('', '', MARK.ins, MARK.del),
      fc.constantFrom('', '', change),
    );
    const paragraph = fc
      .tuple(fc.array(run, { maxLength: 3 }), properties)
      .map(([runs, [place, mark, was]]) => p(runs.join(''), place + mark + was));
    const row = fc
      .tuple(
        paragraph,
        fc.constantFrom('', `<w:ins ${WHO}/>`, `<w:del ${WHO}/>`),
        fc.constantFrom('', `<w:cellIns ${WHO}/>`, `<w:cellDel ${WHO}/>`),
      )
      .map(
        ([inner, mark, cell]) =>
          `<w:tr><w:trPr>${mark}</w:trPr><w:tc><w:tcPr>${cell}</w:tcPr>${inner}</w:tc><w:tc>${inner}</w:tc></w:tr>`,
      );
    const table = fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => `<w:tbl>${rows.join('')}</w:tbl>`);
    const body = fc.array(fc.oneof({ arbitrary: paragraph, weight: 5 }, table), { maxLength: 8 });
    fc.assert(
      fc.property(body, (blocks) => {
        read(blocks.join(''));
      }),
      { numRuns: 300 },
    );
  });
});
