/** Citations, and what a cross-reference prints once its target has another number. */
import { describe, expect, it } from 'vitest';
import { citations, fullCitations } from '../../src/model/cite.ts';
import type { Document, Node } from '../../src/model/document.ts';
import { anchors, citesTarget, renumberedText } from '../../src/model/links.ts';
import { walk } from '../../src/model/walk.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';

const source = `---
title: A Document
provision: Clause
---

# 1 Scope {#scope}

1.1 {#lead} A lead-in[^1]:

- (a) {#limb} a limb with

  - (i) {#inner} an inner one; and

- a bullet,

and closing words.

**Testing Issue** {#term} means a thing.

::table{#thresholds number="1.1" title="Thresholds" key="Severity"}

| Severity | Threshold |
| --- | --- |
| 1 | 0 |
| End of cycle | 3 |

# Annex A Reports {#annex}

[^1]: A note.
`;

const document: Document = readMarkdown(source, { mode: 'strict' }, (message) => expect(message).toBeUndefined());

function cited(wanted: (node: Node) => boolean): string[] {
  const cites = citations(document);
  const found: string[] = [];
  walk(document, (node) => {
    if (wanted(node)) found.push(cites.get(node) ?? '');
  });
  return found;
}

describe('a citation', () => {
  it('names clauses, limbs and parts', () => {
    expect(cited((node) => node.type === 'clause')).toEqual([
      'Clause 1',
      'Clause 1.1',
      'Clause 1.1(a)',
      'Clause 1.1(a)(i)',
      'Annex A',
    ]);
  });

  it('names tables and their rows by key', () => {
    expect(cited((node) => node.type === 'table' || node.type === 'row')).toEqual([
      'Table 1.1',
      'Table 1.1, heading row',
      'Table 1.1, row 1',
      'Table 1.1, "End of cycle"',
    ]);
  });

  it('names definitions and footnotes', () => {
    expect(cited((node) => node.type === 'definition' || node.type === 'note')).toEqual([
      'footnote 1',
      'definition of "Testing Issue"',
    ]);
  });
});

describe('the text of a reference', () => {
  const found = anchors(document);
  const to = (cite: string, label: string) => ({ node: document as Node, cite, label });

  it.each([
    ['Clause 1.1', 'Clause 2.4'],
    ['paragraph 1.1 above', 'paragraph 2.4 above'],
    ['1.1', '2.4'],
  ])('%s follows its target as %s', (before, after) => {
    expect(renumberedText(before, found.get('lead') as never, to('Clause 2.4', '2.4'))).toBe(after);
  });

  it('is left alone where it does not cite its target, or a longer number', () => {
    expect(renumberedText('the scope', found.get('lead') as never, to('Clause 2.4', '2.4'))).toBe('the scope');
    expect(renumberedText('Clause 1.11', found.get('lead') as never, to('Clause 2.4', '2.4'))).toBe('Clause 1.11');
    expect(citesTarget('Clause 1.1.2', found.get('lead') as never)).toBe(false);
  });
});

describe('full citations', () => {
  const text = (body: string): Document =>
    readMarkdown(`---\ntitle: Parts\nprovision: Clause\n---\n\n${body}`, { mode: 'strict' }, (message) =>
      expect(message).toBeUndefined(),
    );
  const clausesOf = (document: Document): (string | undefined)[] => {
    const cites = fullCitations(document);
    const found: (string | undefined)[] = [];
    walk(document, (node) => {
      if (node.type === 'clause') found.push(cites.get(node));
    });
    return found;
  };

  it('say what a provision stands in where parts number anew', () => {
    const document = text(
      '# Part A {#a}\n\n## 1 Scope {#a-1}\n\n1.1 {#a-11} It is:\n\n- (a) {#a-limb} wide.\n\n# Part B {#b}\n\n## 1 Terms {#b-1}\n\n## 2 Time {#b-2}\n',
    );
    const cites = [
      'Part A',
      'Part A, Clause 1',
      'Clause 1.1',
      'Clause 1.1(a)',
      'Part B',
      'Part B, Clause 1',
      'Clause 2',
    ];
    expect(clausesOf(document)).toEqual(cites);
  });

  it('are the plain ones where each number stands once', () => {
    const document = text('# 1 Scope {#a}\n\n1.1 {#b} Words.\n\n# 2 Time {#c}\n');
    expect(clausesOf(document)).toEqual(['Clause 1', 'Clause 1.1', 'Clause 2']);
    expect([...fullCitations(document)]).toEqual([...citations(document)]);
  });
});
