/** Puts an imported version on disk: Markdown and Word file, both or none. */
import { readFile, unlink } from 'node:fs/promises';
import { writeFileAtomic } from '../atomic.ts';
import { exists, isThere, type Target } from './target.ts';

/**
 * Writes the Word file, then the Markdown, by which alone the library knows the version: whatever goes wrong, no version
 * is there without its source. A Word file of the same bytes, left by an import that was cut off, is taken as it is.
 * Throws `UnusableInput` (`import/version-exists`, `library/cannot-write`).
 */
export async function keepVersion(target: Target, markdown: string, word: Uint8Array): Promise<void> {
  const present = await readFile(target.word).catch(() => undefined);
  if (present !== undefined && !present.equals(word)) throw exists(target, target.word);
  if (present === undefined) await writeFileAtomic(target.word, word, { fresh: true });
  try {
    await writeFileAtomic(target.markdown, markdown, { fresh: true });
  } catch (error) {
    // Where the Markdown is there all the same, another import was quicker, and needs the Word file.
    if (present === undefined && !(await isThere(target.markdown))) await unlink(target.word).catch(() => undefined);
    throw error;
  }
}
