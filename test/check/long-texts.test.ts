/** Lines that are long and say nothing, and texts with much of a kind: no rule may take long for them. */
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

const MANY = 3_000;

test.each([
  ['terms', (k: string) => `The thing (the “Ab${k} Cd${k}”) is used.`],
  ['attachments', (k: string, i: number) => `Attachment ${i}: The text ${k}`],
  ['hosts', (k: string) => `See www.a${k}.co.uk or a@b${k}.com.`],
])('as many %s as paragraphs', { timeout: 60_000 }, async (_, text) => {
  const children = Array.from({ length: MANY }, (_, i) => line(text(i.toString(36), i)).children).flat();
  const findings = await check({ ...line(''), children });
  expect(findings.every(({ severity }) => severity !== 'error')).toBe(true);
});
