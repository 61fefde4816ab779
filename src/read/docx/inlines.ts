/** The pieces of a paragraph as inlines: fields and links resolved, runs of one formatting joined. */
import type { Place } from '../../message.ts';
import type { Block, Inline, Marks, Note } from '../../model/document.ts';
import { type Making, placeOf } from './context.ts';
import { opaqueNode } from './digest.ts';
import { type Field, fieldResult, linked, reference } from './fields.ts';
import { isBlank, isHidden } from './marks.ts';
import { joinNeighbours } from './neighbours.ts';
import type { BoxPiece, FieldPiece, LinkPiece, NotePiece, Piece, TextPiece, WordBlock, WordParagraph } from './word.ts';

/** What stands in one paragraph. */
export interface Content {
  readonly inlines: readonly Inline[];
  /** The anchors that mark it, the first of which becomes its id. */
  readonly ids: readonly string[];
  /** Text boxes that are anchored in it. */
  readonly boxes: readonly BoxPiece[];
}

/** Makes the blocks of a note. */
export type MakeNote = (making: Making, blocks: readonly WordBlock[]) => Block[];

/** A field that is open; it may have begun in an earlier paragraph. */
interface OpenField {
  code: string;
  readonly start: number;
  showsResult: boolean;
  /** Where its result begins among the inlines; -1 in the paragraphs after the first. */
  at: number;
}

/** What goes on from one paragraph of a container to the next. */
export interface Story {
  readonly making: Making;
  readonly fields: OpenField[];
  /** How many of them are in their code still, which is not shown. */
  codes: number;
  readonly unmatched: ReadonlySet<FieldPiece>;
  readonly makeNote: MakeNote;
}

interface Line {
  readonly story: Story;
  readonly contents: boolean;
  /** Whether runs that look the same are one run. */
  readonly joins: boolean;
  readonly inlines: Inline[];
  readonly ids: Set<string>;
  readonly boxes: BoxPiece[];
  readonly links: { readonly piece: LinkPiece; readonly at: number }[];
  /** Bookmarks that began since the last thing that is shown. */
  fresh: string[];
  /** The run of text that goes on growing; absent where what comes next must stand apart. */
  growing: GrowingText | undefined;
  /** Whether runs may stand apart that look the same. */
  parted: boolean;
}

/** Text that is not complete yet. */
interface GrowingText {
  readonly type: 'text';
  value: string;
  readonly marks?: Marks;
  readonly place: Place & { end: number };
}

/** The content of a paragraph, to be read in the order of the story. */
export function contentOf(story: Story, paragraph: WordParagraph): Content {
  const line: Line = {
    story,
    contents: paragraph.contents,
    joins: !story.making.keepsRuns || paragraph.touched !== true,
    inlines: [],
    ids: new Set(),
    boxes: [],
    links: [],
    fresh: [],
    growing: undefined,
    parted: false,
  };
  for (const field of story.fields) field.at = -1;
  for (const piece of paragraph.pieces) ADD[piece.kind](line, piece as never);
  for (const link of line.links.splice(0).reverse()) endLink(line, link);
  const inlines = line.parted && line.joins ? joinNeighbours(line.inlines) : line.inlines;
  return { inlines, ids: [...line.ids], boxes: line.boxes };
}

const ADD = {
  text: addText,
  break: (line: Line, piece: Piece & { kind: 'break' }) =>
    add(line, { type: 'break', kind: piece.break, place: placeOf(line.story.making, piece.start, piece.end) }),
  note: addNote,
  field: addField,
  instruction(line: Line, piece: Piece & { kind: 'instruction' }) {
    const field = line.story.fields[line.story.fields.length - 1];
    if (field !== undefined && !field.showsResult) field.code += piece.value;
  },
  link(line: Line, piece: LinkPiece) {
    partHere(line);
    if (piece.opens) line.links.push({ piece, at: line.inlines.length });
    else {
      const link = line.links.pop();
      if (link !== undefined) endLink(line, link);
    }
  },
  bookmark(line: Line, piece: Piece & { kind: 'bookmark' }) {
    const id = line.story.making.anchors(piece.name);
    if (id === undefined || line.ids.has(id)) return;
    line.ids.add(id);
    line.fresh.push(id);
  },
  opaque: (line: Line, piece: Piece & { kind: 'opaque' }) => add(line, opaqueNode(line.story.making, piece)),
  box: (line: Line, piece: BoxPiece) => void line.boxes.push(piece),
} satisfies Record<Piece['kind'], (line: Line, piece: never) => void>;

/** Whether what is met now is shown, and not part of a field's code. */
function isShown(line: Line): boolean {
  return line.story.codes === 0;
}

function add(line: Line, inline: Inline): void {
  if (!isShown(line)) return;
  line.growing = undefined;
  line.inlines.push(inline);
  if (line.fresh.length > 0) line.fresh = [];
}

