/** What paragraphs hold: runs, fields, links, notes, symbols, drawings; and what is told of the rest. */
import { describe, expect, it } from 'vitest';
import { collect, type Message } from '../../../src/message.ts';
import type { Block, Document, Inline, Para } from '../../../src/model/document.ts';
import { readDocx } from '../../../src/read/docx/index.ts';
import { docx, field, type Parts, p, r, style } from './make.ts';

function read(body: string, parts: Parts = {}): { readonly document: Document; readonly messages: readonly Message[] } {
  const { value, messages } = collect((report) => readDocx(docx(body, parts), { file: 'a.docx' }, report));
  return { document: value, messages };
}

/** Blocks or inlines without their places. */
function bare<T extends Block | Inline>(nodes: readonly T[]): unknown {
  return JSON.parse(JSON.stringify(nodes, (key, value) => (key === 'place' ? undefined : value)));
}

function inlines(content: string, parts: Parts = {}): unknown {
  return bare((read(p(content), parts).document.children[0] as Para).children);
}

const rules = (messages: readonly Message[]) => messages.map((message) => message.rule);
const text = (value: string, marks?: object) => ({ type: 'text', value, ...(marks === undefined ? {} : { marks }) });

describe('runs', () => {
  it('join where they look the same', () => {
    expect(inlines(r('a ') + r('b', '<w:lang w:val="de"/>') + r('c', '<w:b/>') + r('d', '<w:b w:val="1"/>'))).toEqual([
      text('a b'),
      text('cd', { bold: true }),
    ]);
  });

  it('carry their marks, from character styles too, which a run can switch off', () => {
    const styles =
      style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character') +
      style('H', 'Hyperlink', '<w:rPr><w:u w:val="single"/></w:rPr>', 'character');
    const marked = (properties: string) => (inlines(r('x', properties), { styles }) as { marks?: object }[])[0]?.marks;
    expect(marked('<w:i/><w:u w:val="single"/><w:dstrike/><w:smallCaps/>')).toEqual({
      italic: true,
      underline: true,
      strike: true,
      smallCaps: true,
    });
    expect(marked('<w:vertAlign w:val="superscript"/>')).toEqual({ superscript: true });
    expect(marked('<w:vertAlign w:val="subscript"/>')).toEqual({ subscript: true });
    expect(marked('<w:u w:val="none"/><w:b w:val="0"/><w:i w:val="off"/>')).toBeUndefined();
    expect(marked('<w:rStyle w:val="Strong"/>')).toEqual({ bold: true });
    expect(marked('<w:rStyle w:val="Strong"/><w:b w:val="false"/>')).toBeUndefined();
    expect(marked('<w:rStyle w:val="H"/>')).toBeUndefined();
  });

  it('hold tabs, hyphens, symbols and breaks', () => {
    const run =
      '<w:r><w:t>a</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:br/><w:t>b</w:t><w:br w:type="page"/></w:r>';
    expect(inlines(run)).toEqual([
      text('a\t\u2011\u00adα☑'),
      { type: 'break', kind: 'line' },
      text('b'),
      { type: 'break', kind: 'page' },
    ]);
  });

  it('a symbol that is not known is kept by its code and told', () => {
    const { document, messages } = read(p('<w:r><w:sym w:font="Webdings" w:char="F0AA"/></w:r>'));
    expect(bare(document.children)).toMatchObject([{ children: [text('\uf0aa')] }]);
    expect(rules(messages)).toEqual(['read/docx-symbol']);
  });

  it('white space at the ends counts where the file says so', () => {
    expect(inlines('<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b\nc </w:t></w:r>')).toEqual([
      text('a b c '),
    ]);
  });

  it('hidden text is left out and told', () => {
    const { document, messages } = read(p(r('shown ') + r('hidden', '<w:vanish/>')));
    expect(bare(document.children)).toMatchObject([{ children: [text('shown ')] }]);
    expect(messages).toMatchObject([{ rule: 'read/docx-hidden-text', actual: 'hidden' }]);
  });

  it('formatting that has no place in the model is told once', () => {
    const { messages } = read(
      p(r('a', '<w:color w:val="FF0000"/>') + r('b', '<w:color w:val="FF0000"/><w:sz w:val="20"/>')),
    );
    expect(messages).toMatchObject([{ rule: 'read/docx-formatting', actual: 'color 2' }]);
  });
});

