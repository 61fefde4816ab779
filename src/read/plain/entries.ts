/** What the pieces of a plain text are in an outline: headings, numbered paragraphs, limbs, bullets, tables. */
import type { Place, Report } from '../../message.ts';
import type { Para } from '../../model/document.ts';
import { labelDepth } from '../../model/label.ts';
import type { ClauseEntry, Entry } from '../outline/index.ts';
import { type FindNote, inlinesOf } from './inlines.ts';
import type { Piece } from './pieces.ts';
import { tableOf } from './table.ts';

/** What is open while pieces are taken in. */
interface State {
  readonly entries: Entry[];
  readonly placeOf: (piece: Piece) => Place;
  readonly findNote: FindNote;
  readonly report: Report;
  /** The bullet before, where a deeper one may follow. */
  bullet:
    | { readonly mark: string; readonly indent: number; readonly level: number; readonly opens: boolean }
    | undefined;
  /** Set behind the heading of a question. */
  asking: boolean;
  /** Set between the heading of the contents and the next. */
  contents: boolean;
}

/** The entries of the pieces, in their order; `end` entries do not occur. */
export function entriesOf(
  pieces: readonly Piece[],
  placeOf: (piece: Piece) => Place,
  findNote: FindNote,
  report: Report,
): Entry[] {
  const state: State = { entries: [], placeOf, findNote, report, bullet: undefined, asking: false, contents: false };
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    if (piece.shape?.kind === 'row') i = addTable(pieces, i, state);
    else addPiece(piece, i === 0, pieces[i + 1], state);
  }
  return state.entries;
}

const CONTENTS = /^(?:table of )?contents$/i;

function addPiece(piece: Piece, first: boolean, next: Piece | undefined, state: State): void {
  const { shape } = piece;
  if (shape?.kind !== 'bullet') state.bullet = undefined;
  const heading = headingOf(piece, first, next, state);
  if (heading !== undefined) {
    state.asking = false;
    state.contents = CONTENTS.test(piece.text.trim());
    state.entries.push(heading);
  } else if (shape?.kind === 'question') {
    state.asking = true;
    state.entries.push({ type: 'block', block: { ...paraOf(piece, state), style: 'question' } });
  } else if (shape?.kind === 'bullet') addBullet(piece, shape, state);
  else if (shape?.kind === 'limb' || shape?.kind === 'numbered') state.entries.push(clauseOf(piece, shape, state));
  else {
    const para = paraOf(piece, state);
    state.entries.push({ type: 'block', block: state.asking ? { ...para, style: 'question' } : para });
    state.asking = false;
  }
}

function paraOf(piece: Piece, state: State): Para {
  const place = state.placeOf(piece);
  return { type: 'para', children: inlinesOf(piece.text, place, state.findNote), place };
}

/** Which pieces are headings: marked ones, the first, short numbered lines without a stop, the word `Contents`. */
function headingOf(piece: Piece, first: boolean, next: Piece | undefined, state: State): ClauseEntry | undefined {
  const { shape } = piece;
  if (shape?.kind === 'heading') return labelled(piece, piece.text, shape.depth <= 2 ? 1 : 2, state);
  const bare = shape === undefined && !/[.,;:?!]$/.test(piece.text);
  if (bare && (first || CONTENTS.test(piece.text))) return headingEntry(piece, undefined, piece.text, 1, state);
  if (shape?.kind !== 'numbered' || !isTitle(piece.text, next)) return undefined;
  return headingEntry(piece, shape.label, piece.text, labelDepth(shape.label), state);
}

/** A title is short, ends without a stop, and is no first half of a sentence. */
function isTitle(text: string, next: Piece | undefined): boolean {
  return text.length <= 110 && !/[.,;:?!]$/.test(text) && !/^\p{Ll}/u.test(next?.text ?? '');
}

function labelled(piece: Piece, text: string, level: number, state: State): ClauseEntry {
  const match = /^(\d{1,3}(?:\.\d{1,3})*\.?)\s+(.*)$/.exec(text.replace(/^\*+|\*+$/g, ''));
  if (match === null) return headingEntry(piece, undefined, text.replace(/^\*+|\*+$/g, ''), level, state);
  return headingEntry(piece, match[1] as string, match[2] as string, labelDepth(match[1] as string), state);
}

function headingEntry(
  piece: Piece,
  label: string | undefined,
  text: string,
  headingLevel: number,
  state: State,
): ClauseEntry {
  const place = state.placeOf(piece);
  const heading = inlinesOf(text, place, state.findNote);
  const kind = label === undefined ? 'part' : 'clause';
  return { type: 'clause', kind, ...(label === undefined ? {} : { label }), heading, headingLevel, content: [], place };
}

function clauseOf(piece: Piece, shape: { readonly kind: string; readonly label: string }, state: State): ClauseEntry {
  const kind = shape.kind === 'limb' ? 'limb' : 'clause';
  return { type: 'clause', kind, label: shape.label, content: [paraOf(piece, state)], place: state.placeOf(piece) };
}

/** A bullet is deeper where it is indented more, has a mark of its own, or follows one that announces a list. */
function addBullet(piece: Piece, shape: { readonly mark: string; readonly indent: number }, state: State): void {
  const before = state.bullet;
  const deeper = before !== undefined && (shape.indent > before.indent + 1 || before.opens);
  const level = before === undefined ? 0 : deeper ? before.level + 1 : shape.indent < before.indent ? 0 : before.level;
  const opens = /(?:\bincluding|\bfollowing|:)\s*[:;,]?$/.test(piece.text);
  state.bullet = { ...shape, level, opens };
  state.entries.push({ type: 'item', level, content: [paraOf(piece, state)], place: state.placeOf(piece) });
}

/** Rows that follow one another are a table; the caption is the line before it. Gives the index of the last row. */
function addTable(pieces: readonly Piece[], from: number, state: State): number {
  let to = from;
  while (pieces[to + 1]?.shape?.kind === 'row') to += 1;
  const before = pieces[from - 1];
  const table = tableOf(pieces.slice(from, to + 1), before, state.placeOf, state.findNote, state.report);
  if (table.caption !== undefined && before !== undefined) state.entries.pop();
  state.entries.push({ type: 'block', block: table });
  return to;
}
