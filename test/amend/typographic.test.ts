/** A redline in type alone: struck and underlined, nothing tracked. */
import { describe, expect, it } from 'vitest';
import { typographic } from '../../src/amend/index.ts';
import { compare } from '../../src/compare/index.ts';
import { collect } from '../../src/message.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { writeMarkdown } from '../../src/write/markdown/index.ts';

const read = (text: string) =>
  collect((report) => readMarkdown(`---\ntitle: A\nprovision: Section\n---\n\n${text}`, { mode: 'strict' }, report))
    .value;

function typed(before: string, after: string): string {
  const redline = typographic(compare(read(before), read(after)));
  expect(redline.changes).toEqual([]);
  return writeMarkdown(redline).split('---\n')[2]?.trim() ?? '';
}

describe('typographic', () => {
  it('strikes what was deleted and underlines what was inserted', () => {
    expect(typed('1.1 It may test.', '1.1 It must test.')).toBe('1.1 It <s>may</s><u>must</u> test.');
  });

  it('marks whole provisions, and the number that a provision had', () => {
    const before = '1.1 {#a} One thing is said here.\n\n1.2 {#b} Another thing is said there.';
    const after = '1.1 {#n} New.\n\n1.2 {#a} One thing is said here.\n\n1.3 {#b} Another thing is said there.';
    expect(typed(before, after)).toBe(
      '1.1 {#n} <u>New.</u>\n\n1.2 {#a} <s>1.1 </s>One thing is said here.\n\n1.3 {#b} <s>1.2 </s>Another thing is said there.',
    );
  });

  it('shows both texts of a reference that followed its target', () => {
    const before = '1.1 {#a} One thing is said here.\n\nSee [Section 1.1](#a).';
    const after = '1.1 {#n} New.\n\n1.2 {#a} One thing is said here.\n\nSee [Section 1.2](#a).';
    expect(typed(before, after)).toContain('See <s>Section 1.1</s><u>[Section 1.2](#a)</u>.');
  });
});
