/** A finding of the checker: a message, and the edit of the source that would mend it where that is safe. */
import type { Message } from '../message.ts';
import type { RunEdit } from '../model/run-edit.ts';

/** Replaces the UTF-16 offsets `start` to `end` (half-open) of a source. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Finding extends Message {
  readonly fix?: Edit;
  readonly wordFix?: RunEdit;
}

/** The order in which a reader meets them: by file, then by place. */
export function byPlace(a: Finding, b: Finding): number {
  const files = compareText(a.place?.file ?? '', b.place?.file ?? '');
  if (files !== 0) return files;
  return (a.place?.start ?? -1) - (b.place?.start ?? -1) || compareText(a.rule, b.rule);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The source with the edits of the findings made, how many there were, and which findings they mend. An edit that overlaps one made before it is
 * left for the next time.
 */
export function applyFixes(
  source: string,
  findings: readonly Finding[],
): { readonly text: string; readonly made: number; readonly fixed: ReadonlySet<Finding> } {
  const mending = findings.flatMap((finding) => (finding.fix === undefined ? [] : [{ finding, edit: finding.fix }]));
  const fixed = new Set<Finding>();
  const pieces: string[] = [];
  let at = 0;
  for (const { finding, edit } of mending.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end)) {
    if (edit.start < at) continue;
    pieces.push(source.slice(at, edit.start), edit.text);
    at = edit.end;
    fixed.add(finding);
  }
  return { text: pieces.join('') + source.slice(at), made: fixed.size, fixed };
}
