/** A paragraph as a line: its text with a character for each thing that is no text, and where each piece of it stands. */

import { type AnchorKey, withAnchors } from '../../../word/anchors.ts';
import { crossingMarks, WRAPPERS } from '../../../word/crossing-fields.ts';
import type { Document } from '../../../word/document.ts';
import { digest } from '../../../word/document-fingerprint.ts';
import { RENEWED_FIELD } from '../../../word/fields.ts';
import { hasSpaceAtEnds, keepsSpace, trimmed } from '../../../word/space.ts';
import { decode } from '../../../word/tag.ts';
import { attribute, childOf, type Element, innerXml, type Part } from '../../../word/tree.ts';
import { type Link, linkFrom } from './links.ts';

/** Stands in a line's text for what is no text. */
export const ATOM = '\ufffc';

/** How lines are laid out. */
export interface LineRules {
  /** Whether the results of fields that Word renews count. */
  readonly fields: 'ignore' | 'mark';
  /** How bookmarks are told that links and fields lead to. */
  readonly anchor: AnchorKey;
}

/** A piece of a line: text of one element, or one thing that is no text. */
export interface Piece {
  readonly kind: 'text' | 'atom';
  /** UTF-16 offsets in the line's text, half-open. */
  readonly from: number;
  readonly to: number;
  /** The first and the last element that it consists of; the same but for fields. */
  readonly first: Element;
  readonly last: Element;
  /** The child of the paragraph, of a link or the like that holds `first`, and `last`: runs mostly. */
  readonly unit: Element;
  readonly lastUnit: Element;
  /** What makes an atom the same as another. */
  readonly key: string;
  /** What the piece stands in: the target of a link; empty where nothing. */
  readonly context: string;
  readonly link?: Link;
  readonly atom?: AtomKind;
  /** Which field of the line a head or end belongs to. */
  readonly field?: number;
}

export type AtomKind = 'note' | 'field' | 'object' | 'break' | 'other';

export interface Line {
  readonly document: Document;
  readonly part: Part;
  /** The paragraph; the last of its paragraphs where tracked changes that the file carries part it. */
  readonly element: Element;
  /** All of its paragraphs: the marks of those before the last were inserted. */
  readonly elements: readonly Element[];
  readonly properties: Element | undefined;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Whether a link stands in it. */
  readonly linked: boolean;
  /** Equal just where two lines say the same. */
  readonly key: string;
}

const TEXT_CONTENT = new Set(['w:txbxContent']);

const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
};

const UNSEEN = new Set([
  'w:rPr',
  'w:lastRenderedPageBreak',
  'w:annotationRef',
  'w:separator',
  'w:continuationSeparator',
  'w:commentReference',
]);

/** Text, and text that an earlier author deleted. */
const TEXT = new Set(['w:t', 'w:delText']);
const CODE = new Set(['w:instrText', 'w:delInstrText']);

interface OpenField {
  readonly first: Element;
  readonly unit: Element;
  readonly number: number;
  code: string;
  /** What a form field holds besides its code: whether a box is ticked, which entry is chosen. */
  readonly data: string;
  /** Whether what is met now is its code. */
  inCode: boolean;
}

interface Making {
  readonly document: Document;
  readonly part: Part;
  readonly rules: LineRules;
  readonly crossing: ReadonlySet<Element>;
  readonly pieces: Piece[];
  readonly texts: string[];
  readonly fields: OpenField[];
  length: number;
  count: number;
  /** The link that is open, and the last that there was. */
  link: Link | undefined;
  lastLink: Link | undefined;
}

/** Lays out a paragraph as it is once tracked changes are rejected, or the paragraphs that are then one. */
export function lineOf(document: Document, part: Part, elements: readonly Element[], rules: LineRules): Line {
  const element = elements[elements.length - 1] as Element;
  const crossing = crossingMarks(part, elements);
  const making: Making = {
    document,
    part,
    rules,
    crossing,
    pieces: [],
    texts: [],
    fields: [],
    length: 0,
    count: 0,
    link: undefined,
    lastLink: undefined,
  };
  for (const one of elements) for (const child of one.children) addChild(making, child, '');
  const text = making.texts.join('');
  const pieces = making.pieces;
  const key = pieces.map((piece) => lineKey(piece, text)).join('');
  const linked = making.lastLink !== undefined;
  return { document, part, element, elements, properties: childOf(element, 'w:pPr'), text, pieces, linked, key };
}

