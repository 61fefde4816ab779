/** The cases under test/cases, which a lawyer can read: what is expected of a comparison, to the letter. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { collect, formatMessage } from '../../src/message.ts';
import { acceptAll, rejectAll } from '../../src/model/decide.ts';
import type { Document } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { type Case, readCases } from '../cases/case-file.ts';
import { printChanges, printRedline } from '../cases/notation.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const CASES = readCases(join(HERE, '..', 'cases'));
/** Where what came instead is written; git ignores it. */
const ACTUAL = join(HERE, '..', '..', 'output', 'cases');

const FRONT_MATTER = '---\ntitle: Example Approach Document\nprovision: Clause\n---\n\n';

/** Reads a body strictly: a case that is no Legal Markdown is a fault of the case. */
function documentOf(body: string): Document {
  const { value, messages } = collect((report) => readMarkdown(`${FRONT_MATTER}${body}\n`, { mode: 'strict' }, report));
  expect(messages.map(formatMessage)).toEqual([]);
  return value;
}

const trimmed = (text: string): string => text.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, '');

function check({ file, heading, ...one }: Case): void {
  const [before, after] = [documentOf(one.before), documentOf(one.after)];
  const redline = compare(before, after);
  expect(firstDifference(acceptAll(redline), after)).toBeUndefined();
  expect(firstDifference(rejectAll(redline), before)).toBeUndefined();
  const actual = shown(trimmed(printRedline(redline)), trimmed(printChanges(redline.changes)));
  const expected = shown(trimmed(one.redline), trimmed(one.changes));
  if (actual !== expected) keep(file, heading, actual);
  expect(actual).toBe(expected);
}

function shown(redline: string, changes: string): string {
  return `\`\`\`redline\n${redline}\n\`\`\`\n\n\`\`\`changes\n${changes}\n\`\`\`\n`;
}

/** Writes what came instead beside what was expected, so that a rightly changed case can be brought up to date. */
function keep(file: string, heading: string, actual: string): void {
  mkdirSync(ACTUAL, { recursive: true });
  writeFileSync(join(ACTUAL, `${file}.${heading.replace(/[^\w]+/g, '-').toLowerCase()}.actual`), actual);
}

describe.each([...new Set(CASES.map(({ file }) => file))])('%s', (file) => {
  for (const one of CASES.filter((candidate) => candidate.file === file)) {
    it(`${one.heading} (line ${one.line})`, () => check(one));
  }
});

it('tells of enough cases, each under a heading of its own', () => {
  const names = CASES.map(({ file, heading }) => `${file}: ${heading}`);
  expect(names.length).toBeGreaterThanOrEqual(65);
  expect(new Set(names).size).toBe(names.length);
});
