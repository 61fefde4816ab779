/** Hostile and broken input: a typed error or a message, in bounded time and memory. */
import { describe, expect, it } from 'vitest';
import { collect, formatMessage, UnusableInput } from '../../../src/message.ts';
import { plainText } from '../../../src/model/walk.ts';
import { readDocx, readDocxRedline } from '../../../src/read/docx/index.ts';
import {
  CONTENT_TYPES,
  DECLARED,
  docx,
  field,
  level,
  listed,
  lists,
  p,
  partsOf,
  ROOT_RELATIONSHIPS,
  r,
  zip,
} from './make.ts';

/** Reads bytes; gives the rules of the messages, and the text where there is a document. */
function outcome(
  bytes: Uint8Array,
  limits = {},
): { readonly text: string | undefined; readonly rules: readonly string[] } {
  const started = performance.now();
  try {
    const { value, messages } = collect((report) => readDocx(bytes, { file: 'hostile.docx', limits }, report));
    return { text: plainText(value), rules: messages.map((message) => message.rule) };
  } catch (error) {
    expect(error).toBeInstanceOf(UnusableInput);
    return { text: undefined, rules: (error as UnusableInput).messages.map((message) => message.rule) };
  } finally {
    expect(performance.now() - started).toBeLessThan(5000);
  }
}

const refused = (rule: string) => ({ text: undefined, rules: [rule] });

