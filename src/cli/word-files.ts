/** The Word files of two versions, where both have one: what a redline in place is made of. */
import { extname } from 'node:path';
import type { WordFile } from '../library/kept.ts';
import { readBytes, type Source } from '../library/read.ts';
import type { Context, Input } from './context.ts';
import { whole } from './whole.ts';

/**
 * Two Word files, or the files that are kept beside versions. `undefined` where a side has none; where the other side is Word,
 * a message tells why the redline will be in the house style.
 */
export async function wordFilesOf(
  context: Context,
  [before, after]: readonly [Input, Input],
): Promise<readonly [WordFile, WordFile] | undefined> {
  const [from, to] = [await placeOf(context, before), await placeOf(context, after)];
  if (from === undefined || to === undefined) {
    if (from !== to) tellMissing(context, from === undefined ? before : after);
    return undefined;
  }
  const [x, y] = [await wordOf(context, before, from), await wordOf(context, after, to)];
  return x === undefined || y === undefined ? undefined : [x, y];
}

export function isWord(file: string): boolean {
  return /^\.do[ct][xm]$/i.test(extname(file));
}

/**
 * Tells where a Word file is written under another ending than that of the file that it is made in: Word opens a file with
 * macros, or a template, under its own ending alone.
 */
export function tellEnding(context: Context, out: string, file: string): void {
  const [own, given] = [extname(file).toLowerCase(), extname(out).toLowerCase()];
  if (own === given) return;
  context.report({
    severity: 'warning',
    rule: 'cli/word-ending',
    reason: `the file is made in a ${own} file, and Word opens that under ${own} alone, not under ${given}`,
    note: `let --out end in ${own}`,
  });
}

/** Where the Word file of an input lies. */
async function placeOf(context: Context, { source }: Input): Promise<Source | undefined> {
  if (source.version === undefined) return isWord(source.file) ? source : undefined;
  const { keptFile } = await import('../library/kept.ts');
  return keptFile(await context.library(), source.version);
}

async function wordOf(context: Context, input: Input, place: Source): Promise<WordFile | undefined> {
  const { source, document } = input;
  if (source.version === undefined) return { bytes: await readBytes(source), file: source.file, document };
  const { matchingWord } = await import('../library/kept.ts');
  return matchingWord(place, source.version, await whole(context, input), context.report);
}

function tellMissing(context: Context, { source }: Input): void {
  if (source.version === undefined) return;
  context.report({
    severity: 'note',
    rule: 'library/no-kept-word',
    reason: `no Word file is kept beside ${source.version.name}, so the redline is in the house style`,
  });
}
