import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/compare/index.ts';
import { collect } from '../../../src/message.ts';
import { readMarkdown } from '../../../src/read/markdown/index.ts';
import { writeMarkdown } from '../../../src/write/markdown/index.ts';
import { editedPair } from '../../arbitrary/edits.ts';

const RUNS = Number(process.env.KEELING_RUNS ?? (process.env.CI ? 500 : 60));

describe('the Markdown of a comparison', () => {
  it('opens and closes each mark in one piece of text', () => {
    fc.assert(
      fc.property(editedPair, ({ before, after }) => {
        const written = writeMarkdown(compare(before, after));
        const { messages } = collect((report) => readMarkdown(written, { mode: 'lenient' }, report));
        expect(messages.filter(({ rule }) => rule === 'read/stray-tag' || rule === 'read/unknown-html')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('marks nothing where nothing changed', () => {
    fc.assert(
      fc.property(editedPair, ({ before }) => {
        const same = writeMarkdown(compare(before, structuredClone(before)));
        expect(same).not.toMatch(/(?<!\\)<(?:ins|del)>/);
      }),
      { numRuns: RUNS },
    );
  });
});
