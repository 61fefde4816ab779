/** Where the matrix of a version is kept: in files beside it. */
import { access } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { fileCode } from './faults.ts';
import type { Library, LibraryVersion } from './library.ts';
import { type Source, sourceOf } from './read.ts';

/** The settings of the matrix of a version, `<version>.matrix.yaml`; `undefined` where it has none. */
export async function matrixFile(library: Library, version: LibraryVersion): Promise<Source | undefined> {
  const source = beside(sourceOf(library, version), `${version.version}.matrix.yaml`);
  return (await exists(source)) ? source : undefined;
}

/** A file of another name in the same folder. */
export function beside(source: Source, name: string): Source {
  return { file: join(dirname(source.file), name), shown: posix.join(posix.dirname(source.shown), name) };
}

/** A file that is there and cannot be read counts as there: reading it says why. */
async function exists(source: Source): Promise<boolean> {
  try {
    await access(source.file);
    return true;
  } catch (error) {
    return fileCode(error) !== 'ENOENT';
  }
}
