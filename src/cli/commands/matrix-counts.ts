/** `keeling matrix counts`: how often each value stands in each column. */
import { Command } from 'commander';
import type { MatrixTable } from '../../matrix/index.ts';
import type { Context } from '../context.ts';
import { colours, print, tell } from '../io.ts';
import { columns, examples } from '../text.ts';
import { readSoundMatrix, tablesNamed } from './matrix-input.ts';

interface CountsOptions {
  readonly table?: string;
  readonly baseline?: string;
  readonly explain?: true;
}

export function countsCommand(context: Context): Command {
  return new Command('counts')
    .description(
      'Prints how often each value stands in each column, the totals, and the count of all that is required. Nothing of it ' +
        'is typed: it is derived from the rows, and from what is stated of rows that are not shown.',
    )
    .argument('<version>', 'document@version')
    .option('--table <number>', 'one table only, such as 8.1.8')
    .option('--baseline <version>', 'where nothing is stated of the rest: count on from this version')
    .option('--explain', 'print what each count rests on')
    .action((version: string, options: CountsOptions) => counts(context, version, options))
    .addHelpText('after', examples('keeling matrix counts appendix-r@6.18 --table 8.1.8'));
}

async function counts(context: Context, version: string, options: CountsOptions): Promise<void> {
  const input = await readSoundMatrix(context, version);
  const before = options.baseline === undefined ? undefined : await readSoundMatrix(context, options.baseline);
  for (const table of tablesNamed(input, options.table)) {
    const was = before?.tables.find(({ number }) => number === table.number);
    await printCounts(context, table, was, options.explain === true);
  }
}

async function printCounts(
  context: Context,
  table: MatrixTable,
  baseline: MatrixTable | undefined,
  isExplained: boolean,
): Promise<void> {
  const { countsOf, countTexts, explainCounts } = await import('../../matrix/index.ts');
  const paint = colours(context.io, context.io.stdout);
  const found = countsOf(table, baseline);
  if (found === undefined) {
    tell(context.io, `Table ${table.number}: nothing is known of the rows that are not shown, so it cannot be counted`);
    return;
  }
  const head = ['', ...table.headings.values, 'Total'];
  const rows = [head, ...countTexts(table, found)];
  print(
    context.io,
    paint.bold(`Table ${table.number}: ${found.rows} rows`),
    ...columns(
      rows,
      head.map(() => String),
    ),
  );
  if (isExplained) print(context.io, ...(explainCounts(table, baseline) ?? []).map((line) => `  ${line}`));
  tell(context.io, `Table ${table.number}: derived from ${found.basis}`);
}
