/** What the pass over a part with text has open at any moment, and the small steps that all elements share. */
import { type Package, refuseAsTooLarge } from '../../word/package.ts';
import type { Tag } from '../../word/tag.ts';
import type { LoosePlace } from '../../word/tally.ts';
import { type MarkMaker, markMaker } from './properties.ts';
import type {
  CellSpan,
  InnerChange,
  Mark,
  ParagraphProperties,
  Piece,
  Previous,
  RunFormat,
  Story,
  Tracked,
  WordBlock,
  WordParagraph,
  WordRow,
  WordTable,
} from './word.ts';

/** What an element does when it begins and when it ends. `true` from `open` skips what it holds. */
export interface Rule {
  readonly open?: (state: BodyState, tag: Tag) => unknown;
  readonly close?: (state: BodyState, start: number, end: number) => void;
}

/** The elements that mean something at one place; `other` says what is done with the rest. */
export interface Rules {
  readonly table: ReadonlyMap<string, Rule>;
  /** `tell` of what is not known and read on in it; `pass` into it without a word; `skip` it; `count` and skip it. */
  readonly other: 'tell' | 'pass' | 'skip' | 'count';
}

/** Something that holds blocks: the body, a cell, a text box, a note. */
export interface Container {
  readonly blocks: WordBlock[];
  /** A paragraph made for runs that stand in none. */
  loose?: WordParagraph | undefined;
}

/** A drawing, object or equation that is open. */
export interface OpenOpaque {
  readonly kind: string;
  readonly start: number;
  readonly tracked: Tracked | undefined;
  text: string;
  readonly related: string[];
  readonly inner: InnerChange[];
  /** Changes that are open within it, each with where it began. */
  readonly changes: { start: number; contentStart: number; textStart: number; tracked: Tracked }[];
  boxes: number;
  pictures: number;
}

/** A content control that is open. */
export interface Control {
  placeholder: boolean;
  contents: boolean;
}

export interface BodyState {
  readonly opened: Package;
  readonly part: string;
  readonly source: string;
  readonly relationships: ReadonlyMap<string, { readonly target: string; readonly external: boolean }>;
  readonly stories: Map<string, Story>;
  readonly containers: Container[];
  /** Paragraphs that are open; `undefined` where a container is open that has none yet. */
  readonly paragraphs: (WordParagraph | undefined)[];
  readonly tables: { readonly table: WordTable; row?: WordRow | undefined }[];
  readonly trackedStack: (Tracked | undefined)[];
  readonly controls: Control[];
  readonly alternatives: { taken: boolean }[];
  readonly opaques: OpenOpaque[];
  /** Formats of the runs that are open, and the one that run properties set now. */
  readonly runs: { format: RunFormat; before: Previous<RunFormat> | undefined }[];
  readonly formatStack: RunFormat[];
  readonly propertiesStack: ParagraphProperties[];
  /** Fields that are open; `true` for one that makes a table of contents. */
  readonly fields: { contents: boolean; code: string }[];
  /** Bookmarks that began between paragraphs. */
  readonly pending: Piece[];
  readonly moves: Map<string, string>;
  readonly marks: MarkMaker;
  /** Formatting that is not kept, by the name of its element. */
  readonly unkept: Map<string, number>;
  /** Paragraphs, rows and cells so far. */
  blocks: number;
  /** Pieces so far. */
  pieces: number;
  tracked: Tracked | undefined;
  /** The spans of a cell before a tracked change, while they are being told. */
  spanBefore: CellSpan | undefined;
  format: RunFormat;
  properties: ParagraphProperties;
  /** The text that is being read; absent where text means nothing. */
  text: string | undefined;
  textStart: number;
  textKept: boolean;
  keepsSpace: boolean;
  enter(rules: Rules): void;
}

export function newBodyState(
  opened: Package,
  part: string,
  source: string,
  relationships: BodyState['relationships'],
  enter: (rules: Rules) => void,
): BodyState {
  return {
    opened,
    part,
    source,
    relationships,
    enter,
    stories: new Map(),
    containers: [],
    paragraphs: [],
    tables: [],
    trackedStack: [],
    controls: [],
    alternatives: [],
    opaques: [],
    runs: [],
    formatStack: [],
    propertiesStack: [],
    fields: [],
    pending: [],
    moves: new Map(),
    marks: markMaker(),
    unkept: new Map(),
    blocks: 0,
    pieces: 0,
    tracked: undefined,
    spanBefore: undefined,
    format: {},
    properties: {},
    text: undefined,
    textStart: 0,
    textKept: false,
    keepsSpace: false,
  };
}

/** Counts a paragraph, row or cell. Throws `UnusableInput` where there are more than allowed. */
export function countBlock(state: BodyState): void {
  state.blocks += 1;
  const { blocks } = state.opened.limits;
  if (state.blocks > blocks)
    refuseAsTooLarge(state.opened, `${state.part} has more than ${blocks} paragraphs and cells`);
}

function countPiece(state: BodyState): void {
  state.pieces += 1;
  const { pieces } = state.opened.limits;
  if (state.pieces > pieces) refuseAsTooLarge(state.opened, `${state.part} has more than ${pieces} pieces of text`);
}

/** The place of an offset, for messages. */
export function placeAt(state: BodyState, start: number): LoosePlace {
  return { file: state.opened.file, part: state.part, start };
}

/** What was done to something, with one mark more. */
export function withMark(tracked: Tracked | undefined, mark: Mark): Tracked {
  return mark.kind === 'insertion' ? { ...tracked, inserted: mark } : { ...tracked, deleted: mark };
}

/** The name of the move that is open; empty for the paragraph mark of one that begins behind it. */
export function openMove(state: BodyState): string {
  return [...state.moves.values()].at(-1) ?? '';
}

/** Begins to collect blocks. */
export function openContainer(state: BodyState, blocks: WordBlock[]): void {
  state.containers.push({ blocks });
  state.paragraphs.push(undefined);
}

export function closeContainer(state: BodyState): void {
  state.containers.pop();
  state.paragraphs.pop();
}

/** Puts a block where blocks are being collected. */
export function addBlock(state: BodyState, block: WordBlock): void {
  const container = state.containers[state.containers.length - 1];
  if (container === undefined) return;
  container.loose = undefined;
  container.blocks.push(block);
}

/** Adds a piece to the open paragraph; one is made where none is open. */
export function addPiece(state: BodyState, piece: Piece): void {
  countPiece(state);
  const paragraph = state.paragraphs[state.paragraphs.length - 1];
  if (paragraph !== undefined) {
    paragraph.pieces.push(piece);
    return;
  }
  const container = state.containers[state.containers.length - 1];
  if (container === undefined) return;
  container.loose ??= looseParagraph(state, container, piece.start);
  container.loose.pieces.push(piece);
}

function looseParagraph(state: BodyState, container: Container, start: number): WordParagraph {
  const tally = state.opened.tally;
  tally.warn('read/docx-loose-text', 'text that stands in no paragraph is given one', placeAt(state, start));
  const made: WordParagraph = { kind: 'paragraph', properties: {}, contents: false, pieces: [], start, end: start };
  container.blocks.push(made);
  return made;
}

/** Whether what is read now stands in a table of contents. */
export function inContents(state: BodyState): boolean {
  return state.controls.some((control) => control.contents) || state.fields.some((field) => field.contents);
}
