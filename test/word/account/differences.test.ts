/** What the account sees between two packages: each kind of difference by a sentence, and what is the same in another spelling. */
import { describe, expect, test } from 'vitest';
import { differences } from '../../../src/word/account/index.ts';
import { type Extra, p, pack, part, r, table } from '../../write/in-place/build.ts';

const told = (before: Uint8Array, after: Uint8Array): string[] =>
  differences(before, after).map(({ kind, reason }) => `${kind}: ${reason}`);

const complex = (code: string, result: string, data = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const nested = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${complex(`MERGEFIELD ${name}`, 'E')}<w:r><w:instrText> = "E" "shall" "may"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('shall')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const box = (checked: string): string =>
  complex(
    'FORMCHECKBOX',
    '',
    `<w:ffData><w:name w:val="a"/><w:checkBox><w:default w:val="0"/>${checked}</w:checkBox></w:ffData>`,
  );
const choice = (at: number): string =>
  complex(
    'FORMDROPDOWN',
    '',
    `<w:ffData><w:ddList><w:result w:val="${at}"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList></w:ffData>`,
  );
const control = (text: string, set = ''): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="Party"/>${set}</w:sdtPr><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>`;
const link = (attributes: string): string => `<w:hyperlink ${attributes}>${r('here')}</w:hyperlink>`;
const section = (inner = ''): string => p(r('End of part one'), `<w:sectPr>${inner}<w:pgSz w:w="11906"/></w:sectPr>`);
const drawing = (size: number, description: string): string =>
  `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="${size}" cy="1"/><wp:docPr id="${size}" name="Picture ${size}" descr="${description}"/></wp:inline></w:drawing></w:r>`;
const boxed = (text: string): string =>
  `<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>${p(r(text))}</w:txbxContent></v:textbox></w:pict></w:r>`;

interface Seen {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly says: readonly string[];
}

const SEEN: readonly Seen[] = [
  { what: 'words', before: p(r('ten days')), after: p(r('nine days')), says: ['text: the text differs'] },
  {
    what: 'a paragraph',
    before: p(r('One')) + p(r('Three')),
    after: p(r('One')) + p(r('Two things')) + p(r('Three')),
    says: ['paragraph: a paragraph stands in after only'],
  },
  {
    what: 'an empty paragraph',
    before: p(r('A')),
    after: p(r('A')) + p(''),
    says: ['empty paragraph: an empty paragraph stands in after only'],
  },
  {
    what: 'a tick',
    before: p(box('')),
    after: p(box('<w:checked/>')),
    says: ['form field: the check box is ticked in after and not in before'],
  },
  {
    what: 'a tick undone',
    before: p(box('<w:checked w:val="on"/>')),
    after: p(box('<w:checked w:val="false"/>')),
    says: ['form field: the check box is ticked in before and not in after'],
  },
  {
    what: 'a choice',
    before: p(choice(0)),
    after: p(choice(1)),
    says: ['form field: the choice of the field is “Yes” in before and “No” in after'],
  },
  {
    what: 'the code of a nested field',
    before: p(nested('Country')),
    after: p(nested('State')),
    says: ['field: the code of the field differs'],
  },
  {
    what: 'a code',
    before: p(complex('PAGE', '1')),
    after: p(complex('NUMPAGES', '1')),
    says: ['field: the code of the field is “PAGE” in before and “NUMPAGES” in after'],
  },
  {
    what: 'a simple field without its result',
    before: p(`<w:fldSimple w:instr="PAGE">${r('1')}</w:fldSimple>`),
    after: p('<w:fldSimple w:instr="PAGE"/>'),
    says: ['text: the text differs'],
  },
  {
    what: 'the tooltip of a link',
    before: p(link('w:anchor="a" w:tooltip="x"')),
    after: p(link('w:anchor="a" w:tooltip="y"')),
    says: ['link: the tooltip of the link is “x” in before and “y” in after'],
  },
  {
    what: 'where a link leads',
    before: p(link('w:anchor="a"')),
    after: p(link('w:anchor="b"')),
    says: ['link: the bookmark it leads to of the link is “a” in before and “b” in after'],
  },
  {
    what: 'the tag of a content control',
    before: p(control('A', '<w:tag w:val="one"/>')),
    after: p(control('A', '<w:tag w:val="two"/>')),
    says: ['content control: the tag of the content control differs'],
  },
  {
    what: 'a content control',
    before: p(r('A')),
    after: p(control('A')),
    says: [
      'content control: a content control stands here in after only',
      'content control: the end of a content control stands here in after only',
    ],
  },
  {
    what: 'bold',
    before: p(r('A')),
    after: p(r('A', '<w:b/>')),
    says: ['format: the formatting of text differs: bold'],
  },
  {
    what: 'hidden text',
    before: p(r('A')),
    after: p(r('A', '<w:vanish/>')),
    says: ['format: the formatting of text differs: hidden text'],
  },
  {
    what: 'the formatting of a paragraph mark',
    before: p(r('A'), '<w:rPr><w:specVanish/></w:rPr>'),
    after: p(r('A')),
    says: ['paragraph mark: the formatting of the paragraph mark differs: style separator'],
  },
  {
    what: 'an indent',
    before: p(r('A')),
    after: p(r('A'), '<w:ind w:left="720"/>'),
    says: ['format: the formatting of the paragraph differs: indent'],
  },
  {
    what: 'a section break',
    before: p(r('A')),
    after: p(r('A')) + section(),
    says: ['paragraph: a paragraph stands in after only', 'section break: a section break stands in after only'],
  },
  {
    what: 'the pages of a section',
    before: section() + p(''),
    after: section('<w:pgMar w:top="9"/>') + p(''),
    says: ['section: the margins (top) of the section break is none in before and “9” in after'],
  },
  {
    what: 'a row',
    before: table(['a', 'b']),
    after: table(['a', 'b'], ['c', 'd']),
    says: [
      'row: a table row stands in after only',
      'cell: a table cell stands in after only',
      'paragraph: a paragraph stands in after only',
      'paragraph: a paragraph stands in after only',
    ],
  },
  {
    what: 'the size of a drawing',
    before: p(drawing(5, 'x')),
    after: p(drawing(6, 'x')),
    says: ['drawing set-up: the size of the drawing differs'],
  },
  {
    what: 'alternative text',
    before: p(drawing(5, 'x')),
    after: p(drawing(5, 'y')),
    says: ['drawing set-up: the alternative text of the drawing is “x” in before and “y” in after'],
  },
  { what: 'words in a text box', before: p(boxed('one')), after: p(boxed('two')), says: ['text: the text differs'] },
  {
    what: 'a bookmark',
    before: p(`<w:bookmarkStart w:id="1" w:name="x"/>${r('A')}<w:bookmarkEnd w:id="1"/>`),
    after: p(r('A')),
    says: ['bookmark: a bookmark “x” begins here in before only', 'bookmark: a bookmark “x” ends here in before only'],
  },
  {
    what: 'a page break',
    before: p('<w:r><w:br/></w:r>'),
    after: p('<w:r><w:br w:type="page"/></w:r>'),
    says: ['break: the type of the break is none in before and “page” in after'],
  },
];

describe('the account sees', () => {
  test.each(SEEN)('$what', ({ before, after, says }) => {
    const found = told(pack(before), pack(after));
    for (const sentence of says) expect(found).toContain(sentence);
    expect(told(pack(before), pack(before))).toEqual([]);
    expect(told(pack(after), pack(after))).toEqual([]);
  });

  const styles = (inner: string): Extra => ({ 'styles.xml': part('styles', inner) });
  const style = (id: string, name: string, rest: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;

  test('a style of the same id that says something else', () => {
    const body = p(r('A'), '<w:pStyle w:val="a3"/>');
    const [one, other] = [style('a3', 'Title', '<w:pPr><w:jc w:val="center"/></w:pPr>'), style('a3', 'Subtitle', '')];
    expect(told(pack(body, styles(one)), pack(body, styles(other)))).toEqual([
      'style: the styles “title” and “subtitle” differ: alignment',
    ]);
  });

  test('text that a style hides', () => {
    const body = p(r('A'), '<w:pStyle w:val="S"/>');
    const hidden = style('S', 'Small', '<w:rPr><w:vanish/></w:rPr>');
    const found = told(pack(body, styles(style('S', 'Small', ''))), pack(body, styles(hidden)));
    expect(found).toContain('style: the style “small” is defined otherwise: hidden text');
  });

  test('no difference where a style has another id, and where another style is defined that nothing uses', () => {
    const bold = '<w:rPr><w:b/></w:rPr>';
    const before = pack(p(r('A'), '<w:pStyle w:val="a"/>'), styles(style('a', 'Title', bold)));
    const after = pack(p(r('A'), '<w:pStyle w:val="b"/>'), styles(style('b', 'Title', bold) + style('c', 'Other', '')));
    expect(told(before, after)).toEqual([]);
  });

  test('numbers that lists show, and not the ids of lists', () => {
    const list = (id: number, text: string): Extra => ({
      'numbering.xml': part(
        'numbering',
        `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
      ),
    });
    const body = (id: number): string =>
      p(r('A'), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`).repeat(2);
    expect(told(pack(body(1), list(1, '(%1)')), pack(body(7), list(7, '(%1)')))).toEqual([]);
    const changed = differences(pack(body(1), list(1, '(%1)')), pack(body(1), list(1, '%1.')));
    expect(changed.map(({ kind, wanted, found }) => [kind, wanted, found])).toEqual([
      ['number', '(a)', 'a.'],
      ['number', '(b)', 'b.'],
    ]);
  });

  test('the words of notes, headers and imported files, with the part that holds them', () => {
    const note = (text: string): Extra => ({
      'footnotes.xml': part('footnotes', `<w:footnote w:id="4">${p(r(text))}</w:footnote>`),
    });
    const call = p(`${r('A')}<w:r><w:footnoteReference w:id="4"/></w:r>`);
    const [found] = differences(pack(call, note('one')), pack(call, note('two')));
    expect(found).toMatchObject({ kind: 'text', story: 'footnote', part: 'word/footnotes.xml', paragraph: 1 });
    const header = (text: string): Extra => ({ 'header1.xml': part('hdr', p(r(text))) });
    const refers = '<w:headerReference w:type="default" r:id="rheader1xml"/>';
    const headed = differences(pack(p(''), header('one'), '', refers), pack(p(''), header('two'), '', refers));
    expect(headed).toMatchObject([{ kind: 'text', story: 'header of the pages', part: 'word/header1.xml' }]);
    const chunk = (text: string): Uint8Array => pack('<w:altChunk r:id="raFChunktxt"/>', { 'aFChunk.txt': text });
    expect(told(chunk('one'), chunk('two'))).toEqual(['imported file: the content of the imported file differs']);
  });

  test('a header that only one file has, and not one without text', () => {
    const refers = '<w:headerReference w:type="default" r:id="rheader1xml"/>';
    const headed = (inner: string): Uint8Array => pack(p(r('A')), { 'header1.xml': part('hdr', inner) }, '', refers);
    expect(told(pack(p(r('A'))), headed(p(r('Draft'))))).toEqual([
      'header: the header of the pages stands in after only: “Draft”',
    ]);
    expect(told(pack(p(r('A'))), headed(p('')))).toEqual([]);
  });

  test('settings that matter', () => {
    const set = (inner: string): Uint8Array => pack(p(''), { 'settings.xml': part('settings', inner) });
    expect(told(set(''), set('<w:evenAndOddHeaders/>'))).toEqual([
      'setting: the setting different headers on even pages stands in after only',
    ]);
  });
});

describe('the account does not see', () => {
  const SAME: readonly (readonly [string, string, string])[] = [
    ['how runs are cut', p(r('one two')), p(r('one ') + r('two'))],
    ['rsids', p(r('A')), p(r('A')).replace('<w:r>', '<w:r w:rsidR="00AB12CD">')],
    ['empty tags', p(r('A', '<w:b/>')), p(r('A', '<w:b></w:b>'))],
    ['spellings of on and off', p(r('A', '<w:b/>')), p(r('A', '<w:b w:val="true"/>'))],
    ['what is off anyway', p(r('A')), p(r('A', '<w:i w:val="0"/>'))],
    ['character references', p(r('A &amp; B')), p(r('&#65; &#x26; B'))],
    [
      'the order of attributes',
      p(r('A'), '<w:ind w:left="1" w:right="2"/>'),
      p(r('A'), "<w:ind w:right='2' w:left='1'/>"),
    ],
    [
      'names of edges',
      p(r('A'), '<w:jc w:val="right"/><w:ind w:left="1"/>'),
      p(r('A'), '<w:jc w:val="end"/><w:ind w:start="1"/>'),
    ],
    ['where a page ended last time', p(r('A')), p(r('A').replace('<w:t ', '<w:lastRenderedPageBreak/><w:t '))],
    ['the form of a field', p(complex('PAGE', '1')), p(`<w:fldSimple w:instr=" PAGE ">${r('1')}</w:fldSimple>`)],
    ['the form of a link', p(link('w:anchor="a"')), p(complex('HYPERLINK \\l "a"', 'here'))],
    [
      'ids and names of drawings',
      p(drawing(5, 'x')),
      p(drawing(5, 'x').replace('id="5"', 'id="77"').replace('Picture 5', 'Bild 1')),
    ],
    [
      'bookmarks that Word makes for itself',
      p(r('A')),
      p(`${r('A')}<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>`),
    ],
    ['empty runs', p(r('A')), p(`${r('A')}<w:r><w:rPr><w:b/></w:rPr></w:r>`)],
  ];
  test.each(SAME)('%s', (_, before, after) => {
    expect(told(pack(before), pack(after))).toEqual([]);
    expect(told(pack(after), pack(before))).toEqual([]);
  });

  test('alternatives for older programs', () => {
    const body = p(r('A', '<w:b/>'));
    const alternative = (fallback: string): string =>
      p(
        `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:Choice Requires="wps">${r('A', '<w:b/>')}</mc:Choice>${fallback}</mc:AlternateContent>`,
      );
    expect(told(pack(body), pack(alternative(`<mc:Fallback>${r('Z')}</mc:Fallback>`)))).toEqual([]);
    expect(told(pack(body), pack(alternative(''))).length).toBe(0);
    const unknown = alternative(`<mc:Fallback>${r('Z')}</mc:Fallback>`).replace(
      '2010/wordprocessingShape',
      '2031/unheard',
    );
    expect(told(pack(body), pack(unknown))).toContain('text: the text differs');
  });
});

describe('a place', () => {
  test('is the paragraph of the part and a few words of it', () => {
    const before = pack(p(r('One')) + p(r('The Supplier pays within ten days of the invoice being received.')));
    const after = pack(p(r('One')) + p(r('The Supplier pays within nine days of the invoice being received.')));
    expect(differences(before, after)).toMatchObject([
      {
        part: 'word/document.xml',
        paragraph: 2,
        near: 'The Supplier pays within ten days of the invoice…',
        wanted: 'The Supplier pays within ten days of the invoice being…',
      },
    ]);
  });

  test('is counted where the same difference of looks is found again', () => {
    const body = (format: string): string => ['One', 'Two', 'Three'].map((text) => p(r(text, format))).join('');
    expect(differences(pack(body('')), pack(body('<w:b/>')))).toMatchObject([
      { kind: 'format', paragraph: 1, count: 3 },
    ]);
  });
});

describe('comments', () => {
  test('are told by their words, as comments and not as text', () => {
    const comments = (...texts: string[]): Extra => ({
      'comments.xml': part(
        'comments',
        texts.map((text, id) => `<w:comment w:id="${id}" w:author="A">${p(r(text))}</w:comment>`).join(''),
      ),
    });
    const calls = (...ids: number[]): string =>
      p(r('A') + ids.map((id) => `<w:r><w:commentReference w:id="${id}"/></w:r>`).join(''));
    expect(told(pack(calls(0, 1), comments('One', 'Two')), pack(calls(0), comments('Two')))).toEqual([
      'comment: a comment stands here in before only',
    ]);
  });
});

describe('results of fields that Word renews', () => {
  test('are left out where asked', () => {
    const [before, after] = [
      pack(p(`${r('See page ')}${complex('PAGEREF a', '7')}`)),
      pack(p(`${r('See page ')}${complex('PAGEREF a', '9')}`)),
    ];
    expect(told(before, after)).toEqual(['text: the text differs']);
    expect(differences(before, after, { results: 'omit' })).toEqual([]);
    const other = pack(p(`${r('See part ')}${complex('PAGEREF a', '9')}`));
    expect(differences(before, other, { results: 'omit' })).toMatchObject([{ kind: 'text', wanted: 'See page ' }]);
  });
});

describe('a damaged part', () => {
  test('is told by its bytes', () => {
    const styled = (styles: string): Uint8Array => pack(p(r('A')), { 'styles.xml': styles });
    expect(told(styled('<w:styles'), styled('<w:stiles'))).toEqual(['part: “styles” differs']);
  });
});
