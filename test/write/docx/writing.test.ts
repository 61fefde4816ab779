/** What stands in the parts of a written file. */
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { acceptAll } from '../../../src/model/decide.ts';
import { cleanRedline } from '../../../src/model/redline.ts';
import { plainText } from '../../../src/model/walk.ts';
import { type DocxOptions, writeDocx } from '../../../src/write/docx/index.ts';
import { clause, DEL, doc, head, INS, limb, META, note, p, panel, redline, ref, row, t, table, was } from './build.ts';
import { body, paragraphsWith, partsOf, values } from './parts.ts';
import { SAMPLE_BEFORE, SAMPLE_META, sampleBlocks } from './sample.ts';

const OPTIONS: DocxOptions = { author: 'A & B', date: '2019-12-19T09:00:00Z' };
const sample = redline(sampleBlocks(), SAMPLE_META, SAMPLE_BEFORE);

describe('a written file', () => {
  it('holds all the text, as mammoth reads it', async () => {
    const clean = acceptAll(sample);
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await writeDocx(cleanRedline(clean), OPTIONS)),
    });
    const read = value.replace(/\s+/g, ' ');
    for (const line of plainText(clean)
      .split('\n')
      .filter((each) => each !== ''))
      expect(read).toContain(line.replace(/\s+/g, ' ').trim());
  });

  it('is the same twice over, but for the time in its core properties', async () => {
    const [one, two] = [partsOf(await writeDocx(sample, OPTIONS)), partsOf(await writeDocx(sample, OPTIONS))];
    const differing = Object.keys(one).filter((name) => one[name] !== two[name]);
    expect(Object.keys(two)).toEqual(Object.keys(one));
    expect(differing.filter((name) => name !== 'docProps/core.xml')).toEqual([]);
  });

  it('has no id twice, among revisions and bookmarks, and author and date on each revision', async () => {
    const parts = partsOf(await writeDocx(sample, OPTIONS));
    const xml = Object.entries(parts)
      .filter(([name]) => /^word\/\w+\.xml$/.test(name))
      .map(([, part]) => part)
      .join('');
    const ids = ['w:ins', 'w:del', 'w:pPrChange', 'w:rPrChange', 'w:bookmarkStart'].flatMap((name) =>
      values(xml, name, 'w:id'),
    );
    expect(ids.length).toBeGreaterThan(40);
    expect(new Set(ids).size).toBe(ids.length);
    const revisions = xml.match(/<w:(?:ins|del|pPrChange|rPrChange) [^>]*>/g) ?? [];
    const dated = /w:author="A &amp; B" w:date="2019-12-19T09:0[02]:00Z"/;
    expect(revisions.filter((each) => !dated.test(each))).toEqual([]);
  });

  it('says in its properties and furniture what the document is', async () => {
    const parts = partsOf(await writeDocx(sample, OPTIONS));
    expect(parts['docProps/core.xml']).toContain('Completion of Device Testing: Approach Document');
    expect(parts['docProps/custom.xml']).toMatch(/name="Version".*1\.5/s);
    const furniture = Object.entries(parts)
      .filter(([name]) => /word\/footer\d/.test(name))
      .map(([, part]) => part)
      .join('');
    expect(furniture).toMatch(/Public.*Page .* PAGE .* of .* NUMPAGES /s);
    expect(parts['word/styles.xml']).toContain('w:val="en-GB"');
  });

  it('prints the footer it is told to print', async () => {
    const parts = partsOf(await writeDocx(sample, { ...OPTIONS, footer: 'Controlled' }));
    const furniture = Object.entries(parts)
      .filter(([name]) => /word\/footer\d/.test(name))
      .map(([, part]) => part)
      .join('');
    expect(furniture).toContain('Controlled');
    expect(furniture).not.toContain('Public');
  });
});

describe('numbering', () => {
  it('is Word’s where it gives the label, and typed where it does not', async () => {
    const xml = body(
      await writeDocx(
        redline([
          head('1', 'One', [
            clause('1.1', [p('first')]),
            clause('1.1A', [p('typed')], { fixed: true }),
            clause('1.2', [p('second')]),
          ]),
        ]),
      ),
    );
    expect(paragraphsWith(xml, '>first<')[0]).toContain('<w:numPr>');
    expect(paragraphsWith(xml, '>second<')[0]).toContain('<w:numPr>');
    expect(paragraphsWith(xml, '>typed<')[0]).toMatch(/>1\.1A<.*<w:tab\/>/);
    expect(paragraphsWith(xml, '>typed<')[0]).not.toContain('<w:numPr>');
  });

  it('begins anew where a number is out of sequence, and each list of limbs begins anew', async () => {
    const limbs = () => [limb('(a)', [p('x')]), limb('(b)', [p('y')])];
    const xml = body(
      await writeDocx(redline([clause('13.3', [p('a'), ...limbs()]), clause('20.18', [p('b'), ...limbs()])])),
    );
    const lists = values(xml, 'w:numId', 'w:val');
    expect(lists).toHaveLength(6);
    expect(new Set(lists).size).toBe(4);
  });

  it('marks the paragraph of an inserted clause, and writes nothing of the numbers that follow', async () => {
    const blocks = [clause('1.1', [p('new')], INS), clause('1.2', [p('old')], was({ label: '1.1' }))];
    const xml = body(await writeDocx(redline([head('1', 'One', blocks)]), OPTIONS));
    expect(paragraphsWith(xml, '>new<')[0]).toMatch(/<w:rPr><w:ins [^>]*\/><\/w:rPr>/);
    expect(paragraphsWith(xml, '>old<')[0]).not.toMatch(/<w:(?:ins|del|pPrChange) /);
  });
});

