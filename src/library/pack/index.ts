/** Building a pack: read, compare, assemble and write it, then put it in its place in one stroke. */
import { assemblePack, type PackDocument, type PackPiece } from '../../assemble/index.ts';
import { compare } from '../../compare/index.ts';
import { hasErrors, type Message, type Outcome, type Report, UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import type { Redline } from '../../model/redline.ts';
import { asDraft } from '../drafts.ts';
import { type Library, openLibrary } from '../library.ts';
import { type DatedText, dateWarnings } from './date-warnings.ts';
import { addPdfs, loadDress, PackPictures, picturesOf } from './dress.ts';
import { buildLegalText, isLegalTextPack } from './legal-text.ts';
import { listing, type PackResult, placePack, type Versions } from './listing.ts';
import { type Inputs, type LoadedManifest, loadManifest, loadNarratives, loadTemplates, loadVersion } from './load.ts';
import { openPlaces, reportOpenPlaces } from './open-places.ts';
import type { PackOptions } from './options.ts';
import { ownWordFiles } from './own-word.ts';
import { put, type ReadyPiece, readPieces, renderPieces, withFigures } from './render.ts';

export type { PackFile, PackResult, PackVersion } from './listing.ts';
export { packNames } from './load.ts';
export type { PackOptions } from './options.ts';

/**
 * Builds a pack into the folder `out`, which is replaced as a whole; should anything fail, it stays as it was.
 * Throws `UnusableInput` with every error that was found.
 */
export async function buildPack(options: PackOptions): Promise<Outcome<PackResult>> {
  const { root, name, out, onProgress: progress = () => undefined } = options;
  const messages: Message[] = [];
  const report: Report = (message) => messages.push(message);
  const inputs: Inputs = new Map();

  progress(`reading the pack ${name}`);
  const library = await openLibrary(root);
  if (await isLegalTextPack(library, name)) return buildLegalText(library, options);
  const loaded = await loadManifest(library, name, inputs);
  const narratives = await loadNarratives(library, name, loaded, inputs);
  const templates = await loadTemplates(library, name, loaded, inputs);
  const final = options.final === true;
  reportOpenPlaces(name, openPlaces(loaded.manifest, loaded.placeOf, narratives.values(), 'note'), final, report);
  const pictures = new PackPictures(inputs);
  const versions = await loadVersions(library, loaded, inputs, pictures, (message) =>
    final ? report(message) : asDraft([message]).forEach(report),
  );
  const { manifest, placeOf } = loaded;
  const dress = await loadDress(library, name, manifest, placeOf, pictures, inputs, report);
  stopAtErrors(messages);

  progress('comparing versions');
  const redlines = compareAll(versions, report);
  const documents = packDocuments(versions, redlines);

  progress('assembling the texts');
  const pieces = assemblePack({ name, ...loaded, documents, narratives, templates }, report);
  stopAtErrors(messages);
  const read = readPieces(pieces, new Map([...versions].map(([id, { after }]) => [id, after])), redlines, report);
  const ready = await withFigures(read, picturesOf(library, name), pictures, report);
  stopAtErrors(messages);

  progress('checking the dates');
  for (const warning of await dateWarnings(library, datedTexts(pieces, ready), loaded.manifest.dates.issued))
    report(warning);

  progress('writing the files');
  const sources = { library, manifest, versions, inputs };
  const own = options.house === true ? new Map() : await ownWordFiles(pieces, sources, report);
  const files = await renderPieces(ready, redlines, manifest, dress, own);
  for (const [file, bytes] of pictures.files) put(files, file, { kind: 'picture', bytes });
  if (options.pdf !== undefined) await addPdfs(files, options.pdf);
  const result = listing(name, ready[0]?.redline.document.meta.title ?? name, files, inputs, versions);
  await placePack(out, files, result);
  return { value: result, messages };
}

/** The texts of the pack, each with the document that it became. */
function datedTexts(pieces: readonly PackPiece[], ready: readonly ReadyPiece[]): DatedText[] {
  return pieces.flatMap((piece, i) => {
    const document = ready[i]?.redline.document;
    return piece.kind !== 'text' || document === undefined ? [] : [{ piece, document: document as Document }];
  });
}

function stopAtErrors(messages: readonly Message[]): void {
  if (hasErrors(messages)) throw new UnusableInput(messages);
}

async function loadVersions(
  library: Library,
  { manifest, placeOf }: LoadedManifest,
  inputs: Inputs,
  pictures: PackPictures,
  report: Report,
): Promise<Map<string, Versions>> {
  const versions = new Map<string, Versions>();
  for (const [i, { id, after, before }] of manifest.documents.entries()) {
    const load = async (version: string, key: string) => {
      const { document, messages } = await loadVersion(library, id, version, placeOf(['documents', i, key]), inputs);
      for (const message of messages) report(message);
      return pictures.take(document, picturesOf(library, id), report);
    };
    const earlier = before === undefined ? {} : { before: await load(before, 'before') };
    versions.set(id, { after: await load(after, 'after'), ...earlier });
  }
  return versions;
}

function compareAll(versions: ReadonlyMap<string, Versions>, report: Report): Map<string, Redline> {
  const redlines = new Map<string, Redline>();
  for (const [id, { before, after }] of versions) {
    if (before !== undefined) redlines.set(id, compare(before, after, report));
  }
  return redlines;
}

function packDocuments(
  versions: ReadonlyMap<string, Versions>,
  redlines: ReadonlyMap<string, Redline>,
): Map<string, PackDocument> {
  return new Map(
    [...versions].map(([id, version]) => [id, { ...version, changes: redlines.get(id)?.changes ?? [] }] as const),
  );
}
