/** `keeling amend apply`: a legal text applied to its baseline, all of it or nothing. */
import { extname, join, resolve } from 'node:path';
import { Command } from 'commander';
import type { Amendment, Applied, Instruction, Refusal } from '../../amend/index.ts';
import type { SplitMatrix } from '../../library/matrix-files.ts';
import { isVersionName } from '../../library/names.ts';
import { hasErrors, type Message, UnusableInput } from '../../message.ts';
import type { Document, Meta } from '../../model/document.ts';
import { type Context, type Input, readInputs, refuseOverwriting, usage } from '../context.ts';
import { writeFacts } from '../facts.ts';
import { cleanWriterFor } from '../formats.ts';
import { tell } from '../io.ts';
import { counted, examples } from '../text.ts';

interface ApplyOptions {
  readonly to: readonly string[];
  readonly as: readonly string[];
  readonly out?: readonly string[];
  readonly force?: true;
  readonly replace?: true;
  readonly json?: true;
  readonly note?: true;
  readonly commenced?: string;
}

const collected = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];

export function applyCommand(context: Context): Command {
  return new Command('apply')
    .description(
      'Carries out every instruction of a legal text and writes the conformed version. Words that belong to no instruction, ' +
        'an instruction that is not understood or does not fit, and effects that are wrong are reported; then nothing is written.',
    )
    .argument('<file>', 'a .docx file with its changes tracked, or struck and underlined; a .md or .html file')
    .requiredOption(
      '--to <version>',
      'the baseline: document@version, or the path of a file; again for each document that the text amends',
      collected,
    )
    .requiredOption('--as <version>', 'the version that the conformed text becomes; again for each --to', collected)
    .option('--out <file>', 'the file to write (default: the version in the library); again for each --to', collected)
    .option('--commenced <numbers>', 'apply only these instructions, such as 1-4,7')
    .option('--force', 'write the version although its effects are wrong, such as a reference to a deleted provision')
    .option('--replace', 'write over a version or file that is there already')
    .option('--note', 'add a note of the amendments at the end of the version')
    .option('--json', 'print which instruction made each change, as JSON')
    .action((file: string, options: ApplyOptions) => apply(context, file, options))
    .addHelpText(
      'after',
      examples(
        'keeling amend apply legal-text.docx --to svtad@1.4 --as 1.5-conformed',
        'keeling amend apply text.docx --to before.docx --as 2.0 --out after.docx',
        'keeling amend apply text.md --to svtad@1.4 --as 1.6 --commenced 1-4,7 --json',
      ),
    );
}

/** One document that the legal text amends. */
interface Job {
  readonly to: string;
  readonly as: string;
  readonly out: string;
  readonly baseline: Input;
}

async function apply(context: Context, file: string, options: ApplyOptions): Promise<void> {
  const jobs = await jobsOf(context, options);
  const { readAmendment } = await import('../../library/amendment.ts');
  const { commenced, shareOut } = await import('../../library/amendment-share.ts');
  const { value, messages } = await readAmendment({ file: resolve(context.io.folder, file), shown: file });
  for (const message of messages) context.report(message);
  const shares = shareOut(
    value.amendment,
    jobs.map(({ baseline }) => baseline),
  );
  const chosen = commenced(shares, options.commenced, value.amendment.instructions.length);
  const results: { job: Job; applied: Exclude<Applied, { refusals: unknown }>; amendment: Amendment }[] = [];
  const faults: Message[] = [];
  for (const [i, job] of jobs.entries()) {
    const amendment = chosen[i] as Amendment;
    const applied = await applyTo(context, amendment, job, value.lossy, options);
    if ('refusals' in applied) faults.push(...applied.refusals.map(refusalMessage));
    else {
      results.push({ job, applied, amendment });
      faults.push(...effectsOf(context, applied.effects, options));
    }
  }
  if (hasErrors(faults)) throw new UnusableInput(faults);
  for (const { job, applied, amendment } of results) await write(context, applied, amendment, job, options);
}

async function jobsOf(context: Context, { to, as, out }: ApplyOptions): Promise<readonly Job[]> {
  if (as.length !== to.length)
    throw usage(`--to names ${counted(to.length, 'document')}, and --as ${counted(as.length, 'version')}`);
  if (out !== undefined && out.length !== to.length)
    throw usage(`--to names ${counted(to.length, 'document')}, and --out ${counted(out.length, 'file')}`);
  const baselines = await readInputs(context, [...to]);
  return to.map((reference, i) => {
    const [version, baseline] = [as[i] as string, baselines[i] as Input];
    if (!isVersionName(version))
      throw usage(`"${version}" is no version`, 'letters, digits, dots and dashes, as 1.6 or draft');
    return { to: reference, as: version, baseline, out: out?.[i] ?? libraryFile(baseline, reference, version) };
  });
}

