/** Reading a document from disk by what the user calls it: `svtad@1.5`, or the path of a file of any format we read. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, relative, resolve, sep } from 'node:path';
import { collect, type Outcome, type Report, UnusableInput } from '../message.ts';
import type { Document, Meta } from '../model/document.ts';

import { cached, cacheFolder } from './cache.ts';
import { fileFault } from './faults.ts';
import { documentNamed, type Library, type LibraryVersion, versionNamed } from './library.ts';
import { isDocumentName, parseReference } from './names.ts';

/** How a document is to be read. */
export interface ReadOptions {
  /** How strictly Markdown is taken; `auto` where absent. A version of the library is always taken strictly. */
  readonly mode?: 'strict' | 'lenient' | 'auto';
  /** What becomes of tracked changes in a Word file; `accept` where absent. */
  readonly tracked?: 'accept' | 'reject';
  /** `false` to parse even what the cache holds. */
  readonly cache?: boolean;
}

/** A file to be read, and what it is called in messages. */
export interface Source {
  /** The path on disk, absolute. */
  readonly file: string;
  /** As the user named it, or as `documents/svtad/1.5.md`. */
  readonly shown: string;
  /** Set where the file is a version of the library. */
  readonly version?: LibraryVersion;
}

/** The largest file that is read, in bytes. */
const LARGEST = 256 * 1024 * 1024;

type Read = (bytes: Uint8Array, source: Source, options: ReadOptions, report: Report) => Promise<Document>;

const readWord: Read = async (bytes, source, options, report) => {
  const { readDocx } = await import('../read/docx/index.ts');
  const tracked = options.tracked === undefined ? {} : { tracked: options.tracked };
  return readDocx(bytes, { file: source.shown, ...tracked }, report);
};

const readText: Read = async (bytes, source, options, report) => {
  const { readMarkdown } = await import('../read/markdown/index.ts');
  return readMarkdown(decode(bytes, source), { file: source.shown, mode: modeOf(source, options) }, report);
};

const readStructured: Read = async (bytes, source, _options, report) => {
  const { readJson } = await import('../read/json.ts');
  return readJson(decode(bytes, source), { file: source.shown }, report);
};

/** The formats that are read, by the ending of the file's name. */
const READERS: Readonly<Record<string, Read>> = {
  '.md': readText,
  '.markdown': readText,
  '.json': readStructured,
  '.docx': readWord,
  '.docm': readWord,
  '.dotx': readWord,
  '.dotm': readWord,
};

/**
 * The file that a reference means: a version of the library, or else a path from `folder`. Throws `UnusableInput`
 * (`library/unknown-document`, `-version`, `-format`, `library/no-file`).
 */
export function resolveReference(library: Library, reference: string, folder: string): Source {
  if (Object.hasOwn(READERS, extname(reference).toLowerCase())) {
    return { file: resolve(folder, reference), shown: reference };
  }
  const name = parseReference(reference);
  if (name !== undefined) return sourceOf(library, versionNamed(library, name.document, name.version));
  if (!isDocumentName(reference) || extname(reference) !== '') throw unknownFormat(reference);
  const { versions } = documentNamed(library, reference);
  const note = `say which: ${versions.map((version) => version.name).join(', ')}`;
  throw unusable('library/unknown-version', `"${reference}" names a document, but no version of it`, note);
}

/** A version of the library as a file to be read. */
export function sourceOf(library: Library, version: LibraryVersion): Source {
  const shown = relative(library.root, version.file).split(sep).join('/');
  return { file: version.file, shown, version };
}

/**
 * Reads what a reference means. Messages of severity `error` come back with the document: the caller decides.
 * Throws `UnusableInput` where there is no such file, or no document can be made of it.
 */
export async function readReference(
  library: Library,
  reference: string,
  folder: string,
  options: ReadOptions = {},
): Promise<Outcome<Document>> {
  return readSource(resolveReference(library, reference, folder), options);
}

/** Reads a version of the library. */
export async function readVersion(
  library: Library,
  version: LibraryVersion,
  options: ReadOptions = {},
): Promise<Outcome<Document>> {
  return readSource(sourceOf(library, version), options);
}

/** Reads a file. Markdown, which is slow to parse, comes out of the cache where the same bytes were read before. */
export async function readSource(source: Source, options: ReadOptions = {}): Promise<Outcome<Document>> {
  const read = READERS[extname(source.file).toLowerCase()];
  if (read === undefined) throw unknownFormat(source.shown);
  const bytes = await readBytes(source);
  const parse = () => collectAsync((report) => read(bytes, source, options, report));
  if (read !== readText || options.cache === false) return parse();
  return cached({ folder: cacheFolder(), bytes, aspects: [source.shown, modeOf(source, options)] }, parse);
}

/** What a version says of itself: its front matter alone is read. */
export async function readMeta(library: Library, version: LibraryVersion): Promise<Outcome<Meta>> {
  const { readMarkdownMeta } = await import('../read/markdown/frontmatter.ts');
  const source = sourceOf(library, version);
  const text = decode(await readBytes(source), source);
  return collect((report) => readMarkdownMeta(text, source.shown, report));
}

/** The bytes of a file. Throws `UnusableInput` (`library/no-file`). */
export async function readBytes(source: Source): Promise<Uint8Array> {
  try {
    const found = await stat(await realpath(source.file));
    if (found.isFile() && found.size <= LARGEST) return await readFile(source.file);
    if (found.isFile()) throw new Error('the file is larger than Keeling reads');
    throw new Error('it is not a file');
  } catch (error) {
    throw fileFault('library/no-file', 'the file cannot be read', source.shown, error);
  }
}

/** The text of a file in UTF-8, a byte order mark left out. Throws `UnusableInput` (`library/not-text`). */
export function decode(bytes: Uint8Array, source: Source): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const note = 'save it as UTF-8';
    throw new UnusableInput({
      severity: 'error',
      rule: 'library/not-text',
      reason: 'the file is not text in UTF-8',
      place: { file: source.shown },
      note,
    });
  }
}

function modeOf(source: Source, options: ReadOptions): 'strict' | 'lenient' | 'auto' {
  return source.version === undefined ? (options.mode ?? 'auto') : 'strict';
}

async function collectAsync<T>(work: (report: Report) => Promise<T>): Promise<Outcome<T>> {
  const { value, messages } = collect(work);
  return { value: await value, messages };
}

function unknownFormat(reference: string): UnusableInput {
  const note =
    otherFormat(reference) ??
    `a document is named as document@version, or by a path that ends in ${Object.keys(READERS).join(', ')}`;
  return unusable('library/unknown-format', `"${reference}" is no document that Keeling reads`, note);
}

/** Files of word processors that Keeling does not read, but that Word saves as it does. */
const SAVED_OTHERWISE: ReadonlySet<string> = new Set(['.doc', '.dot', '.odt', '.rtf']);

/** What to do about a file of a format that is not read, where that is known. */
export function otherFormat(file: string): string | undefined {
  const ending = extname(file).toLowerCase();
  return SAVED_OTHERWISE.has(ending) ? `open the ${ending} file in Word and save it as .docx` : undefined;
}

function unusable(rule: string, reason: string, note: string): UnusableInput {
  return new UnusableInput({ severity: 'error', rule, reason, note });
}
