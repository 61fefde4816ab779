/** A redline as the stories of a Word file: the body with its title block and contents list, and the notes. */
import type { Node, Picture } from '../../model/document.ts';
import type { Redline, Revision } from '../../model/redline.ts';
import { CHILD_LISTS, childList } from '../../model/walk.ts';
import { contentsList } from './contents.ts';
import { bodyContext } from './context.ts';
import { type FlowState, flow, type Plans } from './flow.ts';
import { arrangeFront } from './front.ts';
import { planLabels } from './labels.ts';
import { type Section, sectionsOf } from './sections.ts';
import type { Setting } from './setting.ts';
import { type Holder, type SettledStory, settle } from './settle.ts';
import { AFTER, attribute, BEFORE, BOTH, has, type Side } from './sides.ts';
import type { NotePiece } from './slot.ts';
import { type Fact, titleBlock } from './title.ts';

export interface Composed {
  readonly sections: readonly Section[];
  readonly footnotes: readonly ComposedNote[];
  readonly endnotes: readonly ComposedNote[];
  readonly hasContents: boolean;
  /** Whether the lines of the contents list are close set. */
  readonly compact: boolean;
  /** For each side, the headings that stand on it, by their place among all headings of the redline. */
  readonly headings: { readonly [side in Side]: readonly number[] };
}

export interface ComposedNote {
  readonly piece: NotePiece;
  readonly story: SettledStory;
}

const BODY_HOLDER: Holder = { kind: 'body', plain: { style: 'BodyText' } };

export function compose(redline: Redline, { titleFacts = [], logo }: TitleOptions, setting: Setting): Composed {
  const state: FlowState = { plans: plansOf(redline), setting, headings: [] };
  const context = bodyContext(setting.indents);
  const text = flow(redline.document.children, { 1: context, 2: context }, BOTH, state);
  const headings = state.headings.map((heading) => heading.sides);
  const title = titleBlock({ 1: redline.before, 2: redline.document.meta }, titleFacts, logo, state);
  const contents = contentsList(state.headings);
  const body = settle([...title, ...contents, ...text], BOTH, BODY_HOLDER);
  const front = arrangeFront(body, setting.frame);
  const notes = notePieces(body).map((piece) => composeNote(piece, setting));
  const standing = (side: Side): number[] => headings.flatMap((sides, i) => (has(sides, side) ? [i] : []));
  return {
    sections: sectionsOf(front.body),
    compact: front.compact,
    footnotes: notes.filter(({ piece }) => piece.note.kind === 'footnote'),
    endnotes: notes.filter(({ piece }) => piece.note.kind === 'endnote'),
    hasContents: contents.length > 0,
    headings: { 1: standing(BEFORE), 2: standing(AFTER) },
  };
}

/** What stands in the title block beside what the document says of itself. */
export interface TitleOptions {
  readonly titleFacts?: readonly Fact[];
  readonly logo?: Picture;
}

/** Both sides of a clean text have the same labels. */
function plansOf(redline: Redline): Plans {
  const { children } = redline.document;
  const after = planLabels(children, AFTER);
  const before = isMarked(redline.document) ? planLabels(children, BEFORE) : after;
  return (clause, side) => (side === AFTER ? after : before).get(clause);
}

/** Whether anything in the tree carries a revision. */
export function isMarked(node: Node<Revision>): boolean {
  if ('revision' in node && node.revision !== undefined) return true;
  return CHILD_LISTS[node.type].some((name) => childList(node, name).some((child) => isMarked(child)));
}

function composeNote(piece: NotePiece, setting: Setting): ComposedNote {
  const { note, sides } = piece;
  const context = { ...bodyContext(setting.indents), place: note.kind, headings: 6 };
  const own: FlowState = { plans: typedPlan, setting, headings: [] };
  const story = flow(note.children, { 1: context, 2: context }, sides, own);
  const style = note.kind === 'footnote' ? 'FootnoteText' : 'EndnoteText';
  const settled = settle(story, sides, { kind: 'note', plain: { style } });
  return { piece, story: afterNumber(settled.map(withoutMark)) };
}

/**
 * LibreOffice settles the paragraph marks of notes in the wrong place, so that none is tracked: a note on one side
 * goes with its number, and one whose paragraphs changed is on one side, and another on the other.
 */
function withoutMark(block: SettledStory[number]): SettledStory[number] {
  return block.type === 'para' ? { ...block, mark: BOTH } : block;
}

/** The library puts the note's number in front of its first paragraph; a space parts it from the text. */
function afterNumber(story: SettledStory): SettledStory {
  const [first, ...rest] = story;
  if (first?.type !== 'para') return story;
  return [{ ...first, pieces: [{ type: 'text', sides: BOTH, text: ' ' }, ...first.pieces] }, ...rest];
}

/** Numbers in notes are typed: a note is text of its own, in which the document's lists do not count on. */
const typedPlan: Plans = (clause, side) => {
  const label = attribute(clause, 'label', side);
  return label === undefined ? undefined : { kind: 'typed', label };
};

function notePieces(story: SettledStory): NotePiece[] {
  return story.flatMap((block) => {
    if (block.type === 'para') return block.pieces.filter((piece) => piece.type === 'note');
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => notePieces(cell.blocks)));
  });
}