describe('packages that give no document', () => {
  const good = docx(p(r('Text')));

  it.each([
    ['nothing at all', new Uint8Array(), 'read/docx-not-a-package'],
    ['a text file', new TextEncoder().encode('Dear Sir or Madam'), 'read/docx-not-a-package'],
    ['an older binary file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4), 'read/docx-not-a-package'],
    ['a truncated archive', good.subarray(0, good.length - 40), 'read/docx-damaged'],
    ['an archive of something else', zip({ 'a.txt': 'a' }), 'read/docx-not-word'],
    ['a workbook', workbook(), 'read/docx-not-word'],
    [
      'a missing main part',
      zip({ '[Content_Types].xml': CONTENT_TYPES, '_rels/.rels': ROOT_RELATIONSHIPS }),
      'read/docx-not-word',
    ],
  ])('%s', (_, bytes, rule) => {
    expect(outcome(bytes).rules.at(-1)).toBe(rule);
    expect(outcome(bytes).text).toBeUndefined();
  });

  it('an encrypted file is told apart', () => {
    const name = new Uint8Array(new Uint16Array([...'EncryptedPackage'].map((c) => c.charCodeAt(0))).buffer);
    const bytes = new Uint8Array(64 + name.length);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
    bytes.set(name, 64);
    expect(outcome(bytes)).toEqual(refused('read/docx-encrypted'));
  });

  it.each([
    ['text that is not XML', 'Dear Sir'],
    ['a text that ends too early', `<w:document ${DECLARED}><w:body><w:p>`],
    ['tags that do not match', `<w:document ${DECLARED}><w:body></w:p></w:document>`],
    ['an entity declared', `<!DOCTYPE w:document [<!ENTITY a "b">]><w:document ${DECLARED}/>`],
    [
      'elements nested 100,000 deep',
      `<w:document ${DECLARED}>${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}</w:document>`,
    ],
  ])('a main part with %s', (_, source) => {
    expect(outcome(zip({ ...partsOf(''), 'word/document.xml': source }))).toEqual(refused('read/docx-damaged-part'));
  });
});

function workbook(): Uint8Array {
  const types = CONTENT_TYPES.replace('wordprocessingml.document', 'spreadsheetml.sheet').replace(
    '/word/document',
    '/xl/workbook',
  );
  const relationships = ROOT_RELATIONSHIPS.replace('word/document.xml', 'xl/workbook.xml');
  return zip({ '[Content_Types].xml': types, '_rels/.rels': relationships, 'xl/workbook.xml': '<workbook/>' });
}

describe('limits', () => {
  it.each([
    ['entries', { entries: 3 }],
    ['the size of a part', { partBytes: 1000 }],
    ['the size of all', { totalBytes: 2000 }],
    ['paragraphs', { blocks: 0 }],
    ['pieces', { pieces: 0 }],
  ])('on %s', (_, limits) => {
    expect(outcome(docx(p(r('x'.repeat(2000)))), limits)).toEqual(refused('read/docx-too-large'));
  });

  it('on how much larger an entry gets', () => {
    const bomb = zip({ ...partsOf(p(r('Text'))), 'word/media/a.bin': new Uint8Array(40 * 1024 * 1024) });
    expect(outcome(bomb)).toEqual(refused('read/docx-too-large'));
  });

  it('a small entry may be packed as tightly as it likes', () => {
    expect(outcome(docx(p(r('x'.repeat(1_000_000))))).text).toHaveLength(1_000_000);
  });
});

describe('broken packages that can be read', () => {
  it('without a list of content types', () => {
    const { '[Content_Types].xml': _, ...rest } = partsOf(p(r('Text')));
    expect(outcome(zip(rest))).toEqual({ text: 'Text', rules: ['read/docx-no-content-types'] });
  });

  it('without relationships of the package', () => {
    const { '_rels/.rels': _, ...rest } = partsOf(p(r('Text')));
    expect(outcome(zip(rest)).text).toBe('Text');
  });

  it('with names in another case, and backslashes', () => {
    const parts = Object.entries(partsOf(p(r('Text')))).map(([name, part]) => [
      name.replace('word/document', 'WORD\\Document'),
      part,
    ]);
    expect(outcome(zip(Object.fromEntries(parts))).text).toBe('Text');
  });

  it('with names that lead out of it', () => {
    const bytes = zip({ ...partsOf(p(r('Text'))), '../../evil.txt': 'evil', 'C:/evil.txt': 'evil' });
    expect(outcome(bytes)).toEqual({ text: 'Text', rules: ['read/docx-unsafe-name', 'read/docx-unsafe-name'] });
  });

  it('with a damaged part beside the text', () => {
    const bytes = docx(p(r('Text')), { numbering: '<w:num>' });
    expect(outcome(bytes)).toEqual({ text: 'Text', rules: ['read/docx-damaged-part'] });
  });

  it('with an entity in a part beside the text', () => {
    const bytes = zip({
      ...partsOf(p(r('Text')), { styles: '' }),
      'word/styles.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    });
    expect(outcome(bytes)).toEqual({ text: 'Text', rules: ['read/docx-damaged-part'] });
  });

  it('with bytes that are no UTF-8', () => {
    const source = new TextEncoder().encode(`<w:document ${DECLARED}><w:body>${p(r('Té'))}</w:body></w:document>`);
    source[source.indexOf(0xc3)] = 0xff;
    const read = outcome(zip({ ...partsOf(''), 'word/document.xml': source }));
    expect(read.text).toMatch(/^T\ufffd+$/);
    expect(read.rules).toEqual(['read/docx-invalid-text']);
  });

  it('with characters that XML forbids', () => {
    expect(outcome(docx(p(r('a\u0001b'))))).toEqual({ text: 'a\ufffdb', rules: ['read/docx-invalid-text'] });
    expect(outcome(docx(p('<w:r><w:t>a&#1;b&#xFFFF;&nothing;</w:t></w:r>'))).text).toBe('a\ufffdb\ufffd&nothing;');
  });

  it('in UTF-16', () => {
    const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?><w:document ${DECLARED}><w:body>${p(r('Text é'))}</w:body></w:document>`;
    const bytes = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
    expect(outcome(zip({ ...partsOf(''), 'word/document.xml': bytes })).text).toBe('Text é');
  });

  it('in an encoding that it declares', () => {
    const text = `<?xml version="1.0" encoding="windows-1252"?><w:document ${DECLARED}><w:body>${p(r('T?xt'))}</w:body></w:document>`;
    const bytes = new TextEncoder().encode(text);
    bytes[text.indexOf('T?xt') + 1] = 0xe9;
    expect(outcome(zip({ ...partsOf(''), 'word/document.xml': bytes })).text).toBe('Téxt');
  });

  it('with relationships that lead nowhere', () => {
    const body = p(`<w:hyperlink r:id="rId99">${r('link')}</w:hyperlink>`) + drawing('rId98');
    const relationships =
      '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>';
    expect(outcome(docx(body, { relationships }))).toEqual({
      text: 'link\n',
      rules: ['read/docx-missing-part', 'read/docx-dangling-relationship', 'read/docx-dangling-relationship'],
    });
  });
});

function drawing(id: string): string {
  return p(
    `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  );
}

describe('loops and loose ends', () => {
  it('styles that are based on one another', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>';
    expect(outcome(docx(p(r('Text'), '<w:pStyle w:val="A"/>'), { styles })).text).toBe('Text');
  });

  it('lists that link to one another', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/><w:numStyleLink w:val="L"/></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    expect(outcome(docx(p(r('Text'), listed(1)), { numbering })).text).toBe('Text');
  });

  it.each([
    ['no end', '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'],
    ['no beginning', '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'],
  ])('fields with %s', (_, marks) => {
    const read = outcome(docx(p(marks + r('Text')) + p(r('More'))));
    expect(read.text).toBe('Text\nMore');
    expect(read.rules).toContain('read/docx-unbalanced-field');
  });

  it('a footnote that calls itself', () => {
    const call = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const footnotes = `<w:footnote w:id="1">${p(r('Note') + call)}</w:footnote>`;
    expect(outcome(docx(p(r('Text') + call), { footnotes }))).toEqual({ text: 'Text', rules: ['read/docx-note'] });
  });

  it('text, cells and rows where none may stand', () => {
    const body = `${r('loose')}<w:tc>${p(r('cell'))}</w:tc><w:tr><w:tc>${p(r('row'))}</w:tc></w:tr>${p(`<w:p>${r('inner')}</w:p>${r('outer')}`)}`;
    const read = outcome(docx(body));
    for (const word of ['loose', 'cell', 'row', 'inner', 'outer']) expect(read.text).toContain(word);
  });
});

describe('size', () => {
  it('a million runs', () => {
    const body = p('<w:r><w:t>x</w:t></w:r>'.repeat(1_000_000));
    expect(outcome(docx(body)).text).toHaveLength(1_000_000);
  });

  it('many runs, every other one inserted', () => {
    const pair = `<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r><w:ins w:author="A"><w:r><w:t>y</w:t></w:r></w:ins>`;
    const bytes = docx(p(pair.repeat(50_000)));
    const started = performance.now();
    expect(readDocxRedline(bytes, {}, () => {}).changes).toHaveLength(50_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it.each([
    ['paragraphs', p(r('x')).repeat(100_000)],
    ['fields in one paragraph', p(field('DATE', r('x')).repeat(50_000))],
    ['fields in one another', p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(50_000) + r('x'))],
    ['links in one paragraph', p(`<w:hyperlink w:anchor="a">${r('x')}</w:hyperlink>`.repeat(50_000))],
    [
      'bookmarks in one paragraph',
      p(Array.from({ length: 100_000 }, (_, i) => `<w:bookmarkStart w:id="${i}" w:name="a${i}"/>`).join('') + r('x')),
    ],
    [
      'bookmarks of one name',
      p('<w:bookmarkStart w:name="a b"/><w:bookmarkStart w:name="a-b"/>'.repeat(50_000) + r('x')),
    ],
    ['cells in one row', `<w:tbl><w:tr>${`<w:tc>${p(r('x'))}</w:tc>`.repeat(50_000)}</w:tr></w:tbl>`],
    [
      'rows merged into one cell',
      `<w:tbl>${`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p(r('x'))}</w:tc></w:tr>`.repeat(20_000)}</w:tbl>`,
    ],
    [
      'columns left out',
      `<w:tbl>${`<w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr><w:tc>${p(r('x'))}</w:tc></w:tr>`.repeat(1000)}</w:tbl>`,
    ],
    ['tracked paragraph marks', p(r('x'), '<w:rPr><w:del w:author="A"/></w:rPr>').repeat(20_000)],
  ])('%s', (_, body) => {
    expect(outcome(docx(body)).text).toContain('x');
  });

  it('numbers beyond all reason', () => {
    const numbering = lists(
      `<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>`,
    );
    const { value } = collect((report) => readDocx(docx(p(r('x'), listed(1)), { numbering }), {}, report));
    expect(value.children[0]).toMatchObject({ type: 'clause', label: '999999999' });
    expect(lists(level(0, 'decimal', '%1'))).toContain('decimal');
  });

  it('messages that repeat are counted', () => {
    const links = Array.from({ length: 1000 }, (_, i) => `<w:hyperlink r:id="r${i}">${r('x')}</w:hyperlink>`).join('');
    const { messages } = collect((report) => readDocx(docx(p(links)), { file: 'a.docx' }, report));
    expect(messages.length).toBeLessThan(20);
    expect(messages.map(formatMessage).join('\n')).toContain('988 times');
  });
});