describe('references and links', () => {
  const target = p(`<w:bookmarkStart w:id="0" w:name="_Ref12"/>${r('Target')}<w:bookmarkEnd w:id="0"/>`);
  const reference = { type: 'crossReference', target: 'ref12', text: '4.1' };
  const second = (body: string) => bare((read(target + p(body)).document.children[1] as Para).children);

  it.each([
    ['a complex field', field(' REF _Ref12 \\r \\h ', r('4.1'))],
    ['a simple field', `<w:fldSimple w:instr="REF _Ref12 \\h">${r('4.1')}</w:fldSimple>`],
    ['a field whose code is in pieces', field('RE</w:instrText></w:r><w:r><w:instrText>F _Ref12', r('4') + r('.1'))],
    ['a page reference', field('PAGEREF _Ref12', r('4.1'))],
    ['a link', `<w:hyperlink w:anchor="_Ref12">${r('4.1')}</w:hyperlink>`],
    ['a link field', field('HYPERLINK \\l "_Ref12"', r('4.1'))],
    ['a field within a link', `<w:hyperlink w:anchor="_Ref12">${field('REF _Ref12', r('4.1'))}</w:hyperlink>`],
  ])('%s', (_, body) => {
    expect(second(r('see ') + body + r('.'))).toEqual([text('see '), reference, text('.')]);
  });

  it('the bookmark gives its paragraph an id; others that Word made up give none', () => {
    const body =
      target +
      p(`<w:bookmarkStart w:name="_GoBack"/><w:bookmarkStart w:name="_Toc9"/>${r('x')}`) +
      p(field('REF _Ref12', r('1')));
    expect(read(body).document.children.map((block) => (block as Para).id)).toEqual(['ref12', undefined, undefined]);
  });

  it('a bookmark that a person named gives an id, one between paragraphs to the next', () => {
    expect(read(`<w:bookmarkStart w:name="Late_Payment"/>${p(r('x'))}`).document.children).toMatchObject([
      { id: 'Late-Payment' },
    ]);
  });

  it('all bookmarks of a paragraph lead to its one anchor', () => {
    const marked = p(
      `<w:bookmarkStart w:name="_Ref1"/><w:bookmarkStart w:name="Fees"/>${r('x')}<w:bookmarkStart w:name="_Ref2"/>${r('y')}`,
    );
    const body = marked + p(field('REF _Ref1', r('1')) + field('REF Fees', r('1')) + field('REF _Ref2', r('1')));
    const [target, citing] = read(body).document.children as Para[];
    expect(target?.id).toBe('ref1');
    expect(citing?.children).toMatchObject(
      ['ref1', 'ref1', 'ref1'].map((id) => ({ type: 'crossReference', target: id })),
    );
  });

  it('a reference to nothing is text, and told', () => {
    const { document, messages } = read(p(field('REF _Ref404', r('4.1'))));
    expect(bare(document.children)).toMatchObject([{ children: [text('4.1')] }]);
    expect(messages).toMatchObject([{ rule: 'read/docx-dangling-reference', actual: '_Ref404' }]);
  });

  it('a link out of the document', () => {
    const relationships =
      '<Relationship Id="rId5" Type="http://x/hyperlink" Target="https://example.org/" TargetMode="External"/>';
    const link = `<w:hyperlink r:id="rId5" w:anchor="top">${r('site', '<w:b/>')}</w:hyperlink>`;
    expect(inlines(link, { relationships })).toEqual([text('site', { bold: true, href: 'https://example.org/#top' })]);
    expect(inlines(field('HYPERLINK "https://example.org/"', r('site')))).toEqual([
      text('site', { href: 'https://example.org/' }),
    ]);
  });

  it('fields within fields, and a field over paragraphs', () => {
    expect(inlines(field(`IF ${field('DATE', r('1'))} = 1`, r('yes ') + field('PAGE', r('2'))))).toEqual([
      text('yes 2'),
    ]);
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const { document } = read(p(begin + r('a')) + p(`${r('b')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`));
    expect(bare(document.children)).toMatchObject([{ children: [text('a')] }, { children: [text('b')] }]);
  });

  it('what a button says is text', () => {
    expect(
      inlines(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MACROBUTTON NoMacro [Insert name]</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
    ).toEqual([text('[Insert name]')]);
  });

  it('a table of contents makes no clauses and no references', () => {
    const entry = p(
      `<w:hyperlink w:anchor="_Toc1">${r('1. Purpose')}<w:r><w:tab/></w:r>${field('PAGEREF _Toc1', r('3'))}</w:hyperlink>`,
    );
    const opening =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const body =
      p(opening) +
      entry +
      p('<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
      p(`<w:bookmarkStart w:name="_Toc1"/>${r('x')}`);
    expect(bare(read(body).document.children)).toEqual([
      { type: 'para', children: [text('1. Purpose\t3')] },
      { type: 'para', children: [text('x')] },
    ]);
  });
});

describe('notes, comments, headers', () => {
  const call = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

  it('notes stand at their calls, without the space behind their number', () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' Foot')}`)}${p(r('more'))}</w:footnote>`;
    const endnotes = `<w:endnote w:id="2">${p(r('End'))}</w:endnote>`;
    expect(inlines(r('a') + call('footnote', 2) + r('b') + call('endnote', 2), { footnotes, endnotes })).toEqual([
      text('a'),
      {
        type: 'note',
        kind: 'footnote',
        children: [
          { type: 'para', children: [text('Foot')] },
          { type: 'para', children: [text('more')] },
        ],
      },
      text('b'),
      { type: 'note', kind: 'endnote', children: [{ type: 'para', children: [text('End')] }] },
    ]);
  });

  it('the bookmark of a note is its own, whatever else its paragraph has', () => {
    const footnotes = `<w:footnote w:id="2">${p(r('Foot'))}</w:footnote>`;
    const body = p(
      `<w:bookmarkStart w:name="Fees"/>${r('a')}<w:bookmarkStart w:name="_Ref7"/>${call('footnote', 2)}${field('NOTEREF _Ref7', r('1'))}${field('REF Fees', r('1'))}`,
    );
    const [para] = read(body, { footnotes }).document.children as Para[];
    expect(para).toMatchObject({
      id: 'Fees',
      children: [{}, { type: 'note', id: 'ref7' }, { target: 'ref7' }, { target: 'Fees' }],
    });
  });

  it('a reference to a note', () => {
    const footnotes = `<w:footnote w:id="2">${p(r('Foot'))}</w:footnote>`;
    const body = p(
      `${r('a')}<w:bookmarkStart w:name="_Ref7"/>${call('footnote', 2)}${r(' see ')}${field('NOTEREF _Ref7', r('1'))}`,
    );
    expect(bare((read(body, { footnotes }).document.children[0] as Para).children)).toMatchObject([
      {},
      { type: 'note', id: 'ref7' },
      {},
      { type: 'crossReference', target: 'ref7', text: '1' },
    ]);
  });

  it('comments, headers and page layout are told with what they say', () => {
    const comments = `<w:comment w:id="1" w:author="A. Author" w:date="2020-01-02T03:04:05Z">${p(r('Why?'))}</w:comment>`;
    const { messages } = read(p(r('x')) + p('', '<w:sectPr/>'), { comments, header: p(r('Draft')) });
    expect(messages).toMatchObject([
      { rule: 'read/docx-section' },
      {
        rule: 'read/docx-comment',
        reason: 'a comment by A. Author on 2020-01-02 is not part of the text',
        actual: 'Why?',
      },
      { rule: 'read/docx-header', actual: 'Draft' },
    ]);
  });
});

