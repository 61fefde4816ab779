/** What stands inside a paragraph: mdast phrasing content as inlines. */
import type { Html, Image, InlineCode, Link, Nodes, PhrasingContent } from 'mdast';
import type { Marks } from '../../model/document.ts';
import { plainText } from '../../model/walk.ts';
import { type Context, complain, placeOf, sourceOf, unknown } from './context.ts';
import { footnoteCall } from './footnote.ts';
import { readTag } from './html.ts';
import { readImage, withPictureBraces } from './image.ts';
import { inlinesOf, type Piece } from './piece.ts';
import { textPieces } from './text.ts';

/** Takes one node in; `tags` are the HTML tags open among its siblings. */
type Handler<T extends PhrasingContent> = (node: T, marks: Marks, context: Context) => Piece[];

/** The pieces of phrasing content. HTML tags must close among the siblings where they opened. */
export function phrasing(nodes: readonly PhrasingContent[], marks: Marks, context: Context): Piece[] {
  const pieces: Piece[] = [];
  const open: { readonly name: string; readonly around: Marks; readonly node: Html }[] = [];
  let current = marks;
  const left = [...nodes];
  for (let i = 0; i < left.length; i++) {
    const node = left[i] as PhrasingContent;
    const tag = node.type === 'html' ? readTag(node.value, context.strict) : undefined;
    if (node.type !== 'html') {
      pieces.push(...READ[node.type](node as never, current, context));
      const last = pieces[pieces.length - 1]?.inline;
      const braced = last?.type === 'picture' ? withPictureBraces(last, left[i + 1], context) : undefined;
      if (braced === undefined) continue;
      pieces[pieces.length - 1] = { inline: braced.picture };
      left[i + 1] = braced.rest;
      continue;
    }
    if (tag === undefined) pieces.push(...unknownHtml(node, context));
    else if ('inline' in tag) pieces.push({ inline: { ...tag.inline, place: placeOf(context, node) } });
    else if ('opens' in tag) {
      open.push({ name: tag.name, around: current, node });
      current = { ...current, [tag.opens]: true };
    } else if (open[open.length - 1]?.name === tag.closes) current = (open.pop() as { around: Marks }).around;
    else unknown(context, node, 'stray-tag', `${node.value} closes nothing that is open here`);
  }
  for (const { node } of open)
    unknown(context, node, 'stray-tag', `${node.value} is not closed in the same piece of text`);
  return pieces;
}

/** How each kind of phrasing content is read; `html` is read by `phrasing`, which knows its siblings. */
const READ = {
  text: (node, marks, context) => textPieces(node, some(marks), context),
  emphasis: (node, marks, context) => phrasing(node.children, { ...marks, italic: true }, context),
  strong: (node, marks, context) => phrasing(node.children, { ...marks, bold: true }, context),
  delete: (node, marks, context) => phrasing(node.children, { ...marks, strike: true }, context),
  inlineCode: (node, marks, context) => code(node, marks, context),
  break: (node, _, context) => [{ inline: { type: 'break', kind: 'line', place: placeOf(context, node) } }],
  link: (node, marks, context) => link(node, marks, context),
  linkReference: (node, marks, context) => {
    const url = context.addresses.get(node.identifier);
    if (url === undefined) return literal(node, marks, context);
    return link({ ...node, type: 'link', url }, marks, context);
  },
  image: (node, marks, context) => image(node, marks, context),
  imageReference: (node, marks, context) => {
    const url = context.addresses.get(node.identifier);
    if (url === undefined) return literal(node, marks, context);
    return image({ ...node, type: 'image', url }, marks, context);
  },
  footnoteReference: (node, _, context) => footnoteCall(node, context),
  html: (node, _, context) => unknownHtml(node, context),
  textDirective: (node, marks, context) => literal(node, marks, context),
} satisfies { [T in PhrasingContent['type']]: Handler<Extract<PhrasingContent, { type: T }>> };

/** Marks where there are any. */
function some(marks: Marks): Marks | undefined {
  return Object.keys(marks).length === 0 ? undefined : marks;
}

/** What looked like syntax and is none: its source as text. */
function literal(node: Nodes, marks: Marks, context: Context): Piece[] {
  const value = sourceOf(context, node).replace(/\s*\n\s*/g, ' ');
  const set = some(marks);
  return [
    { inline: { type: 'text', value, ...(set === undefined ? {} : { marks: set }), place: placeOf(context, node) } },
  ];
}

function code(node: InlineCode, marks: Marks, context: Context): Piece[] {
  const value = node.value.replace(/\n/g, ' ');
  return [{ inline: { type: 'text', value, marks: { ...marks, code: true }, place: placeOf(context, node) } }];
}

function unknownHtml(node: Html, context: Context): Piece[] {
  unknown(context, node, 'unknown-html', `${node.value.slice(0, 60)} is no tag of Legal Markdown`, {
    note: 'write an ordinary < as \\<',
  });
  return [
    { inline: { type: 'opaque', kind: 'html', digest: node.value, source: node.value, place: placeOf(context, node) } },
  ];
}

function image(node: Image, marks: Marks, context: Context): Piece[] {
  if (some(marks) !== undefined) return image(node, {}, context);
  return [{ inline: readImage(node, context) }];
}

/** A link to an anchor is a cross-reference; any other is a mark of the text in it. */
function link(node: Link, marks: Marks, context: Context): Piece[] {
  if (node.title)
    unknown(context, node, 'link-title', 'the title of a link has no place in a legal text', { actual: node.title });
  if (!node.url.startsWith('#')) return phrasing(node.children, { ...marks, href: node.url }, context);
  const inner = phrasing(node.children, marks, { ...context, strict: false });
  const inlines = inlinesOf(inner);
  const set = commonMarks(inner, node, context);
  return [
    {
      inline: {
        type: 'crossReference',
        target: decodeAnchor(node.url.slice(1)),
        text: plainText(inlines),
        ...(set === undefined ? {} : { marks: set }),
        place: placeOf(context, node),
      },
    },
  ];
}

/** A cross-reference has one formatting and holds nothing but text. */
function commonMarks(pieces: readonly Piece[], node: Link, context: Context): Marks | undefined {
  const sets = pieces.map(({ inline }) => ('marks' in inline ? inline.marks : undefined));
  const alike = sets.every((set) => JSON.stringify(set ?? {}) === JSON.stringify(sets[0] ?? {}));
  const texts = pieces.every(({ inline }) => inline.type === 'text' || inline.type === 'blank');
  if (!alike || !texts) {
    const reason = 'a cross-reference is text of one formatting; what differs from its beginning is lost';
    const report = context.strict ? complain : unknown;
    report(context, node, 'mixed-reference', reason);
  }
  return sets[0];
}

function decodeAnchor(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
