/** The Word file that an import kept beside a version, as long as it says what the version says. */
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../message.ts';
import type { Document } from '../model/document.ts';
import { walk } from '../model/walk.ts';
import { readDocx } from '../read/docx/index.ts';
import { withDefinitions } from '../read/outline/index.ts';
import { settleTracked } from '../write/in-place/index.ts';
import { isWithin, type Library, type LibraryVersion } from './library.ts';
import { readBytes, type Source, sourceOf } from './read.ts';

/** A Word file without tracked changes of its own, and what it says. */
export interface WordFile {
  readonly bytes: Uint8Array;
  /** Its path, absolute. */
  readonly file: string;
  readonly document: Document;
}

const ENDINGS = ['.docx', '.docm', '.dotx', '.dotm'];

/** The Word file beside a version; `undefined` where none was kept. One that leads out of the library is none. */
export async function keptFile(library: Library, version: LibraryVersion): Promise<Source | undefined> {
  const stem = version.file.slice(0, -'.md'.length);
  const shown = sourceOf(library, version).shown.slice(0, -'.md'.length);
  const folder = await realpath(join(library.root, 'documents'));
  for (const ending of ENDINGS) {
    const file = await realpath(stem + ending).catch(() => undefined);
    if (file !== undefined && isWithin(folder, file)) return { file, shown: shown + ending };
  }
  return undefined;
}

/**
 * The kept file with its tracked changes settled as they were when it was imported. `document` is what the version says now:
 * a file with other words or labels is told in a message, and does not come back. Throws `UnusableInput`
 * where the file can't be read.
 */
export async function matchingWord(
  kept: Source,
  version: LibraryVersion,
  document: Document,
  report: Report,
): Promise<WordFile | undefined> {
  const bytes = await readBytes(kept);
  const wanted = words(document);
  for (const tracked of ['accept', 'reject'] as const) {
    const settled = settleTracked(bytes, () => tracked, ignore);
    const said = withDefinitions(readDocx(settled, { file: kept.shown }, ignore));
    if (words(said) === wanted) return { bytes: settled, file: kept.file, document: said };
    if (settled === bytes) break;
  }
  report({
    severity: 'warning',
    rule: 'library/kept-word',
    reason: `the Word file that is kept beside ${version.name} no longer says what the version says`,
    place: { file: kept.shown },
    note: `the redline is in the house style; "keeling diff ${version.name} ${kept.shown}" tells where they differ`,
  });
  return undefined;
}

/** The words of a document with its labels, notes included, a line for each block. */
function words(document: Document): string {
  const pieces: string[] = [];
  walk(document, (node) => {
    if (node.type === 'text') pieces.push(node.value);
    else if (
      node.type === 'crossReference' ||
      node.type === 'blank' ||
      node.type === 'opaque' ||
      node.type === 'picture'
    )
      pieces.push(node.text ?? '');
    else if (node.type !== 'document' && node.type !== 'column')
      pieces.push('\n', 'label' in node ? (node.label ?? '') : '', '\t');
  });
  return pieces.join('');
}

/** What the file had to tell was told when it was imported. */
function ignore(): void {}
