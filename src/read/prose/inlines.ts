/** What stands inside a paragraph of prose: runs with their marks, links, notes, pictures and line breaks. */
import type { Inline, Marks, Note } from '../../model/document.ts';
import { normaliseInlines } from '../../model/equal.ts';
import { plainText } from '../../model/walk.ts';
import { type Context, noteKind } from './context.ts';
import type { Element, Piece } from './html.ts';

/** Elements that only mark the text in them. */
const MARKS: Readonly<Record<string, Marks>> = {
  strong: { bold: true },
  em: { italic: true },
  u: { underline: true },
  s: { strike: true },
  sup: { superscript: true },
  sub: { subscript: true },
  small: { smallCaps: true },
  code: { code: true },
};

/** The inlines of pieces that hold no block. */
export function inlinesOf(pieces: readonly Piece[], context: Context, marks: Marks = {}): Inline[] {
  return normaliseInlines(pieces.flatMap((piece) => inlineOf(piece, context, marks)));
}

function inlineOf(piece: Piece, context: Context, marks: Marks): Inline[] {
  if (typeof piece === 'string') return runs(piece, marks);
  if (piece.name === 'br') return [{ type: 'break', kind: 'line' }];
  if (piece.name === 'img') return [picture(piece)];
  if (piece.name === 'input') return [checkbox(piece, marks)];
  if (piece.name === 'a') return link(piece, context, marks);
  const called = noteCalled(piece, context);
  if (called !== undefined) return [called];
  return inlinesOf(piece.children, context, { ...marks, ...MARKS[piece.name] });
}

/** Prose is not set out with white space: one space is as good as many, and at the ends of a run it bears no marks. */
function runs(text: string, marks: Marks): Inline[] {
  const [, start = '', inner = '', end = ''] = /^( ?)(.*?)( ?)$/s.exec(text.replace(/[ \t]+/g, ' ')) ?? [];
  return [
    { type: 'text', value: start },
    { type: 'text', value: inner, ...(inner === '' ? {} : marked(marks)) },
    { type: 'text', value: end },
  ];
}

function marked(marks: Marks): { readonly marks?: Marks } {
  return Object.keys(marks).length === 0 ? {} : { marks };
}

function checkbox(element: Element, marks: Marks): Inline {
  return { type: 'text', value: element.attributes.has('checked') ? '☒' : '☐', ...marked(marks) };
}

function picture({ attributes }: Element): Inline {
  const text = attributes.get('alt');
  const digest = attributes.get('src') ?? '';
  return { type: 'opaque', kind: 'drawing', digest, ...(text === undefined ? {} : { text }) };
}

/** A link out of the document, one to a place in it, or the place itself. */
function link(element: Element, context: Context, marks: Marks): Inline[] {
  const href = element.attributes.get('href');
  if (href === undefined) return inlinesOf(element.children, context, marks);
  if (!href.startsWith('#')) return inlinesOf(element.children, context, { ...marks, href });
  const inner = inlinesOf(element.children, context, marks);
  const [target, text] = [href.slice(1), plainText(inner)];
  if (!context.meant.has(target) || text === '') return inner;
  return [{ type: 'crossReference', target, text, ...marked(marks) }];
}

/** `<sup><a href="#footnote-1">[1]</a></sup>` with the text that stands at the end. */
function noteCalled(element: Element, context: Context): Note | undefined {
  const [only] = element.children;
  if (element.name !== 'sup' || typeof only !== 'object' || only.name !== 'a') return undefined;
  const id = only.attributes.get('href')?.slice(1) ?? '';
  const [kind, text] = [noteKind(id), context.notes.get(id)];
  if (kind === undefined || text === undefined) return undefined;
  context.notes.delete(id);
  return { type: 'note', kind, children: context.blocksOf(text.children.map(withoutWayBack), context) };
}

/** The arrow that leads from a note back to its call. */
function withoutWayBack(piece: Piece): Piece {
  if (typeof piece === 'string') return piece;
  const children = piece.children.filter(
    (child) => typeof child === 'string' || !/^#(?:foot|end)note-ref-/.test(child.attributes.get('href') ?? ''),
  );
  return { ...piece, children: children.length < piece.children.length ? withoutEndSpace(children) : children };
}

function withoutEndSpace(pieces: readonly Piece[]): Piece[] {
  return pieces.at(-1) === ' ' ? pieces.slice(0, -1) : [...pieces];
}
