/** Citations, and what a cross-reference prints once its target has another number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citations } from '../../src/model/cite.ts';
import type { Document, Node } from '../../src/model/document.ts';
import { anchors, citesTarget, renumberedText } from '../../src/model/links.ts';
import { walk } from '../../src/model/walk.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { dividedDocuments, sharedCites } from '../arbitrary/divided.ts';
import { arbitraryDocument } from '../arbitrary/document.ts';

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
  const to = (cite: string, label: string) => ({ node: document as Node, cite, own: cite, label });

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

describe('a citation in a document whose divisions number anew', () => {
  const text = (body: string): Document =>
    readMarkdown(`---\ntitle: Parts\nprovision: Clause\n---\n\n${body}`, { mode: 'strict' }, (message) =>
      expect(message).toBeUndefined(),
    );
  const clausesOf = (document: Document): (string | undefined)[] => {
    const cites = citations(document);
    const found: (string | undefined)[] = [];
    walk(document, (node) => {
      if (node.type === 'clause') found.push(cites.get(node));
    });
    return found;
  };

  it('names the Part of every provision, and each limb with it', () => {
    const document = text(
      '# Part A {#a}\n\n## 1 Scope {#a-1}\n\n1.1 {#a-11} It is:\n\n- (a) {#a-limb} wide.\n\n# Part B {#b}\n\n## 1 Terms {#b-1}\n\n## 2 Time {#b-2}\n',
    );
    expect(clausesOf(document)).toEqual([
      'Part A',
      'Part A, Clause 1',
      'Part A, Clause 1.1',
      'Part A, Clause 1.1(a)',
      'Part B',
      'Part B, Clause 1',
      'Part B, Clause 2',
    ]);
  });

  it('names a Part only where numbers restart in it', () => {
    const document = text('# Part A {#a}\n\n## 1 Scope {#a-1}\n\n# Part B {#b}\n\n## 2 Terms {#b-2}\n');
    expect(clausesOf(document)).toEqual(['Part A', 'Clause 1', 'Part B', 'Clause 2']);
  });

  it('names the Schedule, and its paragraphs as paragraphs, in all of them and in no clause of the body', () => {
    const document = text(
      '# 1 Scope {#a}\n\n1.1 {#b} Words.\n\n# Schedule 1 Tests {#s}\n\n## 1 Heat {#s1}\n\n1.1 {#s11} Words:\n\n- (a) {#limb} more.\n\n## 2 Cold {#s2}\n\n# Schedule 2 Forms {#t}\n\n## 7 Heat {#t7}\n',
    );
    expect(clausesOf(document)).toEqual([
      'Clause 1',
      'Clause 1.1',
      'Schedule 1',
      'Schedule 1, paragraph 1',
      'Schedule 1, paragraph 1.1',
      'Schedule 1, paragraph 1.1(a)',
      'Schedule 1, paragraph 2',
      'Schedule 2',
      'Schedule 2, paragraph 7',
    ]);
  });

  it('names both the Schedule and its Part where both are needed', () => {
    const document = text(
      '# Schedule 1 {#s}\n\n## Part 1 {#p}\n\n### 1 Heat {#a}\n\n## Part 2 {#q}\n\n### 1 Cold {#b}\n\n# Schedule 2 {#t}\n\n## Part 1 {#r}\n\n### 1 Wet {#c}\n\n## Part 2 {#u}\n\n### 2 Dry {#d}\n',
    );
    expect(clausesOf(document)).toEqual([
      'Schedule 1',
      'Schedule 1, Part 1',
      'Schedule 1, Part 1, paragraph 1',
      'Schedule 1, Part 2',
      'Schedule 1, Part 2, paragraph 1',
      'Schedule 2',
      'Schedule 2, Part 1',
      'Schedule 2, paragraph 1',
      'Schedule 2, Part 2',
      'Schedule 2, paragraph 2',
    ]);
  });

  it('leaves out an Annex that the number names already', () => {
    const document = text('# 1 Scope {#a}\n\n# Annex A {#x}\n\n## A1 Tests {#x1}\n\nA1.1 {#x11} Words.\n');
    expect(clausesOf(document)).toEqual(['Clause 1', 'Annex A', 'Clause A1', 'Clause A1.1']);
  });

  it('names the division that provisions stand behind at its own rank', () => {
    const document = text(
      '# 1 Scope {#a}\n\n# 2 Time {#b}\n\n# Schedule 1 {#s}\n\n# Part 1 {#p}\n\n# 1 Heat {#c}\n\n# Part 2 {#q}\n\n# 2 Cold {#d}\n',
    );
    expect(clausesOf(document)).toEqual([
      'Clause 1',
      'Clause 2',
      'Schedule 1',
      'Part 1',
      'Schedule 1, paragraph 1',
      'Part 2',
      'Schedule 1, paragraph 2',
    ]);
  });

  it('tells provisions of one number in one division apart', () => {
    const document = text('# 1 Scope {#a}\n\n# 1 Scope {#b}\n\n1.1 {#c} Words:\n\n- (a) {#d} more.\n\n# 1 Time {#e}\n');
    expect(clausesOf(document)).toEqual([
      'Clause 1',
      'Clause 1 (occurrence 2)',
      'Clause 1.1',
      'Clause 1.1(a)',
      'Clause 1 (occurrence 3)',
    ]);
  });

  it('names what stands around a heading, a term or a caption that stands twice', () => {
    const document = text(
      '# 1 Scope {#a}\n\n**Test** {#t} means one.\n\n## Notes {#n}\n\n# 2 Time {#b}\n\n**Test** {#u} means two.\n\n## Notes {#m}\n',
    );
    const cites = [...citations(document)].filter(([node]) => node.type === 'definition' || node.type === 'clause');
    expect(cites.map(([, cite]) => cite)).toEqual([
      'Clause 1',
      'Clause 1, definition of "Test"',
      'Clause 1, "Notes"',
      'Clause 2',
      'Clause 2, definition of "Test"',
      'Clause 2, "Notes"',
    ]);
  });
});

describe('citations', () => {
  it('are those of one provision each, whatever numbers restart', () => {
    fc.assert(fc.property(dividedDocuments, (document) => void expect(sharedCites(document)).toEqual([])));
  });

  it('are those of one provision each in arbitrary documents', () => {
    fc.assert(fc.property(arbitraryDocument, (document) => void expect(sharedCites(document)).toEqual([])));
  });

  it('name the Schedule in every provision of it', () => {
    fc.assert(
      fc.property(dividedDocuments, (document) => {
        const cites = citations(document);
        walk(document, (node, ancestors) => {
          if (node.type !== 'clause' || node.kind !== 'clause') return;
          const schedule = ancestors.findLast((one) => one.type === 'clause' && one.label?.startsWith('Schedule'));
          if (schedule !== undefined) expect(cites.get(node)?.startsWith(`${cites.get(schedule)}, `)).toBe(true);
        });
      }),
    );
  });
});

describe('the text of a reference into a division', () => {
  const at = (cite: string, label: string, division?: string) => ({
    node: document as Node,
    cite,
    own: cite.replace(/^.*, /, ''),
    label,
    ...(division === undefined ? {} : { division }),
  });
  const before = at('Schedule 1, paragraph 1', '1', 'Schedule 1');

  it.each([
    ['Schedule 1, paragraph 1', 'Schedule 2, paragraph 3'],
    ['paragraph 1 of Schedule 1', 'paragraph 3 of Schedule 2'],
    ['Clause 1 of Schedule 1', 'Clause 3 of Schedule 2'],
    ['Schedule 1 (clause 1)', 'Schedule 2 (clause 3)'],
    ['paragraph 1', 'paragraph 3'],
    ['Schedule 1', 'Schedule 1'],
  ])('%s follows its target as %s', (text, expected) => {
    expect(renumberedText(text, before, at('Schedule 2, paragraph 3', '3', 'Schedule 2'))).toBe(expected);
  });

  it('is cited anew where the target left its division', () => {
    expect(renumberedText('paragraph 1 of Schedule 1', before, at('Clause 4', '4'))).toBe('Clause 4');
  });
});
