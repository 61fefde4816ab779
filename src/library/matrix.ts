/** The matrix beside a version: `<version>.matrix.yaml` says which tables it has, and each is a CSV file in its folder. */
import {
  type MatrixSettings,
  type MatrixTable,
  matrixFromCsv,
  type PlacedMatrix,
  readSettings,
  type TableSettings,
  withMatrices,
} from '../matrix/index.ts';
import { collect, type Message, type Outcome, type Report, UnusableInput } from '../message.ts';
import type { Document } from '../model/document.ts';
import type { Library, LibraryVersion } from './library.ts';
import { beside, matrixFile } from './matrix-place.ts';
import { readYaml } from './pack/yaml.ts';
import { decode, readBytes, type Source } from './read.ts';

/** The tables of a version, in the order of its settings, and the files that they were read from. */
export interface LoadedMatrix {
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
  const settings = readSettings(value, placeOf, report);
  if (messages.length > 0) throw new UnusableInput(messages);
  const sources = [source];
  const tables: MatrixTable[] = [];
  for (const table of settings.tables) {
    const file = beside(source, plainName(table));
    const read = await loadTable(file, table, report);
    if (read !== undefined) tables.push(read);
    sources.push(file);
  }
  return { value: { settings, tables, sources }, messages };
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
export function placedTables({ settings, tables }: LoadedMatrix): PlacedMatrix[] {
  return tables.map((table) => ({ table, settings: settingsOf(settings, table) }));
}

function settingsOf(settings: MatrixSettings, table: MatrixTable): TableSettings {
  return settings.tables.find(({ number }) => number === table.number) as TableSettings;
}

async function loadTable(file: Source, settings: TableSettings, report: Report): Promise<MatrixTable | undefined> {
  const { rest, stated, number } = settings;
  const table = matrixFromCsv(decode(await readBytes(file), file), number, file.shown, report);
  if (table === undefined) return undefined;
  checkWidth(table, settings, file, report);
  return { ...table, ...(rest === undefined ? {} : { rest }), ...(stated === undefined ? {} : { stated }) };
}

/** As many counts as command variants, or a count would be held against another column. */
function checkWidth(table: MatrixTable, { rest, stated }: TableSettings, file: Source, report: Report): void {
  const width = table.headings.commands.length;
  for (const list of [...Object.values(rest?.counts ?? {}), ...Object.values(stated?.counts ?? {})]) {
    if (list.length === width) continue;
    const reason = `Table ${table.number} has ${width} command variants, and ${list.length} counts are given for a value`;
    report({ severity: 'error', rule: 'library/matrix', reason, place: stated?.place ?? { file: file.shown } });
  }
}

/** A file's name without any folder, so that settings lead nowhere else. */
function plainName({ file, number }: TableSettings): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(file)) return file;
  const reason = `the file of Table ${number} is named "${file}", which is no plain name`;
  throw new UnusableInput({ severity: 'error', rule: 'library/matrix', reason });
}
