/** Labels: how they are found, taken apart and put together, and which the numbering gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Clause, Document, Table } from '../../src/model/document.ts';
import { deriveLabels, headingLabel, paragraphLabel, parseLabel, printLabel } from '../../src/model/label.ts';

const meta = { title: 'A Document', provision: 'Clause', language: 'en-GB' };
const document = (...children: Block[]): Document => ({ type: 'document', meta, children });
const clause = (label: string, children: Block[] = [], more: Partial<Clause> = {}): Clause => ({
  type: 'clause',
  kind: 'clause',
  label,
  children,
  ...more,
});
const limb = (label: string, children: Block[] = []): Clause => clause(label, children, { kind: 'limb' });
const table = (label: string): Table => ({ type: 'table', label, keyedBy: [], columns: [], rows: [] });

/** The labels that numbering gives, in document order. */
function derived(...children: Block[]): string[] {
  return [...deriveLabels(document(...children)).values()];
}

describe('a label at the beginning of a text', () => {
  it.each([
    ['4 Test completion', '4'],
    ['13.2 Scope', '13.2'],
    ['4A Effect', '4A'],
    ['Annex A Reports', 'Annex A'],
    ['§ 5 Geltung', '§ 5'],
    ['Article 3: Scope', 'Article 3'],
    ['B. Your Account', 'B.'],
    ['H5.9 Eligibility', 'H5.9'],
  ])('opens the heading %s', (text, label) => {
    expect(headingLabel(text)?.label).toBe(label);
  });

  it.each(['Purpose', 'Testing of 4 Devices', 'A Supplier Party', 'Part payment'])(
    'is not seen in the heading %s',
    (text) => {
      expect(headingLabel(text)).toBeUndefined();
    },
  );

  it.each([
    ['4.1 A planned entry', '4.1', 4],
    ['(a) every test', '(a)', 4],
    ['(ii) no issue', '(ii)', 5],
  ])('opens the paragraph %s', (text, label, end) => {
    expect(paragraphLabel(text)).toEqual({ label, end });
  });

  it.each(['12 months after', '(see below) it', '4.1kg of', 'a) not here'])(
    'is not seen in the paragraph %s',
    (text) => {
      expect(paragraphLabel(text)).toBeUndefined();
    },
  );
});

describe('a label taken apart', () => {
  const counters = fc.constantFrom('decimal', 'lowerLetter', 'upperLetter', 'lowerRoman', 'upperRoman' as const);

  it('is put together again', () => {
    fc.assert(
      fc.property(
        counters,
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(['(', ')'], ['20.', ''], ['', '.']),
        (counter, ordinal, [prefix = '', suffix = '']) => {
          const parts = { prefix, counter, ordinal, suffix } as const;
          const label = printLabel(parts as Parameters<typeof printLabel>[0]);
          const read = parseLabel(label, counter.endsWith('Roman'));
          expect(read === undefined ? label : printLabel(read)).toBe(label);
          if (counter === 'decimal' || counter.endsWith('Roman')) expect(read?.ordinal).toBe(ordinal);
        },
      ),
    );
  });

  it('keeps the letter of an inserted number apart', () => {
    expect(parseLabel('4A')).toEqual({ prefix: '', counter: 'decimal', ordinal: 4, suffix: 'A' });
  });
});

describe('the labels that numbering gives', () => {
  it('count up and take their parent as prefix', () => {
    expect(derived(clause('3', [clause('3.1'), clause('3.4')]), clause('9', [clause('9.2')]))).toEqual([
      '1',
      '1.1',
      '1.2',
      '2',
      '2.1',
    ]);
  });

  it('count limbs in letters, or in numerals where the first is (i)', () => {
    const nine = [...'abcdefghi'].map((letter) => limb(`(${letter})`));
    expect(derived(clause('1', nine)).slice(-2)).toEqual(['(h)', '(i)']);
    expect(derived(clause('1', [limb('(i)'), limb('(ii)'), limb('(iv)')]))).toEqual(['1', '(i)', '(ii)', '(iii)']);
  });

  it('go on through sub-headings without a number', () => {
    const sub = (children: Block[]): Clause => ({
      type: 'clause',
      kind: 'part',
      heading: [{ type: 'text', value: 'Sub' }],
      children,
    });
    expect(derived(clause('1', [clause('1.1'), sub([clause('1.2')]), sub([clause('1.4')])]))).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.3',
    ]);
  });

  it('leave fixed labels alone, and count past a stub but not an inserted number', () => {
    const fixed = { fixed: true } as const;
    expect(derived(clause('1'), clause('1A', [], fixed), clause('2'))).toEqual(['1', '1A', '2']);
    expect(derived(clause('1'), clause('3', [], fixed), clause('3'))).toEqual(['1', '3', '4']);
  });

  it('number tables within the outermost clause', () => {
    expect(derived(clause('2', [table('2.2'), clause('2.1', [table('2.7')])]), clause('5', [table('5.1')]))).toEqual([
      '1',
      '1.1',
      '2',
      '1.1',
      '1.2',
      '2.1',
    ]);
  });
});