async function applyTo(
  context: Context,
  amendment: Amendment,
  { baseline, as }: Job,
  lossy: boolean,
  options: ApplyOptions,
): Promise<Applied> {
  const { applyAmendment } = await import('../../amend/index.ts');
  const { withMatrix } = await import('../../library/matrix.ts');
  const whole = await withMatrix(await context.library(), baseline.source.version, baseline.document);
  const meta = (before: Meta): Meta => metaAs(before, as);
  return applyAmendment(amendment, whole.value, { meta, relink: lossy, force: options.force === true });
}

/** Reports what is no error, or is wished; what stops the run comes back. */
function effectsOf(context: Context, effects: readonly Message[], { force }: ApplyOptions): readonly Message[] {
  const stops = ({ severity }: Message): boolean => severity === 'error' && force !== true;
  for (const effect of effects)
    if (!stops(effect)) context.report(effect.severity === 'error' ? { ...effect, severity: 'warning' } : effect);
  return effects.filter(stops);
}

/** A version of the library keeps its matrix beside it; any other file holds its tables. */
async function split(context: Context, document: Document, job: Job, options: ApplyOptions): Promise<SplitMatrix> {
  const { version } = job.baseline.source;
  if (version === undefined || options.out !== undefined) return { document, files: [] };
  const { splitMatrix } = await import('../../library/matrix-files.ts');
  return splitMatrix(await context.library(), version, document, job.as, context.report);
}

/** What the conformed version says of itself: its version and its baseline; nothing yet of when it takes effect. */
function metaAs({ effective: _, ...before }: Meta, version: string): Meta {
  return { ...before, version, ...(before.version === undefined ? {} : { baseline: before.version }) };
}

async function write(
  context: Context,
  applied: Exclude<Applied, { refusals: unknown }>,
  amendment: Amendment,
  job: Job,
  options: ApplyOptions,
): Promise<void> {
  const { writeVersion } = await import('../../library/version-write.ts');
  const { noteOfAmendments, readsBack } = await import('../../library/amendment-record.ts');
  const { document, files } = await split(context, applied.document, job, options);
  const noted = options.note === true ? noteOfAmendments(document, applied.provenance, amendment) : document;
  const content = await cleanWriterFor(job.out)(noted, await writeFacts(context.io, {}));
  if (extname(job.out).toLowerCase() === '.md') readsBack(content, noted, job.out);
  await refuseOverwriting(context, job.out, [job.baseline]);
  context.progress.stage(`Writing ${job.out}`);
  await writeVersion([...files, { file: resolve(context.io.folder, job.out), content }], {
    replace: options.replace === true,
  });
  if (options.json === true) printRecord(context, applied, amendment, job);
  tell(context.io, `${job.out}: ${counted(amendment.instructions.length, 'instruction')} applied to ${job.to}`);
}

function printRecord(
  context: Context,
  { provenance }: Exclude<Applied, { refusals: unknown }>,
  { instructions }: Amendment,
  { to, as, out }: Job,
): void {
  const changes = provenance.map(({ index, ...change }) => ({
    instruction: index + 1,
    wording: wordingOf(instructions[index]),
    ...change,
  }));
  const record = {
    format: 'keeling/amendment-record',
    formatVersion: 1,
    baseline: to,
    version: as,
    file: out,
    changes,
  };
  context.io.stdout.write(`${JSON.stringify(record, undefined, 2)}\n`);
}

const wordingOf = (instruction: Instruction | undefined): string => instruction?.wording ?? '';

/** Beside the baseline, where that is a version of the library. */
function libraryFile({ source }: Input, to: string, as: string): string {
  if (source.version !== undefined) return join(source.file, '..', `${as}.md`);
  throw usage(`"${to}" is no version of the library`, '--out says where to write the conformed version');
}

function refusalMessage({ index, instruction, reason, nearest }: Refusal): Message {
  const note = nearest === undefined ? {} : { note: `nearest: ${nearest}` };
  const cite = `instruction ${index + 1} (${instruction.wording ?? `${instruction.form} ${instruction.target.cite}`})`;
  return { severity: 'error', rule: 'amend/refused', reason, cite, ...note };
}
