import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/message.ts';
import type { Block, Document } from '../../../src/model/document.ts';
import { plainText } from '../../../src/model/walk.ts';
import { readMarkdown } from '../../../src/read/markdown/index.ts';

function read(source: string, file = 'terms.md'): { document: Document; rules: string[] } {
  const { value, messages } = collect((report) => readMarkdown(source, { file }, report));
  return { document: value, rules: messages.map((message) => `${message.severity} ${message.rule}`) };
}

/** The labels and texts of blocks, nested as they are. */
function shape(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    if (block.type === 'clause') {
      const heading = block.heading === undefined ? '' : ` ${plainText(block.heading)}`;
      return [`${block.kind} ${block.label ?? '-'}${heading}`, ...shape(block.children)];
    }
    if (block.type === 'item') return ['*', ...shape(block.children)];
    if (block.type === 'definition') return [`"${block.term}"`, ...shape(block.children)];
    return block.type === 'para' ? plainText(block) : block.type;
  });
}

describe('Markdown from elsewhere', () => {
  it('finds the labels of a statute', () => {
    const source = `---
Title: Ein Gesetz
slug: ein_gesetz
tags: [a, b]
---

# Ein Gesetz (EG)

Fundstelle
:   BGBl I: 1976

#### § 1 Bereich

(1) Dieses Gesetz gilt
für alle:

1.  Steuern,

2.  Abgaben

    (auch alte),

Und mehr.

(2) Es ist 16:00.
`;
    const { document, rules } = read(source);
    expect(rules).toEqual([]);
    expect(document.meta).toEqual({
      title: 'Ein Gesetz',
      provision: 'Clause',
      language: 'en-GB',
      properties: { slug: 'ein_gesetz', tags: 'a, b' },
    });
    expect(shape(document.children)).toEqual([
      [
        'part - Ein Gesetz (EG)',
        ['"Fundstelle"', 'Fundstelle', 'BGBl I: 1976'],
        [
          'clause § 1 Bereich',
          [
            'limb (1)',
            'Dieses Gesetz gilt für alle:',
            ['limb 1.', 'Steuern,'],
            ['limb 2.', 'Abgaben', '(auch alte),'],
            'Und mehr.',
          ],
          ['limb (2)', 'Es ist 16:00.'],
        ],
      ],
    ]);
  });

  it('counts where the source leaves the counting to the viewer', () => {
    expect(shape(read('1. a\n1. b\n1. c').document.children)).toEqual([
      ['limb 1.', 'a'],
      ['limb 2.', 'b'],
      ['limb 3.', 'c'],
    ]);
  });

  it('gives headings the anchors that links mean, and warns of links that mean none', () => {
    const { document, rules } = read('[A. Terms](#a-terms) [B](#b)\n\n# A. Terms\n\nx');
    expect(document.children[1]).toMatchObject({ type: 'clause', id: 'a-terms' });
    expect(rules).toEqual(['warning read/dangling-reference']);
  });

  it('takes its title from the front matter, the first heading, or the name of the file', () => {
    expect(read('---\ntitle: T\n---\n# H').document.meta.title).toBe('T');
    expect(read('x\n\n# H').document.meta.title).toBe('H');
    expect(read('x', 'a/b/terms.of.use.md').document.meta.title).toBe('terms.of.use');
  });

  it('keeps as text what looks like a directive and is none', () => {
    const { document, rules } = read(':foo ::bar\n\n::baz{x}\n\n::: warning\nCare.\n:::\n');
    expect(shape(document.children)).toEqual([':foo ::bar', '::baz{x}', '::: warning Care. :::']);
    expect(rules).toEqual(['note read/unknown-directive']);
  });

  it('keeps ordinary brackets, and knows a blank when it sees one', () => {
    const { document } = read('as [amended], by [DD MMM YYYY] and [●]');
    const [para] = document.children;
    expect(para?.type === 'para' && para.children.map(({ type }) => type)).toEqual(['text', 'blank', 'text', 'blank']);
  });

  it('says of lines, images, tags and tables what becomes of them', () => {
    const { document, rules } = read(
      'a <em>b</em> <video>\n\n---\n\n![Plan](plan.png)\n\n| a | b |\n| - | - |\n| c |\n',
    );
    expect(shape(document.children)).toEqual(
      ['a b ', 'rule', 'Plan', 'table'].map((t) => (t === 'rule' ? 'opaque' : t)),
    );
    expect(rules).toEqual(['note read/unknown-html', 'note read/thematic-break', 'note read/unequal-rows']);
    const table = document.children[3];
    expect(table?.type === 'table' && table.rows.map((row) => row.cells.length)).toEqual([2, 2]);
  });

  it('reads references by name', () => {
    const { document } = read('[the site][1]\n\n[1]: https://example.org "T"');
    expect(document.children).toMatchObject([
      { children: [{ value: 'the site', marks: { href: 'https://example.org' } }] },
    ]);
  });
});
