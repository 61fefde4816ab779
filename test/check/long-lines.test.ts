/** Lines that are long and say nothing: no rule may take longer for them than for other text. */
import { expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import type { Document } from '../../src/model/document.ts';

const LENGTH = 100_000;
/** What opens a line, and what it goes on with. */
const OPENINGS = ['', '(', '“', 'SEC (', 'Clause 1 '];
const FILLINGS = [' ', '\t', '1', 'A', 'a.', '(', ')', '1 ', 'Aa '];

function line(text: string): Document {
  const children = [{ type: 'text' as const, value: text }];
  return {
    type: 'document',
    meta: { title: 'T', provision: 'Clause', language: 'en-GB' },
    children: [{ type: 'para', children }],
  };
}

test.each(OPENINGS)('lines that open with "%s"', { timeout: 60_000 }, async (opening) => {
  for (const filling of FILLINGS) {
    const text = opening + filling.repeat(LENGTH / filling.length);
    const findings = await check(line(text));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});
