/** Links and bookmarks in a redline: words stay where a target alone changes, and nothing foreign lands in a link. */
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../src/read/docx/index.ts';
import { accepted, holds, p, pack, r, redline, rejected, xmlOf } from './build.ts';

const link = (id: string, text: string): string => `<w:hyperlink r:id="${id}">${r(text)}</w:hyperlink>`;
const to = (id: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://x/hyperlink" Target="${target}" TargetMode="External"/>`;
const anchored = (name: string, text: string): string => `<w:hyperlink w:anchor="${name}">${r(text)}</w:hyperlink>`;
const marked = (name: string, text: string): string =>
  p(`<w:bookmarkStart w:id="1" w:name="${name}"/>${r(text)}<w:bookmarkEnd w:id="1"/>`);

describe('links', () => {
  test('the words of a link change inside it', () => {
    const before = pack(p(r('see ') + link('a', 'one two')), {}, to('a', 'http://e/1'));
    const after = pack(p(r('see ') + link('b', 'one')), {}, to('b', 'http://e/1'));
    const { body } = redline(before, after);
    expect(body).toMatch(/<w:hyperlink r:id="b"><w:r><w:t>one<\/w:t><\/w:r><w:del>.*<\/w:del><\/w:hyperlink>/);
  });

  test('a target that alone changes is tracked in the code of a field, and the words stay', () => {
    const before = pack(p(r('see ') + link('a', 'these words')), {}, to('a', 'http://e/?a=1&amp;b=2'));
    const after = pack(p(r('see ') + link('a', 'these words')), {}, to('a', 'http://e/3'));
    const { body, bytes } = redline(before, after);
    const plain = body.replaceAll('&quot;', '"');
    expect(plain).toContain(
      '<w:del><w:r><w:delInstrText> HYPERLINK "http://e/?a=1&amp;b=2" </w:delInstrText></w:r></w:del>',
    );
    expect(plain).toContain('<w:ins><w:r><w:instrText> HYPERLINK "http://e/3" </w:instrText></w:r></w:ins>');
    expect(body).not.toContain('delText');
    const told = (side: Uint8Array) => JSON.stringify(readDocx(side, {}, () => {}).children);
    expect(told(accepted(bytes))).toContain('"href":"http://e/3"');
    expect(told(rejected(bytes))).toContain('"href":"http://e/?a=1&b=2"');
    holds(before, after, bytes);
  });

  test('words around two links whose targets change stay too', () => {
    const text = (a: string, b: string) => p(r('our ') + link(a, 'Terms') + r(', and ') + link(b, 'Policies') + r('.'));
    const relations = (x: number) => to('a', `http://e/${x}`) + to('b', `http://f/${x}`);
    const { body } = redline(pack(text('a', 'b'), {}, relations(1)), pack(text('a', 'b'), {}, relations(2)));
    expect(body).not.toMatch(/delText|<w:ins><w:r><w:t>/);
    expect(body.match(/delInstrText>/g)).toHaveLength(4);
  });

  test('what stood between two links is put into neither', () => {
    const relations = to('a', 'http://e/1') + to('b', 'http://e/2');
    const before = pack(
      p(link('a', 'one two') + r(', that, or ') + link('b', 'three four') + r(' end')),
      {},
      relations,
    );
    const after = pack(p(link('a', 'one') + r(' or ') + link('b', 'four') + r(' end')), {}, relations);
    const { bytes } = redline(before, after);
    holds(before, after, bytes);
    for (const [inner] of xmlOf(bytes).matchAll(/<w:hyperlink .*?<\/w:hyperlink>/g))
      expect(inner).not.toContain('that');
  });

  test('two links that become one are replaced', () => {
    const relations = to('a', 'http://e/1');
    const before = pack(p(link('a', 'one') + r(' and ') + link('a', 'two') + r(' end')), {}, relations);
    const after = pack(p(link('a', 'one and two') + r(' end')), {}, relations);
    holds(before, after, redline(before, after).bytes);
  });

  test('a split behind a link costs its mark alone', () => {
    const relations = to('a', 'http://e/1');
    const before = pack(p(link('a', 'one two three')) + p(r(' four five six')), {}, relations);
    const after = pack(p(link('a', 'one two three') + r(' four five six')), {}, relations);
    const { body, bytes } = redline(before, after);
    expect(body).not.toMatch(/delText|<w:ins>/);
    holds(before, after, bytes);
  });
});

describe('bookmarks', () => {
  test('a name that after leads to in vain is not given to a bookmark of before', () => {
    const before = pack(marked('x', 'Here') + p(r('see ') + anchored('x', 'Here') + r(' now')));
    const after = pack(p(r('There')) + p(r('see ') + anchored('x', 'Here') + r(' now')));
    holds(before, after, redline(before, after).bytes);
  });

  test('a bookmark that Word made anew is the same where it marks the same', () => {
    const text = (name: string) => marked(name, 'A heading') + p(r('see ') + anchored(name, 'A heading'));
    const { body } = redline(pack(text('_Toc1')), pack(text('_Toc22')));
    expect(body).not.toMatch(/<w:(?:ins|del)\b/);
    const two = marked('_Toc1', 'Same') + marked('_Toc2', 'Same');
    const other = redline(pack(two + p(anchored('_Toc1', 'to'))), pack(two + p(anchored('_Toc2', 'to'))));
    expect(other.body).toContain('delInstrText');
  });
});
