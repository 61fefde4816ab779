/** `keeling amend draft`: the legal text that turns one version into another. */
import { extname } from 'node:path';
import { Command, Option } from 'commander';
import { type Context, readInputs, usage, writeOutput } from '../context.ts';
import { type FactOptions, writeFacts } from '../facts.ts';
import { writerFor } from '../formats.ts';
import { tell } from '../io.ts';
import { LOOK_HELP, lookFacts, picturesOf } from '../look.ts';
import { counted, examples } from '../text.ts';
import { whole } from '../whole.ts';

interface DraftOptions extends FactOptions {
  readonly out: string;
  readonly marking: 'tracked' | 'typographic';
  readonly tables: 'amend' | 'rows';
  readonly look?: string;
}

export function draftCommand(context: Context): Command {
  return new Command('draft')
    .description(
      'Compares two versions and restates each provision that differs, its changes marked, under the instruction that ' +
        'says what to do with it. Of a large table only the rows that change are restated, with their neighbours and ' +
        'the counts. Applied to the version before, the instructions give the version after.',
    )
    .argument('<before>', 'document@version, or the path of a .md, .docx or .json file')
    .argument('<after>', 'the same')
    .requiredOption('--out <file>', 'the .docx, .md or .html file to write')
    .addOption(
      new Option('--marking <how>', 'tracked changes, or struck and underlined type')
        .choices(['tracked', 'typographic'])
        .default('tracked'),
    )
    .addOption(
      new Option('--tables <how>', 'rows that come or go alone: an instruction of their own, or the table amended')
        .choices(['rows', 'amend'])
        .default('rows'),
    )
    .option('--author <name>', 'who made the changes (default: KEELING_AUTHOR, then the name that git signs with)')
    .option('--date <date>', 'when, such as 2020-01-31 or 2020-01-31T09:00:00Z (default: now)')
    .option('--look <file>', LOOK_HELP)
    .action((before: string, after: string, options: DraftOptions) => draftText(context, before, after, options))
    .addHelpText(
      'after',
      examples(
        'keeling amend draft appendix-r@6.18 appendix-r@6.18mp089 --out mp089.docx',
        'keeling amend draft svtad@1.4 svtad@1.5 --out svtad.md',
        'keeling amend draft before.docx after.docx --out text.docx --marking typographic',
      ),
    );
}

async function draftText(context: Context, before: string, after: string, options: DraftOptions): Promise<void> {
  const write = writerFor(options.out);
  const facts = {
    ...(await writeFacts(context.io, options)),
    ...(await lookFacts(context, options.out, options.look)),
  };
  const inputs = await readInputs(context, [before, after]);
  const [a, b] = [await whole(context, inputs[0]), await whole(context, inputs[1])];
  const { compare } = await import('../../compare/index.ts');
  const { countLine, settleCounts } = await import('../../matrix/index.ts');
  const { draft, legalText, typographic } = await import('../../amend/index.ts');
  context.progress.stage(`Comparing ${before} with ${after}`);
  const redline = settleCounts(compare(a, b, context.report));
  const keepRow = (texts: readonly string[]): boolean => countLine(texts) !== undefined;
  const drafted = draft(redline, { keepRow, tables: options.tables });
  if (drafted.instructions.length === 0) throw usage(`nothing differs between ${before} and ${after}`);
  const text = legalText(drafted, redline);
  const content = isMarkdown(options)
    ? (await import('../../library/amendment.ts')).amendmentMarkdown(text)
    : await write(options.marking === 'typographic' ? typographic(text) : text, { ...facts, ...picturesOf(inputs) });
  await writeOutput(context, options.out, content, inputs);
  tell(context.io, `${options.out}: ${counted(drafted.instructions.length, 'instruction')}`);
}

function isMarkdown({ out, marking }: DraftOptions): boolean {
  return marking === 'tracked' && extname(out).toLowerCase() === '.md';
}
