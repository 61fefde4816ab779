/** Anchors for what has none: in one version, or in two, where provisions that are paired get the same. */
import { hasErrors, type Report, UnusableInput } from '../message.ts';
import type { Document, Node } from '../model/document.ts';
import { idOf } from '../model/links.ts';
import { walk } from '../model/walk.ts';
import { writeFileAtomic } from './atomic.ts';
import { asRewritable } from './drafts.ts';
import { withAnchors } from './import/anchors.ts';
import { faithfulMarkdown } from './import/faithful.ts';
import { continued } from './import/identities.ts';
import type { Library, LibraryVersion } from './library.ts';
import { readVersion, sourceOf } from './read.ts';

/** A version that was given anchors. */
export interface AnchoredVersion {
  readonly version: LibraryVersion;
  readonly document: Document;
  /** How many anchors it got. */
  readonly made: number;
}

/**
 * Gives every provision of a version, and every paragraph outside provisions, an anchor where it has none; those that are
 * there stay. With `earlier`, both get them, and what is paired gets one anchor. A version is written only where it
 * changes, and only what reads back as the same. Throws `UnusableInput`.
 */
export async function anchorVersions(
  library: Library,
  version: LibraryVersion,
  earlier: LibraryVersion | undefined,
  report: Report,
): Promise<AnchoredVersion[]> {
  const before = earlier === undefined ? undefined : await readWhole(library, earlier, report);
  const after = await readWhole(library, version, report);
  const first = before === undefined ? undefined : anchored(before, undefined);
  const second = anchored(after, first);
  const results = [
    ...(earlier === undefined || before === undefined || first === undefined
      ? []
      : [{ version: earlier, document: first, made: anchorsIn(first).length - anchorsIn(before).length }]),
    { version, document: second, made: anchorsIn(second).length - anchorsIn(after).length },
  ];
  const texts = results.map((result) => faithfulMarkdown(result.document, sourceOf(library, result.version).shown));
  for (const [i, result] of results.entries()) {
    if (result.made > 0) await writeFileAtomic(result.version.file, texts[i] as string);
  }
  return results;
}

/** The document with an anchor wherever one was wanted; what an earlier one pairs with it takes that one's. */
function anchored(document: Document, earlier: Document | undefined): Document {
  const own = new Map<Node, string>();
  walk(document, (node) => {
    const id = idOf(node);
    if (id !== undefined) own.set(node, id);
  });
  const named = new Map(own);
  const taken = new Set(own.values());
  for (const [node, id] of earlier === undefined ? [] : continued(earlier, document).anchors) {
    if (named.has(node) || taken.has(id)) continue;
    named.set(node, id);
    taken.add(id);
  }
  const reserved = earlier === undefined ? [] : anchorsIn(earlier);
  const loose = new Set<Node>(document.children);
  return withAnchors(document, { anchors: named, facts: new Map() }, reserved, loose).document;
}

function anchorsIn(document: Document): string[] {
  const found: string[] = [];
  walk(document, (node) => {
    const id = idOf(node);
    if (id !== undefined) found.push(id);
  });
  return found;
}

async function readWhole(library: Library, version: LibraryVersion, report: Report): Promise<Document> {
  const { value, messages: found } = await readVersion(library, version);
  const messages = asRewritable(found);
  if (hasErrors(messages)) throw new UnusableInput(messages);
  for (const message of messages) report(message);
  return value;
}
