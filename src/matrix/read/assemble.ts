/** The matrix of a version from what stands in its files: settings as plain data, and CSV by the names of the files. */
import type { Report } from '../../message.ts';
import type { PlaceOf, Shape } from '../shape/shape.ts';
import type { MatrixTable } from '../table.ts';
import { matrixFromCsv } from './read.ts';
import { type MatrixSettings, readSettings, type TableSettings } from './settings.ts';

/** Settings and tables, in the order of the settings. A table that can't be read is left out, which was reported. */
export interface AssembledMatrix {
  readonly settings: MatrixSettings;
  readonly tables: readonly MatrixTable[];
}

/** A file of CSV, and what it is called in messages. */
export interface CsvFile {
  readonly text: string;
  readonly shown: string;
}

export function assembleMatrix(
  value: unknown,
  files: ReadonlyMap<string, CsvFile>,
  shape: Shape,
  placeOf: PlaceOf,
  report: Report,
): AssembledMatrix {
  const settings = readSettings(value, shape, placeOf, report);
  const tables = settings.tables.flatMap((table): MatrixTable[] => {
    const read = readTable(table, files.get(table.file), shape, report);
    return read === undefined ? [] : [read];
  });
  return { settings, tables };
}

function readTable(
  { number, file, rest, stated, place }: TableSettings,
  source: CsvFile | undefined,
  shape: Shape,
  report: Report,
): MatrixTable | undefined {
  const at = { cite: `Table ${number}`, rule: 'library/matrix' } as const;
  if (source === undefined) {
    const reason = `its file "${file}" is not there`;
    report({ ...at, severity: 'error', reason, ...(place === undefined ? {} : { place }) });
    return undefined;
  }
  const table = matrixFromCsv(source.text, { number, shapes: [shape] }, source.shown, report);
  if (table === undefined) return undefined;
  if (table.stated !== undefined && stated !== undefined) {
    const reason = 'counts stand in its file and in the settings';
    report({ ...at, severity: 'error', reason, place: table.stated.place ?? { file: source.shown } });
  }
  return { ...table, ...(rest === undefined ? {} : { rest }), ...(stated === undefined ? {} : { stated }) };
}
