/** Prose out of Word: what becomes of headings, lists, tables, notes, links and pictures, and what is told. */
import { describe, expect, test } from 'vitest';
import { type Message, UnusableInput } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { parseHtml } from '../../src/read/prose/html.ts';
import { readProse } from '../../src/read/prose/index.ts';
import { writeMarkdown } from '../../src/write/markdown/index.ts';
import { del, docx, field, ins, level, listed, lists, type Parts, p, r, style } from './docx/make.ts';

const STYLES = [style('H1', 'heading 1'), style('H2', 'heading 2'), style('T', 'Title'), style('Q', 'Quote')].join('');
const styled = (id: string, text: string) => p(r(text), `<w:pStyle w:val="${id}"/>`);

interface Read {
  readonly document: Document;
  readonly markdown: string;
  readonly messages: readonly Message[];
}

async function prose(body: string, parts: Parts = {}): Promise<Read> {
  const messages: Message[] = [];
  const document = await readProse(docx(body, { styles: STYLES, ...parts }), { file: 'letter.docx' }, (message) =>
    messages.push(message),
  );
  const whole = writeMarkdown(cleanRedline(document));
  const back = readMarkdown(whole, { mode: 'strict' }, () => undefined);
  expect(firstDifference(back, document)).toBeUndefined();
  return { document, markdown: whole.replace(/^---[\s\S]*?---\n\n/, ''), messages };
}

const text = async (body: string, parts: Parts = {}) => (await prose(body, parts)).markdown;

describe('prose', () => {
  test('keeps headings with typed numbers, and paragraphs with their marks', async () => {
    const body =
      styled('T', 'A letter') +
      styled('H1', '1 Background') +
      p(r('Plain, ') + r('bold ', '<w:b/>') + r('and') + r(' raised', '<w:vertAlign w:val="superscript"/>') + r('.')) +
      styled('H2', 'Next steps') +
      styled('Q', 'What they said.');
    expect(await text(body)).toBe(
      '# A letter\n\n# 1 Background\n\nPlain, **bold** and <sup>raised</sup>.\n\n## Next steps\n\n> What they said.\n',
    );
  });

  test('keeps lists, one in another, and the numbers that they count', async () => {
    const numbering = lists(level(0, 'bullet', '•') + level(1, 'bullet', '–'), level(0, 'decimal', '%1.'));
    const item = (words: string, list: number, at = 0) => p(r(words), listed(list, at));
    const body = item('one', 1) + item('one of one', 1, 1) + item('two', 1) + item('first', 2) + item('second', 2);
    expect(await text(body, { numbering })).toBe('- one\n  - one of one\n- two\n\n1. first\n2. second\n');
  });

  test('keeps tables with spans', async () => {
    const cell = (words: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${p(r(words))}</w:tc>`;
    const row = (cells: string, header = '') => `<w:tr><w:trPr>${header}</w:trPr>${cells}</w:tr>`;
    const simple = `<w:tbl>${row(cell('Name') + cell('Age'), '<w:tblHeader/>')}${row(cell('Ann') + cell('9'))}</w:tbl>`;
    expect(await text(simple)).toBe('| Name | Age |\n| --- | --- |\n| Ann | 9 |\n');
    const spanned = `<w:tbl>${row(cell('Both', '<w:gridSpan w:val="2"/>'))}${row(cell('a') + cell('b'))}</w:tbl>`;
    expect(await text(spanned)).toContain(':::cell{columns=2}\nBoth\n:::');
  });

  test('puts footnotes at their calls', async () => {
    const footnotes = `<w:footnote w:id="2">${p(r('The note.'))}</w:footnote>`;
    const call = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    expect(await text(p(r('A claim') + call + r('.')), { footnotes })).toBe('A claim[^1].\n\n[^1]: The note.\n');
  });

  test('keeps links out, and those to a place in the text', async () => {
    const relationships =
      '<Relationship Id="out" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/>';
    const link = (attribute: string, words: string) => `<w:hyperlink ${attribute}>${r(words)}</w:hyperlink>`;
    const body =
      p(
        link('r:id="out"', 'the site') +
          r(', ') +
          link('w:anchor="part"', 'below') +
          r(', ') +
          link('w:anchor="no"', 'nowhere'),
      ) + p(`<w:bookmarkStart w:id="1" w:name="part"/><w:bookmarkEnd w:id="1"/>${r('There.')}`);
    expect(await text(body, { relationships })).toBe(
      '[the site](https://example.org/), [below](#part), nowhere\n\n{#part} There.\n',
    );
  });

  test('takes tracked changes as accepted, and the results of fields', async () => {
    expect(await text(p(r('It is ') + ins(r('new')) + del('old') + r(' on ') + field('DATE', r('1 May'))))).toBe(
      'It is new on 1 May\n',
    );
  });

  test('turns no text into markup', async () => {
    const nasty = '<script>alert(1)</script> # *not* [a](b) &amp; 1. {#x} ::end | --- "quoted"';
    expect((await prose(p(r(nasty)))).document.children).toEqual([
      { type: 'para', children: [{ type: 'text', value: nasty }] },
    ]);
  });

  test('tells of styles that mammoth does not know', async () => {
    const { messages } = await prose(styled('X', 'x'), { styles: STYLES + style('X', 'Fancy') });
    expect(messages).toMatchObject([{ rule: 'read/prose-style', severity: 'note', place: { file: 'letter.docx' } }]);
  });

  test('is refused where there is none', async () => {
    await expect(readProse(new Uint8Array([1, 2, 3]), {}, () => undefined)).rejects.toThrow(UnusableInput);
  });
});

test('HTML comes back as it was written', () => {
  expect(parseHtml('<p>a &lt;b&gt; &amp;amp; <a href="x?y=1&amp;z=&quot;">c</a><br /></p>d < e')).toEqual([
    {
      name: 'p',
      attributes: new Map(),
      children: [
        'a <b> &amp; ',
        { name: 'a', attributes: new Map([['href', 'x?y=1&z="']]), children: ['c'] },
        { name: 'br', attributes: new Map(), children: [] },
      ],
    },
    'd ',
    '<',
    ' e',
  ]);
});
