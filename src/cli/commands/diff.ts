/** `keeling diff`: what changed between two versions, on the terminal. */
import { Command } from 'commander';
import { changeSummary, changesJson } from '../changes.ts';
import { type Context, readInputs } from '../context.ts';
import { colours, print } from '../io.ts';
import { examples } from '../text.ts';

interface DiffOptions {
  readonly json?: true;
  readonly all?: true;
}

export function diffCommand(context: Context): Command {
  return new Command('diff')
    .summary('tell what changed between two versions')
    .description(
      'Counts the changes by weight, then tells each on a line: its id, kind, where it stands and what it is. Those that ' +
        'follow from another change stand under it. The exit status is 0 whether or not there are changes.',
    )
    .argument('<before>', 'document@version, or the path of a .md, .docx or .json file')
    .argument('<after>', 'the same')
    .option('--json', 'counts and changes as JSON')
    .option('--all', 'every change on a line of its own, however many follow from one')
    .action((before: string, after: string, options: DiffOptions) => diff(context, before, after, options))
    .addHelpText('after', examples('keeling diff svtad@1.4 svtad@1.5', 'keeling diff before.docx after.docx --json'));
}

async function diff(context: Context, before: string, after: string, options: DiffOptions): Promise<void> {
  const [a, b] = await readInputs(context, [before, after]);
  const { compare } = await import('../../compare/index.ts');
  context.progress.stage(`Comparing ${before} with ${after}`);
  const redline = compare(a.document, b.document, context.report);
  context.progress.end();
  if (options.json === true) context.io.stdout.write(changesJson(redline));
  else print(context.io, ...changeSummary(redline, colours(context.io, context.io.stdout), options.all === true));
}
