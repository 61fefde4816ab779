/** `keeling matrix verify`: all that can be wrong with a matrix, alone and against the versions around it. */
import { Command } from 'commander';
import { resolveReference } from '../../library/read.ts';
import type { MatrixTable, Verified } from '../../matrix/index.ts';
import type { Report } from '../../message.ts';
import type { Context } from '../context.ts';
import { print, tell } from '../io.ts';
import { counted, examples } from '../text.ts';
import { libraryVersion, type MatrixInput, readMatrixInput, tablesNamed } from './matrix-input.ts';

interface VerifyOptions {
  readonly baseline?: string;
  readonly table?: string;
  readonly explain?: true;
}

export function verifyCommand(context: Context): Command {
  return new Command('verify')
    .description(
      'Reports every typed count that is wrong, with the figure that should stand there; figures that ran together when a ' +
        'redline was taken out of a PDF are parted by arithmetic first. Reports rows, headings, groups, settings and ' +
        'scenarios that contradict the shape, one another, the text, or the version that this one amends, and every row ' +
        'that differs from the baseline. Exits with status 1 where something is an error.',
    )
    .argument('<version>', 'document@version')
    .option('--baseline <version>', 'the version that it amends (default: the one that its text names)')
    .option('--table <number>', 'the counts of one table only, such as 8.1.8')
    .option('--explain', 'print what each count rests on')
    .action((version: string, options: VerifyOptions) => verify(context, version, options))
    .addHelpText(
      'after',
      examples(
        'keeling matrix verify appendix-r@6.18mp089',
        'keeling matrix verify appendix-r@6.18mp089 --baseline appendix-r@6.18 --explain',
      ),
    );
}

async function verify(context: Context, reference: string, options: VerifyOptions): Promise<void> {
  const { verifyCounts, verifyMatrix } = await import('../../matrix/index.ts');
  let errors = 0;
  const report: Report = (message) => {
    if (message.severity === 'error') errors += 1;
    context.report(message);
  };
  const input = await readMatrixInput(context, reference);
  for (const message of input.messages) report(message);
  const verified = await verifiedInput(context, input, options.baseline);
  const { version, baseline } = verified;
  const wrong =
    options.table === undefined
      ? verifyMatrix(verified, report)
      : tablesNamed(version, options.table).flatMap((table) => verifyCounts(table, before(verified, table), report));
  if (options.explain === true) await explain(context, verified, options.table);
  const against = baseline === undefined ? '' : `, against ${baseline.name}`;
  const others = errors - wrong.length;
  const counts = wrong.length === 0 ? 'no count is wrong' : counted(wrong.length, 'wrong count');
  const result = others > 0 ? `${counts}, ${counted(others, 'other error')}` : counts;
  tell(context.io, `${version.name}${against}: ${result}`);
}

async function verifiedInput(context: Context, input: MatrixInput, baseline: string | undefined): Promise<Verified> {
  const { verifiedMatrix } = await import('../../library/matrix-around.ts');
  const library = await context.library();
  const { version, document, loaded } = input;
  if (baseline === undefined) return verifiedMatrix(library, version, document, loaded);
  const before = await readMatrixInput(context, baseline);
  for (const message of before.messages) context.report(message);
  const named = libraryVersion(resolveReference(library, baseline, context.io.folder).version, baseline);
  return verifiedMatrix(library, version, document, loaded, named);
}

function before({ baseline }: Verified, { number }: MatrixTable): MatrixTable | undefined {
  return baseline?.tables.find((table) => table.number === number);
}

async function explain(context: Context, verified: Verified, number: string | undefined): Promise<void> {
  const { explainCounts } = await import('../../matrix/index.ts');
  for (const table of tablesNamed(verified.version, number)) {
    const lines = explainCounts(table, before(verified, table));
    if (lines === undefined) print(context.io, `Table ${table.number}: it cannot be counted`);
    else print(context.io, `Table ${table.number}`, ...lines.map((line) => `  ${line}`));
  }
}
