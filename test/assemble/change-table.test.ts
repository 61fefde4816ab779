import { describe, expect, it } from 'vitest';
import { type ChangeRow, type ComparedDocument, checkCoverage, rowReference } from '../../src/assemble/change-table.ts';
import type { Change, Weight } from '../../src/model/redline.ts';

const CLAUSE = (label: string) => ({ cite: `Clause ${label}`, label });

function change(within: readonly string[], weight: Weight = 'substantive', side: 'before' | 'after' = 'after'): Change {
  const id = within[within.length - 1];
  const locus = { cite: 'Clause 2.2', within, text: 'some words', ...(id === undefined ? {} : { id }) };
  return { id: 'c1', kind: 'insertion', weight, [side]: locus, summary: 'words inserted' };
}

function compared(changes: readonly Change[]): Map<string, ComparedDocument> {
  const after = new Map([
    ['two', CLAUSE('2')],
    ['first', CLAUSE('2.1')],
    ['second', CLAUSE('2.2')],
    ['third', CLAUSE('2.3')],
  ]);
  const before = new Map([...after, ['gone', CLAUSE('2.4')]]);
  return new Map([['act', { short: 'Act', beforeVersion: '1.0', changes, after, before }]]);
}

const row = (...covers: string[]): ChangeRow => ({ document: 'act', covers });

describe('coverage of the changes by the rows', () => {
  it('is complete where each change stands in a provision that a row covers', () => {
    const changes = [change(['two', 'second']), change(['two', 'first'], 'substantive', 'before')];
    expect(checkCoverage([row('second'), row('first')], compared(changes))).toEqual([]);
    expect(checkCoverage([row('two')], compared(changes))).toEqual([]);
  });

  it('does not ask for a row for what follows from another change, or for how it looks', () => {
    const lesser = (['consequential', 'typographical', 'formatting'] as const).map((weight) =>
      change(['first'], weight),
    );
    expect(checkCoverage([], compared(lesser))).toEqual([]);
  });

  it('names a substantive change that no row covers', () => {
    const [message, ...more] = checkCoverage(
      [row('first')],
      compared([change(['two', 'first']), change(['two', 'second'])]),
    );
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      severity: 'error',
      rule: 'assemble/change-without-row',
      cite: 'Clause 2.2 (second)',
    });
    expect(message?.reason).toContain('words inserted');
  });

  it('names a change that stands in no provision with an anchor', () => {
    expect(checkCoverage([row('first')], compared([change(['first']), change([])]))).toMatchObject([
      { rule: 'assemble/change-without-row' },
    ]);
  });

  it('names a row that covers no change, and a provision of a row in which nothing changed', () => {
    const changes = compared([change(['two', 'second'])]);
    const reasons = checkCoverage([row('second', 'third'), row('first')], changes).map(({ reason }) => reason);
    expect(reasons).toEqual([
      'row 1 covers Act Clause 2.3, which is the same in both versions',
      'row 2 covers no change: Act Clause 2.1 is the same in both versions',
    ]);
  });

  it('names an anchor that no version has, and a document that is not compared', () => {
    const messages = checkCoverage([row('sec'), { document: 'bill', covers: ['first'] }], compared([]));
    expect(messages.map(({ rule }) => rule)).toEqual(['assemble/unknown-anchor', 'assemble/row-without-comparison']);
    expect(messages[0]?.note).toContain('"second"');
  });

  it('does not let a row of one document cover a change of another', () => {
    const both = compared([change(['second'])]);
    both.set('bill', { ...(both.get('act') as ComparedDocument), short: 'Bill', changes: [] });
    const rules = checkCoverage([{ document: 'bill', covers: ['second'] }], both).map(({ rule }) => rule);
    expect(rules).toEqual(['assemble/row-without-change', 'assemble/change-without-row']);
  });
});

describe('the reference of a row', () => {
  const act = compared([]).get('act') as ComparedDocument;

  it('is in the numbering of after', () => {
    expect(rowReference(row('second'), act)).toBe('Act Clause 2.2');
    expect(rowReference(row('first', 'second', 'third'), act)).toBe('Act Clause 2.1 to Clause 2.3');
    expect(rowReference({ ...row('first', 'second'), join: 'and' }, act)).toBe('Act Clause 2.1 and Clause 2.2');
  });

  it('says whose number it gives where only before has the provision', () => {
    expect(rowReference(row('gone'), act)).toBe('Act Clause 2.4 of version 1.0');
    expect(rowReference(row('first', 'gone'), act)).toBe('Act Clause 2.1 and Clause 2.4 of version 1.0');
  });
});
