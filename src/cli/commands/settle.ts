/** What `accept` and `reject` share: which tracked changes are meant, and what becomes of them. */
import { readFile, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { writeFileAtomic } from '../../library/atomic.ts';
import { fileFault } from '../../library/faults.ts';
import { otherFormat } from '../../library/read.ts';
import { UnusableInput } from '../../message.ts';
import type { TrackedChange } from '../../write/in-place/index.ts';
import { type Context, usage } from '../context.ts';
import { colours, print, tell } from '../io.ts';
import { columns, counted } from '../text.ts';
import { isWord, tellEnding } from '../word-files.ts';

export interface SettleOptions {
  readonly out?: string;
  readonly only?: string;
  readonly author?: string;
}

/** The arguments and options of both commands. */
export function withSettleOptions(command: Command): Command {
  return command
    .argument('<file>', 'the path of a .docx file')
    .option('--out <file>', 'the file to write')
    .option('--only <ids>', 'only these changes, such as c3,c7')
    .option('--author <name>', 'only the changes of one author');
}

/** Settles what the options name in a file, or lists what there is. */
export async function settleFile(
  context: Context,
  file: string,
  decision: 'accept' | 'reject',
  options: SettleOptions,
): Promise<void> {
  refuseOther(file, options.out);
  const path = resolve(context.io.folder, file);
  context.progress.stage(`Reading ${file}`);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw fileFault('library/no-file', 'the file cannot be read', file, error);
  });
  const { listTracked, settleTracked } = await import('../../write/in-place/index.ts');
  const changes = inFile(file, () => listTracked(bytes, context.report));
  const wanted = chosen(changes, options);
  if (options.out === undefined) {
    context.progress.end();
    list(context, wanted);
    return;
  }
  const target = resolve(context.io.folder, options.out);
  if ((await real(target)) === (await real(path))) throw usage(`the output would overwrite the input ${file}`);
  const ids = new Set(wanted.map((change) => change.id));
  const settled = settleTracked(
    bytes,
    (change) => (ids.has(change.id) ? decision : 'leave'),
    () => {},
  );
  context.progress.stage(`Writing ${options.out}`);
  await writeFileAtomic(target, settled);
  tellEnding(context, options.out, file);
  tell(context.io, `${options.out}: ${counted(ids.size, 'change')} ${decision}ed, ${changes.length - ids.size} left`);
}

/** Throws `UnusableInput` where what is to be read or written is not named as a Word file. */
function refuseOther(file: string, out: string | undefined): void {
  const endings = '.docx, .docm, .dotx or .dotm';
  if (!isWord(file)) {
    const note = otherFormat(file) ?? `name the path of a file that ends in ${endings}`;
    throw usage(`${file} is no Word file, and has no tracked changes`, note);
  }
  if (out !== undefined && !isWord(out)) throw usage(`${out} would be a Word file`, `let --out end in ${endings}`);
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

/** The changes that the options name. Throws `UnusableInput` where they name one that is not there. */
function chosen(changes: readonly TrackedChange[], { only, author }: SettleOptions): TrackedChange[] {
  const ids = only
    ?.split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids?.length === 0) throw usage('--only names no change', `the changes are ${rangeOf(changes)}`);
  const known = new Set(changes.map((change) => change.id));
  for (const id of ids ?? []) {
    if (!known.has(id)) throw usage(`there is no change ${id}`, `the changes are ${rangeOf(changes)}`);
  }
  if (author !== undefined && changes.every((change) => change.author !== author)) {
    const authors = [...new Set(changes.map((change) => change.author))].join(', ');
    throw usage(`no change is by ${author}`, authors === '' ? 'there are no changes' : `the authors are ${authors}`);
  }
  return changes.filter(
    (change) => (ids === undefined || ids.includes(change.id)) && (author === undefined || change.author === author),
  );
}

function rangeOf(changes: readonly TrackedChange[]): string {
  const [first, last] = [changes[0], changes.at(-1)];
  return first === undefined || last === undefined ? 'none' : `${first.id} to ${last.id}`;
}

/** Where a change stands, as far as it says so: behind which words, and in which part where that is not the body. */
function placeOf({ behind, part }: TrackedChange): string {
  const words = behind === '' ? '' : `behind "${behind}"`;
  const name = /(?:^|\/)document\d*\.xml$/.test(part) ? '' : (part.split('/').pop() ?? '');
  return [words, name].filter((said) => said !== '').join(', ');
}

function list(context: Context, changes: readonly TrackedChange[]): void {
  if (changes.length === 0) {
    tell(context.io, 'no tracked changes');
    return;
  }
  const paint = colours(context.io, context.io.stdout);
  const plain = (text: string): string => text;
  const rows = changes.map((change) => {
    const { id, kind, author, date, text } = change;
    return [id, kind, author, date.slice(0, 10), text, placeOf(change)];
  });
  print(context.io, ...columns(rows, [paint.bold, plain, plain, paint.dim, plain, paint.dim]));
}
