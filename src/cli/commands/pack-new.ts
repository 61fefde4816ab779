/** `keeling pack new`: a manifest and narratives drafted from a comparison, which build at once. */
import { Command } from 'commander';
import type { NewPack } from '../../library/pack/create.ts';
import { type Context, usage } from '../context.ts';
import { type FactOptions, writeFacts } from '../facts.ts';
import { print, tell } from '../io.ts';
import { counted, examples } from '../text.ts';
import { versionRange } from './anchor.ts';

interface NewOptions extends FactOptions {
  readonly documents: readonly string[];
  readonly kind: string;
  readonly anchor?: true;
}

const KINDS = ['consultation', 'legal-text', 'plain'] as const;

export function packNewCommand(context: Context): Command {
  return new Command('new')
    .summary('draft a pack from two versions')
    .description(
      'Writes documents/<name>/ with a manifest that builds at once: the rows of the change table are drafted from the ' +
        'comparison, each group of changes has a question and a section, and what only you can say is marked as open. ' +
        '"keeling check <name>" lists the open places.',
    )
    .argument('<name>', 'the name of the pack, which becomes a folder in documents/')
    .requiredOption('--documents <versions...>', 'what it is about: document@before..after, or document@version')
    .option('--kind <kind>', `what kind of pack it is: ${KINDS.join(', ')}`, 'consultation')
    .option('--anchor', 'give provisions without an anchor one first')
    .option(
      '--author <name>',
      'who the tracked changes are by (default: KEELING_AUTHOR, then the name that git signs with)',
    )
    .option('--date <date>', 'the date of the tracked changes (default: now)')
    .action((name: string, options: NewOptions) => newPack(context, name, options))
    .addHelpText(
      'after',
      examples(
        'keeling pack new changes --documents code@1.0..2.0',
        'keeling pack new summary --documents code@1.0..2.0 annex@1.0..1.1 --kind plain',
        'keeling pack new legal --documents code@1.0..2.0 --kind legal-text',
      ),
    );
}

async function newPack(context: Context, name: string, options: NewOptions): Promise<void> {
  const kind = KINDS.find((one) => one === options.kind);
  if (kind === undefined) throw usage(`--kind ${options.kind} is none of ${KINDS.join(', ')}`);
  const request: NewPack = {
    name,
    kind,
    documents: options.documents.map(versionRange),
    tracked: await writeFacts(context.io, options),
    anchor: options.anchor === true,
  };
  const library = await context.ownLibrary();
  const { createPack } = await import('../../library/pack/create.ts');
  context.progress.stage('Comparing versions');
  const { value, messages } = await createPack(library, request);
  context.progress.end();
  for (const message of messages) context.report(message);
  print(context.io, ...value.files);
  if (kind !== 'legal-text') {
    tell(context.io, `${counted(value.rows, 'row')} of the change table, ${counted(value.questions, 'question')}`);
  }
  tell(context.io, `Next: "keeling pack build ${name}", and "keeling check ${name}" for what is still open`);
}
