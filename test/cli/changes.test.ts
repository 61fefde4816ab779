/** The list of changes on a terminal: order, followers, circles of causes, and text that would steer the terminal. */
import pico from 'picocolors';
import { describe, expect, test } from 'vitest';
import { changeSummary, countLine } from '../../src/cli/changes.ts';
import type { Change, Redline } from '../../src/model/redline.ts';

const plain = pico.createColors(false);
const meta = { title: 'A Document', version: '1', provision: 'Clause', language: 'en-GB' };

function change(n: number, more: Partial<Change> = {}): Change {
  const locus = { cite: `Clause ${n}`, within: [], text: '' };
  return { id: `c${n}`, kind: 'substitution', weight: 'substantive', after: locus, summary: `summary ${n}`, ...more };
}

const follower = (n: number, cause: string): Change =>
  change(n, { kind: 'renumbering', weight: 'consequential', cause });

function summary(changes: readonly Change[], all = false): string[] {
  const redline: Redline = { before: meta, document: { type: 'document', meta, children: [] }, changes };
  return changeSummary(redline, plain, all).slice(2);
}

describe('changes on a terminal', () => {
  test('come by weight, the heaviest first, each with its id, kind, cite and summary', () => {
    expect(summary([change(1, { weight: 'formatting' }), change(2), change(3)])).toEqual([
      '',
      'substantive',
      'c2  substitution  Clause 2  summary 2',
      'c3  substitution  Clause 3  summary 3',
      '',
      'formatting',
      'c1  substitution  Clause 1  summary 1',
    ]);
  });

  test('that follow from one stand under it, at whatever remove', () => {
    expect(summary([change(1), follower(2, 'c1'), follower(3, 'c2')]).slice(2)).toEqual([
      'c1    substitution  Clause 1  summary 1',
      '  c2  renumbering   Clause 2  summary 2 (follows c1)',
      '  c3  renumbering   Clause 3  summary 3 (follows c2)',
    ]);
  });

  test('that follow in great number are counted, unless all are asked for', () => {
    const changes = [change(1), ...Array.from({ length: 12 }, (_, i) => follower(i + 2, 'c1'))];
    expect(summary(changes).at(-1)?.trim()).toBe('12 follow: 12 renumberings (--all tells them)');
    expect(summary(changes, true)).toHaveLength(15);
  });

  test('are all told, whatever their causes say', () => {
    const circle = [follower(1, 'c2'), follower(2, 'c1'), follower(3, 'c9'), follower(4, 'c4')];
    const told = summary(circle).join('\n');
    for (const { id } of circle) expect(told).toMatch(new RegExp(`^ *${id} `, 'm'));
  });

  test('say where they stood and stand', () => {
    const [before, after] = ['Clause 1', 'Clause 2'].map((cite) => ({ cite, within: [], text: '' }));
    const moved = change(1, {
      before: before as NonNullable<Change['before']>,
      after: after as NonNullable<Change['after']>,
    });
    expect(summary([moved]).at(-1)).toContain('Clause 1 → Clause 2');
  });

  test('cannot steer the terminal', () => {
    const hostile = change(1, { summary: '\u001b]0;title\u0007 \u202e\nc2 forged line' });
    expect(summary([hostile])).toHaveLength(3);
    expect(summary([hostile]).join('')).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

test('counts are told in words', () => {
  expect(countLine([])).toBe('no changes');
  expect(countLine([change(1)])).toBe('1 change: 1 substantive');
  expect(countLine([change(1), follower(2, 'c1')])).toBe('2 changes: 1 substantive, 1 consequential');
});
