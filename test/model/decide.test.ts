/** Decisions: what accepting and rejecting make of every kind of revision, and of some changes and not others. */
import { describe, expect, it } from 'vitest';
import { acceptAll, decide, rejectAll } from '../../src/model/decide.ts';
import type { Block, Clause, Inline, Para } from '../../src/model/document.ts';
import type { Boundary, Change, Redline, Revision } from '../../src/model/redline.ts';
import { plainText } from '../../src/model/walk.ts';

const meta = { title: 'A Document', version: '2', provision: 'Clause', language: 'en-GB' };
const text = (value: string, revision?: Revision): Inline<Revision> => ({
  type: 'text',
  value,
  ...(revision ? { revision } : {}),
});
const para = (children: Inline<Revision>[], revision?: Revision): Para<Revision> => ({
  type: 'para',
  children,
  ...(revision ? { revision } : {}),
});
const inserted = (change: string): Revision => ({ kind: 'insertion', change });
const deleted = (change: string): Revision => ({ kind: 'deletion', change });
const boundary = (change: string, side: Boundary['boundary'], joins: Boundary['joins']): Revision => ({
  kind: 'boundary',
  change,
  boundary: side,
  joins,
});

function redline(...children: Block<Revision>[]): Redline {
  const change = (id: string): Change => ({ id, kind: 'substitution', weight: 'substantive', summary: '' });
  return {
    before: { ...meta, version: '1' },
    document: { type: 'document', meta, children },
    changes: ['c1', 'c2'].map(change),
  };
}

/** What both sides say: a line a paragraph. */
function sides(r: Redline): { before: string; after: string } {
  return { before: plainText(rejectAll(r)), after: plainText(acceptAll(r)) };
}

describe('accepting and rejecting', () => {
  it('takes insertions and deletions', () => {
    expect(
      sides(redline(para([text('within '), text('10', deleted('c1')), text('5', inserted('c1')), text(' days')]))),
    ).toEqual({
      before: 'within 10 days',
      after: 'within 5 days',
    });
  });

  it('gives each side its own front matter', () => {
    const r = redline(para([text('a')]));
    expect([rejectAll(r).meta.version, acceptAll(r).meta.version]).toEqual(['1', '2']);
  });

  it('joins the pieces of a paragraph that was split, and parts those that were merged', () => {
    const pieces = (side: Boundary['boundary']) =>
      redline(para([text('One. ')]), para([text('Two.')], boundary('c1', side, 'text')));
    expect(sides(pieces('insertion'))).toEqual({ before: 'One. Two.', after: 'One. \nTwo.' });
    expect(sides(pieces('deletion'))).toEqual({ before: 'One. \nTwo.', after: 'One. Two.' });
  });

  it('joins clauses by their text or by their blocks, and pieces within pieces', () => {
    const clause = (label: string, children: Block<Revision>[], revision?: Revision): Clause<Revision> => ({
      type: 'clause',
      kind: 'clause',
      label,
      children,
      ...(revision ? { revision } : {}),
    });
    const byText = redline(
      clause('1', [para([text('a')])]),
      clause('2', [para([text('b')])], boundary('c1', 'insertion', 'text')),
    );
    expect(rejectAll(byText).children).toEqual([clause('1', [para([text('ab')])])]);
    const nested = redline(
      clause('1', [clause('(a)', [para([text('a')])])]),
      clause(
        '2',
        [clause('(b)', [para([text('b')])], boundary('c1', 'insertion', 'block'))],
        boundary('c1', 'insertion', 'block'),
      ),
    );
    expect(rejectAll(nested).children).toEqual([clause('1', [clause('(a)', [para([text('a')]), para([text('b')])])])]);
  });

  it('takes a heading away from around what stays', () => {
    const part: Block<Revision> = {
      type: 'clause',
      kind: 'part',
      heading: [text('Part', inserted('c1'))],
      children: [para([text('a')])],
      revision: boundary('c1', 'insertion', 'parent'),
    };
    expect(rejectAll(redline(part)).children).toEqual([para([text('a')])]);
    expect(acceptAll(redline(part)).children).toEqual([
      { type: 'clause', kind: 'part', heading: [text('Part')], children: [para([text('a')])] },
    ]);
  });

  it('gives attributes back, those that were absent too', () => {
    const marked: Inline<Revision> = {
      type: 'text',
      value: 'a',
      marks: { bold: true },
      revision: { kind: 'alteration', before: { marks: { value: null, change: 'c1' } } },
    };
    expect(rejectAll(redline(para([marked]))).children).toEqual([para([text('a')])]);
    expect(acceptAll(redline(para([marked]))).children).toEqual([
      para([{ type: 'text', value: 'a', marks: { bold: true } }]),
    ]);
  });
});

describe('deciding change by change', () => {
  const r = redline(para([text('a', deleted('c1')), text('b', inserted('c1')), text('c', inserted('c2'))]));

  it('leaves what is not decided as it was', () => {
    const left = decide(r, (change) => (change.id === 'c1' ? 'reject' : 'leave'));
    expect(left.changes.map((change) => change.id)).toEqual(['c2']);
    expect(sides(left)).toEqual({ before: 'a', after: 'ac' });
  });

  it('ends in a clean text once all is decided', () => {
    const done = decide(
      decide(r, (change) => (change.id === 'c2' ? 'accept' : 'leave')),
      () => 'reject',
    );
    expect(done.changes).toEqual([]);
    expect(plainText(done.document)).toBe('ac');
  });
});
