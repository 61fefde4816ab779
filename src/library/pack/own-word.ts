/** Attachments of a pack that are the team's own Word files: those that an import kept beside the versions. */
import { extname } from 'node:path';
import type { Manifest, PackPiece } from '../../assemble/index.ts';
import { type Message, type Report, UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { keptFile, matchingWord, type WordFile } from '../kept.ts';
import { type Library, type LibraryVersion, versionNamed } from '../library.ts';
import { withMatrix } from '../matrix.ts';
import { readBytes } from '../read.ts';
import { redlineWordFiles } from '../word-redline.ts';
import type { Versions } from './listing.ts';
import { type Inputs, noteInput } from './load.ts';

/** An attachment as a Word file of the team's own. */
export interface OwnWordFile {
  readonly bytes: Uint8Array;
  /** Of its name, with the full stop. */
  readonly ending: string;
}

interface Sources {
  readonly library: Library;
  readonly manifest: Manifest;
  readonly versions: ReadonlyMap<string, Versions>;
  readonly inputs: Inputs;
}

/**
 * The attachments that can be made from kept files, by the name of the attachment: a clean one is the kept file, a
 * change-marked one the kept file of after with tracked changes. A kept file that says something else than its version, or has none
 * to be compared with, is told in a message, and the attachment is then written in the pack's look.
 */
export async function ownWordFiles(
  pieces: readonly PackPiece[],
  sources: Sources,
  report: Report,
): Promise<ReadonlyMap<string, OwnWordFile>> {
  const files = new Map<string, OwnWordFile>();
  for (const { id } of sources.manifest.documents) {
    const shown = pieces.filter((piece) => piece.kind !== 'text' && piece.document === id);
    if (shown.length === 0) continue;
    const isMarked = ({ kind }: PackPiece) =>
      kind === 'change-marked' && sources.versions.get(id)?.before !== undefined;
    const { before, after } = await keptSides(sources, id, shown.some(isMarked), report);
    if (after === undefined) continue;
    const redline = before === undefined ? undefined : redlineOf(before, after, sources.manifest, id, report);
    for (const piece of shown) {
      const bytes = isMarked(piece) ? redline : after.bytes;
      if (bytes !== undefined) files.set(piece.file, { bytes, ending: extname(after.file).toLowerCase() });
    }
  }
  return files;
}

/** The kept files of a document's versions, that of before only where `marked`; one without the other is told. */
async function keptSides(
  { library, manifest, versions, inputs }: Sources,
  id: string,
  marked: boolean,
  report: Report,
): Promise<{ readonly before?: WordFile | undefined; readonly after?: WordFile | undefined }> {
  const named = manifest.documents.find((one) => one.id === id);
  const documents = versions.get(id);
  if (named === undefined || documents === undefined) return {};
  const kept = (version: string, document: Document) =>
    keptWord(library, versionNamed(library, id, version), document, inputs, report);
  const after = await kept(named.after, documents.after);
  if (!marked || named.before === undefined || documents.before === undefined) return { after };
  const before = await kept(named.before, documents.before);
  if ((before === undefined) !== (after === undefined))
    report(oneSided(`${id}@${named.before}`, `${id}@${named.after}`, after === undefined));
  return { before, after };
}

/** The kept file of a version, where it says what the version says; it is then an input of the pack. */
async function keptWord(
  library: Library,
  version: LibraryVersion,
  document: Document,
  inputs: Inputs,
  report: Report,
): Promise<WordFile | undefined> {
  const kept = await keptFile(library, version);
  if (kept === undefined) return undefined;
  const { value } = await withMatrix(library, version, document);
  const word = await matchingWord(kept, version, value, report);
  if (word !== undefined) noteInput(inputs, kept.shown, await readBytes(kept));
  return word;
}

/** The second file with tracked changes; `undefined`, with a message, where none can be written. */
function redlineOf(
  before: WordFile,
  after: WordFile,
  { tracked }: Manifest,
  id: string,
  report: Report,
): Uint8Array | undefined {
  const wanted = { before: before.document, after: after.document };
  const options = { author: tracked.author, date: tracked.date };
  try {
    return redlineWordFiles(before.bytes, after.bytes, options, report, wanted);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    for (const message of error.messages) report({ ...message, severity: 'warning' });
    report({
      severity: 'warning',
      rule: 'pack/own-word',
      reason: `the Word files of ${id} can't be marked; the change-marked attachment is in the look of the pack`,
    });
    return undefined;
  }
}

function oneSided(before: string, after: string, lacksAfter: boolean): Message {
  const [lacking, having] = lacksAfter ? [after, before] : [before, after];
  return {
    severity: 'warning',
    rule: 'pack/own-word',
    reason: `${having} has a Word file of its own that says what it says, and ${lacking} has none; the change-marked attachment is in the look of the pack`,
    note: `import the Word file of ${lacking} as ${lacking}, and the attachment is made in your own file`,
  };
}
