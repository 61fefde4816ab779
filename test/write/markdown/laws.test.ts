import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/message.ts';
import type { Document } from '../../../src/model/document.ts';
import { firstDifference } from '../../../src/model/equal.ts';
import { cleanRedline } from '../../../src/model/redline.ts';
import { readMarkdown } from '../../../src/read/markdown/index.ts';
import { writeMarkdown } from '../../../src/write/markdown/index.ts';
import { arbitraryDocument } from '../../arbitrary/document.ts';
import { oddDocument } from './odd.ts';

/** How many cases each law is tried on; CI tries more. */
const RUNS = Number(process.env.KEELING_RUNS ?? (process.env.CI ? 1000 : 100));

/** Writes a document and reads it back: the same document, no message, and the same letters again. */
function expectRoundTrip(document: Document): void {
  const written = writeMarkdown(cleanRedline(document));
  const { value, messages } = collect((report) => readMarkdown(written, { mode: 'strict' }, report));
  expect(messages).toEqual([]);
  expect(firstDifference(document, value)).toBeUndefined();
  expect(writeMarkdown(cleanRedline(value))).toBe(written);
}

describe('Legal Markdown', () => {
  it('reads back as the document that was written', () => {
    fc.assert(fc.property(arbitraryDocument, expectRoundTrip), { numRuns: RUNS });
  });

  it('has a form for every document that the model allows', () => {
    fc.assert(fc.property(oddDocument, expectRoundTrip), { numRuns: RUNS * 3 });
  });

  it('reads the same with the line ends and the byte order mark of Windows', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const written = writeMarkdown(cleanRedline(document));
        const { value, messages } = collect((report) =>
          readMarkdown(`\uFEFF${written.replace(/\n/g, '\r\n')}`, { mode: 'strict' }, report),
        );
        expect(messages).toEqual([]);
        expect(firstDifference(document, value)).toBeUndefined();
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('reads any text leniently, and what it made of it strictly again', () => {
    const lines = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary-ascii' }),
        fc.constantFrom(
          '',
          '# 1 x',
          '- (a) y',
          '4.1 z',
          '| a |',
          '| - |',
          ':::a',
          '> q',
          '[^1]',
          '[^1]: n',
          '**T** means',
        ),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, (source) => {
        const loose = readMarkdown(source.join('\n'), { mode: 'lenient' }, () => {});
        const written = writeMarkdown(cleanRedline(loose));
        const back = readMarkdown(written, { mode: 'strict' }, () => {});
        expect(writeMarkdown(cleanRedline(back))).toBe(written);
      }),
      { numRuns: RUNS * 3 },
    );
  });
});
