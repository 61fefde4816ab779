/** Styles, lists, comments, headers and notes of before in after's parts: whole, under names and ids of their own. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { holds, lines, p, pack, part, r, redline, xmlOf } from './build.ts';

const SPACES = { w14: 'http://schemas.microsoft.com/office/word/2010/wordml', w15: 'urn:test:w15' } as const;

/** A part whose root declares more. */
function withSpace(prefix: keyof typeof SPACES, xml: string): string {
  return xml.replace(' xmlns:r=', ` xmlns:${prefix}="${SPACES[prefix]}" xmlns:r=`);
}

/** The prefixes that a part uses and does not declare. */
function undeclared(xml: string): string[] {
  const used = [...xml.matchAll(/<\/?(\w+):|\s(\w+):\w+=/g)].map(([, element, own]) => element ?? own ?? '');
  const known = new Set([...xml.matchAll(/xmlns:(\w+)=/g)].map(([, prefix]) => prefix));
  return used.filter((prefix) => prefix !== 'xmlns' && prefix !== 'xml' && !known.has(prefix));
}

const LEVEL = '<w:start w:val="1"/><w:numFmt w:val="KIND"/><w:lvlText w:val="%1."/>';
const list = (kind: string, more = '', quote = '"'): string => {
  const xml = `<w:abstractNum w:abstractNumId="1"${more}><w:lvl w:ilvl="0">${LEVEL.replace('KIND', kind)}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  return part('numbering', xml.replaceAll('"1"', `${quote}1${quote}`));
};
const item = p(r('a first'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const commented = p(
  `<w:commentRangeStart w:id="1"/>${r('gone text')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
);
const END = p(r('end'));
const LOOKS = '<w:rPr><w14:ligatures w14:val="standard"/></w:rPr>';

describe('what is brought from the file before', () => {
  test('namespaces that the part after has not are declared', () => {
    const numbering = withSpace('w15', list('decimal', ' w15:restartNumberingAfterBreak="0"'));
    const styles = part(
      'styles',
      `<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/>${LOOKS}</w:style>`,
    );
    const comments = part(
      'comments',
      `<w:comment w:id="1" w:author="A"><w:p><w:r>${LOOKS}<w:t>Why?</w:t></w:r></w:p></w:comment>`,
    );
    const before = pack(item + p(r('styled'), '<w:pStyle w:val="Gone"/>') + commented + END, {
      'numbering.xml': numbering,
      'styles.xml': withSpace('w14', styles),
      'comments.xml': withSpace('w14', comments),
    });
    const after = pack(END, {
      'numbering.xml': list('bullet'),
      'styles.xml': part('styles', ''),
      'comments.xml': part('comments', ''),
    });
    const { bytes } = redline(before, after);
    for (const [name, brought] of [
      ['numbering', 'w15:restart'],
      ['styles', 'w14:ligatures'],
      ['comments', 'w14:ligatures'],
    ] as const) {
      const xml = xmlOf(bytes, `word/${name}.xml`);
      expect(xml).toContain(brought);
      expect(undeclared(xml)).toEqual([]);
    }
  });

  test('a list gets ids of its own, however its attributes are quoted', () => {
    const before = pack(item + END, { 'numbering.xml': list('decimal', '', "'") });
    const after = pack(END, { 'numbering.xml': list('bullet', '', "'") });
    const { bytes } = redline(before, after);
    expect(xmlOf(bytes, 'word/numbering.xml')).toMatch(/<w:num w:numId="2"><w:abstractNumId w:val="2"\/>/);
    holds(before, after, bytes);
  });

  test('the list of a style is brought with it', () => {
    const style = `<w:style w:type="paragraph" w:styleId="Gone" w:default='1'><w:name w:val="Gone"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const before = pack(p(r('a'), '<w:pStyle w:val="Gone"/>') + END, {
      'styles.xml': part('styles', style),
      'numbering.xml': list('decimal'),
    });
    const after = pack(END, { 'styles.xml': part('styles', ''), 'numbering.xml': list('lowerLetter') });
    const { bytes } = redline(before, after);
    expect(xmlOf(bytes, 'word/styles.xml')).toContain('<w:numId w:val="2"/>');
    expect(xmlOf(bytes, 'word/styles.xml')).not.toMatch(/w:default=["']1/);
  });

  test('a part of lists that is taken whole comes without pictures as bullets', () => {
    const picture = '<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet><w:numPicBullet/>';
    const numbering = list('decimal').replace('<w:abstractNum ', `${picture}<w:abstractNum `);
    const { bytes } = redline(pack(item + END, { 'numbering.xml': numbering }), pack(END));
    const xml = xmlOf(bytes, 'word/numbering.xml');
    expect(xml).toContain('w:abstractNumId');
    expect(xml).not.toContain('PicBullet');
  });

  test('a part of after that nothing leads to is not written over', () => {
    const comment = '<w:comment w:id="1" w:author="A"><w:p/></w:comment>';
    const before = pack(commented + END, { 'comments.xml': part('comments', comment) });
    const files = unzipSync(pack(END));
    const after = zipSync({ ...files, 'word/comments.xml': strToU8(part('comments', '<!-- loose -->')) });
    const { bytes } = redline(before, after);
    expect(xmlOf(bytes, 'word/comments.xml')).toContain('loose');
    expect(xmlOf(bytes, 'word/comments-before1.xml')).toContain('<w:comment ');
    expect(xmlOf(bytes, 'word/_rels/document.xml.rels')).toContain('comments-before1.xml');
  });

  test('the type of a header is written as text', () => {
    const header = part('hdr', p(r('header')));
    const reference = '<w:headerReference w:type="&lt;&quot;" r:id="rheader1xml"/>';
    const { bytes } = redline(pack(END, { 'header1.xml': header }, '', reference), pack(lines('else')));
    expect(xmlOf(bytes)).toContain('w:type="&lt;&quot;"');
  });

  test('a note gets an id that no other has, though one of the ids there is no number of Word’s', () => {
    const note = (id: string, text: string) => `<w:footnote w:id="${id}">${p(r(text))}</w:footnote>`;
    const call = (id: string) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const before = pack(p(r('one') + call('3')) + p(r('two') + call('4')) + END, {
      'footnotes.xml': part('footnotes', note('3', 'first') + note('4', 'second')),
    });
    const after = pack(END, { 'footnotes.xml': part('footnotes', note('1e300', 'other') + note('2', 'more')) });
    const { bytes } = redline(before, after);
    const ids = [...xmlOf(bytes, 'word/footnotes.xml').matchAll(/<w:footnote w:id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['3', '4', '1e300', '2']);
  });
});

const SIGNED = 'w:id="5" w:author="B" w:date="2019-01-01T00:00:00Z"';

describe('tracked changes that are to be kept', () => {
  test.each([
    ['in the body', `<w:cellIns ${SIGNED}/>`],
    ['in a run', `<w:p><w:r><w:cellMerge ${SIGNED}/><w:t>x</w:t></w:r></w:p>`],
    [
      'in properties as they were',
      `<w:p><w:pPr><w:pPrChange ${SIGNED}><w:pPr><w:cellIns ${SIGNED}/></w:pPr></w:pPrChange></w:pPr></w:p>`,
    ],
    ['in text that was deleted', `<w:p><w:del ${SIGNED}><w:delText><w:cellIns ${SIGNED}/></w:delText></w:del></w:p>`],
    [
      'in the mark of a range',
      `<w:moveFromRangeStart ${SIGNED} w:name="m"><w:cellIns ${SIGNED}/></w:moveFromRangeStart>`,
    ],
    ['in numbering', `<w:p><w:pPr><w:numPr><w:cellIns ${SIGNED}/></w:numPr></w:pPr></w:p>`],
  ])('a mark where none may stand does not keep the redline from an end: %s', (_, odd) => {
    const { body } = redline(pack(lines('one', 'two')), pack(odd + lines('one', 'three')), { tracked: 'keep' });
    expect(body).toContain('three');
  });
});
