/** The pieces of a paragraph as runs, fields, links, notes and bookmarks. */
import { EndnoteReferenceRun, FootnoteReferenceRun } from 'docx';
import type { PictureStore } from '../../model/picture.ts';
import { plainText } from '../../model/walk.ts';
import { type Anchors, linkName } from './anchors.ts';
import { type ControlTags, controlRuns } from './form/controls.ts';
import { ExternalLink, internalLink, safeAddress } from './links.ts';
import type { Lists } from './numbering.ts';
import { drawing } from './pictures/drawing.ts';
import { same } from './pieces.ts';
import { type labelChains, type ReferencePart, referenceParts } from './references.ts';
import type { Ledger } from './revisions.ts';
import { breakRun, type Formatting, fieldCharacter, fieldOpening, fieldRuns, textRun } from './runs.ts';
import type { Setting } from './setting.ts';
import { AFTER, BEFORE, BOTH, has, type Side, type Sides } from './sides.ts';
import {
  type AnchorPiece,
  type EntryPiece,
  headingId,
  type NotePiece,
  type PicturePiece,
  type Piece,
  type ReferencePiece,
  type TextPiece,
} from './slot.ts';
import { type Child, Element } from './xml.ts';

/** What paragraphs need to know of the document around them. */
export interface Surroundings {
  readonly ledger: Ledger;
  readonly lists: Lists;
  readonly setting: Setting;
  readonly pictures: PictureStore;
  /** The open places that are fields of a form. */
  readonly controls: ControlTags;
  readonly anchors: Anchors;
  readonly chains: { readonly [side in Side]: ReturnType<typeof labelChains> };
  /** The number by which a note's part knows it. */
  readonly noteNumbers: ReadonlyMap<NotePiece, number>;
  /** The page each heading stands on, on each side, in the order of the headings of that side. */
  readonly pages: { readonly [side in Side]?: ReadonlyMap<number, string> };
}

/** Pieces in order; neighbours with one fate share its `w:ins` or `w:del`, neighbours with one address its link. */
export function inlineRuns(pieces: readonly Piece[], around: Surroundings): Child[] {
  const line = new Line(pieces, around);
  pieces.forEach((_, i) => {
    line.add(i);
  });
  return line.finish();
}

/** A paragraph's content in the making. */
class Line {
  readonly #out: Child[] = [];
  readonly #pieces: readonly Piece[];
  readonly #around: Surroundings;
  /** The bookmarks that are open, by their id in the model, with the id that joins their edges. */
  readonly #open = new Map<string, number>();
  #sides: Sides = BOTH;
  #runs: Child[] = [];

  constructor(pieces: readonly Piece[], around: Surroundings) {
    this.#pieces = pieces;
    this.#around = around;
  }

  add(index: number): void {
    const piece = this.#pieces[index] as Piece;
    if (piece.type === 'anchor') this.#bookmark(piece);
    else if (linkOf(piece) !== undefined) this.#link(index);
    else if (piece.type === 'reference') this.#whole(referenceRuns(piece, this.#around));
    else if (piece.type === 'entry') this.#whole(entryRuns(piece, this.#around));
    else {
      if (this.#sides !== piece.sides) this.#flush();
      this.#sides = piece.sides;
      this.#runs.push(...pieceRuns(piece, this.#around));
      // A field that refers to a typed label prints what its bookmark holds, which is the label alone.
      if (piece.type === 'label' && this.#pieces[index + 1]?.type !== 'label') this.#closeAll();
    }
  }

  finish(): Child[] {
    this.#flush();
    this.#closeAll();
    return this.#out;
  }

  #flush(): void {
    this.#out.push(...this.#around.ledger.mark(this.#sides, this.#runs));
    this.#runs = [];
  }

  #whole(children: readonly Child[]): void {
    this.#flush();
    this.#out.push(...children);
  }

  /** Texts that lead to one address make one link, written where the first of them stands. */
  #link(index: number): void {
    const address = linkOf(this.#pieces[index] as Piece) as string;
    const previous = this.#pieces[index - 1];
    if (previous === undefined || linkOf(previous) !== address) {
      this.#whole(linkRuns(address, this.#pieces, index, this.#around));
    }
  }

  #bookmark(piece: AnchorPiece): void {
    if (piece.edge === 'end') {
      this.#close(piece.id);
      return;
    }
    const name = this.#around.anchors.nameOf(piece);
    if (name === undefined || this.#open.has(piece.id)) return;
    const number = this.#around.ledger.nextId();
    this.#open.set(piece.id, number);
    this.#whole([new Element('w:bookmarkStart', { 'w:id': number, 'w:name': name })]);
  }

  #close(id: string): void {
    const number = this.#open.get(id);
    if (number === undefined) return;
    this.#open.delete(id);
    this.#whole([new Element('w:bookmarkEnd', { 'w:id': number })]);
  }

  #closeAll(): void {
    for (const id of [...this.#open.keys()]) this.#close(id);
  }
}

function formattingOf(piece: TextPiece): Formatting {
  return { marks: piece.marks, marksBefore: piece.marksBefore, style: piece.style };
}

