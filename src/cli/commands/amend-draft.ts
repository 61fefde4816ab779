/** `keeling amend draft`: the legal text that turns one version into another. */
import { extname } from 'node:path';
import { Command, Option } from 'commander';
import { DRAFT_STYLES, type DraftStyle } from '../../amend/style.ts';
import type { Redline } from '../../model/redline.ts';
import { type Context, readInputs, refuseOverwriting, usage, writeOutput } from '../context.ts';
import { type FactOptions, writeFacts } from '../facts.ts';
import type { WriteFacts } from '../formats.ts';
import { tell } from '../io.ts';
import { LOOK_HELP, lookFacts, picturesOf } from '../look.ts';
import { counted, examples } from '../text.ts';
import { whole } from '../whole.ts';

interface DraftOptions extends FactOptions {
  readonly out: string;
  readonly marking: 'tracked' | 'typographic';
  readonly tables: 'amend' | 'rows';
  readonly force?: true;
  readonly style: DraftStyle;
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
    .addOption(
      new Option('--style <whose>', 'in the words of codes, UK Acts, EU regulations or US acts')
        .choices([...DRAFT_STYLES])
        .default('code'),
    )
    .option('--force', 'write a text that "amend apply" would refuse without --force')
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
  const write = writerOf(options);
  const facts = {
    ...(await writeFacts(context.io, options)),
    ...(await lookFacts(context, options.out, options.look)),
  };
  const inputs = await readInputs(context, [before, after]);
  await refuseOverwriting(context, options.out, inputs);
  const [a, b] = [await whole(context, inputs[0]), await whole(context, inputs[1])];
  const { compare } = await import('../../compare/index.ts');
  const { classifyCounts, countLine } = await import('../../matrix/index.ts');
  const shapes = await (await import('../../library/matrix-shapes.ts')).loadShapes(await context.library());
  const { draft, draftWhole, inStyle } = await import('../../amend/index.ts');
  const { draftedText } = await import('../../library/amendment-draft.ts');
  context.progress.stage(`Comparing ${before} with ${after}`);
  const redline = classifyCounts(compare(a, b, context.report), shapes);
  const keepRow = (texts: readonly string[]): boolean => countLine(texts, shapes) !== undefined;
  const drafted = draft(redline, { keepRow, tables: options.tables });
  if (drafted.instructions.length === 0) throw usage(`nothing differs between ${before} and ${after}`);
  context.progress.stage('Reading back the instructions');
  const { value, messages } = await draftedText({
    before: a,
    after: b,
    redline,
    ways: [() => inStyle(drafted, options.style), () => drafted, () => draftWhole(redline)],
    file: options.out,
    write: (text) => write(text, { ...facts, ...picturesOf(inputs) }),
    force: options.force === true,
  });
  for (const message of messages) context.report(message);
  await writeOutput(context, options.out, value.content, inputs);
  tell(context.io, `${options.out}: ${counted(value.instructions, 'instruction')}`);
}

type Write = (text: Redline, facts: WriteFacts) => Promise<Uint8Array | string>;

/** The writer of a legal text, by the ending of the file's name and the way changes are marked. */
function writerOf({ out, marking }: DraftOptions): Write {
  const ending = extname(out).toLowerCase();
  if (ending !== '.docx' && ending !== '.md' && ending !== '.html') {
    throw usage(`"${out}" does not say in which format to write`, 'let it end in .docx, .md or .html');
  }
  if (marking === 'typographic' && ending === '.html')
    throw usage('a page marks changes as tracked', 'let the file end in .docx or .md');
  if (ending === '.md' && marking === 'typographic') return typedMarkdown;
  if (ending === '.md') return async (text) => (await import('../../library/amendment.ts')).amendmentMarkdown(text);
  if (ending === '.html') return async (text) => (await import('../../library/amendment-page.ts')).amendmentPage(text);
  return async (text, facts) => {
    const { classification } = text.document.meta;
    const footer = classification === undefined ? {} : { footer: classification };
    return (await import('../../library/amendment-word.ts')).amendmentWord(text, { ...facts, ...footer }, marking);
  };
}

async function typedMarkdown(text: Redline): Promise<string> {
  const { typographic } = await import('../../amend/index.ts');
  return (await import('../../write/markdown/index.ts')).writeMarkdown(typographic(text));
}
