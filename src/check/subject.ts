/** A document made ready to be checked: its paragraphs as plain texts that know where they stand. */
import type { Place } from '../message.ts';
import { citations } from '../model/cite.ts';
import type { Block, Clause, Document, Inline, Node, Para, ParaStyle, Table } from '../model/document.ts';
import { type Anchor, anchors } from '../model/links.ts';
import { CHILD_LISTS, childList } from '../model/walk.ts';
import type { Calendar } from './calendar.ts';
import { type Ignored, ignoredBy } from './ignore.ts';
import type { Settings } from './settings.ts';
import type { Speller } from './speller.ts';

/** A run of a passage: where it begins in the passage's text, and the inline that it comes from. */
export interface Piece {
  /** A UTF-16 offset in the passage's text. */
  readonly start: number;
  readonly text: string;
  readonly inline: Inline;
}

/** A heading, a caption or a paragraph as plain text. Footnotes are passages of their own, behind that of their call. */
export interface Passage {
  readonly text: string;
  /** `cover` for a line of the front matter that states a date or a version. */
  readonly kind: 'heading' | 'caption' | 'text' | 'cell' | 'note' | 'cover';
  readonly style?: ParaStyle;
  /** The node whose text this is. */
  readonly node: Para | Clause | Table;
  /** From the document to the parent of the node. */
  readonly ancestors: readonly Node[];
  readonly cite: string;
  readonly pieces: readonly Piece[];
  /** Its number in reading order, from 0. */
  readonly index: number;
}

/** What the rules are asked about. */
export interface Subject {
  readonly document: Document;
  /** The text that the document was read from, where places count in it. */
  readonly source?: string;
  /** Set where headings, lists and numbers were guessed from a plain text. */
  readonly guessed?: true;
  /** The provisions of a Word file whose numbers were typed; Word counts the others. */
  readonly typed?: ReadonlySet<Node>;
  readonly settings: Settings;
  readonly passages: readonly Passage[];
  /** The citation of every node that holds others. */
  readonly cites: ReadonlyMap<Node, string>;
  /** What comments in the document switch off, by the blocks that they stand before. */
  readonly ignored: readonly Ignored[];
  readonly calendar?: Calendar;
  readonly speller?: Speller;
}

/** Makes a document ready. */
export function subjectOf(document: Document, settings: Settings, source?: string): Subject {
  const cites = citations(document);
  const passages: Passage[] = [];
  addCover(document, source, passages);
  collect(document, [], cites, passages);
  const base = { document, settings, passages, cites, ignored: ignoredBy(document) };
  return source === undefined ? base : { ...base, source };
}

function collect(node: Node, ancestors: readonly Node[], cites: ReadonlyMap<Node, string>, passages: Passage[]): void {
  const inner = [...ancestors, node];
  for (const [inlines, kind] of textsOf(node, ancestors)) {
    addPassage(inlines, kind, node as Passage['node'], ancestors, cites, passages);
    for (const inline of inlines) if (inline.type === 'note') collect(inline, inner, cites, passages);
  }
  if (node.type === 'para') return;
  for (const name of CHILD_LISTS[node.type]) {
    if (name === 'heading' || name === 'caption' || name === 'columns') continue;
    for (const child of childList(node, name)) collect(child, inner, cites, passages);
  }
}

/** A property that is about the program and not of the cover. */
const SETTING = /^check(?:-|$)/;

/** The properties of the front matter that state a year, each as `Respond by: 2 April 2024`. */
function addCover(document: Document, source: string | undefined, passages: Passage[]): void {
  for (const [key, value] of Object.entries(document.meta.properties ?? {})) {
    if (SETTING.test(key) || !/\d{4}/.test(value)) continue;
    const text = `${key}: ${value}`;
    const place = placeInFrontMatter(source, key, value);
    const inline: Inline = { type: 'text', value: text, ...(place === undefined ? {} : { place }) };
    const node: Para = { type: 'para', children: [inline], ...(place === undefined ? {} : { place }) };
    const pieces = [{ start: 0, text, inline }];
    passages.push({ text, kind: 'cover', node, ancestors: [document], cite: '', pieces, index: passages.length });
  }
}

/** The line that says it, where the source has a front matter that does. */
function placeInFrontMatter(source: string | undefined, key: string, value: string): Place | undefined {
  const end = source?.startsWith('---') === true ? source.indexOf('\n---', 3) : -1;
  if (source === undefined || end < 0) return undefined;
  const at = source.indexOf(key, 3);
  const said = at < 0 || at > end ? -1 : source.indexOf(value.slice(0, 10), at);
  if (said < 0 || said > end) return undefined;
  const line = source.slice(0, at).split(/\r\n|\n|\r/).length;
  const stop = source.slice(said).search(/\r|\n/);
  return { line, column: 1, start: at, end: stop < 0 ? source.length : said + stop };
}

