/** Citations in real documents: statutes, terms and Word files from elsewhere. Two provisions never share one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { readDocx } from '../../src/read/docx/index.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { sharedCites } from '../arbitrary/divided.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const FOLDERS = ['import', 'legislation', 'legislation-docx'];
const present = FOLDERS.every((folder) => existsSync(join(CORPUS, folder)));

/** Every file in CI, every fourth elsewhere. */
function files(folder: string): string[] {
  const all = readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|docx)$/.test(name))
    .sort();
  return all.filter((_, i) => process.env.CI || i % 4 === 0).map((name) => join(CORPUS, folder, name));
}

/** The document of a file; `undefined` where the reader refuses it. */
function read(file: string): Document | undefined {
  try {
    if (file.endsWith('.md')) return readMarkdown(readFileSync(file, 'utf8'), { mode: 'lenient' }, () => {});
    return readDocx(readFileSync(file), { tracked: 'accept' }, () => {});
  } catch (error) {
    if (error instanceof UnusableInput) return undefined;
    throw error;
  }
}

describe.skipIf(!present)('real documents (skipped where the corpus is absent)', () => {
  it.each(FOLDERS)('%s: every citation names one provision', { timeout: 120_000 }, (folder) => {
    const documents = files(folder).flatMap((file) => read(file) ?? []);
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.flatMap(sharedCites)).toEqual([]);
  });
});
