/** The redline that a command line asks for: of two versions, or the tracked changes of one change-marked Word file. */
import { readBytes, resolveReference, type Source } from '../library/read.ts';
import { collect, type Message, UnusableInput } from '../message.ts';
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

/**
 * `lists` says that the list of changes is what is wanted: it has what a reader passes over of a Word file, so that need not
 * be reported. Throws `UnusableInput` where the options do not go together, or an input is not understood.
 */
export async function sidesOf(
  context: Context,
  before: string,
  after: string | undefined,
  tracked: string | undefined,
  lists = false,
): Promise<Sides> {
  checkTracked(tracked);
  if (after === undefined) {
    if (tracked === 'accept' || tracked === 'reject')
      throw usage(`--tracked ${tracked} asks for two versions to compare`);
    return ownChanges(context, before, lists ? isUnlisted : isAny);
  }
  const inputs = await readSides(context, before, after, tracked, false, lists);
  return { redline: await compareSides(context, inputs, tracked), inputs };
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
  lists = false,
): Promise<readonly [Input, Input]> {
  checkTracked(tracked);
  const reported = canKeep ? isOfRedline : lists ? isUnlisted : isAny;
  const isReported = isWord(before) && isWord(after) ? reported : isAny;
  if (tracked === 'keep') {
    if (!canKeep) throw usage('--tracked keep asks for one file', 'its own tracked changes are the redline');
    const [from] = await readInputs(context, [before], { tracked: 'reject' }, isReported);
    const [to] = await readInputs(context, [after], { tracked: 'accept' }, isReported);
    return [from, to];
  }
  return readInputs(context, [before, after], { tracked: tracked === 'reject' ? 'reject' : 'accept' }, isReported);
}

/** What a reader passes over of a Word file (headers, comments, looks, settled changes) a redline in that file has after all. */
function isOfRedline({ severity, rule }: Message): boolean {
  return severity !== 'note' || !rule.startsWith('read/docx');
}

/** What changed between two versions that were read. Of two Word files, what a Word redline of the two lists. */
export async function compareSides(
  context: Context,
  [before, after]: readonly [Input, Input],
  tracked?: string,
): Promise<Redline> {
  context.progress.stage(`Comparing ${nameOf(before)} with ${nameOf(after)}`);
  if (isWordFile(before) && isWordFile(after)) return compareWordFiles(context, before, after, tracked);
  const { compare } = await import('../compare/index.ts');
  const [a, b] = [await whole(context, before), await whole(context, after)];
  const { classifyCounts } = await import('../matrix/count/changes.ts');
  const { loadShapes } = await import('../library/matrix-shapes.ts');
  return classifyCounts(compare(a, b, context.report), await loadShapes(await context.library()));
}

function isWordFile({ source }: Input): boolean {
  return source.version === undefined && isWord(source.file);
}

async function compareWordFiles(
  context: Context,
  before: Input,
  after: Input,
  tracked: string | undefined,
): Promise<Redline> {
  const { redlineOfWordFiles } = await import('../library/marked/word-files.ts');
  const { compareTracked } = await import('../library/marked/untracked.ts');
  const wanted = { before: before.document, after: after.document };
  const options = { author: '', date: '', tracked: tracked === 'reject' ? ('reject' as const) : ('accept' as const) };
  const [x, y] = [await readBytes(before.source), await readBytes(after.source)];
  const made = redlineOfWordFiles(x, y, options, wanted, context.report);
  return made ?? compareTracked(wanted.before, wanted.after, context.report);
}

function nameOf({ source }: Input): string {
  return source.version?.name ?? source.shown;
}

function checkTracked(tracked: string | undefined): void {
  if (tracked === undefined || TRACKED.some((one) => one === tracked)) return;
  throw usage(`--tracked ${tracked} is none of accept, reject and keep`);
}

/** What the list of changes of a Word file has, though the document does not. */
const LISTED: ReadonlySet<string> = new Set([
  'read/docx-header',
  'read/docx-footer',
  'read/docx-formatting',
  'read/docx-section',
]);

/** What need be reported of a Word file whose changes are listed. */
export const isUnlisted: IsReported = ({ rule }) => !LISTED.has(rule);

/** What a reader reports of a file. */
type IsReported = (message: Message) => boolean;

const isAny: IsReported = () => true;

async function ownChanges(context: Context, file: string, isReported: IsReported): Promise<Sides> {
  const own = resolveReference(await context.library(), file, context.io.folder);
  if (!isWord(own.file)) {
    throw usage(
      `${file} has no version to be compared with`,
      'name a second one; only a Word file has changes of its own',
    );
  }
  context.progress.stage(`Reading ${own.shown}`);
  const { readMarked } = await import('../library/marked/index.ts');
  const bytes = await readBytes(own);
  const { value, messages } = collect((report) => readMarked(bytes, { file: own.shown }, report).redline);
  const errors = messages.filter((message) => message.severity === 'error');
  printMessages(
    context.io,
    messages.filter((message) => message.severity !== 'error' && isReported(message)),
  );
  if (errors.length > 0) throw new UnusableInput(errors);
  return { redline: value, inputs: [{ source: own, document: acceptAll(value) }], own };
}
