/** The matrix of a version that has come to be, such as by an amendment: its tables taken out of the text into files. */
import { basename, dirname, join } from 'node:path';
import {
  type MatrixTable,
  matrixFromTable,
  matrixToCsv,
  type PlacedMatrix,
  withMatrices,
  withoutMatrices,
} from '../matrix/index.ts';
import { collect, type Report } from '../message.ts';
import type { Document, Table } from '../model/document.ts';
import { firstDifference } from '../model/equal.ts';
import type { Library, LibraryVersion } from './library.ts';
import { type LoadedMatrix, loadMatrix, placedTables } from './matrix.ts';
import { decode, readBytes } from './read.ts';
import { editYaml } from './yaml.ts';

/** A text, and the files that stand beside it. */
export interface SplitMatrix {
  readonly document: Document;
  readonly files: readonly { readonly file: string; readonly content: string }[];
}

/**
 * Takes the tables that the matrix of `version` has out of a document that follows it, as the files of version `as`:
 * settings without what was stated, and the rows of each table. Where the files would not give the document back (a count
 * that the rows do not give, a table that went), the tables stay in the text and a message says why.
 */
export async function splitMatrix(
  library: Library,
  version: LibraryVersion,
  document: Document,
  as: string,
  report: Report,
): Promise<SplitMatrix> {
  const loaded = await loadMatrix(library, version);
  if (loaded === undefined) return { document, files: [] };
  const matrix = loaded.value;
  const before = placedTables(matrix);
  const taken = withoutMatrices(document, before);
  const after = before.flatMap(({ table: was, settings }) => {
    const table = readTable(taken.tables.get(was.number), was);
    return table === undefined ? [] : [{ table, settings }];
  });
  const difference = firstDifference(withMatrices(taken.document, after).document, document);
  if (after.length === before.length && difference === undefined) {
    return { document: taken.document, files: await filesOf(matrix, after, { from: version.version, as }) };
  }
  report({
    severity: 'warning',
    rule: 'library/matrix-in-text',
    reason: 'the tables of the matrix stay in the text: its rows do not give them as they stand there',
    ...(difference === undefined ? {} : { actual: `${valuesOf(difference)} in the text` }),
    note: 'counts that the rows do not give are told by "keeling matrix verify"',
  });
  return { document, files: [] };
}

/** The two values of a difference, without the path to them. */
function valuesOf(difference: string): string {
  return difference.slice(difference.indexOf(': ') + 2);
}

/** A table's rows; its counts are left to be derived. What is known of rows not shown is what was known. */
function readTable(table: Table | undefined, { number, rest, shape }: MatrixTable): MatrixTable | undefined {
  const { value } = collect((report) =>
    table === undefined ? undefined : matrixFromTable(table, { number, shapes: [shape] }, report),
  );
  if (value === undefined) return undefined;
  const { stated: _, ...rows } = value;
  return rest === undefined ? rows : { ...rows, rest };
}

async function filesOf(
  { settings, sources }: LoadedMatrix,
  after: readonly PlacedMatrix[],
  { from, as }: { readonly from: string; readonly as: string },
): Promise<SplitMatrix['files']> {
  const [source] = sources;
  if (source === undefined) return [];
  const beside = (name: string): string => join(dirname(source.file), name);
  const names = settings.tables.map(({ file, number }) => nameAs(basename(file), number, from, as));
  const edits = names.flatMap((name, i) => [
    [['tables', i, 'file'], name] as const,
    [['tables', i, 'stated'], undefined] as const,
    [['tables', i, 'amends'], undefined] as const,
  ]);
  const yaml = editYaml(decode(await readBytes(source), source), [...edits, [['amends'], undefined]]);
  return [
    ...after.map(({ table }, i) => ({ file: beside(names[i] as string), content: matrixToCsv(table) })),
    { file: beside(`${as}.matrix.yaml`), content: yaml },
  ];
}

/** The name of a table's file: that of the baseline with the new version in place of the old one. */
function nameAs(file: string, number: string, from: string, as: string): string {
  return file.startsWith(`${from}.`) ? as + file.slice(from.length) : `${as}.table-${number}.csv`;
}
