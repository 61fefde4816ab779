/** `keeling matrix import`: a table of a Word file, or CSV from elsewhere, as the CSV of a matrix. */
import { extname, resolve } from 'node:path';
import { Command } from 'commander';
import { decode, readBytes } from '../../library/read.ts';
import type { MatrixTable } from '../../matrix/index.ts';
import { UnusableInput } from '../../message.ts';
import type { Document, Table } from '../../model/document.ts';
import { walk } from '../../model/walk.ts';
import { type Context, readInputs, usage, writeOutput } from '../context.ts';
import { tell } from '../io.ts';
import { counted, examples } from '../text.ts';

interface ImportOptions {
  readonly out?: string;
  readonly table?: string;
}

export function importCommand(context: Context): Command {
  return new Command('import')
    .description(
      'Reads the table, tells every cell that is no known value, and writes its rows as CSV, in their own spelling. Rows ' +
        'of counts are left out: counts are derived. Exits with status 1 where a cell is not understood.',
    )
    .argument('<file>', 'a .csv file, or a document with a table in it')
    .option('--table <number>', 'the number of the table; needed where the document has several')
    .option('--out <file>', 'the .csv file to write (default: standard output)')
    .action((file: string, options: ImportOptions) => importMatrix(context, file, options))
    .addHelpText('after', examples('keeling matrix import appendix-r.docx --table 8.1.8 --out 6.18.table-8.1.8.csv'));
}

async function importMatrix(context: Context, file: string, options: ImportOptions): Promise<void> {
  if (options.out !== undefined && extname(options.out) !== '.csv')
    throw usage(`"${options.out}" does not end in .csv`);
  const table = await readTable(context, file, options.table);
  const { matrixToCsv } = await import('../../matrix/index.ts');
  const csv = matrixToCsv(table);
  if (options.out === undefined) context.io.stdout.write(csv);
  else {
    const source = { file: resolve(context.io.folder, file), shown: file };
    await writeOutput(context, options.out, csv, [{ source, document: EMPTY }]);
  }
  tell(context.io, `${counted(table.rows.length, 'row')} of ${table.headings.commands.length} command variants`);
}

const EMPTY: Document = { type: 'document', meta: { title: '', provision: '', language: '' }, children: [] };

async function readTable(context: Context, file: string, number: string | undefined): Promise<MatrixTable> {
  const { matrixFromCsv, matrixFromTable } = await import('../../matrix/index.ts');
  const made =
    extname(file).toLowerCase() === '.csv'
      ? matrixFromCsv(await csvText(context, file), number ?? '', file, context.report)
      : matrixFromTable(await oneTable(context, file, number), context.report);
  if (made === undefined) throw new UnusableInput([]);
  return made;
}

async function csvText(context: Context, file: string): Promise<string> {
  const source = { file: resolve(context.io.folder, file), shown: file };
  return decode(await readBytes(source), source);
}

/** The table of that number, or the only one that there is. */
async function oneTable(context: Context, file: string, number: string | undefined): Promise<Table> {
  const [{ document }] = await readInputs(context, [file]);
  const tables: Table[] = [];
  walk(document, (node) => {
    if (node.type === 'table' && (number === undefined || node.label === number)) tables.push(node);
  });
  const [only] = tables;
  if (only !== undefined && tables.length === 1) return only;
  const found = number === undefined ? counted(tables.length, 'table') : `${counted(tables.length, 'table')} ${number}`;
  throw usage(`${file} has ${found}`, '--table says which is meant, by its number');
}
