/** Inlines as pieces of text with the sides on which they stand. */
import type { CrossReference, Inline, Marks, Node, NodeType, Opaque, Picture, Text } from '../../model/document.ts';
import { difference } from '../../model/equal.ts';
import type { Revision } from '../../model/redline.ts';
import { childrenOf } from '../../model/walk.ts';
import {
  AFTER,
  attribute,
  BEFORE,
  BOTH,
  common,
  EACH_SIDE,
  type PerSide,
  perSide,
  revisionOf,
  type Sides,
  sidesOf,
} from './sides.ts';
import type { Piece, ReferencePiece, TextPiece } from './slot.ts';

/** The pieces of a list of inlines that stands on `sides`. */
export function piecesOf(inlines: readonly Inline<Revision>[], sides: Sides): Piece[] {
  return inlines.flatMap((inline) => {
    const stands = sidesOf(inline, sides);
    return stands === 0 ? [] : pieceOf(inline, stands);
  });
}

function pieceOf(inline: Inline<Revision>, sides: Sides): Piece[] {
  switch (inline.type) {
    case 'text':
      return textPieces(inline, sides);
    case 'crossReference':
      return referencePieces(inline, sides);
    case 'note':
      return (sides === BOTH && changesBlocks(inline.children) ? [BEFORE, AFTER] : [sides]).map((side) => ({
        type: 'note',
        sides: side as Sides,
        note: inline,
      }));
    case 'blank':
      return [{ type: 'text', sides, text: inline.text, style: 'Blank', blank: inline, ...withMarks(inline.marks) }];
    case 'break':
      return [{ type: 'break', sides, kind: inline.kind }];
    case 'picture':
      return picturePieces(inline, sides);
    case 'opaque':
      return opaquePieces(inline, sides);
  }
}

/** Whether more than the words of a note's paragraphs changed; see `compose.ts`. */
function changesBlocks(nodes: readonly Node<Revision>[]): boolean {
  return nodes.some((node) => {
    if (INLINES.has(node.type)) return false;
    return revisionOf(node) !== undefined || changesBlocks(childrenOf(node));
  });
}

const INLINES: ReadonlySet<NodeType> = new Set(['text', 'crossReference', 'note', 'blank', 'break', 'picture']);

/** A picture, with its anchor where it has no caption that could be one. */
function picturePieces(picture: Picture<Revision>, sides: Sides): Piece[] {
  const { id, label, caption } = picture;
  const ids = id === undefined || label !== undefined || caption !== undefined ? [] : [id];
  const edge = (where: 'start' | 'end') => anchorPieces({ 1: ids, 2: ids }, sides, where);
  return [...edge('start'), { type: 'picture', sides, picture }, ...edge('end')];
}

/** What stands for what can't be written: its alternative text; a comment is not printed. */
export function opaquePieces(opaque: Opaque<Revision>, sides: Sides): TextPiece[] {
  if (opaque.kind === 'comment') return [];
  return [{ type: 'text', sides, text: opaque.text ?? `[${opaque.kind}]`, marks: { italic: true } }];
}

/** Text whose formatting alone was altered is one run with two formattings, unless its link differs. */
function textPieces(text: Text<Revision>, sides: Sides): TextPiece[] {
  const marks = perSide(sides, (side) => attribute(text, 'marks', side) ?? {});
  const [before, after] = [marks[BEFORE], marks[AFTER]];
  if (sides !== BOTH || before === undefined || after === undefined || same(before, after)) {
    return [{ type: 'text', sides, text: text.value, ...withMarks(after ?? before) }];
  }
  if (before.href === after.href) {
    return [{ type: 'text', sides, text: text.value, marks: after, marksBefore: before }];
  }
  return [
    { type: 'text', sides: BEFORE, text: text.value, marks: before },
    { type: 'text', sides: AFTER, text: text.value, marks: after },
  ];
}

function referencePieces(reference: CrossReference<Revision>, sides: Sides): ReferencePiece[] {
  const looks = perSide(sides, (side) => ({
    target: attribute(reference, 'target', side) ?? reference.target,
    text: attribute(reference, 'text', side) ?? '',
    marks: attribute(reference, 'marks', side),
  }));
  return bySide(looks, sides).map(([stands, look]) => ({
    type: 'reference',
    sides: stands,
    target: look.target,
    text: look.text,
    ...withMarks(look.marks),
  }));
}

/** One value for both sides where it is the same on both, else one for each. */
export function bySide<T>(values: PerSide<T>, sides: Sides): [Sides, T][] {
  const [before, after] = [values[BEFORE], values[AFTER]];
  if (sides === BOTH && before !== undefined && after !== undefined && same(before, after)) return [[BOTH, after]];
  return EACH_SIDE.flatMap((side): [Sides, T][] => {
    const value = values[side];
    return value === undefined || common(sides, side) === 0 ? [] : [[side, value]];
  });
}

export function same(a: unknown, b: unknown): boolean {
  return difference(a, b, '') === undefined;
}

function withMarks(marks: Marks | undefined): { marks?: Marks } {
  return marks === undefined ? {} : { marks };
}

/** Ids and label texts as the pieces that open a paragraph. */
export function openingPieces(ids: PerSide<readonly string[]>, labels: PerSide<Label>, sides: Sides): Piece[] {
  const anchors = (stands: Sides): Piece[] => anchorPieces(ids, stands, 'start');
  const opened = bySide(labels, sides);
  // A bookmark that held a label of either side would print both in LibreOffice, so each has one of its own.
  if (opened.length !== 2)
    return [...anchors(sides), ...opened.flatMap(([stands, label]) => labelPieces(stands, label))];
  return opened.flatMap(([stands, label]) => [...anchors(stands), ...labelPieces(stands, label)]);
}

/** A label and what parts it from the text behind it. */
export interface Label {
  readonly label: string;
  readonly gap: string;
}

function labelPieces(sides: Sides, { label, gap }: Label): Piece[] {
  return [
    { type: 'label', sides, text: label },
    { type: 'text', sides, text: gap },
  ];
}

/** One edge of the bookmark of each id. */
export function anchorPieces(ids: PerSide<readonly string[]>, sides: Sides, edge: 'start' | 'end'): Piece[] {
  const standing = perSide(sides, (side) => ids[side]);
  return bySide(standing, sides).flatMap(([stands, names]) =>
    [...new Set(names)].map((id): Piece => ({ type: 'anchor', sides: stands, edge, id })),
  );
}
