/**
 * The text of a story as a flat run of slots and tables: a slot is a paragraph of the redline, with the sides on which
 * it stands, the sides on which it begins a paragraph of its own, and how it looks on each.
 */
import type { Blank, Break, Marks, Note, Picture, Table } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import type { Look } from './look.ts';
import { common, type PerSide, perSide, type Sides } from './sides.ts';

/** A run of text as printed: a tab is `\\t`. */
export interface TextPiece {
  readonly type: 'text';
  readonly sides: Sides;
  readonly text: string;
  readonly marks?: Marks;
  /** The formatting before, where it alone differs. */
  readonly marksBefore?: Marks;
  /** A character style of ours on top of the marks. */
  readonly style?: 'Blank';
  /** The open place that it stands for. */
  readonly blank?: Blank<Revision>;
}

/** A cross-reference: what it prints, and the id it points to. */
export interface ReferencePiece {
  readonly type: 'reference';
  readonly sides: Sides;
  readonly target: string;
  readonly text: string;
  readonly marks?: Marks;
}

/** A typed label, or a caption's word and number: what a cross-reference to its paragraph prints. */
export interface LabelPiece {
  readonly type: 'label';
  readonly sides: Sides;
  readonly text: string;
}

export interface NotePiece {
  readonly type: 'note';
  readonly sides: Sides;
  readonly note: Note<Revision>;
}

export interface BreakPiece {
  readonly type: 'break';
  readonly sides: Sides;
  readonly kind: Break['kind'];
}

/** A field with the result that it shows until it is updated. */
export interface FieldPiece {
  readonly type: 'field';
  readonly sides: Sides;
  readonly instruction: string;
  readonly text: string;
}

/** One edge of the bookmark that marks a node, by the node's id; headings have one more for the contents list. */
export interface AnchorPiece {
  readonly type: 'anchor';
  readonly sides: Sides;
  readonly edge: 'start' | 'end';
  readonly id: string;
}

/** An entry of the contents list: text that leads to a heading, with the heading's page behind it. */
export interface EntryPiece {
  readonly type: 'entry';
  readonly sides: Sides;
  /** The place of the heading among all headings of the redline. */
  readonly heading: number;
  /** Whether the page is a field, as in a list that is one, or text. */
  readonly live: boolean;
  readonly pieces: readonly TextPiece[];
}

/** The beginning, or the end, of the field that holds the contents list. */
export interface ContentsPiece {
  readonly type: 'contents';
  readonly sides: Sides;
  readonly part: 'begin' | 'end';
}

export interface PicturePiece {
  readonly type: 'picture';
  readonly sides: Sides;
  readonly picture: Picture<Revision>;
}

export type Piece =
  | PicturePiece
  | TextPiece
  | ReferencePiece
  | LabelPiece
  | FieldPiece
  | NotePiece
  | BreakPiece
  | AnchorPiece
  | EntryPiece
  | ContentsPiece;

export interface Slot {
  readonly type: 'slot';
  /** Where its content stands. */
  readonly sides: Sides;
  /** Where it begins a paragraph; on the rest of its sides it continues the one before it. */
  readonly starts: Sides;
  /** For each side on which it begins a paragraph. */
  readonly look: PerSide<Look>;
  readonly pieces: readonly Piece[];
}

export interface TableSlot {
  readonly type: 'table';
  readonly sides: Sides;
  readonly table: Table<Revision>;
  /** Where its left edge stands, in twips from the margin. */
  readonly left: number;
  readonly rows: readonly RowSlot[];
  /** In twips, one for each grid column. */
  readonly widths: readonly number[];
  readonly style: 'grid' | 'facts';
  /** Set in smaller type. */
  readonly dense: boolean;
  /** So wide that its page is turned. */
  readonly landscape: boolean;
}

export interface RowSlot {
  readonly sides: Sides;
  readonly header: boolean;
  readonly cells: readonly CellSlot[];
}

export interface CellSlot {
  readonly columnSpan: number;
  /** `restart` begins a cell that spans rows, `continue` is covered by one from above. */
  readonly merge?: 'restart' | 'continue';
  readonly story: readonly (Slot | TableSlot)[];
}

export type Story = readonly (Slot | TableSlot)[];

/** The id of the bookmark to which the contents list leads; no node has one like it. */
export function headingId(heading: number): string {
  return ` heading ${heading}`;
}

/** A slot as it is on some of its sides only. */
export function restrict(slot: Slot, sides: Sides): Slot {
  const starts = common(slot.starts, sides);
  return {
    type: 'slot',
    sides: common(slot.sides, sides),
    starts,
    look: perSide(starts, (side) => slot.look[side]),
    pieces: slot.pieces.flatMap((piece) => restrictPiece(piece, sides)),
  };
}

function restrictPiece(piece: Piece, sides: Sides): Piece[] {
  const stands = common(piece.sides, sides);
  if (stands === 0) return [];
  if (piece.type === 'entry') {
    return [
      { ...piece, sides: stands, pieces: piece.pieces.flatMap((inner) => restrictPiece(inner, sides)) as TextPiece[] },
    ];
  }
  if (piece.type !== 'text' || piece.marksBefore === undefined || stands === piece.sides)
    return [{ ...piece, sides: stands }];
  const { marksBefore, marks, ...rest } = piece;
  const chosen = stands === 1 ? marksBefore : marks;
  return [{ ...rest, sides: stands, ...(chosen === undefined ? {} : { marks: chosen }) }];
}

/** Whether a slot prints nothing on a side, so that LibreOffice would take its paragraph for an empty one. */
export function isEmptyOn(slot: Slot, side: Sides): boolean {
  return !slot.pieces.some((piece) => common(piece.sides, side) !== 0 && prints(piece));
}

function prints(piece: Piece): boolean {
  if (piece.type === 'text') return piece.text !== '';
  return piece.type !== 'anchor' && piece.type !== 'contents';
}
