/** `keeling diff`: what changed between two versions, on the terminal. */
import { Command } from 'commander';
import { changeSummary, changesJson, changeTable, trackedLine } from '../changes.ts';
import type { Context } from '../context.ts';
import { colours, print } from '../io.ts';
import { sidesOf, TRACKED_HELP } from '../sides.ts';
import { examples } from '../text.ts';

interface DiffOptions {
  readonly json?: true;
  readonly all?: true;
  readonly tracked?: string;
}

export function diffCommand(context: Context): Command {
  return new Command('diff')
    .description(
      'Counts the changes by weight, then tells each on a line: its id, kind, where it stands and what it is. Those that ' +
        'follow from another change stand under it. The exit status is 0 whether or not there are changes. ' +
        'One Word file alone: its own tracked changes, with their authors and dates.',
    )
    .argument('<before>', 'document@version, or the path of a .md, .docx or .json file')
    .argument('[after]', 'the same; none to tell the tracked changes of <before>')
    .option('--json', 'counts and changes as JSON')
    .option('--all', 'every change on a line of its own, however many follow from one')
    .option(...TRACKED_HELP)
    .action((before: string, after: string | undefined, options: DiffOptions) => diff(context, before, after, options))
    .addHelpText(
      'after',
      examples(
        'keeling diff svtad@1.4 svtad@1.5',
        'keeling diff before.docx after.docx --json',
        'keeling diff change-marked.docx --tracked keep',
      ),
    );
}

async function diff(context: Context, before: string, after: string | undefined, options: DiffOptions): Promise<void> {
  const { redline, own } = await sidesOf(context, before, after, options.tracked, true);
  context.progress.end();
  if (options.json === true) {
    context.io.stdout.write(changesJson(redline));
    return;
  }
  const paint = colours(context.io, context.io.stdout);
  const all = options.all === true;
  const lines =
    own === undefined
      ? changeSummary(redline, paint, all)
      : changeTable(trackedLine(own.shown, redline.changes), redline.changes, paint, all);
  print(context.io, ...lines);
}
