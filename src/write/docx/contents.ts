/** The contents list: a field that Word can update, with a line for each heading as it stands before anyone does. */
import { hangs } from './context.ts';
import type { HeadingFound } from './flow.ts';
import type { Look } from './look.ts';
import { bySide } from './pieces.ts';
import { BOTH, common, EACH_SIDE, has, type PerSide, perSide, type Sides, union } from './sides.ts';
import type { EntryPiece, Piece, Slot, Story, TextPiece } from './slot.ts';

/** The contents list shows headings down to this level, and a document with fewer headings than this has none. */
const DEEPEST = 2;
const FEWEST = 4;

/** The slots of the contents list, on the sides that have one. */
export function contentsList(headings: readonly HeadingFound[]): Story {
  const shown = headings.map((heading) => ({ ...heading, sides: shownOn(heading) }));
  const sides = EACH_SIDE.filter(
    (side) => shown.filter((heading) => has(heading.sides, side)).length >= FEWEST,
  ).reduce<Sides>(union, 0);
  if (sides === 0) return [];
  const entries = shown.flatMap((heading, i): Slot[] => {
    const stands = common(heading.sides, sides);
    return stands === 0 ? [] : [entrySlot(heading, i, stands, sides === BOTH)];
  });
  // LibreOffice cannot take a contents field out of a text, so that a list on one side only is text alone.
  const isField = sides === BOTH;
  const opening: Piece[] = isField ? [{ type: 'contents', sides, part: 'begin' }] : [];
  const closing: Piece[] = isField ? [{ type: 'contents', sides, part: 'end' }] : [];
  return [
    slot(sides, { style: 'TOCHeading' }, [{ type: 'text', sides, text: 'Contents' }]),
    ...begun(entries, opening, sides),
    slot(sides, { style: 'ContentsEnd' }, [...closing, { type: 'break', sides, kind: 'page' }]),
  ];
}

/** The field begins with the first line, unless that line is on one side only and the field on both. */
function begun(entries: readonly Slot[], opening: readonly Piece[], sides: Sides): Slot[] {
  const [first, ...rest] = entries;
  if (first === undefined || first.sides !== sides) return [slot(sides, { style: 'ContentsEnd' }, opening), ...entries];
  return [{ ...first, pieces: [...opening, ...first.pieces] }, ...rest];
}

function shownOn(heading: HeadingFound): Sides {
  return EACH_SIDE.filter((side) => has(heading.sides, side) && (heading.level[side] ?? 0) <= DEEPEST).reduce<Sides>(
    union,
    0,
  );
}

function entrySlot(heading: HeadingFound, index: number, sides: Sides, live: boolean): Slot {
  const label = leadPieces(heading, sides);
  const text = heading.pieces.flatMap((piece) => entryText(piece, sides));
  const entry: EntryPiece = { type: 'entry', sides, heading: index, live, pieces: [...label, ...text] };
  const look = perSide(sides, (side): Look => ({ style: heading.level[side] === 1 ? 'TOC1' : 'TOC2' }));
  return { type: 'slot', sides, starts: sides, look, pieces: [entry] };
}

/** A heading's label and what parts it from the words: where both sides have one, it is neither deleted nor inserted. */
function leadPieces(heading: HeadingFound, sides: Sides): TextPiece[] {
  const pieces = (values: PerSide<string>): TextPiece[] =>
    bySide(values, sides)
      .filter(([, text]) => text !== '')
      .map(([stands, text]) => ({ type: 'text', sides: stands, text }));
  const labels = perSide(sides, (side) => heading.label[side] ?? '');
  const gaps = perSide(sides, (side) => gapBehind(labels[side] ?? ''));
  return [...pieces(labels), ...pieces(gaps)];
}

function gapBehind(label: string): string {
  if (label === '') return '';
  return hangs(label) ? '\t' : ' ';
}

/** What of a heading is printed in the list: its words, without notes. */
function entryText(piece: Piece, sides: Sides): TextPiece[] {
  const stands = common(piece.sides, sides);
  if (stands === 0) return [];
  if (piece.type === 'text' || piece.type === 'reference') return [{ type: 'text', sides: stands, text: piece.text }];
  return piece.type === 'break' ? [{ type: 'text', sides: stands, text: ' ' }] : [];
}

function slot(sides: Sides, look: Look, pieces: readonly Piece[]): Slot {
  return { type: 'slot', sides, starts: sides, look: perSide(sides, () => look), pieces };
}