describe('drawings, equations, boxes, controls', () => {
  const picture = (id: string) =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="${id}" name="Picture ${id}" descr="A chart"/><a:graphic><a:graphicData><a:blip r:embed="rId9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const image = (bytes: number) => ({
    relationships: '<Relationship Id="rId9" Type="http://x/image" Target="media/image1.png"/>',
    more: { 'word/media/image1.png': Uint8Array.of(bytes) },
  });

  it('a drawing is known by its picture, not by its number', () => {
    const [one] = inlines(picture('1'), image(1)) as { digest: string }[];
    const [same] = inlines(picture('2'), image(1)) as { digest: string }[];
    const [other] = inlines(picture('1'), image(2)) as { digest: string }[];
    const marked = picture('1').replace('<w:drawing', '<w:drawing xmlns:x="urn:x"\n  x:unid="7"');
    const [foreign] = inlines(marked, image(1)) as { digest: string }[];
    expect(foreign?.digest).toBe(one?.digest);
    expect(one).toMatchObject({ type: 'opaque', kind: 'drawing', text: 'A chart' });
    expect(same?.digest).toBe(one?.digest);
    expect(other?.digest).not.toBe(one?.digest);
  });

  it('an equation keeps its source', () => {
    const math = '<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>';
    expect(inlines(math)).toMatchObject([{ type: 'opaque', kind: 'equation', text: 'E=mc', source: math }]);
  });

  it('a text box is read once, behind its paragraph', () => {
    const box = (kind: string) => `<${kind}><w:txbxContent>${p(r('in the box'))}</w:txbxContent></${kind}>`;
    const alternative = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('wps:txbx')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box('v:textbox')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const { document, messages } = read(p(r('before') + alternative + r(' after')) + p(r('next')));
    expect(bare(document.children)).toEqual(
      ['before after', 'in the box', 'next'].map((value) => ({ type: 'para', children: [text(value)] })),
    );
    expect(rules(messages)).toEqual(['read/docx-text-box']);
  });

  it('takes what stands instead where an alternative needs what is not known', () => {
    const alternative = `<mc:AlternateContent><mc:Choice Requires="zz">${r('strange')}</mc:Choice><mc:Fallback>${r('plain')}</mc:Fallback></mc:AlternateContent>`;
    expect(inlines(alternative)).toEqual([text('plain')]);
  });

  it('content controls and smart tags are what they hold; an empty one is a blank', () => {
    const control = (inner: string, properties = '') =>
      `<w:sdt><w:sdtPr>${properties}<w:alias w:val="x"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    expect(
      inlines(`${control(r('a'))}<w:smartTag>${r('b')}</w:smartTag>${control(r('[date]'), '<w:showingPlcHdr/>')}`),
    ).toEqual([text('ab'), { type: 'blank', text: '[date]' }]);
    expect(bare(read(control(p(r('block')))).document.children)).toEqual([{ type: 'para', children: [text('block')] }]);
  });

  it('what can not be read is told', () => {
    const { messages } = read(
      `${p(r('x'))}<w:altChunk r:id="rId1"/>${p('<w:r><w:pgNum/></w:r><w:ruby><w:rt>x</w:rt></w:ruby><w:odd/>')}`,
    );
    expect(rules(messages).sort()).toEqual([
      'read/docx-computed',
      'read/docx-not-read',
      'read/docx-ruby',
      'read/docx-unknown-element',
    ]);
  });
});

describe('tables', () => {
  const cell = (value: string, properties = '') =>
    `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${p(r(value))}</w:tc>`;
  const row = (cells: string, properties = '') =>
    `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
  const table = (rows: string, grid = '') => `<w:tbl><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`;

  it('keep spans, heading rows, widths and alignment', () => {
    const rows =
      row(cell('A', '<w:vMerge w:val="restart"/>') + cell('B', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>') +
      row(`${cell('', '<w:vMerge/>') + cell('1')}<w:tc>${p(r('2'), '<w:jc w:val="right"/>')}</w:tc>`);
    const [made] = read(table(rows, '<w:gridCol w:w="100"/><w:gridCol w:w="200"/><w:gridCol w:w="300"/>')).document
      .children;
    expect(made).toMatchObject({
      type: 'table',
      columns: [{ width: 100 }, { width: 200 }, { width: 300, align: 'right' }],
      rows: [{ header: true, cells: [{ rowSpan: 2 }, { columnSpan: 2 }] }, { cells: [{ children: [{}] }, {}] }],
    });
    expect(made?.type === 'table' ? made.rows.map(({ cells }) => cells.length) : []).toEqual([2, 2]);
  });

  it('columns left out are cells without content', () => {
    const [made] = read(table(row(cell('a') + cell('b') + cell('c')) + row(cell('x'), '<w:gridBefore w:val="1"/>')))
      .document.children;
    expect(made).toMatchObject({ rows: [{}, { cells: [{ children: [] }, { children: [{}] }, { children: [] }] }] });
  });

  it('tables in cells, and a caption above', () => {
    const styles = style('Caption', 'caption');
    const caption = p(
      `<w:bookmarkStart w:name="criteria"/>${r('Table ')}${field('SEQ Table', r('9.3'))}${r(': Exit criteria')}`,
      '<w:pStyle w:val="Caption"/>',
    );
    const [made] = read(caption + table(row(`<w:tc>${table(row(cell('inner')))}${p('')}</w:tc>`)), { styles }).document
      .children;
    expect(made).toMatchObject({
      type: 'table',
      label: '9.3',
      id: 'criteria',
      caption: [{ value: 'Exit criteria' }],
      rows: [{ cells: [{ children: [{ type: 'table' }] }] }],
    });
  });

  it('text that a merged cell covers is told', () => {
    const rows = row(cell('a', '<w:vMerge w:val="restart"/>')) + row(cell('covered', '<w:vMerge/>'));
    expect(rules(read(table(rows)).messages)).toEqual(['read/docx-covered-cell']);
  });
});
