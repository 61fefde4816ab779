/** Accepting and rejecting tracked changes in place: what is settled, what is left, and that the rest stays to the byte. */
import { describe, expect, test } from 'vitest';
import { type Decision, listTracked, settleTracked } from '../../../src/write/in-place/index.ts';
import { accepted, bodyOf, lines, p, pack, r, rejected } from './build.ts';

const by = (author: string, id: number) => `w:id="${id}" w:author="${author}" w:date="2020-01-31T09:00:00Z"`;
const ins = (id: number, content: string, author = 'A') => `<w:ins ${by(author, id)}>${content}</w:ins>`;
const gone = (id: number, text: string, author = 'A') =>
  `<w:del ${by(author, id)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const markIns = `<w:rPr><w:ins ${by('A', 90)}/></w:rPr>`;
const markDel = `<w:rPr><w:del ${by('A', 91)}/></w:rPr>`;

/** The body accepted, and rejected. */
const both = (body: string): [string, string] => [bodyOf(accepted(pack(body))), bodyOf(rejected(pack(body)))];
const plain = (body: string): string => body.replaceAll(' xml:space="preserve"', '');

describe('what is settled', () => {
  test('runs', () => {
    expect(both(p(r('one ') + ins(1, r('two')) + gone(2, 'three')))).toEqual([
      plain(p(r('one ') + r('two'))),
      plain(p(r('one ') + r('three'))),
    ]);
  });

  test('a deletion within an insertion', () => {
    expect(both(p(ins(1, r('a') + gone(2, 'b')) + r('c')))).toEqual([plain(p(r('a') + r('c'))), plain(p(r('c')))]);
  });

  test('paragraph marks: the paragraph takes the properties of the next', () => {
    const parted = p(r('one'), markIns) + p(r('two'), '<w:jc w:val="right"/>');
    expect(both(parted)).toEqual([
      plain(`<w:p><w:pPr><w:rPr></w:rPr></w:pPr>${r('one')}</w:p>${p(r('two'), '<w:jc w:val="right"/>')}`),
      plain(p(r('one') + r('two'), '<w:jc w:val="right"/>')),
    ]);
  });

  test('a paragraph that is gone leaves nothing in front of a table', () => {
    const grid = '<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p></w:p></w:tc></w:tr></w:tbl>';
    expect(both(p(gone(1, 'x'), markDel) + grid)[0]).toBe(grid);
  });

  test('rows, and the table with its last', () => {
    const row = (mark: string) => `<w:tr><w:trPr>${mark}</w:trPr><w:tc><w:p></w:p></w:tc></w:tr>`;
    const grid = `<w:tbl><w:tblPr/><w:tblGrid/>${row(`<w:ins ${by('A', 1)}/>`)}</w:tbl>`;
    expect(both(grid + lines('x'))).toEqual([
      `<w:tbl><w:tblPr/><w:tblGrid/>${row('')}</w:tbl>${plain(lines('x'))}`,
      plain(lines('x')),
    ]);
  });

  test('looks', () => {
    const run = `<w:r><w:rPr><w:b/><w:rPrChange ${by('A', 1)}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>`;
    expect(both(p(run))).toEqual([
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r></w:p>',
      '<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>x</w:t></w:r></w:p>',
    ]);
  });

  test('the looks of a paragraph, its mark apart', () => {
    const properties = `<w:jc w:val="left"/><w:rPr><w:b/></w:rPr><w:pPrChange ${by('A', 1)}><w:pPr><w:keepNext/></w:pPr></w:pPrChange>`;
    expect(both(p('', properties))[1]).toBe('<w:p><w:pPr><w:keepNext/><w:rPr><w:b/></w:rPr></w:pPr></w:p>');
  });

  test('moves, with the marks of their ranges', () => {
    const from = `<w:moveFromRangeStart ${by('A', 1)} w:name="m"/><w:moveFrom ${by('A', 2)}>${r('x')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`;
    const to = `<w:moveToRangeStart ${by('A', 3)} w:name="m"/><w:moveTo ${by('A', 4)}>${r('x')}</w:moveTo><w:moveToRangeEnd w:id="3"/>`;
    expect(both(p(from + r('y') + to))).toEqual([plain(p(r('y') + r('x'))), plain(p(r('x') + r('y')))]);
  });

  test('bookmarks outlive the text around them', () => {
    const start = '<w:bookmarkStart w:id="5" w:name="x"/>';
    const body = p(
      `<w:del ${by('A', 1)}>${start}<w:r><w:delText>x</w:delText></w:r></w:del>${r('y')}<w:bookmarkEnd w:id="5"/>`,
    );
    expect(both(body)[0]).toBe(plain(p(`${start}${r('y')}<w:bookmarkEnd w:id="5"/>`)));
  });
});

describe('what is chosen', () => {
  const file = pack(
    p(ins(1, r('one'), 'A') + r(' and ') + ins(2, r('two'), 'B')) + p(r('x') + gone(3, 'y', 'A') + gone(4, 'z', 'A')),
  );
  const settle = (choose: Parameters<typeof settleTracked>[1]): string => bodyOf(settleTracked(file, choose, () => {}));

  test('changes are listed as a reader counts them', () => {
    expect(listTracked(file, () => {}).map(({ id, kind, author, text }) => [id, kind, author, text])).toEqual([
      ['c1', 'insertion', 'A', 'one'],
      ['c2', 'insertion', 'B', 'two'],
      ['c3', 'deletion', 'A', 'y'],
    ]);
  });

  test('a change is listed with the words that it stands behind', () => {
    expect(listTracked(file, () => {}).map(({ behind }) => behind)).toEqual(['', 'one and', 'x']);
    const long = pack(p(r('The Panel may agree another period with each of the Parties within ') + gone(1, '10', 'A')));
    expect(listTracked(long, () => {})[0]?.behind).toBe('…period with each of the Parties within');
  });

  test('a change without words is listed by what it is about', () => {
    const call = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const bold = `<w:r><w:rPr><w:b/><w:rPrChange ${by('A', 2)}><w:rPr/></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>`;
    const silent = pack(p(ins(1, call) + bold) + p(r('x'), markIns) + p(r('y'), markIns) + p(r('z')));
    const texts = listTracked(silent, () => {}).map(({ text }) => text);
    expect(texts).toEqual(['[footnote]', 'bold', '[end of a paragraph]', '[end of a paragraph]']);
  });

  test('a field is one change, though some of it is not marked', () => {
    const end = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText> DATE </w:instrText></w:r>';
    const marked = (author: string) =>
      pack(p(ins(1, end('begin') + code) + end('separate') + ins(2, r('today') + end('end'), author)));
    expect(listTracked(marked('A'), () => {}).map(({ text }) => text)).toEqual(['DATE']);
    expect(listTracked(marked('B'), () => {})).toHaveLength(2);
  });

  test('some are taken, the others left as they are', () => {
    const body = settle(({ id }): Decision => (id === 'c2' ? 'reject' : 'leave'));
    expect(body).toContain('<w:ins><w:r><w:t>one</w:t></w:r></w:ins>');
    expect(body).not.toContain('two');
    expect(body).toContain('<w:delText>y</w:delText>');
  });

  test('those of one author', () => {
    expect(settle(({ author }): Decision => (author === 'A' ? 'accept' : 'leave'))).toBe(
      plain(p(`${r('one')}${r(' and ')}<w:ins>${r('two')}</w:ins>`) + p(r('x'))),
    );
  });

  test('nothing chosen, nothing changed', () => {
    const left = settleTracked(
      file,
      () => 'leave',
      () => {},
    );
    expect(bodyOf(left)).toBe(bodyOf(file));
    const clean = pack(lines('x'));
    expect(
      settleTracked(
        clean,
        () => 'accept',
        () => {},
      ),
    ).toBe(clean);
  });
});
