/** The redline that a command line asks for: of two versions, or the tracked changes of one change-marked Word file. */
import { readBytes, readTracked, resolveReference, type Source } from '../library/read.ts';
import { type Message, UnusableInput } from '../message.ts';
import { acceptAll } from '../model/decide.ts';
import type { Redline } from '../model/redline.ts';
import { type Context, type Input, readInputs, usage } from './context.ts';
import { printMessages } from './io.ts';
import { whole } from './whole.ts';
import { isWord } from './word-files.ts';

/** What may become of the tracked changes that a Word file carries. */
export const TRACKED = ['accept', 'reject', 'keep'] as const;

/** What `--tracked` says: which side of tracked changes a Word file is read on, or that they are what is wanted. */
export const TRACKED_HELP = [
  '--tracked <side>',
  'tracked changes of a Word file: accept (default), reject, or keep: those of <before>, which then stands alone',
] as const;

export interface Sides {
  readonly redline: Redline;
  readonly inputs: readonly Input[];
  /** Set where the changes are a file's own. */
  readonly own?: Source;
}

/** Throws `UnusableInput` where the options do not go together, or an input is not understood. */
export async function sidesOf(
  context: Context,
  before: string,
  after: string | undefined,
  tracked: string | undefined,
): Promise<Sides> {
  checkTracked(tracked);
  if (after === undefined) {
    if (tracked === 'accept' || tracked === 'reject')
      throw usage(`--tracked ${tracked} asks for two versions to compare`);
    return ownChanges(context, before);
  }
  const inputs = await readSides(context, before, after, tracked);
  return { redline: await compareSides(context, inputs), inputs };
}

/**
 * Reads two versions; to keep after's tracked changes, before as it was before its own. Throws `UnusableInput` where they
 * can't be compared with that `--tracked`, or are not understood.
 */
export async function readSides(
  context: Context,
  before: string,
  after: string,
  tracked: string | undefined,
  canKeep = false,
): Promise<readonly [Input, Input]> {
  checkTracked(tracked);
  const isHeard = canKeep && isWord(before) && isWord(after) ? isOfRedline : undefined;
  if (tracked === 'keep') {
    if (!canKeep) throw usage('--tracked keep asks for one file', 'its own tracked changes are the redline');
    const [from] = await readInputs(context, [before], { tracked: 'reject' }, isHeard);
    const [to] = await readInputs(context, [after], { tracked: 'accept' }, isHeard);
    return [from, to];
  }
  return readInputs(context, [before, after], { tracked: tracked === 'reject' ? 'reject' : 'accept' }, isHeard);
}

/** What a reader passes over of a Word file (headers, comments, looks, settled changes) a redline in that file has after all. */
function isOfRedline({ severity, rule }: Message): boolean {
  return severity !== 'note' || !rule.startsWith('read/docx');
}

/** What changed between two versions that were read. */
export async function compareSides(context: Context, [before, after]: readonly [Input, Input]): Promise<Redline> {
  const { compare } = await import('../compare/index.ts');
  context.progress.stage(`Comparing ${nameOf(before)} with ${nameOf(after)}`);
  const [a, b] = [await whole(context, before), await whole(context, after)];
  const { settleCounts } = await import('../matrix/settle.ts');
  return settleCounts(compare(a, b, context.report));
}

function nameOf({ source }: Input): string {
  return source.version?.name ?? source.shown;
}

function checkTracked(tracked: string | undefined): void {
  if (tracked === undefined || TRACKED.some((one) => one === tracked)) return;
  throw usage(`--tracked ${tracked} is none of accept, reject and keep`);
}

async function ownChanges(context: Context, file: string): Promise<Sides> {
  const own = resolveReference(await context.library(), file, context.io.folder);
  if (!isWord(own.file)) {
    throw usage(
      `${file} has no version to be compared with`,
      'name a second one; only a Word file has changes of its own',
    );
  }
  context.progress.stage(`Reading ${own.shown}`);
  const { value, messages } = await readTracked(own);
  const errors = messages.filter((message) => message.severity === 'error');
  printMessages(
    context.io,
    messages.filter((message) => message.severity !== 'error'),
  );
  if (errors.length > 0) throw new UnusableInput(errors);
  return { redline: value, inputs: [{ source: own, document: acceptAll(value) }], own };
}

/** `svtad.docx: tracked changes by A. Author and B. Author, 2020-01-02 to 2020-01-31`. */
export async function trackedLine(source: Source): Promise<string> {
  const { listTracked } = await import('../write/in-place/index.ts');
  const changes = listTracked(await readBytes(source), () => undefined);
  const authors = [...new Set(changes.map(({ author }) => author).filter((author) => author !== ''))];
  const days = changes.map(({ date }) => date.slice(0, 10)).filter((day) => day !== '');
  const [first, last] = [days.reduce(earlier, days[0] ?? ''), days.reduce(later, '')];
  const by = authors.length === 0 ? '' : ` by ${listed(authors)}`;
  const when = first === '' ? '' : first === last ? `, ${first}` : `, ${first} to ${last}`;
  return `${source.shown}: ${changes.length === 0 ? 'no tracked changes' : `tracked changes${by}${when}`}`;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
