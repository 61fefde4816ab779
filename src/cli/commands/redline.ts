/** `keeling redline`: two versions as one change-marked file. */
import { Command, Option } from 'commander';
import type { WordFile } from '../../library/kept.ts';
import { countLine } from '../changes.ts';
import { type Context, type Input, refuseOverwriting, usage, writeOutput } from '../context.ts';
import { type FactOptions, writeFacts } from '../facts.ts';
import { type WriteFacts, writerFor } from '../formats.ts';
import { tell } from '../io.ts';
import { LOOK_HELP, lookFacts, picturesOf } from '../look.ts';
import { PDF_HELP, requirePdf, writePdf } from '../pdf.ts';
import { compareSides, readSides, sidesOf, TRACKED } from '../sides.ts';
import { examples } from '../text.ts';
import { isWord, tellEnding, wordFilesOf } from '../word-files.ts';

const FIELDS = ['ignore', 'mark'] as const;
const CELLS = ['mark', 'replace'] as const;
const MOVES = ['apart', 'native'] as const;
const TRACKED_HELP =
  'tracked changes that Word files carry: accept (default) or reject them first; or keep those of <after>, which stay ' +
  'their authors’ beside the new ones; with <before> alone, its own are the redline';

interface RedlineOptions extends FactOptions {
  readonly out: string;
  readonly tracked?: string;
  readonly house?: true;
  readonly fields?: (typeof FIELDS)[number];
  readonly cells?: (typeof CELLS)[number];
  readonly moves?: (typeof MOVES)[number];
  readonly look?: string;
  readonly pdf?: true;
}

export function redlineCommand(context: Context): Command {
  return new Command('redline')
    .description(
      'Compares two versions and writes one file that shows both: Word with tracked changes (.docx), a page to read ' +
        'in a browser (.html), Legal Markdown with <ins> and <del> (.md), or the structured model (.json). Of two ' +
        'Word files, or of versions beside which their Word files are kept, a Word file comes out as the second of them, ' +
        'untouched but for the marks. Of one Word file alone, its own tracked changes come out.',
    )
    .argument('<before>', 'document@version, or the path of a .md, .docx or .json file')
    .argument('[after]', 'the same; none to show the tracked changes of <before>')
    .requiredOption('--out <file>', 'the file to write; its ending says the format')
    .option('--author <name>', 'who made the changes (default: KEELING_AUTHOR, then the name that git signs with)')
    .option('--house', 'write Word in the house style, though both sides are kept in Word')
    .addOption(
      new Option(
        '--fields <how>',
        'whether results of fields, which Word computes anew, are marked (default) or not',
      ).choices(FIELDS),
    )
    .addOption(
      new Option(
        '--cells <how>',
        'whether cells that came or went are marked (default), or their rows replaced',
      ).choices(CELLS),
    )
    .addOption(
      new Option(
        '--moves <how>',
        "how moved paragraphs are marked in Word: apart, as deleted and inserted (default), or native, as Word's own moves",
      ).choices(MOVES),
    )
    .option('--date <date>', 'when, such as 2020-01-31 or 2020-01-31T09:00:00Z (default: now)')
    .option('--look <file>', LOOK_HELP)
    .option('--pdf', PDF_HELP)
    .option('--tracked <side>', TRACKED_HELP)
    .action((before: string, after: string | undefined, options: RedlineOptions) =>
      redline(context, before, after, options),
    )
    .addHelpText(
      'after',
      examples(
        'keeling redline svtad@1.4 svtad@1.5 --out svtad.docx',
        'keeling redline before.docx after.docx --out redline.docx',
        'keeling redline before.docx after.docx --out redline.docx --moves native',
        'keeling redline before.docx after.docx --out redline.html',
        'keeling redline before.docx change-marked.docx --tracked keep --out redline.docx',
        'keeling redline change-marked.docx --tracked keep --out redline.html',
        'keeling redline svtad@1.4 draft.md --out draft.docx --author "A. Drafter" --date 2020-01-31',
      ),
    );
}

