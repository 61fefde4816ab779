/** `keeling clean`: one version without marks, in another format. */
import { Command } from 'commander';
import { type Context, readInputs, writeOutput } from '../context.ts';
import { type FactOptions, writeFacts } from '../facts.ts';
import { cleanWriterFor } from '../formats.ts';
import { tell } from '../io.ts';
import { LOOK_HELP, lookFacts, picturesOf } from '../look.ts';
import { PDF_HELP, requirePdf, writePdf } from '../pdf.ts';
import { examples } from '../text.ts';
import { whole } from '../whole.ts';

interface CleanOptions extends FactOptions {
  readonly out: string;
  readonly look?: string;
  readonly pdf?: true;
}

export function cleanCommand(context: Context): Command {
  return new Command('clean')
    .description(
      'Writes a version as Word (.docx), a page (.html), Legal Markdown (.md) or the structured model (.json).',
    )
    .argument('<version>', 'document@version, or the path of a .md, .docx or .json file')
    .requiredOption('--out <file>', 'the file to write; its ending says the format')
    .option(
      '--author <name>',
      'the author among its properties (default: KEELING_AUTHOR, then the name git signs with)',
    )
    .option('--date <date>', 'the date among its properties, such as 2020-01-31 (default: now)')
    .option('--look <file>', LOOK_HELP)
    .option('--pdf', PDF_HELP)
    .action((version: string, options: CleanOptions) => clean(context, version, options))
    .addHelpText(
      'after',
      examples('keeling clean svtad@1.5 --out svtad-1.5.docx', 'keeling clean letter.docx --out letter.md'),
    );
}

async function clean(context: Context, version: string, options: CleanOptions): Promise<void> {
  const write = cleanWriterFor(options.out);
  if (options.pdf === true) await requirePdf(context, options.out);
  const facts = {
    ...(await writeFacts(context.io, options)),
    ...(await lookFacts(context, options.out, options.look)),
  };
  const [input] = await readInputs(context, [version]);
  const content = await write(await whole(context, input), { ...facts, ...picturesOf([input]) });
  await writeOutput(context, options.out, content, [input]);
  tell(context.io, `${options.out}: written`);
  if (options.pdf === true) await writePdf(context, options.out, content, [input]);
}
