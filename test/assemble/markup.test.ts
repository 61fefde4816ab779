import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeText,
  hyperlink,
  isAddress,
  isMarkup,
  markup,
  quoteForAttribute,
  quoteForFrontMatter,
} from '../../src/assemble/markup.ts';
import { collect, hasErrors } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { plainText, walk } from '../../src/model/walk.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';

function read(body: string, title = '"T"'): Document {
  const source = `---\ntitle: ${title}\nprovision: Clause\n---\n\n${body}\n`;
  const { value, messages } = collect((report) => readMarkdown(source, { mode: 'strict' }, report));
  if (hasErrors(messages)) throw new Error(`${source}\n${messages.map(({ reason }) => reason).join('\n')}`);
  return value;
}

/** The types of all nodes, and the marks of all texts. */
function shape(document: Document): string[] {
  const types: string[] = [];
  walk(document, (node) => types.push(node.type === 'text' && node.marks ? JSON.stringify(node.marks) : node.type));
  return types;
}

/** What is left of white space. */
const flat = (text: string) => text.replace(/[\p{Cc} \u2028\u2029]+/gu, ' ');

/** Texts that are rich in what Markdown, HTML, directives, labels and templates would read. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        ...[
          '*',
          '**',
          '_',
          '`',
          '~~',
          '[',
          ']',
          '(',
          ')',
          '{#a}',
          '{{x}}',
          '<b>',
          '&lt;',
          '::',
          ':::notice',
          '|',
          '\\',
          '#',
        ],
        ...[
          '# 4 ',
          '- ',
          '1. ',
          '(a) ',
          '4.1 ',
          '[^1]',
          '![',
          '](http://x)',
          '---',
          '\n\n',
          '    ',
          '> ',
          '```',
          '$',
          '==',
        ],
        ...['<!--', 'www.example.org', 'https://example.org', 'a@example.org', ' means ', 'Annex A '],
      ),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('text from data', () => {
  it('prints as just that text, and becomes nothing else, in a paragraph', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const document = read(`Before ${escapeText(text)} after`);
        expect(flat(plainText(document))).toBe(flat(`Before ${text} after`));
        expect(shape(document)).toEqual(['document', 'para', 'text']);
      }),
    );
  });

  it('stays text at the beginning of a paragraph, of a bullet and of a panel', () => {
    fc.assert(
      fc.property(
        hostile.filter((text) => /[^\p{Cc}\s]/u.test(text)),
        (text) => {
          const escaped = escapeText(text);
          const document = read(`${escaped}\n\n- ${escaped}\n\n:::notice\n${escaped}\n:::`);
          expect(shape(document)).toEqual(['document', 'para', 'text', 'item', 'para', 'text', 'para', 'text']);
          const said = flat(text).trim();
          expect(plainText(document)).toBe([said, said, said].join('\n'));
        },
      ),
    );
  });

  it('stays in its cell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const document = read(`| A | B |\n| --- | --- |\n| x ${escapeText(text)} | y |`);
        expect(shape(document).filter((type) => type === 'cell')).toHaveLength(4);
        expect(flat(plainText(document))).toContain(flat(`x ${text}`).trim());
      }),
    );
  });

  it('stays in its value of front matter, and in its attribute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const said = `x${text}`;
        expect(read('Text', quoteForFrontMatter(said)).meta.title.trim()).toBe(flat(said).trim());
        const table = read(`::table{title=${quoteForAttribute(said)}}\n\n| A |\n| --- |\n| b |`).children[0];
        const caption = table?.type === 'table' && table.caption !== undefined ? plainText(table.caption) : '';
        expect(caption.trim()).toBe(flat(said).trim());
      }),
    );
  });

  it('is the text of a link, and no more', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const link = hyperlink('https://example.org/a_(b)?c=[d]&e', `x${text}`);
        const document = read(`See ${link} there`);
        const [see, linked, there] = document.children[0]?.type === 'para' ? document.children[0].children : [];
        expect([see, there]).toMatchObject([{ value: 'See ' }, { value: ' there' }]);
        expect(linked).toMatchObject({ type: 'text', marks: { href: 'https://example.org/a_(b)?c=[d]&e' } });
      }),
    );
  });
});

it('takes only addresses of the web and of e-mail', () => {
  expect(['https://a.b/c', 'http://a', 'mailto:a@b.c'].every(isAddress)).toBe(true);
  expect(['javascript:alert(1)', 'data:x', 'https://a b', '//a', '/a', 'https://a>', ''].some(isAddress)).toBe(false);
});

it('knows its own markup, and no likeness of it', () => {
  expect(isMarkup(markup('x'))).toBe(true);
  expect([{ markup: 'x' }, 'x', null, undefined, JSON.parse('{"markup":"x"}')].some(isMarkup)).toBe(false);
});
