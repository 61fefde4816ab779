/** What `accept` and `reject` share: which tracked changes are meant, and what becomes of them. */
import { readFile, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { writeFileAtomic } from '../../library/atomic.ts';
import { fileFault } from '../../library/faults.ts';
import type { WeighedChange } from '../../library/marked-changes.ts';
import { otherFormat } from '../../library/read.ts';
import { UnusableInput } from '../../message.ts';
import { WEIGHTS } from '../../model/redline.ts';
import type { TrackedChange } from '../../write/in-place/index.ts';
import { type Context, usage } from '../context.ts';
import { colours, print, tell } from '../io.ts';
import { columns, counted } from '../text.ts';
import { isWord, tellEnding } from '../word-files.ts';

export interface SettleOptions {
  readonly out?: string;
  readonly only?: string;
  readonly author?: string;
  readonly weight?: string;
  readonly clause?: string;
}

/** The arguments and options of both commands. */
export function withSettleOptions(command: Command): Command {
  return command
    .argument('<file>', 'the path of a .docx file')
    .option('--out <file>', 'the file to write')
    .option('--only <ids>', 'only these changes, such as c3,c7')
    .option('--author <name>', 'only the changes of one author')
    .option('--weight <weights>', `only changes of these weights: ${WEIGHTS.join(', ')}`)
    .option('--clause <cite>', 'only the changes in a provision, such as "Clause 5" or "Schedule 1, paragraph 2"');
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
  const { settleTracked } = await import('../../write/in-place/index.ts');
  const changes = await changesOf(context, file, bytes, options);
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

/** A tracked change, weighed where its file could be compared. */
type Listed = TrackedChange & Partial<WeighedChange>;

/** The tracked changes of a file. They are weighed to be listed, and where the options ask for it. */
async function changesOf(
  context: Context,
  file: string,
  bytes: Uint8Array,
  { out, weight, clause }: SettleOptions,
): Promise<readonly Listed[]> {
  const asked = weight !== undefined || clause !== undefined;
  const { listTracked } = await import('../../write/in-place/index.ts');
  const changes = inFile(file, () => listTracked(bytes, context.report));
  if (changes.length === 0 || (out !== undefined && !asked)) return changes;
  const { weighTracked } = await import('../../library/marked-changes.ts');
  try {
    return inFile(file, () => weighTracked(bytes, file, () => {}));
  } catch (error) {
    if (asked || !(error instanceof UnusableInput)) throw error;
    return changes;
  }
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
function chosen(changes: readonly Listed[], { only, author, weight, clause }: SettleOptions): Listed[] {
  const tests = [byIds(changes, only), byAuthor(changes, author), byWeight(weight), byClause(changes, clause)];
  const wanted = changes.filter((change) => tests.every((test) => test(change)));
  if (wanted.length === 0 && (weight ?? clause) !== undefined) {
    throw usage('no change is meant by all of these options', `the file has ${counted(changes.length, 'change')}`);
  }
  return wanted;
}

type Test = (change: Listed) => boolean;

const all: Test = () => true;

function byIds(changes: readonly Listed[], only: string | undefined): Test {
  if (only === undefined) return all;
  const ids = new Set(namesIn(only));
  if (ids.size === 0) throw usage('--only names no change', `the changes are ${rangeOf(changes)}`);
  const known = new Set(changes.map((change) => change.id));
  for (const id of ids) {
    if (!known.has(id)) throw usage(`there is no change ${id}`, `the changes are ${rangeOf(changes)}`);
  }
  return ({ id }) => ids.has(id);
}

function byAuthor(changes: readonly Listed[], author: string | undefined): Test {
  if (author === undefined) return all;
  if (changes.every((change) => change.author !== author)) {
    const authors = [...new Set(changes.map((change) => change.author))].join(', ');
    throw usage(`no change is by ${author}`, authors === '' ? 'there are no changes' : `the authors are ${authors}`);
  }
  return (change) => change.author === author;
}

function byWeight(weight: string | undefined): Test {
  if (weight === undefined) return all;
  const wanted = new Set(namesIn(weight));
  const unknown = [...wanted].find((name) => !WEIGHTS.some((known) => known === name));
  if (unknown !== undefined || wanted.size === 0) {
    throw usage(`--weight ${unknown ?? ''} is no weight`, `the weights are ${WEIGHTS.join(', ')}`);
  }
  return (change) => change.weight !== undefined && wanted.has(change.weight);
}

function byClause(changes: readonly Listed[], clause: string | undefined): Test {
  if (clause === undefined) return all;
  const name = clause.replace(/\s+/g, ' ').trim().toLowerCase();
  if (!changes.some((change) => change.within?.has(name) === true)) {
    const cites = [...new Set(changes.map(({ cite = '' }) => cite).filter((cite) => cite !== ''))];
    const first = cites.slice(0, 8).join('; ') + (cites.length > 8 ? '; …' : '');
    throw usage(
      `no change stands in ${clause}`,
      first === '' ? 'no change stands in a provision' : `changes stand in ${first}`,
    );
  }
  return (change) => change.within?.has(name) === true;
}

function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function rangeOf(changes: readonly Listed[]): string {
  const [first, last] = [changes[0], changes.at(-1)];
  return first === undefined || last === undefined ? 'none' : `${first.id} to ${last.id}`;
}

/** Where a change stands, as far as it says so: behind which words, and in which part where that is not the body. */
function placeOf({ behind, part, cite = '' }: Listed): string {
  const words = behind === '' ? '' : `behind "${behind}"`;
  const name = /(?:^|\/)document\d*\.xml$/.test(part) ? '' : (part.split('/').pop() ?? '');
  return [cite, words, name].filter((said) => said !== '').join(', ');
}

function list(context: Context, changes: readonly Listed[]): void {
  if (changes.length === 0) {
    tell(context.io, 'no tracked changes');
    return;
  }
  const paint = colours(context.io, context.io.stdout);
  const plain = (text: string): string => text;
  const rows = changes.map((change) => {
    const { id, kind, weight = '', author, date, text } = change;
    return [id, kind, weight, author, date.slice(0, 10), text, placeOf(change)];
  });
  print(context.io, ...columns(rows, [paint.bold, plain, plain, plain, paint.dim, plain, paint.dim]));
}
