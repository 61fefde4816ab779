/** Renumbering in one stroke: labels first, then whatever refers to them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Clause, Document, Inline } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import { deriveLabels } from '../../src/model/label.ts';
import { crossReferences } from '../../src/model/links.ts';
import { renumber } from '../../src/model/renumber.ts';
import { walk } from '../../src/model/walk.ts';
import { arbitraryDocument } from '../arbitrary/document.ts';

const meta = { title: 'T', provision: 'Clause', language: 'en-GB' };
const text = (value: string): Inline => ({ type: 'text', value });
const reference = (target: string, printed: string): Inline => ({ type: 'crossReference', target, text: printed });
const para = (...children: Inline[]): Block => ({ type: 'para', children });
const document = (...children: Block[]): Document => ({ type: 'document', meta, children });

function clause(label: string, id: string, children: Block[], more: Partial<Clause> = {}): Clause {
  return { type: 'clause', kind: 'clause', id, label, children, ...more };
}

const headed = { heading: [text('A heading')] };
const references = (after: Document) => crossReferences(after).map((found) => found.text);

function labels(after: Document): string[] {
  const found: string[] = [];
  walk(after, (node) => {
    if ('label' in node && node.label !== undefined) found.push(node.label);
  });
  return found;
}

describe('a clause put between two others', () => {
  const before = document(
    clause(
      '4',
      'four',
      [
        clause('4.1', 'one', [para(text('See '), reference('two', 'Clause 4.2'), text('.'))]),
        clause('4.1', 'new', [para(text('An inserted provision.'))]),
        clause('4.2', 'two', [
          para(text('Where:')),
          clause('(a)', 'a', [para(text('x'))], { kind: 'limb' }),
          clause('(c)', 'c', [para(text('y'))], { kind: 'limb' }),
        ]),
        clause('4.3', 'three', [
          para(reference('c', 'paragraph 4.2(c)'), text(' and '), reference('one', 'Clause 4.1')),
        ]),
      ],
      { ...headed, fixed: true },
    ),
  );
  const { document: after, changes } = renumber(before);

  test('moves the numbers behind it on, limbs too', () => {
    expect(labels(after)).toEqual(['4', '4.1', '4.2', '4.3', '(a)', '(b)', '4.4']);
  });

  test('takes the references along, and leaves one that is right', () => {
    expect(references(after)).toEqual(['Clause 4.3', 'paragraph 4.3(b)', 'Clause 4.1']);
  });

  test('is told label by label and reference by reference', () => {
    expect(changes.map(({ kind, cite, before, after }) => [kind, cite, before, after])).toEqual([
      ['label', 'Clause 4.1 (occurrence 2)', '4.1', '4.2'],
      ['label', 'Clause 4.2', '4.2', '4.3'],
      ['label', 'Clause 4.2(c)', '(c)', '(b)'],
      ['label', 'Clause 4.3', '4.3', '4.4'],
      ['reference', 'Clause 4.1', 'Clause 4.2', 'Clause 4.3'],
      ['reference', 'Clause 4.3', 'paragraph 4.2(c)', 'paragraph 4.3(b)'],
    ]);
  });
});

test('a fixed label stays, and so do references to it, while the count goes on around it', () => {
  const before = document(
    clause('1', 'one', [para(text('x'))], headed),
    clause('1A', 'inserted', [para(text('y'))], { ...headed, fixed: true }),
    clause('3', 'three', [para(reference('inserted', 'Clause 1A'), reference('three', 'Clause 3'))], headed),
  );
  const { document: after } = renumber(before);
  expect(labels(after)).toEqual(['1', '1A', '2']);
  expect(references(after)).toEqual(['Clause 1A', 'Clause 2']);
});

test('a table takes the number of its clause, and a footnote’s reference follows it', () => {
  const table: Block = { type: 'table', id: 't', label: '9.4', keyedBy: [], columns: [], rows: [] };
  const note: Inline = { type: 'note', kind: 'footnote', children: [para(text('See '), reference('t', 'Table 9.4'))] };
  const nine = clause('9', 'nine', [para(text('x'), note), table], headed);
  const eight = Array.from({ length: 7 }, (_, i) => clause(String(i + 1), `c${i}`, [para(text('x'))], headed));
  const { document: after } = renumber(document(...eight, nine));
  expect(references(after)).toEqual(['Table 8.1']);
});

describe('whatever the document', () => {
  test('renumbering twice is renumbering once', () => {
    fc.assert(
      fc.property(arbitraryDocument, (before) => {
        const once = renumber(before).document;
        const twice = renumber(once);
        expect(twice.changes).toEqual([]);
        expect(firstDifference(twice.document, once)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test('labels are then what numbering gives, and nothing but labels and references has changed', () => {
    fc.assert(
      fc.property(arbitraryDocument, (before) => {
        const { document: after, changes } = renumber(before);
        for (const [node, label] of deriveLabels(after)) expect(node.label).toBe(label);
        expect(JSON.stringify(after).length - JSON.stringify(before).length).toBe(
          changes.reduce((sum, change) => sum + change.after.length - change.before.length, 0),
        );
      }),
      { numRuns: 200 },
    );
  });
});
