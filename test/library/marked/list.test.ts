/** The list of changes of a change-marked file: what is one change, whose it is, and what it shows. */
import { describe, expect, test } from 'vitest';
import { readMarked } from '../../../src/library/marked/index.ts';
import type { Change } from '../../../src/model/redline.ts';
import { del, docx, ins, p, partsOf, r, zip } from '../../read/docx/make.ts';

const quiet = (): void => undefined;
const list = (bytes: Uint8Array) => readMarked(bytes, {}, quiet);

/** `c1 substitution substantive paragraph 1: A party [-shall-]{+must+} … (A. Author)`. */
function line({ id, kind, weight, before, after, summary, excerpt, author }: Change): string {
  const brackets = { deleted: ['[-', '-]'], inserted: ['{+', '+}'], retained: ['', ''] } as const;
  const words = excerpt?.map((part) => brackets[part.kind].join(part.text)).join('') ?? summary;
  return `${id} ${kind} ${weight} ${(after ?? before)?.cite}: ${words}${author === undefined ? '' : ` (${author})`}`;
}

const lines = (bytes: Uint8Array) => list(bytes).redline.changes.map(line);

const rPr = (author: string) =>
  `<w:rPr><w:color w:val="FF0000"/><w:rPrChange w:id="9" w:author="${author}" w:date="2020-01-03T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr>`;
const row = (mark: string, content: string) =>
  `<w:tr><w:trPr>${mark}</w:trPr><w:tc><w:tcPr/><w:p>${content}</w:p></w:tc></w:tr>`;
const rowMark = '<w:ins w:id="5" w:author="A. Author" w:date="2020-01-02T03:04:05Z"/>';
const paragraphMark = (name: string) =>
  `<w:pPr><w:rPr><w:${name} w:id="6" w:author="A. Author" w:date="2020-01-02T03:04:05Z"/></w:rPr></w:pPr>`;

describe('the list of a change-marked file', () => {
  test('has a replacement as one change, with the words told apart, its author and its date', () => {
    const bytes = docx(p(r('A party ') + del('shall') + ins(r('must')) + r(' give notice.')));
    expect(lines(bytes)).toEqual([
      'c1 substitution substantive paragraph 1: A party [-shall-]{+must+} give notice. (A. Author)',
    ]);
    expect(list(bytes).redline.changes[0]).toMatchObject({ date: '2020-01-02T03:04:05Z' });
    expect(list(bytes).marks.get('c1')).toHaveLength(2);
  });

  test('parts what several authors did to one paragraph', () => {
    const bytes = docx(
      p(del('Every') + ins(r('Each')) + r(' party gives notice') + ins(r(' in writing'), 'B. Author') + r('.')),
    );
    expect(lines(bytes)).toEqual([
      'c1 substitution substantive paragraph 1: [-Every-]{+Each+} party gives notice in … (A. Author)',
      'c2 insertion substantive paragraph 1: Each party gives notice{+ in writing+}. (B. Author)',
    ]);
    expect(list(bytes).redline.changes.map(({ summary }) => summary)).toEqual([
      '"Every" replaced by "Each"',
      'inserted "in writing"',
    ]);
  });

  test('has words of one author in a paragraph of another', () => {
    const inserted = `<w:p>${paragraphMark('ins')}${ins(r('A report is '))}${ins(r('very '), 'B. Author')}${ins(r('short.'))}</w:p>`;
    expect(lines(docx(inserted + p(r('The end of it.'))))).toEqual([
      'c1 insertion substantive paragraph 1: {+A report is +}very {+short.+} (A. Author)',
      'c2 insertion substantive paragraph 1: A report is {+very +}short. (B. Author)',
    ]);
  });

  test('has a deletion and an insertion of the same words as one change', () => {
    expect(lines(docx(p(r('A ') + del('report') + ins(r('report', '<w:b/>')) + r(' is short.'))))).toEqual([
      'c1 reformatting formatting paragraph 1: A [-report-]{+report+} is short. (A. Author)',
    ]);
    expect(lines(docx(p(r('A ') + del('report') + ins(r('report')) + r(' is short.'))))).toEqual([
      'c1 substitution typographical paragraph 1: A [-report-]{+report+} is short. (A. Author)',
    ]);
  });

  test('has what one author inserted and another deleted again', () => {
    const nested = ins(del('very ', 'B. Author'));
    expect(lines(docx(p(r('A report is ') + nested + r('short.'))))).toEqual([
      'c1 insertion substantive paragraph 1: {+very+} (A. Author)',
      'c2 deletion substantive paragraph 1: [-very-] (B. Author)',
    ]);
  });

  test('has formatting that the model does not hold', () => {
    const bytes = docx(p(`${r('A ')}<w:r>${rPr('B. Author')}<w:t>report</w:t></w:r>`) + p(r('End.')));
    expect(lines(bytes)).toEqual(['c1 reformatting formatting paragraph 1: report (B. Author)']);
    expect(list(bytes).redline.changes[0]?.summary).toBe('formatting of text');
  });

  test('has a row with all that stands in it as one change', () => {
    const rows = row('', r('First')) + row(rowMark, ins(r('Second')));
    const bytes = docx(`<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>${rows}</w:tbl>${p(r('End.'))}`);
    expect(lines(bytes)).toEqual(['c1 insertion substantive table, row 2: {+Second+} (A. Author)']);
    expect(
      list(bytes)
        .marks.get('c1')
        ?.map(({ scope }) => scope),
    ).toEqual(['row', 'text']);
  });

  test('has headers behind the body, cited as such', () => {
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdOfheader"/></w:sectPr>';
    const files = partsOf(p(r('A report is ') + ins(r('very ')) + r('short.')) + section, {
      header: p(del('Draft') + ins(r('Final'))),
    });
    expect(lines(zip(files))).toEqual([
      'c1 insertion substantive paragraph 1: A report is {+very +}short. (A. Author)',
      'c2 substitution substantive Header: [-Draft-]{+Final+} (A. Author)',
    ]);
  });

  test('has empty paragraphs, neighbours together', () => {
    const empty = `<w:p>${paragraphMark('ins')}</w:p>`;
    expect(lines(docx(p(r('One.')) + empty + empty + p(r('Two.'))))).toEqual([
      'c1 insertion typographical paragraph 1: 2 paragraph marks inserted (A. Author)',
    ]);
  });

  test('has a paragraph that was moved by hand as one move', () => {
    const text = 'A party gives notice of each appeal in writing.';
    const moved = (name: 'ins' | 'del') =>
      `<w:p>${paragraphMark(name)}${name === 'ins' ? ins(r(text)) : del(text)}</w:p>`;
    const bytes = docx(
      moved('del') + p(r('A report is short.')) + p(r('It is sent to all.')) + moved('ins') + p(r('End.')),
    );
    const { redline, marks } = list(bytes);
    expect(redline.changes).toMatchObject([{ id: 'c1', kind: 'move', author: 'A. Author' }]);
    expect(marks.get('c1')).toHaveLength(4);
  });

  test('never has an unmarked paragraph moved', () => {
    const table = (mark: string, text: string) =>
      `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>${row(mark, text)}</w:tbl>`;
    const heavy = 'Many words that outweigh those of the paragraph which stands between the two tables.';
    const deleted = table(rowMark.replace('w:ins', 'w:del'), del(heavy));
    const bytes = docx(deleted + p(r('It stays.')) + table(rowMark, ins(r(heavy))) + p(r('End.')));
    const { redline, marks } = list(bytes);
    expect(redline.changes.filter(({ id }) => marks.get(id)?.length === 0)).toEqual([]);
  });
});
