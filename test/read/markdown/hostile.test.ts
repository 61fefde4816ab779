import { describe, expect, it } from 'vitest';
import { collect, UnusableInput } from '../../../src/message.ts';
import { readMarkdown } from '../../../src/read/markdown/index.ts';

/** Sources that are refused, since reading them would take minutes or overflow the stack. */
const REFUSED: Readonly<Record<string, string>> = {
  quotes: '>'.repeat(50_000),
  lists: '- '.repeat(50_000),
  'lists by indentation': Array.from({ length: 150 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
  containers: ':::a\n'.repeat(3_000),
  emphasis: '**a*b'.repeat(20_000),
  brackets: '['.repeat(50_000),
  'setext headings': 'a\n===\n'.repeat(5_000),
};

/** Sources that are read, each within the time that the test runner allows. */
const READ: Readonly<Record<string, string>> = {
  'one long line': 'a '.repeat(200_000),
  'many lines': 'a\n'.repeat(20_000),
  'many clauses of one number': '4.1 {#a} x\n\n'.repeat(3_000),
  'many clauses inside one another': Array.from({ length: 500 }, (_, i) => `4.${i} {inside} x\n\n`).join(''),
  'many escapes': '\\[\\*\\{'.repeat(20_000),
  'many references': '&#32;'.repeat(20_000),
  'open braces': '{'.repeat(50_000),
  'footnotes that call one another': `[^0]\n\n${Array.from({ length: 30 }, (_, i) => `[^${i}]: b [^${i + 1}] [^${i + 1}]\n\n`).join('')}`,
  'dangling references': '[a](#x) '.repeat(2_000),
  'a wide table': `|${'a|'.repeat(2_000)}\n|${'-|'.repeat(2_000)}\n`,
  'a long table': `| a |\n| - |\n${'| **b** |\n'.repeat(8_000)}`,
  'aliases in front matter': '---\na: &a [x,x]\nb: &b [*a,*a,*a]\nprovision: *b\n---\n',
  'open brackets in front matter': `---\n${'['.repeat(3_000)}\n---\n`,
  NUL: '\0'.repeat(10_000),
  'lone surrogates': '\uD800'.repeat(1_000),
};

describe('hostile Markdown', () => {
  it.each(Object.entries(REFUSED))('refuses %s', (_, source) => {
    expect(() => readMarkdown(source, { mode: 'strict' }, () => {})).toThrow(UnusableInput);
    expect(() => readMarkdown(source, { mode: 'lenient' }, () => {})).toThrow(UnusableInput);
  });

  it.each(Object.entries(READ))('reads %s', (_, source) => {
    for (const mode of ['strict', 'lenient'] as const) {
      const { value } = collect((report) => readMarkdown(source, { mode }, report));
      expect(value.type).toBe('document');
    }
  });

  it('does not count what is escaped', () => {
    const { messages } = collect((report) => readMarkdown('\\* '.repeat(30_000), { mode: 'lenient' }, report));
    expect(messages).toEqual([]);
  });
});
