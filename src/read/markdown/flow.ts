/** Blocks of mdast as entries of an outline. */
import type { BlockContent, Code, DefinitionContent, Heading, Html, Nodes, RootContent } from 'mdast';
import type { Block, Opaque, Para } from '../../model/document.ts';
import { type Entry, outline } from '../outline/index.ts';
import { type Context, placeOf, sourceOf, unknown } from './context.ts';
import { containerEntries, leafEntries } from './directive.ts';
import { headingEntry } from './heading.ts';
import { phrasing } from './inline.ts';
import { listEntries } from './list.ts';
import { panelEntries } from './panel.ts';
import { paragraphEntries } from './paragraph.ts';
import { inlinesOf } from './piece.ts';
import { tableBlock } from './table.ts';

/** Anything that may stand where blocks stand. */
export type Flow = BlockContent | DefinitionContent | RootContent;

type Handler<T extends Flow> = (node: T, context: Context, next: Flow | undefined) => Entry[];

/** The blocks that some flow content stands for, outlined apart from what is around it. */
export function blocksOf(nodes: readonly Flow[], context: Context): Block[] {
  return outline(flowEntries(nodes, context), context.report);
}

/** The entries of flow content. A `::table` line and the table behind it are one entry. */
export function flowEntries(nodes: readonly Flow[], context: Context): Entry[] {
  const entries: Entry[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Flow;
    const next = nodes[i + 1];
    for (const entry of READ[node.type](node as never, context, next)) entries.push(entry);
    if (node.type === 'leafDirective' && node.name === 'table' && next?.type === 'table') i += 1;
  }
  return entries;
}

/** How each kind of block is read. */
const READ = {
  paragraph: (node, context) => paragraphEntries(node, context),
  heading: (node, context) => (isUnderlined(node) ? underlined(node, context) : headingEntry(node, context)),
  list: (node, context) => listEntries(node, context),
  listItem: (node, context) => flowEntries(node.children, context),
  table: (node, context) => [{ type: 'block', block: tableBlock(node, undefined, context) }],
  blockquote: (node, context) => panelEntries('quote', node.children, context),
  code: (node, context) => [{ type: 'block', block: codePara(node, context) }],
  html: (node, context) => [{ type: 'block', block: htmlBlock(node, context) }],
  thematicBreak: (node, context) => rule(node, context),
  leafDirective: (node, context, next) => leafEntries(node, next, context),
  containerDirective: (node, context) => containerEntries(node, context),
  yaml: () => [],
  definition: () => [],
  footnoteDefinition: () => [],
  tableRow: (node, context) => literalEntry(node, context),
  tableCell: (node, context) => literalEntry(node, context),
  text: (node, context) => looseEntry(node, context),
  emphasis: (node, context) => looseEntry(node, context),
  strong: (node, context) => looseEntry(node, context),
  delete: (node, context) => looseEntry(node, context),
  inlineCode: (node, context) => looseEntry(node, context),
  break: (node, context) => looseEntry(node, context),
  link: (node, context) => looseEntry(node, context),
  linkReference: (node, context) => looseEntry(node, context),
  image: (node, context) => looseEntry(node, context),
  imageReference: (node, context) => looseEntry(node, context),
  footnoteReference: (node, context) => looseEntry(node, context),
  textDirective: (node, context) => looseEntry(node, context),
} satisfies { [T in Flow['type']]: Handler<Extract<Flow, { type: T }>> };

/** A paragraph of several lines above a line of dashes: a heading to CommonMark, and to no reader of a legal text. */
function isUnderlined({ position }: Heading): boolean {
  return position !== undefined && position.end.line - position.start.line > 1;
}

function underlined(node: Heading, context: Context): Entry[] {
  unknown(context, node, 'thematic-break', 'a line below a paragraph has no place in Legal Markdown');
  const { depth: _, ...paragraph } = node;
  return paragraphEntries({ ...paragraph, type: 'paragraph' }, context);
}

/** Phrasing content outside a paragraph, which the parser does not make, but the types of mdast allow. */
function looseEntry(node: Parameters<typeof phrasing>[0][number], context: Context): Entry[] {
  const children = inlinesOf(phrasing([node], {}, context));
  return [{ type: 'block', block: { type: 'para', children, place: placeOf(context, node) } }];
}

/** The source of a node as a paragraph. */
export function literalEntry(node: Nodes, context: Context): Entry[] {
  const value = sourceOf(context, node).replace(/\s+/g, ' ').trim();
  const place = placeOf(context, node);
  return [{ type: 'block', block: { type: 'para', children: [{ type: 'text', value, place }], place } }];
}

function codePara(node: Code, context: Context): Para {
  if (node.lang) unknown(context, node, 'code-language', `the language of code, "${node.lang}", is not kept`);
  const place = placeOf(context, node);
  const lines = node.value === '' ? [] : node.value.split('\n');
  const children = lines.flatMap((value, i) => [
    ...(i === 0 ? [] : [{ type: 'break', kind: 'line', place } as const]),
    ...(value === '' ? [] : [{ type: 'text', value, place } as const]),
  ]);
  return { type: 'para', style: 'code', children, place };
}

function htmlBlock(node: Html, context: Context): Opaque {
  const comment = node.value.startsWith('<!--') && node.value.indexOf('-->') === node.value.length - 3;
  if (!comment) {
    unknown(context, node, 'unknown-html', 'a block of HTML is not understood', {
      note: 'write an ordinary < as \\<, and a comment on lines of its own',
    });
  }
  const kind = comment ? 'comment' : 'html';
  return { type: 'opaque', kind, digest: node.value, source: node.value, place: placeOf(context, node) };
}

function rule(node: Nodes, context: Context): Entry[] {
  unknown(context, node, 'thematic-break', 'a line across the page has no place in Legal Markdown');
  const block: Opaque = { type: 'opaque', kind: 'rule', digest: 'rule', place: placeOf(context, node) };
  return context.strict ? [] : [{ type: 'block', block }];
}
