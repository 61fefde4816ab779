/**
 * Redlines in the team's own Word file: after's package with native tracked changes where it differs from before
 * (ISO/IEC 29500-1, 17.13.5), and nothing else touched.
 */
import { type Report, UnusableInput } from '../../message.ts';
import type { Alignment } from '../../model/alignment.ts';
import { anchorKeys } from '../../word/anchors.ts';
import type { Document } from '../../word/document.ts';
import { numberingOf } from '../../word/numbering.ts';
import { Output } from '../../word/output.ts';
import { type ListPair, resourcesOf } from '../../word/resources/resources.ts';
import { formerly } from '../../word/tracked/before-change.ts';
import { keepingEarlier, type Make, type Opened, settledFirst } from '../../word/tracked/earlier.ts';
import { textParts } from '../../word/tracked/index.ts';
import { childOf } from '../../word/tree.ts';
import { blocksOf } from './lines/blocks.ts';
import type { Line, LineRules } from './lines/lines.ts';
import { BookmarkWriter, bookmarksOf } from './marks/bookmarks.ts';
import { controlsOf, markControls } from './marks/controls.ts';
import { highestId, Marker } from './package/marker.ts';
import { Decisions } from './pairing/decisions.ts';
import { type Entry, pairBlocks } from './pairing/pairing.ts';
import { commentsOf } from './parts/comments.ts';
import { notesOf } from './parts/notes.ts';
import { compareSections, pairSections, type SectionPairs } from './parts/sections.ts';
import { tellProtection } from './parts/settings.ts';
import type { Session } from './session.ts';
import { type Container, compareBlocks } from './story.ts';

export {
  type DecideMark,
  type Decision,
  listMarks,
  listTracked,
  type MarkScope,
  type PartRange,
  resolveMarks,
  settleTracked,
  type TrackedChange,
  type TrackedKind,
  type TrackedMark,
} from '../../word/tracked/index.ts';

export interface InPlaceOptions {
  readonly author: string;
  /** ISO 8601, an instant in UTC. */
  readonly date: string;
  /** Whether the results of fields that Word renews are compared; `mark` where absent. */
  readonly fields?: 'ignore' | 'mark';
  /** Whether cells that came or went are marked, or the rows that hold them replaced; `mark` where absent. */
  readonly cells?: 'mark' | 'replace';
  /**
   * What becomes of tracked changes that the files carry already; `accept` where absent. With `keep` those of after stay
   * their authors', and what is compared is what stood before any of them.
   */
  readonly tracked?: 'accept' | 'reject' | 'keep';
  /**
   * Whether moved paragraphs are marked as deleted and inserted, or as moved (`w:moveFrom`, `w:moveTo`); `apart` where
   * absent.
   */
  readonly moves?: 'apart' | 'native';
}

/**
 * Gives what the comparison decided of two files whose tracked changes of their own are resolved, but for those of after
 * that are kept: then it compares what stood before them. `undefined` pairs nothing.
 */
export type Align = (before: Uint8Array, after: Uint8Array, keeps: boolean) => Alignment | undefined;

/**
 * Writes what differs between two Word files into the second one as tracked changes: accepting them all gives after,
 * rejecting them all gives before. Outside the paragraphs, rows and properties that hold a change every part stays byte
 * for byte. Tracked changes that a file carries already are settled first, with a message. Throws `UnusableInput` where a
 * file is none.
 */
export function redlineInPlace(
  before: Uint8Array,
  after: Uint8Array,
  align: Align,
  options: InPlaceOptions,
  report: Report,
): Uint8Array {
  const tracked = options.tracked ?? 'accept';
  const make =
    (from: Opened): Make =>
    (into, unkept, hear) =>
      written({
        from,
        into,
        decisions: new Decisions(align(from.bytes, into.bytes, tracked === 'keep')),
        options,
        report: hear,
        unkept,
      });
  if (tracked === 'keep') return keepingEarlier(after, make(settledFirst(before, 'before', 'reject', report)), report);
  const from = settledFirst(before, 'before', tracked, report);
  return make(from)(settledFirst(after, 'after', tracked, report), () => {}, report);
}

/** What a redline is made of. */
interface Making {
  readonly from: Opened;
  readonly into: Opened;
  readonly decisions: Decisions;
  readonly options: InPlaceOptions;
  readonly report: Report;
  readonly unkept: Session['unkept'];
}

function written({ from: { document: from }, into: { document: into, bytes }, options, ...rest }: Making): Uint8Array {
  const [left, body] = [bodyOf(from, 'before'), bodyOf(into, 'after')];
  const output = new Output(into, bytes);
  const notes = notesOf(from, into, output);
  const comments = commentsOf(from, into, output);
  const rules: LineRules = { fields: options.fields ?? 'mark', anchor: anchorKeys(from, into) };
  const former = blocksOf(from, left.part, left.element, rules);
  const blocks = blocksOf(into, body.part, body.element, rules);
  const paired = pairBlocks(former, blocks, rest.decisions);
  const sections: SectionPairs = new Map();
  const marker = new Marker(options, Math.max(...[...textParts(into)].map(({ source }) => highestId(source))));
  const { bookmarks, anchor } = bookmarksOf(left.part, body.part);
  const session: Session = {
    ...rest,
    before: from,
    after: into,
    rules,
    moves: options.moves ?? 'apart',
    marker,
    output,
    resources: resourcesOf(from, into, output, listPairs(paired.entries)),
    bookmarks: new BookmarkWriter(bookmarks, marker),
    anchor,
    cells: options.cells ?? 'mark',
    bringNote: notes.bring,
    pairNotes: notes.pair,
    pairSections: pairSections(sections),
    bringComments: comments.bring,
    controls: controlsOf(from, left.part, into, body.part),
    formats: new Map(),
  };
  compareBlocks(session, { from: left.part, former, into: body, blocks, paired });
  notes.settle(session);
  compareSections(session, left.part, body.part, sections);
  markControls(session, body.part);
  comments.settle(session);
  if (output.untouched) return bytes;
  tellProtection(into, rest.report);
  return output.finish();
}

/** The lists of paragraphs that pair one to one. */
function listPairs(entries: readonly Entry[]): ListPair[] {
  const pairs: ListPair[] = [];
  for (const { before, after } of entries) {
    const [x, y] = [before[0], after[0]];
    if (before.length !== 1 || after.length !== 1 || x?.kind !== 'line' || y?.kind !== 'line') continue;
    const [from, to] = [listOf(x.line), listOf(y.line)];
    if (from !== undefined && to !== undefined) pairs.push([from, to]);
  }
  return pairs;
}

function listOf({ document, part, properties }: Line): string | undefined {
  return numberingOf(document, part, formerly(properties))?.numId;
}

function bodyOf(document: Document, which: string): Container {
  const part = document.part(document.main);
  const element = childOf(part?.root, 'w:body');
  if (part !== undefined && element !== undefined) return { part, element };
  throw new UnusableInput({
    severity: 'error',
    rule: 'write/in-place-no-body',
    reason: `the file ${which} has no body of text`,
  });
}
