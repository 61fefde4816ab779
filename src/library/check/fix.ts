/** Mending what is safe to mend: in a text until nothing is left to mend, in a Word file by tracked changes. */

import { applyFixes, type Finding } from '../../check/index.ts';
import type { Report } from '../../message.ts';
import { withoutText } from '../../write/text-edits.ts';
import { redlineWordFiles } from '../word-redline.ts';
import type { Mendable } from './request.ts';

/** A fix may uncover another, as where one of three spaces goes; so often is enough for all of them. */
const ROUNDS = 8;

/** The text with all that is safe to mend mended, and how many edits that took. Mending the result again changes nothing. */
export async function mendText(
  { text, recheck }: Extract<Mendable, { kind: 'text' }>,
  findings: readonly Finding[],
): Promise<{ readonly text: string; readonly made: number }> {
  let [current, open, total] = [text, findings, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const { text: next, made } = applyFixes(current, open);
    if (made === 0) break;
    total += made;
    current = next;
    open = await recheck(current);
  }
  return { text: current, made: total };
}

/**
 * The Word file with what is safe to mend deleted as tracked changes, and how many there are. Throws `UnusableInput` where
 * the file, read back, would not say what it must.
 */
export function mendWord(
  bytes: Uint8Array,
  findings: readonly Finding[],
  options: { readonly author: string; readonly date: string },
  report: Report,
): { readonly bytes: Uint8Array; readonly made: number } {
  const edits = findings.flatMap(({ wordFix }) => (wordFix === undefined ? [] : [wordFix]));
  const { bytes: mended, made } = withoutText(bytes, edits);
  if (made === 0) return { bytes, made };
  return { bytes: redlineWordFiles(bytes, mended, { ...options, tracked: 'keep' }, report), made };
}
