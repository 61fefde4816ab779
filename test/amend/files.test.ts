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
  legalText,
  mergeTexts,
  parseAmendment,
  splitText,
} from '../../src/amend/index.ts';
import { compare } from '../../src/compare/index.ts';
import { amendmentIn } from '../../src/library/amendment.ts';
import { amendmentWord } from '../../src/library/amendment-word.ts';
import { collect, formatMessage } from '../../src/message.ts';
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
function conformed(amendment: Amendment, baseline: Document, after: Document, relink = false): Document {
  const applied = applyAmendment(amendment, baseline, { meta: () => after.meta, relink, references: 'keep' });
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
  /** Whether Markdown says a document to the letter; an edit may leave what no Markdown can, such as an empty bullet. */
  function isSayable(document: Document): boolean {
    const source = writeMarkdown(cleanRedline(document));
    const { value, messages } = collect((report) => readMarkdown(source, { mode: 'strict' }, report));
    const faults = messages.filter(({ rule }) => rule !== 'read/dangling-reference');
    return faults.length === 0 && firstDifference(value, document) === undefined;
  }

  it('come round through Markdown', () => {
    let tried = 0;
    fc.assert(
      fc.property(editedPair, ({ before, after }) => {
        const redline = compare(before, after);
        const drafted = draft(redline);
        const text = legalText(drafted, redline);
        if (drafted.instructions.length === 0 || ![rejectAll(text), acceptAll(text)].every(isSayable)) return;
        tried += 1;
        expect(firstDifference(conformed(parseMarkdown(markdownOf(text)), before, after), after)).toBeUndefined();
      }),
      { numRuns: 40 },
    );
    expect(tried).toBeGreaterThan(10);
  });
});