/** The index of the first piece that ends behind an offset of a line's text. */
export function pieceAt({ pieces }: Line, offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as Piece).to <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pieces of a stretch of a line's text, those at its ends whole. */
export function piecesIn(line: Line, from: number, to: number): Piece[] {
  const found: Piece[] = [];
  for (let k = pieceAt(line, from); k < line.pieces.length; k++) {
    const piece = line.pieces[k] as Piece;
    if (piece.from >= to) break;
    found.push(piece);
  }
  return found;
}

function lineKey(piece: Piece, text: string): string {
  const said = piece.kind === 'text' ? text.slice(piece.from, piece.to) : `\u0002${piece.key}\u0003`;
  return piece.context === '' ? said : `\u0004${piece.context}\u0005${said}`;
}

function addChild(making: Making, element: Element, context: string): void {
  if (element.name === 'w:r') addRun(making, element, context);
  else if (element.name === 'w:fldSimple') addSimpleField(making, element, context);
  else if (element.name === 'w:hyperlink') addLink(making, element);
  else if (WRAPPERS.has(element.name)) {
    for (const child of element.children) addChild(making, child, context);
  } else if (element.name === 'm:oMath' || element.name === 'm:oMathPara') {
    addAtom(making, element, element, digest(making.document, making.part, element), context, 'object');
  }
}

function addLink(making: Making, element: Element): void {
  const context = linkOf(making, element);
  const link = linkFrom(making.part, element, context, making.lastLink);
  const outer = making.link;
  [making.link, making.lastLink] = [link, link];
  for (const child of element.children) addChild(making, child, context);
  making.link = outer;
}

function linkOf({ document, part, rules }: Making, element: Element): string {
  const id = attribute(part, element, 'r:id');
  const anchor = attribute(part, element, 'w:anchor');
  const name = anchor === undefined ? '' : id === undefined ? rules.anchor(document, anchor) : anchor;
  return `link ${id === undefined ? '' : document.related(part, id)}#${name}`;
}

function addSimpleField(making: Making, element: Element, context: string): void {
  const code = attribute(making.part, element, 'w:instr') ?? '';
  const key = fieldKey(making, code);
  if (making.rules.fields === 'ignore' && RENEWED_FIELD.test(code)) {
    addAtom(making, element, element, `whole ${key}`, context, 'other');
    return;
  }
  const field = making.count++;
  const whole = { first: element, last: element, unit: element, lastUnit: element };
  const mark = (said: string): void =>
    push(making, { kind: 'atom', ...whole, key: said, context, atom: 'field', field }, ATOM);
  mark(key);
  for (const child of element.children) addChild(making, child, context);
  mark('field end');
}

function fieldKey({ document, rules }: Making, code: string): string {
  const told = withAnchors(code, (name) => rules.anchor(document, name));
  return `field ${told.replace(/\s+/g, ' ').trim()}`;
}

function addRun(making: Making, run: Element, context: string): void {
  for (const child of run.children) addContent(making, run, child, context);
}

function addContent(making: Making, run: Element, child: Element, context: string): void {
  if (UNSEEN.has(child.name) || making.crossing.has(child)) return;
  if (child.name === 'w:fldChar') {
    addFieldMark(making, run, child, context);
    return;
  }
  const field = making.fields[making.fields.length - 1];
  if (field?.inCode === true) {
    if (CODE.has(child.name)) field.code += decode(innerXml(making.part, child));
    return;
  }
  if (CODE.has(child.name)) return;
  const fixed = CHARACTERS[child.name];
  if (TEXT.has(child.name)) addText(making, run, child, context);
  else if (fixed !== undefined) pushText(making, run, child, context, fixed);
  else addAtom(making, run, child, contentKey(making, child), context, ATOM_KINDS[child.name] ?? 'other');
}

