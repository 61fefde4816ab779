/** Each mark of a tracked change, accepted and rejected on the canonical tree: the account of either side. */
import { describe, expect, test } from 'vitest';
import { accountOf, differences } from '../../../src/word/account/index.ts';
import { p, pack, r, table } from '../../write/in-place/build.ts';

const BY = 'w:id="9" w:author="A" w:date="2020-01-31T09:00:00Z"';
const ins = (inner: string): string => `<w:ins ${BY}>${inner}</w:ins>`;
const del = (inner: string): string =>
  `<w:del ${BY}>${inner.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>`;
const mark = (name: string): string => `<w:rPr><w:${name} ${BY}/></w:rPr>`;
const change = (name: string, former: string): string => `<w:${name}Change ${BY}>${former}</w:${name}Change>`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`;
const rows = (...cells: readonly string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${cells.map((inner) => `<w:tr>${inner}</w:tr>`).join('')}</w:tbl>${p('')}`;
const control = (inner: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
const ranged = (kind: string, inner: string): string =>
  `<w:customXml${kind}RangeStart ${BY}/><w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent><w:customXml${kind}RangeEnd w:id="9"/>${inner}<w:customXml${kind}RangeStart ${BY.replace('9', '8')}/></w:sdtContent></w:sdt><w:customXml${kind}RangeEnd w:id="8"/>`;

interface Marked {
  readonly what: string;
  readonly marked: string;
  readonly accepted: string;
  readonly rejected: string;
}

const MARKS: readonly Marked[] = [
  { what: 'inserted text', marked: p(r('a') + ins(r('b'))), accepted: p(r('ab')), rejected: p(r('a')) },
  { what: 'deleted text', marked: p(r('a') + del(r('b'))), accepted: p(r('a')), rejected: p(r('ab')) },
  {
    what: 'deleted text within inserted text',
    marked: p(r('a') + ins(del(r('b')))),
    accepted: p(r('a')),
    rejected: p(r('a')),
  },
  {
    what: 'a move',
    marked: p(
      `<w:moveFromRangeStart ${BY} w:name="m"/><w:moveFrom ${BY}>${r('x')}</w:moveFrom><w:moveFromRangeEnd w:id="9"/>${r('a')}<w:moveTo ${BY}>${r('x')}</w:moveTo>`,
    ),
    accepted: p(r('ax')),
    rejected: p(r('xa')),
  },
  {
    what: 'an inserted paragraph mark',
    marked: p(r('a'), `<w:jc w:val="center"/>${mark('ins')}`) + p(r('b')),
    accepted: p(r('a'), '<w:jc w:val="center"/>') + p(r('b')),
    rejected: p(r('ab')),
  },
  {
    what: 'a deleted paragraph',
    marked: p(del(r('a')), mark('del')) + p(r('b')),
    accepted: p(r('b')),
    rejected: p(r('a')) + p(r('b')),
  },
  {
    what: 'several deleted paragraph marks',
    marked: p(r('a'), mark('del')) + p(r('b'), mark('del')) + p(r('c')),
    accepted: p(r('abc')),
    rejected: p(r('a')) + p(r('b')) + p(r('c')),
  },
  {
    what: 'a moved paragraph',
    marked:
      p(`<w:moveFrom ${BY}>${r('x')}</w:moveFrom>`, mark('moveFrom')) +
      p(r('a')) +
      p(`<w:moveTo ${BY}>${r('x')}</w:moveTo>`, mark('moveTo')) +
      p(r('z')),
    accepted: p(r('a')) + p(r('x')) + p(r('z')),
    rejected: p(r('x')) + p(r('a')) + p(r('z')),
  },
  {
    what: 'an inserted paragraph before a table',
    marked: p(ins(r('x')), mark('ins')) + table(['a']) + p(''),
    accepted: p(r('x')) + table(['a']) + p(''),
    rejected: table(['a']) + p(''),
  },
  {
    what: 'formatting of a run',
    marked: p(r('a', `<w:b/>${change('rPr', '<w:rPr><w:i/></w:rPr>')}`)),
    accepted: p(r('a', '<w:b/>')),
    rejected: p(r('a', '<w:i/>')),
  },
  {
    what: 'formatting of a paragraph',
    marked: p(
      r('a'),
      `<w:jc w:val="center"/><w:rPr><w:b/></w:rPr>${change('pPr', '<w:pPr><w:jc w:val="right"/></w:pPr>')}`,
    ),
    accepted: p(r('a'), '<w:jc w:val="center"/><w:rPr><w:b/></w:rPr>'),
    rejected: p(r('a'), '<w:jc w:val="right"/><w:rPr><w:b/></w:rPr>'),
  },
  {
    what: 'formatting of a paragraph mark',
    marked: p(r('a'), `<w:rPr><w:b/>${change('rPr', '<w:rPr/>')}</w:rPr>`),
    accepted: p(r('a'), '<w:rPr><w:b/></w:rPr>'),
    rejected: p(r('a')),
  },
  {
    what: 'a section',
    marked:
      p(r('a'), `<w:sectPr><w:pgSz w:w="2"/>${change('sectPr', '<w:sectPr><w:pgSz w:w="1"/></w:sectPr>')}</w:sectPr>`) +
      p(''),
    accepted: p(r('a'), '<w:sectPr><w:pgSz w:w="2"/></w:sectPr>') + p(''),
    rejected: p(r('a'), '<w:sectPr><w:pgSz w:w="1"/></w:sectPr>') + p(''),
  },
  {
    what: 'an inserted row',
    marked: rows(cell('a'), `<w:trPr><w:ins ${BY}/></w:trPr>${cell('b')}`),
    accepted: rows(cell('a'), cell('b')),
    rejected: rows(cell('a')),
  },
  {
    what: 'a deleted row',
    marked: rows(cell('a'), `<w:trPr><w:del ${BY}/></w:trPr>${cell('b')}`),
    accepted: rows(cell('a')),
    rejected: rows(cell('a'), cell('b')),
  },
  {
    what: 'a deleted table',
    marked: rows(`<w:trPr><w:del ${BY}/></w:trPr>${cell('b')}`),
    accepted: p(''),
    rejected: rows(cell('b')),
  },
  {
    what: 'inserted and deleted cells',
    marked: rows(cell('a') + cell('b', `<w:cellIns ${BY}/>`) + cell('c', `<w:cellDel ${BY}/>`)),
    accepted: rows(cell('a') + cell('b')),
    rejected: rows(cell('a') + cell('c')),
  },
  {
    what: 'cells merged downwards',
    marked: rows(cell('a', `<w:cellMerge ${BY} w:vMerge="rest"/>`), cell('b', `<w:cellMerge ${BY} w:vMerge="cont"/>`)),
    accepted: rows(cell('a', '<w:vMerge w:val="restart"/>'), cell('b', '<w:vMerge w:val="continue"/>')),
    rejected: rows(cell('a'), cell('b')),
  },
  {
    what: 'properties of a table',
    marked: rows(cell('a')).replace(
      '<w:tblPr/>',
      `<w:tblPr><w:jc w:val="center"/>${change('tblPr', '<w:tblPr/>')}</w:tblPr>`,
    ),
    accepted: rows(cell('a')).replace('<w:tblPr/>', '<w:tblPr><w:jc w:val="center"/></w:tblPr>'),
    rejected: rows(cell('a')),
  },
  {
    what: 'properties of a row',
    marked: rows(`<w:trPr><w:tblHeader/>${change('trPr', '<w:trPr/>')}</w:trPr>${cell('a')}`),
    accepted: rows(`<w:trPr><w:tblHeader/></w:trPr>${cell('a')}`),
    rejected: rows(cell('a')),
  },
  {
    what: 'properties of a cell',
    marked: rows(cell('a', `<w:gridSpan w:val="2"/>${change('tcPr', '<w:tcPr/>')}`)),
    accepted: rows(cell('a', '<w:gridSpan w:val="2"/>')),
    rejected: rows(cell('a')),
  },
  {
    what: 'the grid of a table',
    marked: rows(cell('a')).replace(
      '<w:tblGrid/>',
      `<w:tblGrid><w:gridCol w:w="2"/>${change('tblGrid', '<w:tblGrid><w:gridCol w:w="1"/></w:tblGrid>')}</w:tblGrid>`,
    ),
    accepted: rows(cell('a')).replace('<w:tblGrid/>', '<w:tblGrid><w:gridCol w:w="2"/></w:tblGrid>'),
    rejected: rows(cell('a')).replace('<w:tblGrid/>', '<w:tblGrid><w:gridCol w:w="1"/></w:tblGrid>'),
  },
  {
    what: 'an inserted content control',
    marked: p(ranged('Ins', r('a'))),
    accepted: p(control(r('a'))),
    rejected: p(r('a')),
  },
  {
    what: 'a deleted content control',
    marked: p(ranged('Del', r('a'))),
    accepted: p(r('a')),
    rejected: p(control(r('a'))),
  },
  {
    what: 'a deleted field',
    marked: p(
      r('a') +
        del(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>PAGE</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
    ),
    accepted: p(r('a')),
    rejected: p(
      `${r('a')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  },
];

describe('tracked changes', () => {
  test.each(MARKS)('$what', ({ marked, accepted, rejected }) => {
    expect(accountOf(pack(rejected), pack(accepted), pack(marked))).toEqual({ accepted: [], rejected: [] });
  });

  test.each(MARKS)('$what: a redline without the marks is not accepted for one', ({ accepted, rejected }) => {
    const unmarked = accountOf(pack(rejected), pack(accepted), pack(accepted));
    expect(unmarked.accepted).toEqual([]);
    expect(unmarked.rejected.length > 0).toBe(differences(pack(rejected), pack(accepted)).length > 0);
  });

  test('those of the inputs are resolved as asked', () => {
    const [before, after] = [pack(p(r('a'))), pack(p(r('a') + ins(r('b'))))];
    expect(accountOf(before, after, pack(p(r('a'))), { after: 'reject' })).toEqual({ accepted: [], rejected: [] });
    expect(accountOf(before, after, pack(p(r('a')))).accepted).toMatchObject([
      { kind: 'text', wanted: 'ab', found: 'a' },
    ]);
  });
});
