/** The road through files: drafted, written as Markdown and Word, read back, and applied to the baseline. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Amendment,
  applyAmendment,
  draft,
  draftWhole,
  inStyle,
  legalText,
  mergeTexts,
  parseAmendment,
  splitText,
} from '../../src/amend/index.ts';
import { compare } from '../../src/compare/index.ts';
import { amendmentIn, amendmentMarkdown } from '../../src/library/amendment.ts';
import { draftedText } from '../../src/library/amendment-draft.ts';
import { amendmentPage } from '../../src/library/amendment-page.ts';
import { amendmentWord } from '../../src/library/amendment-word.ts';
import { collect, formatMessage, UnusableInput } from '../../src/message.ts';
import { acceptAll, rejectAll } from '../../src/model/decide.ts';
import type { Document } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import { cleanRedline, type Redline } from '../../src/model/redline.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { writeMarkdown } from '../../src/write/markdown/index.ts';
import { editedPair } from '../arbitrary/edits.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function version(name: string, number: string): Document {
  const file = join(ROOT, 'documents', name, `${number}.md`);
  return collect((report) => readMarkdown(readFileSync(file, 'utf8'), { mode: 'strict' }, report)).value;
}

function markdownOf(text: Redline): string {
  const [before, after] = [rejectAll(text), acceptAll(text)].map((side) => writeMarkdown(cleanRedline(side)));
  return mergeTexts(before ?? '', after ?? '');
}

function parseMarkdown(source: string): Amendment {
  const { before, after } = splitText(source);
  const { value, messages } = collect((report) => {
    const sides = [before, after].map((text) => readMarkdown(text, { mode: 'strict' }, report)) as [Document, Document];
    return parseAmendment(...sides, report);
  });
  // What is not restated cannot be referred to within the legal text.
  const others = messages.filter(({ rule }) => rule !== 'read/dangling-reference');
  expect(others.map(formatMessage)).toEqual([]);
  return value;
}

async function throughWord(text: Redline): Promise<Amendment> {
  const bytes = await amendmentWord(text, { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' }, 'tracked');
  return (await amendmentIn(bytes, { file: 'text.docx', shown: 'text.docx' })).value.amendment;
}

/** The conformed version with what the amended version says of itself, or what was refused. */
function conformed(
  amendment: Amendment,
  baseline: Document,
  after: Document,
  relink = false,
  references: 'follow' | 'keep' = 'keep',
): Document {
  const applied = applyAmendment(amendment, baseline, { meta: () => after.meta, relink, references });
  if (!('refusals' in applied)) return applied.document;
  const told = applied.refusals.map(({ instruction, reason, nearest }) => [instruction.target.cite, reason, nearest]);
  throw new Error(JSON.stringify(told, undefined, 1));
}

const PAIRS = [
  ['svtad', '1.4', '1.5'],
  ['mtad', '1.2', '1.3'],
  ['appendix-r', '6.18', '6.18mp089'],
] as const;

describe.each(PAIRS)('%s %s and %s', (name, from, to) => {
  const [before, after] = [version(name, from), version(name, to)];
  const redline = compare(before, after);
  const drafted = draft(redline);
  const text = legalText(drafted, redline);

  it('come round as data', () => {
    expect(firstDifference(conformed(drafted, before, after), after)).toBeUndefined();
  });

  it('come round through Markdown', () => {
    expect(firstDifference(conformed(parseMarkdown(markdownOf(text)), before, after), after)).toBeUndefined();
  });

  it('come round through Word', async () => {
    expect(firstDifference(conformed(await throughWord(text), before, after), after)).toBeUndefined();
  });
});

describe('edits of any kind', () => {
  const WRITERS: Readonly<Record<string, (text: Redline) => Promise<Uint8Array | string>>> = {
    'text.md': async (text) => amendmentMarkdown(text),
    'text.html': async (text) => amendmentPage(text),
    'text.docx': (text) => amendmentWord(text, { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' }, 'tracked'),
    'typed.docx': (text) => amendmentWord(text, { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' }, 'typographic'),
  };

  it.each(Object.entries(WRITERS))('come round through %s, or are not written', async (file, write) => {
    const counts = { right: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(editedPair, async ({ before, after }) => {
        const redline = compare(before, after);
        const drafted = draft(redline);
        if (drafted.instructions.length === 0) return;
        const ways = [() => inStyle(drafted, 'uk'), () => drafted, () => draftWhole(redline)];
        try {
          const { value } = await draftedText({ before, after, redline, ways, file, write });
          const bytes = typeof value.content === 'string' ? new TextEncoder().encode(value.content) : value.content;
          const { amendment, lossy } = (await amendmentIn(bytes, { file, shown: file })).value;
          expect(firstDifference(conformed(amendment, before, after, lossy, 'follow'), after)).toBeUndefined();
          counts.right += 1;
        } catch (error) {
          if (!(error instanceof UnusableInput)) throw error;
          expect(error.messages.at(-1)?.rule).toBe('amend/not-read-back');
          counts.refused += 1;
        }
      }),
      { numRuns: 15 },
    );
    expect(counts.right).toBeGreaterThan(3);
  });
});
