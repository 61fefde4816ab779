/** Puts an imported version on disk: Markdown, Word file and the facts about it, all or none. */
import { readFile, unlink } from 'node:fs/promises';
import { writeFileAtomic } from '../atomic.ts';
import { exists, isThere, type Target } from './target.ts';

/** The two texts of an imported version. */
export interface VersionTexts {
  readonly markdown: string;
  /** The facts about its source. */
  readonly source: string;
}

/**
 * Writes the Word file and the facts beside it, then the Markdown, by which alone the library knows the version: whatever
 * goes wrong, no version is there without its source. A Word file of the same bytes, left by an import that was cut off, is taken as it is.
 * Throws `UnusableInput` (`import/version-exists`, `library/cannot-write`).
 */
export async function keepVersion(target: Target, texts: VersionTexts, word: Uint8Array): Promise<void> {
  const present = await readFile(target.word).catch(() => undefined);
  if (present !== undefined && !present.equals(word)) throw exists(target, target.word);
  if (present === undefined) await writeFileAtomic(target.word, word, { fresh: true });
  await writeFileAtomic(target.source, texts.source);
  try {
    await writeFileAtomic(target.markdown, texts.markdown, { fresh: true });
  } catch (error) {
    // Where the Markdown is there all the same, another import was quicker, and needs the Word file.
    if (present === undefined && !(await isThere(target.markdown))) {
      await unlink(target.word).catch(() => undefined);
      await unlink(target.source).catch(() => undefined);
    }
    throw error;
  }
}