const ATOM_KINDS: Readonly<Record<string, AtomKind>> = {
  'w:footnoteReference': 'note',
  'w:endnoteReference': 'note',
  'w:drawing': 'object',
  'w:pict': 'object',
  'w:object': 'object',
  'mc:AlternateContent': 'object',
  'w:br': 'break',
  'w:cr': 'break',
};

/** What makes a run's content the same; notes are told by their place alone. */
function contentKey({ document, part }: Making, child: Element): string {
  if (child.name === 'w:footnoteReference' || child.name === 'w:endnoteReference') return child.name;
  return digest(document, part, child, { hollow: TEXT_CONTENT });
}

function pushText(making: Making, run: Element, child: Element, context: string, text: string): void {
  push(making, { kind: 'text', first: child, last: child, unit: run, lastUnit: run, key: '', context }, text);
}

/** Text as Word shows it: white space at the ends counts only where the file says so. */
function addText(making: Making, run: Element, child: Element, context: string): void {
  const raw = innerXml(making.part, child);
  if (raw === '') return;
  if (raw.includes('<')) {
    addAtom(making, run, child, `text ${raw}`, context, 'other');
    return;
  }
  const decoded = decode(!hasSpaceAtEnds(raw) || keepsSpace(making.part, child) ? raw : trimmed(raw));
  if (decoded === '') return;
  const plain = /[\r\n]/.test(decoded) ? decoded.replace(/[\r\n]/g, ' ') : decoded;
  pushText(making, run, child, context, plain);
}

function addAtom(making: Making, unit: Element, element: Element, key: string, context: string, atom: AtomKind): void {
  push(making, { kind: 'atom', first: element, last: element, unit, lastUnit: unit, key, context, atom }, ATOM);
}

/** The code of a field is one atom with its beginning; what it shows is text; its end is another atom. */
function addFieldMark(making: Making, run: Element, mark: Element, context: string): void {
  const type = attribute(making.part, mark, 'w:fldCharType');
  const top = making.fields[making.fields.length - 1];
  if (type === 'begin') {
    const data = formData(making, mark);
    making.fields.push({ first: mark, unit: run, number: making.count++, code: '', data, inCode: true });
    return;
  }
  if (top === undefined) return;
  const within = making.fields.slice(0, -1).some((field) => field.inCode);
  if (type === 'separate') {
    top.inCode = making.rules.fields === 'ignore' && RENEWED_FIELD.test(top.code);
    if (!within && !top.inCode) pushField(making, top, run, mark, keyOfField(making, top), context);
    else if (within) top.inCode = true;
    return;
  }
  making.fields.pop();
  const around = making.fields[making.fields.length - 1];
  if (within && around !== undefined) {
    around.code += `{${top.code}${top.data}}`;
    return;
  }
  if (top.inCode) pushField(making, { ...top, number: -1 }, run, mark, `whole ${keyOfField(making, top)}`, context);
  else pushField(making, { ...top, first: mark, unit: run }, run, mark, 'field end', context);
}

/** The settings of a form field (ISO/IEC 29500-1, 17.16.17), which its begin holds. */
function formData({ document, part }: Making, begin: Element): string {
  const data = childOf(begin, 'w:ffData');
  return data === undefined ? '' : digest(document, part, data);
}

function keyOfField(making: Making, { code, data }: OpenField): string {
  return fieldKey(making, code) + data;
}

function pushField(making: Making, field: OpenField, run: Element, mark: Element, key: string, context: string): void {
  const { first, unit, number } = field;
  const piece: Bare = { kind: 'atom', first, last: mark, unit, lastUnit: run, key, context, atom: 'field' };
  push(making, number < 0 ? piece : { ...piece, field: number }, ATOM);
}

type Bare = Omit<Piece, 'from' | 'to'>;

function push(making: Making, bare: Bare, text: string): void {
  const piece: Piece = { ...bare, from: making.length, to: making.length + text.length };
  making.pieces.push(making.link === undefined ? piece : { ...piece, link: making.link });
  making.texts.push(text);
  making.length += text.length;
}
