/** The lines in which two texts differ, as a unified diff. */
import { createTwoFilesPatch } from 'diff';

/** A unified diff with one line of context; `before` and `after` are named by the same file. */
export function unifiedDiff(file: string, before: string, after: string): string {
  return createTwoFilesPatch(file, file, before, after, 'as it is', 'mended', { context: 1 }).trimEnd();
}
