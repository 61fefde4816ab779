/** What the commands of `keeling matrix` read: a version of the library with the matrix beside it. */
import { resolveReference } from '../../library/read.ts';
import type { MatrixSettings, MatrixTable } from '../../matrix/index.ts';
import type { Document } from '../../model/document.ts';
import { type Context, readInputs, usage } from '../context.ts';

/** A version, its text as it was written, and its matrix. */
export interface MatrixInput {
  readonly name: string;
  readonly document: Document;
  readonly settings: MatrixSettings;
  readonly tables: readonly MatrixTable[];
}

/** Reads a version of the library and its matrix. Throws `UnusableInput` (`cli/usage`) where there is none. */
export async function readMatrixInput(context: Context, reference: string): Promise<MatrixInput> {
  const library = await context.library();
  const { version } = resolveReference(library, reference, context.io.folder);
  if (version === undefined) throw usage(`"${reference}" is no version of the library`, 'name it as document@version');
  const { loadMatrix } = await import('../../library/matrix.ts');
  const loaded = await loadMatrix(library, version);
  if (loaded === undefined) {
    throw usage(`${version.name} has no matrix`, `one is described in ${version.version}.matrix.yaml beside it`);
  }
  const [{ document }] = await readInputs(context, [reference]);
  for (const message of loaded.messages) context.report(message);
  return { name: version.name, document, settings: loaded.value.settings, tables: loaded.value.tables };
}

/** The table of that number, as it was typed. Throws `UnusableInput` (`cli/usage`) naming those there are. */
export function tablesNamed({ name, tables }: MatrixInput, number: string | undefined): readonly MatrixTable[] {
  if (number === undefined) return tables;
  const found = tables.filter((table) => table.number === number);
  if (found.length > 0) return found;
  throw usage(`${name} has no table "${number}"`, `there is ${tables.map((table) => table.number).join(', ')}`);
}
