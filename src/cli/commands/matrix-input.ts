/** What the commands of `keeling matrix` read: a version of the library with the matrix beside it. */
import type { LibraryVersion } from '../../library/library.ts';
import type { LoadedMatrix } from '../../library/matrix.ts';
import { resolveReference } from '../../library/read.ts';
import type { MatrixTable, MatrixVersion } from '../../matrix/index.ts';
import { type Message, UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { type Context, readInputs, usage } from '../context.ts';

/** A version, its text as it was written, and its matrix with what was reported while it was read. */
export interface MatrixInput {
  readonly version: LibraryVersion;
  readonly document: Document;
  readonly loaded: LoadedMatrix;
  readonly messages: readonly Message[];
}

/** Reads a version of the library and its matrix. Throws `UnusableInput` (`cli/usage`) where there is none. */
export async function readMatrixInput(context: Context, reference: string): Promise<MatrixInput> {
  const library = await context.library();
  const version = libraryVersion(resolveReference(library, reference, context.io.folder).version, reference);
  const { loadMatrix } = await import('../../library/matrix.ts');
  const loaded = await loadMatrix(library, version);
  if (loaded === undefined) {
    throw usage(`${version.name} has no matrix`, `one is described in ${version.version}.matrix.yaml beside it`);
  }
  const [{ document }] = await readInputs(context, [reference]);
  return { version, document, loaded: loaded.value, messages: loaded.messages };
}

/** The version of the library that was named. Throws `UnusableInput` (`cli/usage`). */
export function libraryVersion(version: LibraryVersion | undefined, reference: string): LibraryVersion {
  if (version !== undefined) return version;
  throw usage(`"${reference}" is no version of the library`, 'name it as document@version');
}

/** The same for a command that counts or lists: rows that were not understood would be left out. Throws `UnusableInput`. */
export async function readSoundMatrix(context: Context, reference: string): Promise<MatrixVersion> {
  const { version, document, loaded, messages } = await readMatrixInput(context, reference);
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UnusableInput(errors);
  for (const message of messages) context.report(message);
  const { matrixVersion } = await import('../../library/matrix.ts');
  return matrixVersion(version.name, loaded, document);
}

/** The table of that number, as it was typed. Throws `UnusableInput` (`cli/usage`) naming those there are. */
export function tablesNamed(
  { name, tables }: Pick<MatrixVersion, 'name' | 'tables'>,
  number: string | undefined,
): readonly MatrixTable[] {
  if (number === undefined) return tables;
  const found = tables.filter((table) => table.number === number);
  if (found.length > 0) return found;
  throw usage(`${name} has no table "${number}"`, `there is ${tables.map((table) => table.number).join(', ')}`);
}
