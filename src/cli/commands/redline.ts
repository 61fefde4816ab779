/** `keeling redline`: two versions as one change-marked file. */
import { Command } from 'commander';
import { countLine } from '../changes.ts';
import { type Context, readInputs, writeOutput } from '../context.ts';
import { type FactOptions, writeFacts } from '../facts.ts';
import { writerFor } from '../formats.ts';
import { tell } from '../io.ts';
import { examples } from '../text.ts';

interface RedlineOptions extends FactOptions {
  readonly out: string;
}

export function redlineCommand(context: Context): Command {
  return new Command('redline')
    .summary('write what changed between two versions, change-marked')
    .description(
      'Compares two versions and writes one file that shows both: Word with tracked changes (.docx), a page to read ' +
        'in a browser (.html), Legal Markdown with <ins> and <del> (.md), or the structured model (.json).',
    )
    .argument('<before>', 'document@version, or the path of a .md, .docx or .json file')
    .argument('<after>', 'the same')
    .requiredOption('--out <file>', 'the file to write; its ending says the format')
    .option('--author <name>', 'who made the changes (default: KEELING_AUTHOR, then the name that git signs with)')
    .option('--date <date>', 'when, such as 2020-01-31 or 2020-01-31T09:00:00Z (default: now)')
    .action((before: string, after: string, options: RedlineOptions) => redline(context, before, after, options))
    .addHelpText(
      'after',
      examples(
        'keeling redline svtad@1.4 svtad@1.5 --out svtad.docx',
        'keeling redline before.docx after.docx --out redline.html',
        'keeling redline svtad@1.4 draft.md --out draft.docx --author "A. Drafter" --date 2020-01-31',
      ),
    );
}

async function redline(context: Context, before: string, after: string, options: RedlineOptions): Promise<void> {
  const write = writerFor(options.out);
  const facts = await writeFacts(context.io, options);
  const inputs = await readInputs(context, [before, after]);
  const { compare } = await import('../../compare/index.ts');
  context.progress.stage(`Comparing ${before} with ${after}`);
  const result = compare(inputs[0].document, inputs[1].document, context.report);
  await writeOutput(context, options.out, await write(result, facts), inputs);
  tell(context.io, `${options.out}: ${countLine(result.changes)}`);
}