/** Keeps what comes next from being joined with what is there. */
function partHere(line: Line): void {
  line.growing = undefined;
  line.parted = true;
}

function addText(line: Line, piece: TextPiece): void {
  if (piece.value === '' || !isShown(line)) return;
  const { making } = line.story;
  if (isHidden(piece.format, making.parts.styles)) {
    const reason = 'hidden text is left out';
    making.tally.warn('read/docx-hidden-text', reason, placeOf(making, piece.start, piece.end), piece.value);
    return;
  }
  const marks = making.marks(piece.format);
  if (piece.placeholder === true || isBlank(piece.format, making.parts.styles)) {
    addPrompt(line, piece, marks);
    return;
  }
  const { growing } = line;
  if (growing !== undefined && growing.marks === marks && line.joins) {
    growing.value += piece.value;
    growing.place.end = piece.end;
    return;
  }
  const place = placeOf(making, piece.start, piece.end);
  const text: GrowingText =
    marks === undefined
      ? { type: 'text', value: piece.value, place }
      : { type: 'text', value: piece.value, marks, place };
  add(line, text);
  line.growing = text;
}

/** The prompt of a content control that nobody has filled in is a blank. */
function addPrompt(line: Line, piece: TextPiece, marks: Marks | undefined): void {
  const last = line.inlines[line.inlines.length - 1];
  if (last?.type === 'blank') {
    line.inlines[line.inlines.length - 1] = { ...last, text: last.text + piece.value };
    return;
  }
  const place = placeOf(line.story.making, piece.start, piece.end);
  add(line, { type: 'blank', text: piece.value, ...(marks === undefined ? {} : { marks }), place });
}

function addNote(line: Line, piece: NotePiece): void {
  const { making, makeNote } = line.story;
  if (!isShown(line)) return;
  const text = piece.note === 'footnote' ? making.parts.footnotes : making.parts.endnotes;
  const found = text?.stories.get(piece.id);
  const place = placeOf(making, piece.start, piece.end);
  const key = `${piece.note} ${piece.id}`;
  if (text === undefined || found === undefined || making.calledNotes.has(key)) {
    const reason = found === undefined ? 'a note is called that does not exist' : 'a note is called a second time';
    making.tally.warn('read/docx-note', reason, place, key);
    return;
  }
  making.calledNotes.add(key);
  const id = line.fresh[0];
  if (id !== undefined) line.ids.delete(id);
  const children = makeNote({ ...making, text }, found.blocks);
  const note: Note = { type: 'note', kind: piece.note, ...(id === undefined ? {} : { id }), place, children };
  add(line, note);
}

function addField(line: Line, piece: FieldPiece): void {
  const { fields, unmatched, making } = line.story;
  if (unmatched.has(piece)) {
    const reason = 'a field has no beginning or no end; what it shows is kept as text';
    making.tally.warn('read/docx-unbalanced-field', reason, placeOf(making, piece.start, piece.end));
    return;
  }
  partHere(line);
  if (piece.mark === 'begin') {
    fields.push({ code: '', start: piece.start, showsResult: false, at: line.inlines.length });
    line.story.codes += 1;
  } else if (piece.mark === 'end') endField(line, piece.end);
  else {
    const field = fields[fields.length - 1];
    if (field === undefined || field.showsResult) return;
    field.showsResult = true;
    line.story.codes -= 1;
  }
}

function endField(line: Line, end: number): void {
  const open = line.story.fields.pop();
  if (open === undefined) return;
  if (!open.showsResult) line.story.codes -= 1;
  if (!isShown(line)) return;
  const field: Field = { code: open.code, start: open.start, end, contents: line.contents };
  const at = Math.max(0, open.at);
  const result = open.at < 0 && FIELDS_OVER_PARAGRAPHS.test(open.code) ? undefined : line.inlines.slice(at);
  if (result === undefined) return;
  replaceFrom(line, at, fieldResult(line.story.making, field, result));
}

/** Fields whose results run over paragraphs: what stands in the last of them is kept as it is. */
const FIELDS_OVER_PARAGRAPHS = /^\s*(?:TOC|INDEX|TOA|BIBLIOGRAPHY|INCLUDETEXT)\b/i;

function endLink(line: Line, link: { readonly piece: LinkPiece; readonly at: number }): void {
  const { piece, at } = link;
  const { href, anchor, start, end } = piece;
  const inside = line.inlines.slice(at);
  if (href !== undefined) replaceFrom(line, at, linked(inside, href));
  else if (anchor !== undefined) {
    const field: Field = { code: '', start, end, contents: line.contents };
    replaceFrom(line, at, reference(line.story.making, field, anchor, inside));
  }
}

function replaceFrom(line: Line, at: number, inlines: readonly Inline[]): void {
  line.inlines.length = at;
  for (const inline of inlines) line.inlines.push(inline);
  partHere(line);
}