async function redline(
  context: Context,
  before: string,
  after: string | undefined,
  options: RedlineOptions,
): Promise<void> {
  const write = isWord(options.out) ? undefined : writerFor(options.out);
  if (after === undefined && isWord(options.out)) {
    throw usage(`${before} has its tracked changes in Word already`, 'let --out end in .html, .md or .json');
  }
  if (options.house === true && !isWord(options.out)) {
    throw usage('--house goes with a Word file', 'let --out end in .docx, or leave --house away');
  }
  if (options.pdf === true) await requirePdf(context, options.out);
  const facts = await writeFacts(context.io, options);
  const canBeInPlace = isWord(options.out) && options.house !== true && options.look === undefined;
  const inputs =
    after === undefined ? undefined : await readSides(context, before, after, options.tracked, canBeInPlace);
  // A long piece of work would come to nothing.
  if (inputs !== undefined) await refuseOverwriting(context, options.out, inputs);
  const files = inputs !== undefined && canBeInPlace ? await wordFilesOf(context, inputs) : undefined;
  if (inputs !== undefined && files !== undefined) {
    await redlineInPlace(context, inputs, files, facts, options);
    return;
  }
  if (inputs !== undefined && options.tracked === 'keep')
    throw usage('--tracked keep goes with two Word files, written to a third');
  refuseInVain(options);
  const writeHouse = write ?? writerFor(options.out);
  const sides =
    inputs === undefined
      ? await sidesOf(context, before, after, options.tracked)
      : { inputs, redline: await compareSides(context, inputs, options.tracked) };
  const look = await lookFacts(context, options.out, options.look);
  const content = await writeHouse(sides.redline, { ...facts, ...look, ...picturesOf(sides.inputs) });
  await writeOutput(context, options.out, content, sides.inputs);
  tell(context.io, `${options.out}: ${countLine(sides.redline.changes)}`);
  if (options.pdf === true) await writePdf(context, options.out, content, sides.inputs);
}

/** Throws `UnusableInput` where options ask for marks that only a redline in place has. */
function refuseInVain({ fields, cells, moves }: RedlineOptions): void {
  if (fields !== undefined) throw usage('--fields goes with two Word files, written to a third');
  if (cells !== undefined) throw usage('--cells goes with two Word files, written to a third');
  if (moves === 'native') {
    throw usage(
      '--moves native goes with two Word files, written to a third',
      'in the house style a move is a deletion and an insertion',
    );
  }
}

/** Marks the second Word file. Its changes are counted as `keeling diff` and `keeling accept` list them. */
async function redlineInPlace(
  context: Context,
  inputs: readonly Input[],
  [before, after]: readonly [WordFile, WordFile],
  facts: WriteFacts,
  { out, fields, cells, moves, tracked, pdf }: RedlineOptions,
): Promise<void> {
  const { redlineWordFiles } = await import('../../library/word-redline.ts');
  const { readMarked } = await import('../../library/marked/index.ts');
  context.progress.stage('Marking the changes');
  const settled = { tracked: TRACKED.find((one) => one === tracked) ?? 'accept' };
  const more = { ...(fields && { fields }), ...(cells && { cells }), ...(moves && { moves }), ...settled };
  const wanted = { before: before.document, after: after.document };
  const content = redlineWordFiles(before.bytes, after.bytes, { ...facts, ...more }, context.report, wanted);
  await writeOutput(context, out, content, inputs);
  tellEnding(context, out, after.file);
  const { changes } = readMarked(content, {}, () => undefined).redline;
  const own = changes.filter(({ author, date = '' }) => author === facts.author && date >= facts.date);
  tell(context.io, `${out}: ${countLine(changes)}${tracked === 'keep' ? `; ${own.length} of them new` : ''}`);
  if (pdf === true) await writePdf(context, out, content, inputs);
}
