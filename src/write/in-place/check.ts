/** The check of a redline by reading it back: accepted it must say what after says, rejected what before says. */
import { UnusableInput } from '../../message.ts';
import { citations } from '../../model/cite.ts';
import type { Document, Node } from '../../model/document.ts';
import { firstDifference } from '../../model/equal.ts';
import { childList } from '../../model/walk.ts';

/** Reads a Word file with its tracked changes accepted or rejected; what it has to tell is not heard. */
export type ReadBack = (bytes: Uint8Array, tracked: 'accept' | 'reject') => Document;

/** The three files of a redline. */
export interface RedlineFiles {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly redline: Uint8Array;
}

/**
 * Reads a redline back both ways and compares; `settled` is how changes that the files carried themselves were settled. Anchors are set aside: bookmarks are those of after on both sides. Throws
 * `UnusableInput` (`write/in-place-mismatch`) that names the provision where a side says something else.
 */
export function checkRedline(
  { before, after, redline }: RedlineFiles,
  read: ReadBack,
  settled: 'accept' | 'reject' = 'accept',
): void {
  for (const [tracked, original, name] of [
    ['accept', after, 'after'],
    ['reject', before, 'before'],
  ] as const) {
    const wanted = withoutAnchors(read(original, settled));
    const got = withoutAnchors(read(redline, tracked));
    const difference = firstDifference(got, wanted);
    if (difference === undefined) continue;
    const cite = citeAt(wanted, difference);
    throw new UnusableInput({
      severity: 'error',
      rule: 'write/in-place-mismatch',
      reason: `the redline, all changes ${tracked}ed, does not say what the version ${name} says; it is not written`,
      ...(cite === undefined ? {} : { cite }),
      note: difference,
    });
  }
}

/** A document in which nothing has a name, and its properties are those of no file. */
function withoutAnchors(document: Document): Document {
  const meta = { title: '', provision: document.meta.provision, language: '' };
  return { ...(bare(document) as Document), meta };
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'id' && key !== 'place');
  return Object.fromEntries(entries.map(([key, entry]) => [key, key === 'target' ? '' : bare(entry)]));
}

/** The provision nearest to where two documents differ, by the path that `firstDifference` tells. */
function citeAt(document: Document, difference: string): string | undefined {
  const cites = citations(document);
  let found: string | undefined;
  let at: Node = document;
  for (const match of difference.slice(0, difference.indexOf(':')).matchAll(/(\w+)\[(\d+)\]/g)) {
    const next: Node | undefined = childList(at, match[1] as string)[Number(match[2])];
    if (next === undefined) break;
    at = next;
    found = cites.get(at) ?? found;
  }
  return found;
}
