/** The matrix beside a version: `<version>.matrix.yaml` says which tables it has, and each is a CSV file in its folder. */
import { stat } from 'node:fs/promises';
import {
  assembleMatrix,
  type CsvFile,
  type MatrixSettings,
  type MatrixTable,
  type MatrixVersion,
  type PlacedMatrix,
  type Shape,
  shapeOfCsv,
  type TableSettings,
  withMatrices,
} from '../matrix/index.ts';
import { collect, type Message, type Outcome, type Report, UnusableInput } from '../message.ts';
import type { Document } from '../model/document.ts';
import { fileCode } from './faults.ts';
import type { Library, LibraryVersion } from './library.ts';
import { beside, matrixFile } from './matrix-place.ts';
import { loadShapes, shapeNamed } from './matrix-shapes.ts';
import { decode, readBytes, type Source } from './read.ts';
import { readYaml } from './yaml.ts';

/** The tables of a version, in the order of its settings, and the files that they were read from. */
export interface LoadedMatrix {
  readonly shape: Shape;
  readonly settings: MatrixSettings;
  readonly tables: readonly MatrixTable[];
  readonly sources: readonly Source[];
}

/** The matrix of a version; `undefined` where it has none. Throws `UnusableInput` where a file is not understood. */
export async function loadMatrix(
  library: Library,
  version: LibraryVersion,
): Promise<Outcome<LoadedMatrix> | undefined> {
  const source = await matrixFile(library, version);
  if (source === undefined) return undefined;
  const { value, placeOf } = readYaml(decode(await readBytes(source), source), source.shown);
  const messages: Message[] = [];
  const report: Report = (message) => messages.push(message);
  const files = new Map<string, CsvFile>();
  for (const name of namedFiles(value)) {
    const file = beside(source, name);
    if (await exists(file)) files.set(name, { text: decode(await readBytes(file), file), shown: file.shown });
  }
  const texts = [...files.values()].map(({ text }) => text);
  const shape = shapeIn(value, await loadShapes(library), texts, source);
  const { settings, tables } = assembleMatrix(value, files, shape, placeOf, report);
  if (messages.some(({ rule }) => rule === 'matrix/settings')) throw new UnusableInput(messages);
  for (const table of settings.tables) checkName(table);
  reportOtherVersions(library, version, settings, report);
  return {
    value: { shape, settings, tables, sources: [source, ...settings.tables.map(({ file }) => beside(source, file))] },
    messages,
  };
}

/** The files that settings name, before it is known whether the settings are sound. */
function namedFiles(value: unknown): string[] {
  const tables: unknown = typeof value === 'object' && value !== null && 'tables' in value ? value.tables : [];
  const names = Array.isArray(tables) ? tables.map((table: { file?: unknown } | null) => table?.file) : [];
  return names.filter((name) => typeof name === 'string' && PLAIN_NAME.test(name)) as string[];
}

/** The shape that settings name; else the one that the tables have. */
function shapeIn(value: unknown, shapes: readonly Shape[], texts: readonly string[], { shown }: Source): Shape {
  const name = typeof value === 'object' && value !== null && 'shape' in value ? value.shape : undefined;
  if (typeof name === 'string') return shapeNamed(shapes, name, shown);
  const found = shapeOfCsv(texts, shapes);
  if (found !== undefined) return found;
  const reason = 'there is no shape of a matrix';
  throw new UnusableInput({ severity: 'error', rule: 'library/matrix-shape', reason, place: { file: shown } });
}

/** A file that bears the name of another version may be that of the other version. */
function reportOtherVersions(
  library: Library,
  version: LibraryVersion,
  settings: MatrixSettings,
  report: Report,
): void {
  const versions = library.documents.find(({ name }) => name === version.document)?.versions ?? [];
  for (const { file, number, place } of settings.tables) {
    const other = versions.find((each) => each.version !== version.version && file.startsWith(`${each.version}.`));
    if (other === undefined || file.startsWith(`${version.version}.`)) continue;
    const reason = `its file "${file}" bears the name of version ${other.version}`;
    report({
      severity: 'warning',
      rule: 'library/matrix',
      reason,
      cite: `Table ${number}`,
      ...(place === undefined ? {} : { place }),
    });
  }
}

/** A document with the tables of its version in their places; as it is where it has none. */
export async function withMatrix(
  library: Library,
  version: LibraryVersion | undefined,
  document: Document,
): Promise<Outcome<Document>> {
  const loaded = version === undefined ? undefined : await loadMatrix(library, version);
  return loaded === undefined ? { value: document, messages: [] } : withLoaded(loaded, document);
}

/** The same with a matrix that was read; the messages are those of reading it and of placing it. */
export function withLoaded(loaded: Outcome<LoadedMatrix>, document: Document): Outcome<Document> {
  const { value, messages } = collect((report) => {
    const result = withMatrices(document, placedTables(loaded.value));
    for (const number of result.homeless) {
      const reason = `Table ${number} is to stand in a provision that is not there`;
      const file = loaded.value.sources[0]?.shown ?? '';
      report({ severity: 'error', rule: 'library/matrix', reason, place: { file } });
    }
    return result.document;
  });
  return { value, messages: [...loaded.messages, ...messages] };
}

/** The tables with what the settings say of each. */
export function placedTables({ settings, tables }: Pick<LoadedMatrix, 'settings' | 'tables'>): PlacedMatrix[] {
  return tables.map((table) => ({ table, settings: settingsOf(settings, table) }));
}

function settingsOf(settings: MatrixSettings, table: MatrixTable): TableSettings {
  return settings.tables.find(({ number }) => number === table.number) as TableSettings;
}

/** A matrix that was read, as a version to be verified. */
export function matrixVersion(
  name: string,
  { shape, settings, tables }: LoadedMatrix,
  document?: Document,
): MatrixVersion {
  return { name, shape, settings, tables, ...(document === undefined ? {} : { document }) };
}

const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** A file's name without any folder, so that settings lead nowhere else. Throws `UnusableInput` for any other. */
function checkName({ file, number }: TableSettings): void {
  if (PLAIN_NAME.test(file)) return;
  const reason = `the file of Table ${number} is named "${file}", which is no plain name`;
  throw new UnusableInput({ severity: 'error', rule: 'library/matrix', reason });
}

async function exists(source: Source): Promise<boolean> {
  try {
    await stat(source.file);
    return true;
  } catch (error) {
    return fileCode(error) !== 'ENOENT';
  }
}
