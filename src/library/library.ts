/** The documents and versions that are kept in a folder: `documents/<document>/<version>.md` below its root. */
import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Message, UnusableInput } from '../message.ts';
import { fileCode, fileFault } from './faults.ts';
import { isLegalMarkdown } from './head.ts';
import { byText, compareVersions, didYouMean, isDocumentName, isVersionName } from './names.ts';

/** One version of a document, as it lies on disk. */
export interface LibraryVersion {
  /** The folder's name, such as `svtad`. */
  readonly document: string;
  /** The file's name without `.md`, such as `1.5` or `draft`; without a digit in front, its front matter tells it. */
  readonly version: string;
  /** `svtad@1.5`. */
  readonly name: string;
  /** The file, absolute. */
  readonly file: string;
}

/** A document and its versions, the earliest first. */
export interface LibraryDocument {
  readonly name: string;
  readonly versions: readonly LibraryVersion[];
}

/** What was found below a root when it was opened. */
export interface Library {
  /** The folder that holds `documents/`, absolute and without links. */
  readonly root: string;
  /** By name. A folder without a version is not among them. */
  readonly documents: readonly LibraryDocument[];
}

/** Lists the documents below `root`. A link that leads out of `documents/` is not followed. Throws `UnusableInput`. */
export async function openLibrary(root: string): Promise<Library> {
  try {
    const home = await realpath(resolve(root));
    const folder = await realpath(join(home, 'documents'));
    const names = (await readdir(folder)).filter(isDocumentName).sort(byText);
    const documents = await Promise.all(names.map((name) => readDocument(folder, name)));
    return { root: home, documents: documents.filter((document) => document.versions.length > 0) };
  } catch (error) {
    const [fault] = fileFault('library/no-documents', 'no folder "documents" can be read', root, error).messages;
    throw new UnusableInput({ ...(fault as Message), note: HOW_TO_BEGIN });
  }
}

async function readDocument(folder: string, name: string): Promise<LibraryDocument> {
  const entries = await readdir(join(folder, name), { withFileTypes: true }).catch(noFolder);
  const versions = await Promise.all(entries.map((entry) => readEntry(folder, name, entry)));
  const found = versions.filter((version) => version !== undefined);
  return { name, versions: found.sort((a, b) => compareVersions(a.version, b.version)) };
}

/** A file among the documents' folders holds no version. */
function noFolder(error: unknown): Dirent[] {
  if (fileCode(error) === 'ENOTDIR' || fileCode(error) === 'ENOENT') return [];
  throw error;
}

async function readEntry(folder: string, document: string, entry: Dirent): Promise<LibraryVersion | undefined> {
  if (!entry.name.endsWith('.md') || entry.isDirectory()) return undefined;
  const version = entry.name.slice(0, -'.md'.length);
  if (!isVersionName(version)) return undefined;
  const file = await realpath(join(folder, document, entry.name)).catch(() => undefined);
  if (file === undefined || !isWithin(folder, file)) return undefined;
  if (!/^\d/.test(version) && !(await isLegalMarkdown(file))) return undefined;
  return { document, version, name: `${document}@${version}`, file };
}

/** Whether a path (absolute, without links) lies below a folder. */
export function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** All versions of all documents, in the order of the library. */
export function allVersions(library: Library): LibraryVersion[] {
  return library.documents.flatMap((document) => document.versions);
}

/** The document of that name. Throws `UnusableInput` (`library/unknown-document`) naming the near ones. */
export function documentNamed(library: Library, name: string): LibraryDocument {
  const found = library.documents.find((document) => document.name === name);
  if (found !== undefined) return found;
  const names = library.documents.map((document) => document.name);
  throw unknown('library/unknown-document', `there is no document "${name}"`, didYouMean(name, names) ?? listed(names));
}

/** The version of that document. Throws `UnusableInput` (`library/unknown-version`) naming the near ones. */
export function versionNamed(library: Library, document: string, version: string): LibraryVersion {
  const { versions } = documentNamed(library, document);
  const found = versions.find((candidate) => candidate.version === version);
  if (found !== undefined) return found;
  const names = versions.map((candidate) => candidate.name);
  const wanted = `${document}@${version}`;
  throw unknown(
    'library/unknown-version',
    `there is no version "${wanted}"`,
    didYouMean(wanted, names) ?? listed(names),
  );
}

/** How one begins, where there is nothing yet. */
export const HOW_TO_BEGIN =
  '"keeling init" begins a library here, "keeling import FILE.docx --as NAME@1.0" adds a version; --demo opens the demonstration';

/** A library of no documents, for a place that has none. */
export async function emptyLibrary(folder: string): Promise<Library> {
  return { root: await realpath(folder).catch(() => resolve(folder)), documents: [] };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? HOW_TO_BEGIN : `there is ${names.slice(0, 20).join(', ')}`;
}

function unknown(rule: string, reason: string, note: string): UnusableInput {
  return new UnusableInput({ severity: 'error', rule, reason, note });
}
