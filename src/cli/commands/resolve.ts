/** What `accept` and `reject` share: which tracked changes are meant, and what becomes of them. */
import { readFile, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { writeFileAtomic } from '../../library/atomic.ts';
import { fileFault } from '../../library/faults.ts';
import type { MarkedFile } from '../../library/marked/index.ts';
import { otherFormat } from '../../library/read.ts';
import { type Message, UnusableInput } from '../../message.ts';
import type { Change } from '../../model/redline.ts';
import { changesJson, changeTable, trackedLine } from '../changes.ts';
import { type Context, usage } from '../context.ts';
import { colours, print, tell } from '../io.ts';
import { hasMarks, type SelectionOptions, selectChanges } from '../selection.ts';
import { isUnlisted } from '../sides.ts';
import { counted } from '../text.ts';
import { isWord, tellEnding } from '../word-files.ts';

export interface ResolveOptions extends SelectionOptions {
  readonly out?: string;
  readonly json?: true;
  readonly all?: true;
}

/** The arguments and options of both commands. */
export function withResolveOptions(command: Command): Command {
  return command
    .argument('<file>', 'the path of a .docx file')
    .option('--out <file>', 'the file to write')
    .option('--only <ids>', 'only these changes, such as c3,c7, with what follows from them')
    .option('--author <name>', 'only the changes of one author')
    .option(
      '--weight <weights>',
      'only changes of these weights: substantive, consequential, typographical, formatting',
    )
    .option('--clause <provision>', 'only the changes in a provision and all below it, such as "Clause 5"')
    .option('--json', 'without --out: counts and changes as JSON')
    .option('--all', 'without --out: every change on a line of its own, however many follow from one');
}

/** Accepts or rejects what the options name in a file, or lists what there is. */
export async function resolveFile(
  context: Context,
  file: string,
  decision: 'accept' | 'reject',
  options: ResolveOptions,
): Promise<void> {
  refuseOther(file, options);
  const path = resolve(context.io.folder, file);
  const target = options.out === undefined ? undefined : resolve(context.io.folder, options.out);
  if (target !== undefined && (await real(target)) === (await real(path)))
    throw usage(`the output would overwrite the input ${file}`);
  context.progress.stage(`Reading ${file}`);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw fileFault('library/no-file', 'the file cannot be read', file, error);
  });
  const { readMarked, resolveMarked } = await import('../../library/marked/index.ts');
  const report = (message: Message) => (isUnlisted(message) ? context.report(message) : undefined);
  const marked = inFile(file, () => readMarked(bytes, { file }, report));
  const chosen = selectChanges(marked, options);
  if (target === undefined || options.out === undefined) {
    context.progress.end();
    list(context, file, marked, chosen, options);
    return;
  }
  const ids = new Set(chosen.map(({ id }) => id));
  const resolved = resolveMarked(
    bytes,
    marked,
    (id) => (ids.has(id) ? decision : 'leave'),
    () => undefined,
  );
  context.progress.stage(`Writing ${options.out}`);
  await writeFileAtomic(target, resolved);
  tellEnding(context, options.out, file);
  tell(context.io, `${options.out}: ${outcome(marked, ids, decision)}`);
}

/** `3 changes accepted, 4 left`; what has no tracked change of its own is not counted. */
function outcome(marked: MarkedFile, ids: ReadonlySet<string>, decision: 'accept' | 'reject'): string {
  const resolvable = marked.redline.changes.filter(({ id }) => hasMarks(marked, id));
  const done = resolvable.filter(({ id }) => ids.has(id)).length;
  return `${counted(done, 'change')} ${decision}ed, ${resolvable.length - done} left`;
}

/** Throws `UnusableInput` where what is to be read or written is not named as a Word file. */
function refuseOther(file: string, { out, json, all }: ResolveOptions): void {
  const endings = '.docx, .docm, .dotx or .dotm';
  if (!isWord(file)) {
    const note = otherFormat(file) ?? `name the path of a file that ends in ${endings}`;
    throw usage(`${file} is no Word file, and has no tracked changes`, note);
  }
  if (out === undefined) return;
  if (!isWord(out)) throw usage(`${out} would be a Word file`, `let --out end in ${endings}`);
  if (json === true || all === true) throw usage(`${json === true ? '--json' : '--all'} lists, and --out writes`);
}

/** What `work` gives. Throws the `UnusableInput` of the work with the file as the place of its messages. */
function inFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    throw new UnusableInput(error.messages.map((message) => ({ ...message, place: { file, ...message.place } })));
  }
}

function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function list(
  context: Context,
  file: string,
  { redline }: MarkedFile,
  changes: readonly Change[],
  { json, all }: ResolveOptions,
): void {
  if (json === true) {
    context.io.stdout.write(changesJson({ ...redline, changes }));
    return;
  }
  const paint = colours(context.io, context.io.stdout);
  print(context.io, ...changeTable(trackedLine(file, redline.changes), changes, paint, all === true));
}
