/** Where an imported version goes: two files that are not there yet, in a folder of the library and nowhere else. */
import { lstat, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Message, UnusableInput } from '../../message.ts';
import { fileCode, fileFault } from '../faults.ts';
import { isWithin, type Library, type LibraryVersion } from '../library.ts';
import { compareVersions, parseReference, VERSION_FORM } from '../names.ts';
import { SOURCE_ENDING } from './source.ts';

/** The place of a version that is to come. */
export interface Target {
  readonly document: string;
  readonly version: string;
  /** `svtad@1.5`. */
  readonly name: string;
  /** The Markdown, the Word file and the facts about it, absolute. */
  readonly markdown: string;
  readonly word: string;
  readonly source: string;
}

/** Names that Windows keeps for devices, whatever their ending; and endings that would make a version read as a file. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const FILE_ENDING = /\.(?:md|markdown|json|do[ct][xm]|csv|yaml|html)$/i;

/**
 * The place of `reference` (`svtad@1.5`) in the library, for a Word file that ends in `ending` (`.docx`). Throws
 * `UnusableInput` (`import/not-a-version`, `import/version-exists`, `library/cannot-write`).
 */
export async function targetOf(library: Library, reference: string, ending: string): Promise<Target> {
  const name = parseReference(reference);
  if (name === undefined || !isSafe(name.document) || !isSafe(name.version) || FILE_ENDING.test(name.version)) {
    throw fault('import/not-a-version', `"${reference}" is no name of a version`, VERSION_FORM);
  }
  const folder = join(library.root, 'documents', name.document);
  await refuseOutside(library, folder);
  const target = {
    ...name,
    name: reference,
    markdown: join(folder, `${name.version}.md`),
    word: join(folder, `${name.version}${ending}`),
    source: join(folder, `${name.version}${SOURCE_ENDING}`),
  };
  if (await isThere(target.markdown)) throw exists(target, target.markdown);
  return target;
}

/** The version of the same document that comes last before the target, or where there is none the first behind it. */
export function neighbourOf(library: Library, target: Target): LibraryVersion | undefined {
  const versions = library.documents.find(({ name }) => name === target.document)?.versions ?? [];
  const isBefore = ({ version }: LibraryVersion): boolean => compareVersions(version, target.version) < 0;
  return versions.filter(isBefore).at(-1) ?? versions[0];
}

/** The version that a target follows, where its neighbour is an earlier one. */
export function baselineOf(target: Target, neighbour: LibraryVersion | undefined): string | undefined {
  if (neighbour === undefined || compareVersions(neighbour.version, target.version) > 0) return undefined;
  return neighbour.version;
}

/** A version that is there is never written over. */
export function exists(target: Target, file: string): UnusableInput {
  const note = 'a version is never written over: give this one a name of its own';
  const shown = `documents/${target.document}/${basename(file)}`;
  return fault('import/version-exists', `the version ${target.name} is there already`, note, shown);
}

function isSafe(name: string): boolean {
  return !DEVICE.test(name) && !name.endsWith('.') && name.length <= 100;
}

/** A folder that is a link may lead anywhere. */
async function refuseOutside(library: Library, folder: string): Promise<void> {
  const documents = join(library.root, 'documents');
  const [outer, inner] = await Promise.all([documents, folder].map((path) => realpath(path).catch(() => path)));
  if (outer !== undefined && inner !== undefined && (isWithin(outer, inner) || inner === folder)) return;
  throw fault('import/not-a-version', 'the folder of the document leads out of the library', folder);
}

/** Whether something has that name, be it a link that leads nowhere. */
export async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (fileCode(error) === 'ENOENT' || fileCode(error) === 'ENOTDIR') return false;
    throw fileFault('library/cannot-write', 'the file cannot be written', file, error);
  }
}

function fault(rule: string, reason: string, note: string, file?: string): UnusableInput {
  const message: Message = { severity: 'error', rule, reason, note };
  return new UnusableInput(file === undefined ? message : { ...message, place: { file } });
}
