/** `keeling matrix export`: the tables of a version with their counts, as a workbook, or one of them as CSV. */
import { extname } from 'node:path';
import { Command } from 'commander';
import type { MatrixTable } from '../../matrix/index.ts';
import { type Context, usage, writeOutput } from '../context.ts';
import { tell } from '../io.ts';
import { counted, examples } from '../text.ts';
import { readSoundMatrix, tablesNamed } from './matrix-input.ts';

interface ExportOptions {
  readonly out: string;
  readonly table?: string;
}

export function exportCommand(context: Context): Command {
  return new Command('export')
    .description(
      'Writes each table as a sheet: its rows, and below them its counts. Every cell is text, so that no program takes ' +
        '6.10 for a number. "keeling matrix import" takes a sheet back, and holds its counts against its rows.',
    )
    .argument('<version>', 'document@version')
    .requiredOption('--out <file>', 'the .xlsx file to write; or a .csv file, for the rows of one table')
    .option('--table <number>', 'one table only, such as 8.1.8')
    .action((version: string, options: ExportOptions) => exportMatrix(context, version, options))
    .addHelpText('after', examples('keeling matrix export appendix-r@6.18mp089 --out matrix.xlsx'));
}

async function exportMatrix(context: Context, reference: string, { out, table }: ExportOptions): Promise<void> {
  const ending = extname(out).toLowerCase();
  if (ending !== '.xlsx' && ending !== '.csv') throw usage(`"${out}" ends in neither .xlsx nor .csv`);
  const tables = tablesNamed(await readSoundMatrix(context, reference), table);
  const [only] = tables;
  if (only === undefined) throw usage(`${reference} has no table`);
  if (ending === '.csv' && tables.length > 1) throw usage('a .csv file holds one table', '--table says which');
  await writeOutput(context, out, ending === '.csv' ? await csvOf(only) : await workbookOf(tables), []);
  tell(context.io, `${out}: ${counted(tables.length, 'table')}`);
}

async function csvOf(table: MatrixTable): Promise<string> {
  const { matrixToCsv } = await import('../../matrix/index.ts');
  return matrixToCsv(table);
}

async function workbookOf(tables: readonly MatrixTable[]): Promise<Uint8Array> {
  const { textRows, toTable } = await import('../../matrix/index.ts');
  const { writeSpreadsheet } = await import('../../write/spreadsheet/index.ts');
  return writeSpreadsheet(
    tables.map((table) => ({
      name: `Table ${table.number}`,
      records: textRows(toTable({ table, settings: {} })).map(({ texts }) => texts),
      frozenColumns: frozenColumns(table),
    })),
  );
}

/** The columns up to the last key. */
function frozenColumns({ shape }: MatrixTable): number {
  const last = shape.columns.findLastIndex(({ key }) => key) + 1;
  return last > shape.valuesAt ? 0 : last;
}
