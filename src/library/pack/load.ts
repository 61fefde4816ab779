/** Reading all that a pack is made of: its manifest, narratives, templates and the versions of its documents. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkLegalText,
  checkManifest,
  checkNames,
  type LegalTextManifest,
  type Manifest,
  type ManifestKind,
  manifestKind,
  numberSections,
  type PlaceOf,
  schemaOf,
  type TemplateSource,
} from '../../assemble/index.ts';
import { collect, hasErrors, type Message, UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { type Library, versionNamed } from '../library.ts';
import { byText, didYouMean, isDocumentName } from '../names.ts';
import { decode, readBytes, readSource, type Source, sourceOf } from '../read.ts';
import { PACKAGE_ROOT } from '../root.ts';
import { type PlacedValue, readYaml } from '../yaml.ts';
import { withShared } from './shared.ts';

/** The file that makes a folder of `documents/` a pack. */
export const MANIFEST_FILE = 'pack.yaml';
const TEMPLATE_ENDING = '.md.hbs';

/** A file that went into a pack. */
export interface Input {
  /** From the root, with `/`. */
  readonly path: string;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
}

/** Notes each file that is read, by its path. */
export type Inputs = Map<string, Input>;

/** The manifest as it was read, and the place of each of its values. */
export interface LoadedManifest {
  readonly manifest: Manifest;
  readonly placeOf: PlaceOf;
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Notes a file as one that went into a pack; `path` is from the root, with `/`. */
export function noteInput(inputs: Inputs, path: string, bytes: Uint8Array): void {
  inputs.set(path, { path, sha256: sha256(bytes) });
}

/** Reads and checks `documents/NAME/pack.yaml`. Throws `UnusableInput` with file, line and column. */
export async function loadManifest(library: Library, name: string, inputs: Inputs): Promise<LoadedManifest> {
  const { value, placeOf } = await loadPackFile(library, name, inputs);
  const { value: manifest, messages } = collect((report) => {
    const checked = checkManifest(value, placeOf, report);
    if (checked !== undefined) checkNames(checked, placeOf, report);
    return checked;
  });
  if (manifest === undefined || hasErrors(messages)) throw new UnusableInput(messages);
  return { manifest, placeOf };
}

/** The manifest of a legal text, checked. Throws `UnusableInput` with file, line and column. */
export async function loadLegalText(
  library: Library,
  name: string,
  inputs: Inputs,
): Promise<{ readonly manifest: LegalTextManifest; readonly placeOf: PlaceOf }> {
  const { value, placeOf } = await loadPackFile(library, name, inputs);
  const { value: manifest, messages } = collect((report) => checkLegalText(value, placeOf, report));
  if (manifest === undefined) throw new UnusableInput(messages);
  return { manifest, placeOf };
}

/** What kind of pack a manifest makes. Throws `UnusableInput` where there is no such pack, or no such kind. */
export async function kindOfPack(library: Library, name: string): Promise<ManifestKind> {
  const { value, placeOf } = await loadPackFile(library, name, new Map());
  const { value: kind, messages } = collect((report) => manifestKind(value, placeOf, report));
  if (kind === undefined) throw new UnusableInput(messages);
  return kind;
}

/**
 * Reads `documents/NAME/pack.yaml`, with what all packs of the library share. Throws `UnusableInput` where there is none,
 * or it is no YAML.
 */
export async function loadPackFile(library: Library, name: string, inputs: Inputs): Promise<PlacedValue> {
  const packs = await packNames(library);
  if (!packs.includes(name)) throw unknownPack(name, packs);
  const file = `documents/${name}/${MANIFEST_FILE}`;
  const own = readYaml(await loadText(library, file, inputs), file);
  const { value: kind } = collect((report) => manifestKind(own.value, own.placeOf, report));
  const keys = new Set(Object.keys(schemaOf(kind ?? 'consultation').properties ?? {}));
  return withShared(library.root, own, keys);
}

/** The packs below the library's root, by name. */
export async function packNames(library: Library): Promise<string[]> {
  const names = (await namesIn(join(library.root, 'documents'))).filter(isDocumentName).sort(byText);
  const inside = await Promise.all(names.map((name) => namesIn(join(library.root, 'documents', name))));
  return names.filter((_, i) => inside[i]?.includes(MANIFEST_FILE));
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function unknownPack(name: string, packs: readonly string[]): UnusableInput {
  const note = didYouMean(name, packs) ?? (packs.length === 0 ? 'there is none' : `there is ${packs.join(', ')}`);
  return new UnusableInput({ severity: 'error', rule: 'pack/unknown', reason: `there is no pack "${name}"`, note });
}

/** The narratives of a pack, by the id of their section. */
export async function loadNarratives(
  library: Library,
  name: string,
  { manifest, placeOf }: LoadedManifest,
  inputs: Inputs,
): Promise<Map<string, TemplateSource>> {
  const narratives = new Map<string, TemplateSource>();
  for (const { id, file, path } of numberSections(manifest.sections)) {
    if (file === undefined) continue;
    const shown = `documents/${name}/${file}`;
    narratives.set(id, { file: shown, text: await loadNamed(library, shown, placeOf([...path, 'file']), inputs) });
  }
  return narratives;
}

/** What a shared template of the package is called in messages and listings, where the library is another folder. */
const PACKAGE_NAME = 'keeling';

/** The templates that every pack of a library can use: those of the package, of `templates/`, of the pack's own folder. */
export async function sharedTemplates(
  library: Library,
  name: string,
  inputs: Inputs,
): Promise<Map<string, TemplateSource>> {
  const files = await templateFiles(library, name);
  const templates = new Map<string, TemplateSource>();
  for (const [key, source] of files) {
    templates.set(key, { file: source.shown, text: await loadSource(source, inputs) });
  }
  return templates;
}

/** All templates a pack can use: the shared ones, and those that its manifest names. A later one replaces an earlier. */
export async function loadTemplates(
  library: Library,
  name: string,
  { manifest, placeOf }: LoadedManifest,
  inputs: Inputs,
): Promise<Map<string, TemplateSource>> {
  const templates = await sharedTemplates(library, name, inputs);
  for (const [key, path] of Object.entries(manifest.templates)) {
    const file = `documents/${name}/${path}`;
    templates.set(key, { file, text: await loadNamed(library, file, placeOf(['templates', key]), inputs) });
  }
  return templates;
}

async function templateFiles(library: Library, name: string): Promise<Map<string, Source>> {
  const own = library.root === PACKAGE_ROOT.replace(/[\\/]$/, '') ? 'templates' : `${PACKAGE_NAME}/templates`;
  return new Map([
    ...(await templatesIn(join(PACKAGE_ROOT, 'templates'), own)),
    ...(await templatesIn(join(library.root, 'templates'), 'templates')),
    ...(await templatesIn(join(library.root, 'documents', name), `documents/${name}`)),
  ]);
}

async function templatesIn(folder: string, shown: string): Promise<[string, Source][]> {
  const names = await namesIn(folder);
  return names
    .filter((name) => name.endsWith(TEMPLATE_ENDING))
    .sort(byText)
    .map((name) => [name.slice(0, -TEMPLATE_ENDING.length), { file: join(folder, name), shown: `${shown}/${name}` }]);
}

/** A file that the manifest names; a file that can't be read is told at that place. */
async function loadNamed(library: Library, file: string, place: Message['place'], inputs: Inputs): Promise<string> {
  try {
    return await loadText(library, file, inputs);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    const messages = error.messages.map((message) => ({ ...message, reason: `${file}: ${message.reason}` }));
    throw new UnusableInput(messages.map((message) => (place === undefined ? message : { ...message, place })));
  }
}

async function loadText(library: Library, path: string, inputs: Inputs): Promise<string> {
  return loadSource({ file: join(library.root, ...path.split('/')), shown: path }, inputs);
}

async function loadSource(source: Source, inputs: Inputs): Promise<string> {
  const bytes = await readBytes(source);
  noteInput(inputs, source.shown, bytes);
  return decode(bytes, source);
}

/** Reads a version of the library and what was said of it; the place of its name in the manifest is told with a fault. */
export async function loadVersion(
  library: Library,
  id: string,
  version: string,
  place: Message['place'],
  inputs: Inputs,
): Promise<{ readonly document: Document; readonly messages: readonly Message[] }> {
  const source = sourceOf(library, namedAt(library, id, version, place));
  const { value, messages } = await readSource(source);
  noteInput(inputs, source.shown, await readBytes(source));
  return { document: value, messages };
}

function namedAt(library: Library, id: string, version: string, place: Message['place']) {
  try {
    return versionNamed(library, id, version);
  } catch (error) {
    if (!(error instanceof UnusableInput) || place === undefined) throw error;
    throw new UnusableInput(error.messages.map((message) => ({ ...message, place })));
  }
}
