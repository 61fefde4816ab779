/** `keeling matrix verify`: counts that were typed, held against those that are derived; and what else is wrong. */
import { Command } from 'commander';
import { type Context, STATUS } from '../context.ts';
import { tell } from '../io.ts';
import { counted, examples } from '../text.ts';
import { readMatrixInput, tablesNamed } from './matrix-input.ts';

interface VerifyOptions {
  readonly baseline?: string;
  readonly table?: string;
}

export function verifyCommand(context: Context): Command {
  return new Command('verify')
    .description(
      'Tells every typed count that is wrong, with the figure that should stand there; figures that ran together when a ' +
        'redline was taken out of a PDF are parted by arithmetic first. Tells Service Requests that stand twice, out of ' +
        'order, under other names, in another spelling, or in the text only. Exits with status 1 where a count is wrong.',
    )
    .argument('<version>', 'document@version')
    .option('--baseline <version>', 'the version that it amends')
    .option('--table <number>', 'the counts of one table only, such as 8.1.8')
    .action((version: string, options: VerifyOptions) => verify(context, version, options))
    .addHelpText('after', examples('keeling matrix verify appendix-r@6.18mp089 --baseline appendix-r@6.18'));
}

async function verify(context: Context, version: string, options: VerifyOptions): Promise<void> {
  const { checkMatrix, verifyTables } = await import('../../matrix/index.ts');
  const input = await readMatrixInput(context, version);
  const baseline = options.baseline === undefined ? undefined : await readMatrixInput(context, options.baseline);
  const wrong = verifyTables(tablesNamed(input, options.table), baseline?.tables, context.report).length;
  const { tables, settings, document } = input;
  if (options.table === undefined) {
    checkMatrix({ tables, settings, document, ...(baseline === undefined ? {} : { baseline }) }, context.report);
  }
  const fine = wrong === 0 && context.status() === STATUS.fine;
  tell(context.io, fine ? `${input.name}: no count is wrong` : `${input.name}: ${counted(wrong, 'wrong count')}`);
}
