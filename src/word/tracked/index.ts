/** Settles tracked changes of a Word file in place: what holds none stays byte for byte. */
import type { Report } from '../../message.ts';
import { type Document, openDocument } from '../document.ts';
import { Edits } from '../edits.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { Output } from '../output.ts';
import { attribute, type Element, type Part, parsePart } from '../tree.ts';
import { textParts } from './parts.ts';
import { withoutDeadRanges } from './ranges.ts';
import { settledPart } from './render.ts';
import { type Decision, type Found, type TrackedChange, trackedIn } from './tracked.ts';

export { listMarks, type MarkScope, type PartRange, type TrackedMark } from './marks.ts';
export { textParts } from './parts.ts';
export type { Decision, TrackedChange, TrackedKind } from './tracked.ts';

interface Story {
  readonly part: Part;
  readonly found: Found;
}

/** Whether a part of a document carries tracked changes, told from its text. */
export function carriesTracked(document: Document): boolean {
  return [...textParts(document)].some((part) => SAYS_TRACKED.test(part.source));
}

const SAYS_TRACKED =
  /<(?:[\w.-]+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|(?:r|p|sect|tbl|tr|tc)PrChange|tblPrExChange|tblGridChange|numberingChange|customXml\w+RangeStart)[\s>]/;

function storiesOf(document: Document): Story[] {
  let last = 0;
  const count = (): number => ++last;
  return [...textParts(document)].map((part) => ({ part, found: trackedIn(part, count) }));
}

/** The tracked changes of a file, in the order of its text; first the body, then the other parts. */
export function listTracked(bytes: Uint8Array, report: Report): TrackedChange[] {
  const changes = storiesOf(openDocument(bytes, report)).flatMap(({ found }) => [...found.changes.values()]);
  return [...new Set(changes)];
}

/** The changes that some marks are of. */
export function changesAt(document: Document, marks: Marks): TrackedChange[] {
  const changes = storiesOf(document).flatMap(({ part, found }) =>
    [...found.changes].flatMap(([{ start }, change]) => (marks.get(part.name)?.has(start) === true ? [change] : [])),
  );
  return [...new Set(changes)];
}

/**
 * The file with each tracked change accepted, rejected or left, as `choose` says. Everything that holds none of them stays
 * byte for byte; a file without any comes back as it is. Throws `UnusableInput` where the bytes are no Word file.
 */
export function settleTracked(
  bytes: Uint8Array,
  choose: (change: TrackedChange) => Decision,
  report: Report,
): Uint8Array {
  return settled(bytes, ({ found }) => deciderOf(found, choose), report);
}

/** The marks of tracked changes by the part that they stand in, each by the offset at which its element begins. */
export type Marks = ReadonlyMap<string, ReadonlySet<number>>;

/** What becomes of the mark of an element that begins at an offset of a part. */
export type DecideMark = (part: string, start: number) => Decision;

/** The same for single marks. What must be decided as one (see `TrackedMark.unit`) is for the caller to keep together. */
export function resolveMarks(bytes: Uint8Array, decide: DecideMark, report: Report): Uint8Array {
  return settled(
    bytes,
    ({ part }) =>
      (element) =>
        decide(part.name, element.start),
    report,
  );
}

/** Accepts single marks; what else belongs to their changes is left. */
export function acceptMarks(bytes: Uint8Array, marks: Marks): Uint8Array {
  return resolveMarks(
    bytes,
    (part, start) => (marks.get(part)?.has(start) === true ? 'accept' : 'leave'),
    () => undefined,
  );
}

type Decide = (element: Element) => Decision;

function settled(bytes: Uint8Array, decider: (story: Story) => Decide, report: Report): Uint8Array {
  const document = openDocument(bytes, report);
  const output = new Output(document, bytes);
  const stories = storiesOf(document);
  const calls: Calls = { before: new Set(), after: new Set() };
  const texts = stories.map((story) => {
    const { part, found } = story;
    collectCalls(part.source, calls.before);
    if (found.touched.size === 0) return part.source;
    return withoutDeadRanges(part.source, settledPart({ part, found, decide: decider(story) }));
  });
  for (const text of texts) collectCalls(text, calls.after);
  stories.forEach(({ part }, k) => {
    const text = withoutUncalled(part, texts[k] as string, calls);
    if (text !== part.source) output.edits(part).replace(0, part.source.length, text);
  });
  return output.untouched ? bytes : output.finish();
}

function deciderOf({ changes }: Found, choose: (change: TrackedChange) => Decision): Decide {
  return (element) => {
    const change = changes.get(element);
    return change === undefined ? 'leave' : choose(change);
  };
}

/** The calls of notes and comments in a text, as `footnote 3`. */
function collectCalls(source: string, into: Set<string>): void {
  for (const match of source.matchAll(/<(?:[\w.-]+:)?(footnote|endnote|comment)Reference\s[^>]*?:id="([^"]*)"/g)) {
    into.add(`${match[1]} ${match[2]}`);
  }
}

/** The elements of parts whose calls stand elsewhere. */
const CALLED: Readonly<Record<string, string>> = {
  'w:footnotes': 'footnote',
  'w:endnotes': 'endnote',
  'w:comments': 'comment',
};

/** What is called, as it was and as it is settled. */
interface Calls {
  readonly before: Set<string>;
  readonly after: Set<string>;
}

/** The settled text of a part without the notes and comments whose calls went. */
function withoutUncalled({ name, root }: Part, text: string, { before, after }: Calls): string {
  const kind = CALLED[root.name];
  const gone = new Set([...before].filter((call) => call.startsWith(`${kind} `) && !after.has(call)));
  if (kind === undefined || gone.size === 0) return text;
  const part = parsePart(name, text, DEFAULT_LIMITS.depth);
  const edits = new Edits();
  for (const note of part.root.children) {
    if (gone.has(`${kind} ${attribute(part, note, 'w:id') ?? ''}`)) edits.replace(note.start, note.end, '');
  }
  return edits.apply(text);
}
