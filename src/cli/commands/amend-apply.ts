/** `keeling amend apply`: a legal text applied to its baseline, all of it or nothing. */
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import type { Applied, Refusal } from '../../amend/index.ts';
import { writeFileAtomic } from '../../library/atomic.ts';
import type { SplitMatrix } from '../../library/matrix-files.ts';
import { isVersionName } from '../../library/names.ts';
import { hasErrors, type Message, UnusableInput } from '../../message.ts';
import type { Document, Meta } from '../../model/document.ts';
import { type Context, type Input, readInputs, usage, writeOutput } from '../context.ts';
import { writeFacts } from '../facts.ts';
import { cleanWriterFor } from '../formats.ts';
import { tell } from '../io.ts';
import { counted, examples } from '../text.ts';

interface ApplyOptions {
  readonly to: string;
  readonly as: string;
  readonly out?: string;
  readonly force?: true;
  readonly replace?: true;
}

export function applyCommand(context: Context): Command {
  return new Command('apply')
    .description(
      'Carries out every instruction of a legal text and writes the conformed version. An instruction that does not fit ' +
        'is told with its reason and the nearest text of the baseline; then nothing is written.',
    )
    .argument('<file>', 'a .docx with tracked changes, or a .md file')
    .requiredOption('--to <version>', 'the baseline: document@version, or the path of a file')
    .requiredOption('--as <version>', 'the version that the conformed text becomes')
    .option('--force', 'write the version although its effects are wrong, such as a reference to a deleted provision')
    .option('--replace', 'write over a version or file that is there already')
    .option('--out <file>', 'the file to write (default: the version in the library)')
    .action((file: string, options: ApplyOptions) => apply(context, file, options))
    .addHelpText(
      'after',
      examples(
        'keeling amend apply svtad.md --to svtad@1.4 --as 1.5',
        'keeling amend apply text.docx --to before.docx --as 2.0 --out after.docx',
      ),
    );
}

async function apply(context: Context, file: string, options: ApplyOptions): Promise<void> {
  if (!isVersionName(options.as)) throw usage(`"${options.as}" is no version`, 'a version begins with a digit');
  const [baseline] = await readInputs(context, [options.to]);
  const { readAmendment } = await import('../../library/amendment.ts');
  const { applyAmendment } = await import('../../amend/index.ts');
  const { withMatrix } = await import('../../library/matrix.ts');
  const source = { file: resolve(context.io.folder, file), shown: file };
  const { value, messages } = await readAmendment(source);
  for (const message of messages) context.report(message);
  const whole = await withMatrix(await context.library(), baseline.source.version, baseline.document);
  const meta = (before: Meta): Meta => metaAs(before, options.as);
  const applied = applyAmendment(value.amendment, whole.value, {
    meta,
    relink: value.lossy,
    force: options.force === true,
  });
  await settle(context, applied, baseline, options, value.amendment.instructions.length);
}

/** A version of the library keeps its matrix beside it; any other file holds its tables. */
async function split(
  context: Context,
  document: Document,
  { source: { version } }: Input,
  { out, as }: ApplyOptions,
): Promise<SplitMatrix> {
  if (version === undefined || out !== undefined) return { document, files: [] };
  const { splitMatrix } = await import('../../library/matrix-files.ts');
  return splitMatrix(await context.library(), version, document, as, context.report);
}

/** What the conformed version says of itself: its version and its baseline; nothing yet of when it takes effect. */
function metaAs({ effective: _, ...before }: Meta, version: string): Meta {
  return { ...before, version, ...(before.version === undefined ? {} : { baseline: before.version }) };
}

async function settle(
  context: Context,
  applied: Applied,
  baseline: Input,
  options: ApplyOptions,
  count: number,
): Promise<void> {
  if ('refusals' in applied) throw new UnusableInput(applied.refusals.map(refusalMessage));
  for (const effect of applied.effects) context.report(effect);
  if (hasErrors(applied.effects) && options.force !== true) {
    throw new UnusableInput({
      severity: 'error',
      rule: 'amend/effects',
      reason: 'nothing is written, because of the errors above',
      note: '--force writes the version all the same',
    });
  }
  const out = options.out ?? libraryFile(baseline, options);
  const write = cleanWriterFor(out);
  const { document, files } = await split(context, applied.document, baseline, options);
  for (const { file, content } of files) await writeFileAtomic(file, content, { fresh: true });
  await writeOutput(context, out, await write(document, await writeFacts(context.io, {})), [baseline]);
  tell(context.io, `${out}: ${counted(count, 'instruction')} applied to ${options.to}`);
}

/** Beside the baseline, where that is a version of the library. */
function libraryFile({ source }: Input, { to, as }: ApplyOptions): string {
  if (source.version !== undefined) return join(source.file, '..', `${as}.md`);
  throw usage(`"${to}" is no version of the library`, '--out says where to write the conformed version');
}

function refusalMessage({ index, instruction, reason, nearest }: Refusal): Message {
  const note = nearest === undefined ? {} : { note: `nearest: ${nearest}` };
  const cite = `instruction ${index + 1} (${instruction.form} ${instruction.target.cite})`;
  return { severity: 'error', rule: 'amend/refused', reason, cite, ...note };
}
