/** Building a pack: read, compare, assemble and write it, then put it in its place in one stroke. */
import { assemblePack, type PackDocument } from '../../assemble/index.ts';
import { compare } from '../../compare/index.ts';
import { hasErrors, type Message, type Outcome, type Report, UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import type { Redline } from '../../model/redline.ts';
import { type Library, openLibrary } from '../library.ts';
import { byText } from '../names.ts';
import {
  type Input,
  type Inputs,
  type LoadedManifest,
  loadManifest,
  loadNarratives,
  loadTemplates,
  loadVersion,
  sha256,
} from './load.ts';
import { type FileRole, type RenderedFile, readPieces, renderPieces } from './render.ts';
import { LISTING, LISTING_FORMAT, swapFolder } from './swap.ts';

export { packNames } from './load.ts';

/** What to build, and where. */
export interface PackOptions {
  /** The folder that holds `documents/` and `templates/`. */
  readonly root: string;
  /** The pack's name: its manifest is `documents/NAME/pack.yaml`. */
  readonly name: string;
  /** The folder that the pack becomes. */
  readonly out: string;
  /** Told what is being done, as it begins. */
  readonly onProgress?: (step: string) => void;
}

/** A file of a pack that was built. */
export interface PackFile extends FileRole {
  /** Its name within the folder. */
  readonly path: string;
  /** In bytes. */
  readonly bytes: number;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
}

/** A version that went into a pack. */
export interface PackVersion {
  readonly document: string;
  readonly title: string;
  readonly version: string;
  readonly role: 'before' | 'after';
}

/** What a pack's `manifest.json` says: the files it consists of, and what they were made from. */
export interface PackResult {
  readonly format: typeof LISTING_FORMAT;
  readonly formatVersion: 1;
  readonly pack: string;
  readonly title: string;
  readonly files: readonly PackFile[];
  readonly inputs: readonly Input[];
  readonly versions: readonly PackVersion[];
}

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
  const loaded = await loadManifest(library, name, inputs);
  const narratives = await loadNarratives(library, name, loaded, inputs);
  const templates = await loadTemplates(library, name, loaded, inputs);
  const versions = await loadVersions(library, loaded, inputs, report);
  stopAtErrors(messages);

  progress('comparing versions');
  const redlines = compareAll(versions, report);
  const documents = packDocuments(versions, redlines);

  progress('assembling the texts');
  const pieces = assemblePack({ name, ...loaded, documents, narratives, templates }, report);
  stopAtErrors(messages);
  const ready = readPieces(pieces, new Map([...versions].map(([id, { after }]) => [id, after])), redlines, report);
  stopAtErrors(messages);

  progress('writing the files');
  const files = await renderPieces(ready, redlines, loaded.manifest);
  const result = listing(name, ready[0]?.redline.document.meta.title ?? name, files, inputs, versions);
  await swapFolder(
    out,
    new Map([
      ...[...files].map(([path, { bytes }]) => [path, bytes] as const),
      [LISTING, new TextEncoder().encode(`${JSON.stringify(result, null, 2)}\n`)],
    ]),
  );
  return { value: result, messages };
}

function stopAtErrors(messages: readonly Message[]): void {
  if (hasErrors(messages)) throw new UnusableInput(messages);
}

/** The versions of one document that a pack is about. */
interface Versions {
  readonly after: Document;
  readonly before?: Document;
}

async function loadVersions(
  library: Library,
  { manifest, placeOf }: LoadedManifest,
  inputs: Inputs,
  report: Report,
): Promise<Map<string, Versions>> {
  const versions = new Map<string, Versions>();
  for (const [i, { id, after, before }] of manifest.documents.entries()) {
    const load = async (version: string, key: string) => {
      const { document, messages } = await loadVersion(library, id, version, placeOf(['documents', i, key]), inputs);
      for (const message of messages) report(message);
      return document;
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

function listing(
  name: string,
  title: string,
  files: ReadonlyMap<string, RenderedFile>,
  inputs: Inputs,
  versions: ReadonlyMap<string, Versions>,
): PackResult {
  return {
    format: LISTING_FORMAT,
    formatVersion: 1,
    pack: name,
    title,
    files: [...files].map(([path, { bytes, ...role }]) => ({
      path,
      ...role,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
    inputs: [...inputs.values()].sort((a, b) => byText(a.path, b.path)),
    versions: [...versions].flatMap(([id, { before, after }]) => [
      ...(before === undefined ? [] : [versionOf(id, before, 'before')]),
      versionOf(id, after, 'after'),
    ]),
  };
}

function versionOf(id: string, { meta }: Document, role: PackVersion['role']): PackVersion {
  return { document: id, title: meta.title, version: meta.version ?? '', role };
}
