/** Text extracted from a PDF, as a document: what is set aside, what is joined, what is guessed. */
import { describe, expect, it } from 'vitest';
import { collect } from '../../src/message.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { plainText, walk } from '../../src/model/walk.ts';
import { readPlain } from '../../src/read/plain/index.ts';

const read = (source: string): Document => readPlain(source, { file: 'a.txt' }, () => undefined);
const texts = (document: Document): string[] => document.children.map((block) => plainText(block).trim());

function nodesOf(document: Document, type: Block['type']): Block[] {
  const found: Block[] = [];
  walk(document, (node) => {
    if (node.type === type) found.push(node as Block);
  });
  return found;
}

describe('plain text', () => {
  it('joins wrapped lines, and keeps where each paragraph stands', () => {
    const source = 'Title of it\n\nA sentence that is\nwrapped over lines.\n\nAnother.\n';
    const document = read(source);
    expect(document.meta.title).toBe('Title of it');
    const [first] = nodesOf(document, 'para').filter((para) => plainText(para).startsWith('A sentence'));
    expect(plainText(first as Block)).toBe('A sentence that is wrapped over lines.');
    expect(first?.place).toMatchObject({ file: 'a.txt', line: 3, start: 13, end: 51 });
  });

  it('joins a paragraph that a page with footnotes cut in two', () => {
    const source = 'Title\n\nThe paper said<sup>1</sup> that this\n\n<sup>1</sup> See the paper.\n\nis the only way.\n';
    const document = read(source);
    expect(texts(document).join(' ')).toContain('The paper said that this is the only way.');
    const [note] = nodesOf(document, 'para').filter((para) => plainText(para) === 'See the paper.');
    expect(note).toBeDefined();
  });

  it('sets page furniture aside and says so', () => {
    const page = (number: number) => `Legal text Page ${number} of 2\nClassified as White\n\n`;
    const source = `Title\n\nFirst paragraph of the text.\n\n${page(1)}Second paragraph.\n\n${page(2)}`;
    const { value, messages } = collect((report) => readPlain(source, {}, report));
    expect(texts(value).join('\n')).not.toMatch(/Page|White/);
    expect(messages.map(({ rule }) => rule)).toEqual(['read/page-furniture']);
  });

  it('reads double-spaced text, in which empty lines part nothing', () => {
    const lines = Array.from({ length: 12 }, (_, i) => [
      `Sentence ${i} goes on for as long as the line has room for more words and so it`,
      'ends on the next one.',
    ]).flat();
    const document = read(`Heading of the text\n\n${lines.join('\n\n')}\n`);
    const paragraphs = nodesOf(document, 'para').map((para) => plainText(para));
    expect(paragraphs).toHaveLength(12);
    expect(paragraphs[3]).toMatch(/^Sentence 3 .* it ends on the next one\.$/);
  });

  it('tells headings, numbered paragraphs, limbs and bullets', () => {
    const source =
      'Title\n\n1. Scope\n\n1. It applies to all.\n2. It covers:\n - tests;\n - data.\n\na) one, or\nb) two.\n';
    const document = read(source);
    const clauses = nodesOf(document, 'clause').map((node) => [
      node.type === 'clause' && node.label,
      node.type === 'clause' && node.heading !== undefined,
    ]);
    expect(clauses).toEqual([
      [undefined, true],
      ['1.', true],
      ['1.', false],
      ['2.', false],
      ['a)', false],
      ['b)', false],
    ]);
    expect(nodesOf(document, 'item')).toHaveLength(2);
  });

  it('reads rows parted by tabs as a table with its caption, the repeated heading row left out', () => {
    const head = 'No.\tReference\tWhy\n';
    const source = `Title\n\nFigure 4.1 - Overview\n\n${head}1.\tClause 1\tx\n\n\n${head}2.\tClause 2\ty\n`;
    const { value, messages } = collect((report) => readPlain(source, {}, report));
    const [table] = nodesOf(value, 'table');
    expect(table).toMatchObject({ label: '4.1', word: 'Figure' });
    expect(table?.type === 'table' && table.rows.length).toBe(3);
    expect(messages.map(({ rule }) => rule)).toEqual(['read/repeated-heading-row']);
  });

  it('tells a footnote that is called nowhere, and keeps its text', () => {
    const { value, messages } = collect((report) =>
      readPlain('Title\n\nText.\n\n<sup>9</sup> Lost note.\n', {}, report),
    );
    expect(messages.map(({ rule }) => rule)).toEqual(['read/uncalled-footnote']);
    expect(texts(value).join(' ')).toContain('Lost note.');
  });

  it('takes bracketed capitals for blanks', () => {
    const blanks: string[] = [];
    walk(read('Title\n\nWith effect from [DD MMM YYYY], see Annex [AAA].\n'), (node) => {
      if (node.type === 'blank') blanks.push(node.text);
    });
    expect(blanks).toEqual(['[DD MMM YYYY]', '[AAA]']);
  });
});
