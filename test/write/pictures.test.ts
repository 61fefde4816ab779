/** Pictures: read and written as Markdown, compared as one, shown by Word and the page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { measure } from '../../src/library/pictures/measure.ts';
import { collect } from '../../src/message.ts';
import { acceptAll, rejectAll } from '../../src/model/decide.ts';
import type { Document, Picture } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import type { PictureData } from '../../src/model/picture.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { writeDocx } from '../../src/write/docx/index.ts';
import { writeHtml } from '../../src/write/html/index.ts';
import { writeMarkdown } from '../../src/write/markdown/index.ts';
import { makePng } from '../make-picture.ts';
import { partsOf } from './docx/parts.ts';

const text = fc
  .string({ unit: fc.constantFrom(...'ab ]["\\{}*_&|é'), minLength: 1, maxLength: 8 })
  .filter((value) => value.trim() === value && value !== '');
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const picture = fc
  .record({
    file: fc.constantFrom('flow.png', 'pictures/a b.jpg', 'plan.SVG', 'über.jpeg'),
    text: optional(text),
    caption: optional(text),
    id: optional(fc.constantFrom('flow', 'plan-2')),
    label: optional(fc.constantFrom('1', '4.2', 'A')),
    word: optional(fc.constantFrom('Map', 'Chart')),
    width: optional(fc.integer({ min: 1, max: 31_680 })),
    height: optional(fc.integer({ min: 1, max: 31_680 })),
    fixed: optional(fc.constant(true as const)),
  })
  .map(
    (facts) =>
      ({
        type: 'picture',
        ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
      }) as unknown as Picture,
  );

function documentOf(...pictures: readonly Picture[]): Document {
  const meta = { title: 'Harbour Code', provision: 'Clause', language: 'en-GB' };
  return { type: 'document', meta, children: pictures.map((one) => ({ type: 'para', children: [one] })) };
}

const PNG = makePng(40, 20);
const DATA = measure(PNG) as PictureData;
const shown: Picture = {
  type: 'picture',
  file: 'flow.png',
  fingerprint: 'f1',
  text: 'A board',
  caption: 'Colours',
  label: '2',
  id: 'flow',
};

describe('a picture', () => {
  it('reads back from Markdown as it was written', () => {
    fc.assert(
      fc.property(picture, (one) => {
        const written = writeMarkdown(cleanRedline(documentOf(one)));
        const { value, messages } = collect((report) => readMarkdown(written, { mode: 'strict' }, report));
        expect(messages).toEqual([]);
        expect(firstDifference(documentOf(one), value)).toBeUndefined();
        expect(writeMarkdown(cleanRedline(value))).toBe(written);
      }),
    );
  });

  it('is compared as one: another content, size or caption is another picture', () => {
    fc.assert(
      fc.property(picture, picture, (a, b) => {
        const [before, after] = [documentOf(a), documentOf(b)];
        const redline = compare(before, after);
        expect(firstDifference(acceptAll(redline), after)).toBeUndefined();
        expect(firstDifference(rejectAll(redline), before)).toBeUndefined();
        expect(redline.changes.length > 0).toBe(firstDifference(before, after) !== undefined);
      }),
    );
    const other = compare(documentOf(shown), documentOf({ ...shown, fingerprint: 'f2' }));
    expect(other.changes).toHaveLength(1);
  });

  it('stands in Word once, with its alternative text, its size and its caption', async () => {
    const document = documentOf(shown, { ...shown, id: 'again', width: 2000 });
    const parts = partsOf(await writeDocx(cleanRedline(document), { pictures: new Map([['f1', DATA]]) }));
    const xml = parts['word/document.xml'] ?? '';
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toEqual(['word/media/f1.png']);
    expect(xml).toContain('descr="A board"');
    expect(xml).toContain(`cx="${2000 * 635}" cy="${1000 * 635}"`);
    expect(xml).toMatch(/<w:pStyle w:val="FigureCaption"\/>.*Figure 2.*Colours/s);
  });

  it('stands in the page itself, and what is unsafe in an SVG is refused', () => {
    const html = writeHtml(cleanRedline(documentOf(shown)), { pictures: new Map([['f1', DATA]]) });
    expect(html).toMatch(/<img src="data:image\/png;base64,[^"]+" alt="A board"/);
    const svg = (inner: string) =>
      measure(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${inner}</svg>`));
    expect(svg('<rect width="3" height="3" fill="url(#a)"/>')).toMatchObject({ kind: 'svg', width: 300, height: 150 });
    for (const inner of [
      '<script/>',
      '<rect onload="x()"/>',
      '<image href="http://a.example/b.png"/>',
      '<style>a{background:url(http://a.example)}</style>',
      '<foreignObject/>',
    ])
      expect(typeof svg(inner)).toBe('string');
  });

  it('is not lost without a word where its braces or its file are not understood', () => {
    const rules = (source: string) =>
      collect((report) =>
        readMarkdown(`---\ntitle: a\nprovision: Clause\n---\n\n${source}\n`, { mode: 'strict' }, report),
      ).messages.map(({ rule }) => rule);
    expect(rules('![a](b.png){width=3furlongs}')).toEqual(['read/unknown-attribute']);
    expect(rules('![a](https://a.example/b.png)')).toEqual(['read/picture-elsewhere']);
    expect(rules('![a](../b.png)')).toEqual(['read/picture-elsewhere']);
  });
});
