/** docs/word-redline.md tells of every kind of difference and of all that has no meaning, as the tables in the code do. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DIFFERENCE_KINDS, NO_MEANING } from '../../../src/word/account/index.ts';

const DOCS = readFileSync(fileURLToPath(new URL('../../../docs/word-redline.md', import.meta.url)), 'utf8');

const WEIGHTS = { text: 'error', content: 'warning', look: 'warning', setting: 'warning' } as const;

/** The rows that must stand in the page; where a test fails, they are what to paste. */
const kinds = Object.entries(DIFFERENCE_KINDS).map(
  ([kind, { weight, trackable, how }]) =>
    `| ${kind} | ${trackable ? 'marked' : 'named'} | ${WEIGHTS[weight]} | ${how} |`,
);
const silent = NO_MEANING.map(
  ({ what, names, reason }) => `| ${what} | ${names.map((name) => `\`${name}\``).join(', ')} | ${reason} |`,
);

describe('the page on Word redlines', () => {
  test.each(kinds)('has the row %s', (row) => expect(DOCS).toContain(row));

  test('lists all that has no meaning', () => {
    expect(silent.filter((row) => !DOCS.includes(row))).toEqual([]);
    expect(silent.length).toBeGreaterThan(15);
  });
});
