import { describe, expect, it } from 'vitest';
import { collect, formatMessage, type Message } from '../../../src/message.ts';
import type { Document } from '../../../src/model/document.ts';
import { walk } from '../../../src/model/walk.ts';
import { readMarkdown } from '../../../src/read/markdown/index.ts';

const MATTER = '---\ntitle: Example\nprovision: Clause\n---\n';

function read(body: string, matter = MATTER): { document: Document; messages: readonly Message[] } {
  const { value, messages } = collect((report) => readMarkdown(matter + body, { file: 'x.md' }, report));
  return { document: value, messages };
}

/** A body (its first line is line 5 of the file), and what is said of it: line:column, rule, and a part of the text. */
const FAULTS: readonly (readonly [string, string, string, RegExp])[] = [
  ['# 1 A {#a}\n\n# 2 B {#a}', '7:1', 'read/duplicate-anchor', /#a stands twice.*line 5/],
  ['# 1 A {#outcome}\n\nSee [Clause 1](#outcom).', '7:5', 'read/dangling-reference', /did you mean #outcome\?/],
  ['x[^1]', '5:1', 'read/footnote-without-text', /\[\^1\]/],
  ['x\n\n[^1]: y', '7:1', 'read/footnote-without-call', /\[\^1\]/],
  ['x[^1] y[^1]\n\n[^1]: z', '5:8', 'read/footnote-called-twice', /second time/],
  ['x[^1]\n\n[^1]: y[^1]', '7:8', 'read/footnote-cycle', /calls itself/],
  ['x[^1]\n\n[^1]: y\n\n[^1]: z', '9:1', 'read/duplicate-footnote', /two texts/],
  ['| a | b |\n| - | - |\n| c |', '7:1', 'read/unequal-rows', /1 cells.*2 cells/],
  ['::table{#t}\n\nNo table.', '5:1', 'read/table-missing', /behind ::table/],
  ['::table{#t colour="red"}\n\n| a |\n| - |', '5:1', 'read/unknown-attribute', /"colour"/],
  ['::chart', '5:1', 'read/unknown-directive', /::chart is not known/],
  [':::aside\nx\n:::', '5:1', 'read/unknown-directive', /:::aside/],
  ['::end', '5:1', 'read/nothing-to-end', /no clause is open/],
  ['(a) a limb', '5:1', 'read/limb-outside-list', /- \(a\)/],
  ['an [open bracket', '5:1', 'read/stray-bracket', /\\\[/],
  ['a <div>x</div>', '5:3', 'read/unknown-html', /<div>/],
  ['<table>\n</table>', '5:1', 'read/unknown-html', /block of HTML/],
  ['a <u>b', '5:3', 'read/stray-tag', /not closed/],
  ['4.1 x\n\n***', '7:1', 'read/thematic-break', /line across/],
  ['4.1 {#a colour} x', '5:1', 'read/unknown-attribute', /braces/],
  ['4.1 A party {#a} may', '5:1', 'read/stray-anchor', /behind a label/],
  ['[x](https://example.org "title")', '5:1', 'read/link-title', /title/],
  ['# 1 A {#a}\n\n[Clause **1**](#a)', '7:1', 'read/mixed-reference', /one formatting/],
  ['a\0b', '5:2', 'read/nul', /NUL/],
  ['```js\nx\n```', '5:1', 'read/code-language', /js/],
  ['> - a list', '5:3', 'read/panel-content', /list/],
  [':::table\n\nx\n\n:::', '7:1', 'read/table-content', /:::row/],
  [
    ':::::table{columns=2}\n\n::::row\n\n:::cell\nx\n:::\n\n::::\n\n:::::',
    '7:1',
    'read/unequal-rows',
    /1 cells.*2 cells/,
  ],
  [':::::table\n\n::::row\n\n:::cell{columns=x}\n:::\n\n::::\n\n:::::', '9:1', 'read/not-a-count', /"x"/],
  [':::definition\nNo term.\n:::', '5:1', 'read/definition-without-term', /term in bold/],
  ['::opaque{digest="x"}', '5:1', 'read/opaque-kind', /kind/],
];

describe('strict reading of Legal Markdown', () => {
  it.each(FAULTS)('says what is wrong with %j', (body, place, rule, text) => {
    const { messages } = read(body);
    const found = messages.find((message) => message.rule === rule);
    expect(messages.map(formatMessage).join('\n')).toMatch(text);
    expect(`${found?.place?.line}:${found?.place?.column}`).toBe(place);
    expect(found?.severity).toBe('error');
    expect(found?.place?.file).toBe('x.md');
  });

  const MATTERS: readonly (readonly [string, string, RegExp])[] = [
    ['---\ntitle: A\nprovision: Clause\ncolour: red\n---\n', '4:1', /knows no "colour"/],
    ['---\ntitle: "A\nprovision: Clause\n---\n', '4:1', /closing "quote/],
    ['---\nprovision: Clause\n---\n', '1:1', /no title/],
    ['---\ntitle: A\nprovision: Clause\neffective: 31 January 2020\n---\n', '4:1', /no date/],
    ['---\ntitle: &a A\nprovision: *a\n---\n', '3:12', /aliases/],
    ['---\ntitle: A\ntitle: B\nprovision: Clause\n---\n', '3:1', /unique/],
  ];
  it.each(MATTERS)('says what is wrong with front matter %j', (matter, place, text) => {
    const { messages } = read('x\n', matter);
    const error = messages.find((message) => message.severity === 'error');
    expect(messages.map(formatMessage).join('\n')).toMatch(text);
    expect(`${error?.place?.line}:${error?.place?.column}`).toBe(place);
  });

  it('warns of comments in front matter, which formatting would lose', () => {
    const { messages } = read('x\n', '---\ntitle: A\n# why\nprovision: Clause\n---\n');
    expect(messages.map(formatMessage)).toEqual([
      'x.md:3:1: warning: a comment in front matter is not kept (read/front-matter-comment)',
    ]);
  });

  it('misses the front matter where strictness is asked for', () => {
    const { messages } = collect((report) => readMarkdown('4.1 x', { mode: 'strict' }, report));
    expect(messages.map((message) => message.rule)).toEqual(['read/missing-key', 'read/missing-key']);
  });

  it('keeps the text of what it complains about', () => {
    const { document } = read(':::aside\nkept\n:::\n\nx <div>y</div>');
    const texts: string[] = [];
    walk(document, (node) => {
      if (node.type === 'text') texts.push(node.value);
    });
    expect(texts).toEqual([':::aside', 'kept', ':::', 'x ', 'y']);
  });

  it.each([
    '16:00',
    'Note:see',
    ':foo and ::bar',
    'a:b[c\\]',
    'www.example.org/a_b_c',
    'https://example.org/*',
    '- \\[x\\] done',
    '5 < 6 > 4 & C&S',
  ])('leaves %j as text', (text) => {
    const { document, messages } = read(`Text ${text.replace(/\*/g, '\\*').replace('[c', '\\[c')}`);
    expect(messages).toEqual([]);
    const [para] = document.children;
    expect(para?.type === 'para' && para.children).toMatchObject([
      { type: 'text', value: `Text ${text.replace(/\\/g, '')}` },
    ]);
  });

  it('places nodes in the source, line ends of Windows and byte order mark counted', () => {
    const source = `\uFEFF${MATTER}\n# 1 A\n\n4.1 {#x} The text.\n`.replace(/\n/g, '\r\n');
    const { value } = collect((report) => readMarkdown(source, { file: 'x.md' }, report));
    const heading = value.children[0];
    const clause = heading?.type === 'clause' ? heading.children[0] : undefined;
    const place = clause?.type === 'clause' ? clause.place : undefined;
    expect(place).toMatchObject({ file: 'x.md', line: 8, column: 1 });
    expect(source.slice(place?.start, place?.end)).toBe('4.1 {#x} The text.');
  });
});
