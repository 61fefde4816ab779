/** Definitions in quotation marks: read with their anchor, written as they were, and told from what only looks like one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/model/document.ts';
import { firstDifference } from '../../../src/model/equal.ts';
import { cleanRedline } from '../../../src/model/redline.ts';
import { readMarkdown } from '../../../src/read/markdown/index.ts';
import { withDefinitions } from '../../../src/read/outline/index.ts';
import { writeMarkdown } from '../../../src/write/markdown/index.ts';

const META = { title: 'T', provision: 'Clause', language: 'en-GB' } as const;
const documentOf = (...children: Block[]): Document => ({ type: 'document', meta: META, children });
const write = (document: Document): string => writeMarkdown(cleanRedline(document));
const read = (text: string): Document =>
  readMarkdown(text, { mode: 'strict' }, (message) => expect.fail(message.reason));

const word = fc.stringMatching(/^[A-Za-z][A-Za-z'&*_-]{0,8}$/);
const term = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const quotes = fc.constantFrom(['“', '”'], ['"', '"'], ['‘', '’']);
const verb = fc.constantFrom(
  ' means ',
  ' has the meaning of ',
  ', in relation to a thing, includes ',
  ': ',
  ' is not ',
);

describe('a paragraph that begins with a term in quotation marks', () => {
  it('comes back as the definition or the paragraph that it was', () => {
    fc.assert(
      fc.property(term, quotes, verb, fc.boolean(), fc.boolean(), (name, [open, close], between, named, defines) => {
        const value = `${open}${name.replace(/['’]/g, '')}${close}${between}a thing.`;
        const para: Block = { type: 'para', children: [{ type: 'text', value }] };
        const folded = withDefinitions(documentOf(para)).children[0] as Block;
        const block =
          defines && folded.type === 'definition' ? { ...folded, ...(named ? { id: 'anchor' } : {}) } : para;
        const document = documentOf(block);
        expect(firstDifference(read(write(document)), document)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('has its anchor behind the term', () => {
    const text = '---\ntitle: T\nprovision: Clause\n---\n\n“All Users” {#all-users} means everyone.\n';
    const document = read(text);
    expect(document.children).toMatchObject([{ type: 'definition', term: 'All Users', id: 'all-users' }]);
    expect(write(document)).toContain('“All Users” {#all-users} means everyone.');
  });
});

describe('a paragraph behind a label or a bullet', () => {
  const para = (value: string): Block => ({ type: 'para', children: [{ type: 'text', value }] });

  it('becomes a definition with the list that goes on with it, and the words that close the list', () => {
    const limb = (label: string, ...children: Block[]): Block => ({ type: 'clause', kind: 'limb', label, children });
    const clause: Block = {
      type: 'clause',
      kind: 'clause',
      label: '1.1',
      children: [para('“Fee” means:'), limb('(a)', para('the sum; and')), para('as indexed.'), para('It is paid.')],
    };
    const [folded] = withDefinitions(documentOf(clause)).children;
    expect(folded).toMatchObject({
      label: '1.1',
      children: [
        { type: 'definition', term: 'Fee', children: [{ type: 'para' }, { label: '(a)' }, { type: 'para' }] },
        { type: 'para' },
      ],
    });
    const document = documentOf(folded as Block);
    expect(firstDifference(read(write(document)), document)).toBeUndefined();
  });

  it('is left as it is in a definition, a table and a quotation', () => {
    const quoted: Block = { ...para('“Fee” means a sum.'), style: 'quote' } as Block;
    const definition: Block = { type: 'definition', term: 'X', children: [para('“X” means:'), para('“Y” means y.')] };
    const document = documentOf(quoted, definition);
    expect(withDefinitions(document)).toEqual(document);
  });
});
