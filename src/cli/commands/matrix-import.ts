/** `keeling matrix import`: a table of a Word file, a workbook, or CSV from elsewhere, as the CSV of a matrix. */
import { extname, resolve } from 'node:path';
import { Command } from 'commander';
import { decode, readBytes, type Source } from '../../library/read.ts';
import type { FoundMatrices, FoundMatrix, MatrixTable, Shape } from '../../matrix/index.ts';
import { UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
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
      'Finds the table by its headings, also where it runs over several tables, and writes its rows as CSV in their own ' +
        'spelling. Says what it read, each cell that is no known value, and each count in the file that its rows do not ' +
        'give. Rows of counts are left out: counts are derived. Exits with status 1 where something is not understood.',
    )
    .argument('<file>', 'a .csv or .xlsx file, or a document with a table in it')
    .option('--table <number>', 'the number of the table, or of its provision; needed where there are several')
    .option('--out <file>', 'the .csv file to write (default: standard output)')
    .action((file: string, options: ImportOptions) => importMatrix(context, file, options))
    .addHelpText('after', examples('keeling matrix import appendix-r.docx --table 8.1.8 --out 6.18.table-8.1.8.csv'));
}

async function importMatrix(context: Context, file: string, options: ImportOptions): Promise<void> {
  if (options.out !== undefined && extname(options.out) !== '.csv')
    throw usage(`"${options.out}" does not end in .csv`);
  const { matrixToCsv } = await import('../../matrix/index.ts');
  const table = await readTable(context, file, options.table);
  const csv = matrixToCsv(table);
  const errors = context.status();
  if (options.out === undefined) context.io.stdout.write(csv);
  else await writeOutput(context, options.out, csv, [{ source: sourceAt(context, file), document: EMPTY }]);
  const unread = table.unread?.length ?? 0;
  const left = errors === 0 || unread === 0 ? '' : `, ${counted(unread, 'row')} not read`;
  const { column } = table.shape.nouns;
  const width = table.headings.values.length;
  tell(context.io, `${counted(table.rows.length, 'row')} of ${width} ${column[width === 1 ? 0 : 1]}${left}`);
}

const EMPTY: Document = { type: 'document', meta: { title: '', provision: '', language: '' }, children: [] };

function sourceAt(context: Context, file: string): Source {
  return { file: resolve(context.io.folder, file), shown: file };
}

async function readTable(context: Context, file: string, number: string | undefined): Promise<MatrixTable> {
  const { matrixFromCsv } = await import('../../matrix/index.ts');
  const { loadShapes } = await import('../../library/matrix-shapes.ts');
  const shapes = await loadShapes(await context.library());
  const ending = extname(file).toLowerCase();
  if (ending === '.csv') {
    const source = sourceAt(context, file);
    const text = decode(await readBytes(source), source);
    return sound(matrixFromCsv(text, { number: number ?? '', shapes }, file, context.report));
  }
  const found = ending === '.xlsx' ? await inWorkbook(context, file, shapes) : await inDocument(context, file, shapes);
  return readFound(context, oneOf(found, file, number), found);
}

function sound(table: MatrixTable | undefined): MatrixTable {
  if (table === undefined) throw new UnusableInput([]);
  return table;
}

async function inDocument(context: Context, file: string, shapes: readonly Shape[]): Promise<FoundMatrices> {
  const { findMatrices } = await import('../../matrix/index.ts');
  const [{ document }] = await readInputs(context, [file]);
  return findMatrices(document, shapes);
}

async function inWorkbook(context: Context, file: string, shapes: readonly Shape[]): Promise<FoundMatrices> {
  const { findInSheets } = await import('../../matrix/index.ts');
  const { readSpreadsheet } = await import('../../read/spreadsheet/index.ts');
  const sheets = await readSpreadsheet(await readBytes(sourceAt(context, file)), file, context.report);
  const placed = sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ line, texts }) => ({ texts, place: { file, line, column: 1 } })),
  }));
  return findInSheets(placed, shapes);
}

/** The matrix of that number, or the only one that there is. */
function oneOf({ matrices, others }: FoundMatrices, file: string, number: string | undefined): FoundMatrix {
  const wanted = matrices.filter((matrix) => number === undefined || matrix.number === number);
  const [only] = wanted;
  if (only !== undefined && wanted.length === 1) return only;
  const known = matrices.map((matrix) => `${matrix.number || 'without a number'} (${matrix.where})`).join(', ');
  const count = wanted.length === 1 ? '1 matrix' : `${wanted.length} matrices`;
  const what = number === undefined ? count : `${count} ${number}`;
  const note =
    matrices.length === 0
      ? `no headings of a shape stand in its ${counted(others, 'table')}`
      : `--table says which is meant: ${known}`;
  throw usage(`${file} has ${what}`, note);
}

async function readFound(context: Context, found: FoundMatrix, { others }: FoundMatrices): Promise<MatrixTable> {
  const { matrixFromRows, verifyCounts } = await import('../../matrix/index.ts');
  const parts = found.parts === 1 ? '' : `, put together from ${found.parts} tables`;
  tell(context.io, `read: Table ${found.number} in ${found.where}, as a ${found.shape.title}${parts}`);
  if (others > 0) tell(context.io, `left out: ${counted(others, 'table')} without the headings of a matrix`);
  const table = sound(matrixFromRows(found.rows, { number: found.number, shapes: [found.shape] }, context.report));
  verifyCounts(table, undefined, (message) =>
    context.report({ ...message, severity: message.severity === 'error' ? 'warning' : message.severity }),
  );
  return table;
}