describe('cross-references', () => {
  it('are complex fields within a link, one for each label', async () => {
    const xml = body(
      await writeDocx(
        redline([
          head('4', 'Four', [clause('4.1', [p('lead'), limb('(a)', [p('a')], { id: 'limb-a' })], { id: 'four-one' })]),
          p([t('see '), ref('limb-a', 'Clause 4.1(a)'), t(', '), ref('gone', 'Clause 9')]),
        ]),
      ),
    );
    const [paragraph = ''] = paragraphsWith(xml, 'see ');
    expect(paragraph).toMatch(
      /<w:hyperlink w:anchor="limb_a"[^>]*>.*Clause .* REF four_one \\n \\h .*4\.1.* REF limb_a \\n \\h .*\(a\).*<\/w:hyperlink>/,
    );
    expect(paragraph).not.toContain('fldSimple');
    expect(paragraph).toContain('Clause 9');
  });
});

describe('revisions', () => {
  it('of a fragment mark the fragment alone', async () => {
    const xml = body(await writeDocx(redline([p([t('keep '), t('old', DEL), t('new', INS), t(' keep')])]), OPTIONS));
    expect(paragraphsWith(xml, 'keep ')[0]).toMatch(
      /<w:del [^>]*><w:r>.*<w:delText[^>]*>old<\/w:delText>.*<\/w:del><w:ins [^>]*>.*>new<.*<\/w:ins>/,
    );
  });

  it('of formatting keep the text and say how it looked', async () => {
    const xml = body(
      await writeDocx(redline([p([t('words', { marks: { bold: true }, ...was({ marks: null }) })])]), OPTIONS),
    );
    expect(paragraphsWith(xml, 'words')[0]).toMatch(
      /<w:rPr><w:b\/><w:bCs\/><w:rPrChange [^>]*><w:rPr\/><\/w:rPrChange><\/w:rPr>/,
    );
  });

  it('of rows stand on the row and on what it holds', async () => {
    const xml = body(await writeDocx(redline([table([row(['a'], INS), row(['b'])])]), OPTIONS));
    expect(xml).toMatch(/<w:trPr><w:cantSplit\/><w:ins [^>]*\/><\/w:trPr>.*<w:ins [^>]*><w:r>.*>a</);
  });

  it('of the title block follow from the two versions', async () => {
    const xml = body(
      await writeDocx(redline([p('text')], { ...META, version: '2' }, { ...META, version: '1' }), OPTIONS),
    );
    expect(xml).toMatch(/<w:delText[^>]*>1<\/w:delText>.*<w:ins [^>]*>.*>2</s);
  });
});

describe('hostile text', () => {
  it('never becomes markup, and what XML can’t hold is replaced', async () => {
    const nasty = 'a\u0000b\u000bc\ud800d\uffffe <w:p/> ]]> & "';
    const parts = partsOf(
      await writeDocx(
        redline([head('1', nasty, [p([t(nasty), note(nasty)]), panel('code', nasty)])], {
          ...META,
          title: nasty,
          version: nasty,
        }),
      ),
    );
    expect(parts['word/document.xml']).toContain('a\ufffdb\ufffdc\ufffdd\ufffde &lt;w:p/&gt; ]]&gt; &amp;');
    for (const [name, part] of Object.entries(parts)) {
      if (!/\.(?:xml|rels)$/.test(name)) continue;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
      expect([name, part.match(/[\u0000-\u0008\u000b\u000c\uffff]/)?.[0]]).toEqual([name, undefined]);
    }
  });

  it('leads a reader to no address but of the web and of mail', async () => {
    const links = ['javascript:alert(1)', 'file:///etc/passwd', 'not an address'].map((href) =>
      t('x', { marks: { href } }),
    );
    const parts = partsOf(await writeDocx(redline([p(links)])));
    expect(parts['word/_rels/document.xml.rels']).not.toContain('hyperlink');
    expect(paragraphsWith(parts['word/document.xml'] ?? '', '>x<')).toHaveLength(1);
  });

  it('has documents without anything in them', async () => {
    expect(body(await writeDocx(cleanRedline(acceptAll({ before: META, document: doc([]), changes: [] }))))).toContain(
      '<w:body>',
    );
    expect(body(await writeDocx(redline([clause('1', []), table([row([])]), p([])])))).toContain('<w:sectPr>');
  });
});