/** The lists of inlines that a node prints itself, and what they are. */
function textsOf(node: Node, ancestors: readonly Node[]): [readonly Inline[], Passage['kind']][] {
  if (node.type === 'clause' && node.heading !== undefined) return [[node.heading, 'heading']];
  if (node.type === 'table' && node.caption !== undefined) return [[node.caption, 'caption']];
  if (node.type !== 'para' || node.style === 'code') return [];
  if (ancestors.some((ancestor) => ancestor.type === 'note')) return [[node.children, 'note']];
  return [[node.children, ancestors.some((ancestor) => ancestor.type === 'cell') ? 'cell' : 'text']];
}

function addPassage(
  inlines: readonly Inline[],
  kind: Passage['kind'],
  node: Passage['node'],
  ancestors: readonly Node[],
  cites: ReadonlyMap<Node, string>,
  passages: Passage[],
): void {
  const style = node.type === 'para' && node.style !== undefined ? { style: node.style } : {};
  const cite = cites.get(node) ?? '';
  for (const { text, pieces } of inChunks(inlines)) {
    passages.push({ text, kind, ...style, node, ancestors, cite, pieces, index: passages.length });
  }
}

/** No paragraph that a person wrote is longer: a longer one is taken in several passages, to bound the work on it. */
const LONGEST = 6_000;

interface Chunk {
  text: string;
  readonly pieces: Piece[];
}

/** The printed texts of inlines, run together. A chunk ends at a space where it can. */
function inChunks(inlines: readonly Inline[]): readonly Chunk[] {
  let chunk: Chunk = { text: '', pieces: [] };
  const chunks = [chunk];
  for (const inline of inlines) {
    let rest = printedText(inline);
    while (chunk.text.length + rest.length > LONGEST) {
      const room = LONGEST - chunk.text.length;
      const space = rest.lastIndexOf(' ', room);
      const cut = space > 0 ? space : room;
      addPiece(chunk, rest.slice(0, cut), inline);
      rest = rest.slice(cut);
      chunk = { text: '', pieces: [] };
      chunks.push(chunk);
    }
    addPiece(chunk, rest, inline);
  }
  return chunks;
}

function addPiece(chunk: Chunk, text: string, inline: Inline): void {
  chunk.pieces.push({ start: chunk.text.length, text, inline });
  chunk.text += text;
}

/** Code is kept in its length, but is no prose. */
function printedText(inline: Inline): string {
  if (inline.type === 'text') {
    return inline.marks?.code === true ? '\uFFFC'.repeat(inline.value.length) : inline.value;
  }
  if (inline.type === 'crossReference' || inline.type === 'blank') return inline.text;
  return inline.type === 'break' ? '\n' : '';
}

/** A fact that several rules ask of a subject is found out once. */
export function once<T>(work: (subject: Subject) => T): (subject: Subject) => T {
  const known = new WeakMap<Subject, { readonly value: T }>();
  return (subject) => {
    let fact = known.get(subject);
    if (fact === undefined) {
      fact = { value: work(subject) };
      known.set(subject, fact);
    }
    return fact.value;
  };
}

/** Every match of an expression with the `g` flag in every passage; `hint`, without that flag, is what such a passage has. */
export function matches(subject: Subject, expression: RegExp, hint?: RegExp): [Passage, RegExpExecArray][] {
  const found: [Passage, RegExpExecArray][] = [];
  for (const passage of subject.passages) {
    if (hint?.test(passage.text) === false) continue;
    // One expression for all passages: `matchAll` would make a copy of it for each.
    expression.lastIndex = 0;
    for (let match = expression.exec(passage.text); match !== null; match = expression.exec(passage.text)) {
      found.push([passage, match]);
      if (match[0] === '') expression.lastIndex += 1;
    }
  }
  return found;
}

/** The piece of a passage in which an offset lies. */
export function pieceAt(passage: Passage, offset: number): Piece | undefined {
  let found: Piece | undefined;
  for (const piece of passage.pieces) {
    if (piece.text === '') continue;
    if (piece.start > offset) break;
    found = piece;
  }
  return found;
}

/** The place of a node, or of the nearest thing in it that has one. */
export function placeOfNode(node: Node): Place | undefined {
  if ('place' in node && node.place !== undefined) return node.place;
  for (const name of CHILD_LISTS[node.type]) {
    for (const child of childList(node, name)) {
      const place = placeOfNode(child);
      if (place !== undefined) return place;
    }
  }
  return undefined;
}

/** The lists of blocks in a document that stand side by side, in reading order. */
export const blockLists = once((subject: Subject): readonly (readonly Block[])[] => {
  const found: (readonly Block[])[] = [];
  const visit = (node: Node): void => {
    if ('children' in node && node.type !== 'para') found.push(childList(node, 'children') as readonly Block[]);
    for (const list of CHILD_LISTS[node.type]) {
      if (list !== 'columns')
        for (const child of childList(node, list)) if (CHILD_LISTS[child.type].length > 0) visit(child);
    }
  };
  visit(subject.document);
  return found;
});

/** Everything that a cross-reference may lead to. */
export const anchorsOf = once((subject: Subject): ReadonlyMap<string, Anchor> => anchors(subject.document));