function pieceRuns(piece: Exclude<Piece, AnchorPiece | ReferencePiece | EntryPiece>, around: Surroundings): Child[] {
  const { ledger, noteNumbers } = around;
  switch (piece.type) {
    case 'text': {
      const tag = piece.blank === undefined ? undefined : around.controls.get(piece.blank);
      if (tag !== undefined) return controlRuns(piece.text, tag, ledger);
      return piece.text === '' ? [] : [textRun(piece.text, piece.sides, formattingOf(piece), ledger)];
    }
    case 'label':
      return [textRun(piece.text, piece.sides, {}, ledger)];
    case 'field':
      return fieldRuns(piece.instruction, piece.text, piece.sides, {}, ledger);
    case 'break':
      return [breakRun(piece.kind, ledger)];
    case 'picture':
      return pictureRuns(piece, around);
    case 'note': {
      const number = noteNumbers.get(piece);
      // Word has no note within a note: its text stands in brackets.
      if (number === undefined) return [textRun(` [${plainText(piece.note.children)}]`, piece.sides, {}, ledger)];
      return [piece.note.kind === 'footnote' ? new FootnoteReferenceRun(number) : new EndnoteReferenceRun(number)];
    }
    case 'contents':
      if (piece.part === 'end') return [fieldCharacter('end', ledger)];
      return fieldOpening('TOC \\o "1-2" \\h \\z \\u', piece.sides, ledger);
  }
}

/** A picture, or what it shows in words where its file was not given. */
function pictureRuns({ picture, sides }: PicturePiece, { ledger, pictures, setting }: Surroundings): Child[] {
  const data = picture.fingerprint === undefined ? undefined : pictures.get(picture.fingerprint);
  if (data === undefined) {
    const text = picture.text ?? `[${picture.file}]`;
    return [textRun(text, sides, { marks: { italic: true } }, ledger)];
  }
  return [new Element('w:r', {}, [drawing(picture, data, ledger.nextId(), setting.frame)])];
}

/** The address a piece leads to, if it is text with one that a reader can follow. */
function linkOf(piece: Piece): string | undefined {
  const href = piece.type === 'text' ? piece.marks?.href : undefined;
  return href === undefined ? undefined : safeAddress(href);
}

/** The link that begins with the first of the pieces. */
function linkRuns(address: string, pieces: readonly Piece[], first: number, around: Surroundings): Child[] {
  const runs: Child[] = [];
  for (let i = first; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    if (piece.type !== 'text' || linkOf(piece) !== address) break;
    runs.push(
      ...around.ledger.mark(piece.sides, [textRun(piece.text, piece.sides, formattingOf(piece), around.ledger)]),
    );
  }
  return [new ExternalLink(around.ledger.nextId(), address, runs)];
}

/** A cross-reference on both sides is one where its bookmark and its parts are the same on both. */
function referenceRuns(piece: ReferencePiece, around: Surroundings): Child[] {
  const { anchors, chains } = around;
  const partsOn = (side: Side): ReferencePart[] =>
    referenceParts(piece.text, chains[side].get(piece.target), anchors, side);
  if (piece.sides !== BOTH) {
    const side = piece.sides as Side;
    return referenceOn(piece, piece.sides, partsOn(side), anchors.find(piece.target, side)?.name, around);
  }
  const [before, after] = [partsOn(BEFORE), partsOn(AFTER)];
  const name = linkName(anchors, piece.target, BOTH);
  if (same(before, after)) return referenceOn(piece, BOTH, after, name, around);
  return [
    ...referenceOn(piece, BEFORE, before, anchors.find(piece.target, BEFORE)?.name, around),
    ...referenceOn(piece, AFTER, after, anchors.find(piece.target, AFTER)?.name, around),
  ];
}

function referenceOn(
  piece: ReferencePiece,
  sides: Sides,
  parts: readonly ReferencePart[],
  name: string | undefined,
  around: Surroundings,
): Child[] {
  const { ledger } = around;
  const formatting = { marks: piece.marks };
  const runs = parts.flatMap((part) =>
    typeof part === 'string'
      ? [textRun(part, sides, formatting, ledger)]
      : fieldRuns(part.instruction, part.text, sides, formatting, ledger),
  );
  const marked = ledger.mark(sides, runs);
  return name === undefined ? [...marked] : [internalLink(name, marked)];
}

/** A line of the contents list: its text, then its page. */
function entryRuns(piece: EntryPiece, around: Surroundings): Child[] {
  const { ledger, anchors, pages } = around;
  const name = linkName(anchors, headingId(piece.heading), piece.sides);
  if (name === undefined) return [];
  const text = piece.pieces.flatMap((inner) => ledger.mark(inner.sides, pieceRuns(inner, around)));
  const leader = textRun('\t', piece.sides, {}, ledger);
  const page = pageRuns(piece, pages, ledger);
  const field = piece.live
    ? [...fieldOpening(`PAGEREF ${name} \\h`, piece.sides, ledger), ...page, fieldCharacter('end', ledger)]
    : page;
  return [internalLink(name, [...text, ...ledger.mark(piece.sides, [leader, ...field])])];
}

/** The page of a heading: one number where it is the same on all sides that have the heading, a tracked change where not. */
function pageRuns({ heading, sides }: EntryPiece, pages: Surroundings['pages'], ledger: Ledger): Child[] {
  const [before, after] = [pages[BEFORE]?.get(heading) ?? '', pages[AFTER]?.get(heading) ?? ''];
  const runs = (text: string, of: Sides) => (text === '' ? [] : [textRun(text, of, {}, ledger)]);
  if (sides !== BOTH || before === after) return runs(has(sides, AFTER) ? after : before, sides);
  return [...ledger.mark(BEFORE, runs(before, BEFORE)), ...ledger.mark(AFTER, runs(after, AFTER))];
}
