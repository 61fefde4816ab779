/** Directives: `::table`, `::end`, `::page-break`, `::opaque`; `:::question` and its like, `:::definition`. */
import type { Paragraph, RootContent } from 'mdast';
import type { Block, Opaque, Para, ParaStyle } from '../../model/document.ts';
import { type Entry, outline } from '../outline/index.ts';
import { type Context, complain, placeOf, sourceOf, unknown } from './context.ts';
import { type Flow, flowEntries, literalEntry } from './flow.ts';
import { PANELS, panelEntries } from './panel.ts';
import { containerTable, tableBlock } from './table.ts';

/** A directive on a line of its own, `::name`. */
export type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;
/** A directive with content, between `:::name` and `:::`. */
export type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;
export type Directive = LeafDirective | ContainerDirective;

/** The entries of a directive on one line. `next` is the block behind it. */
export function leafEntries(node: LeafDirective, next: Flow | undefined, context: Context): Entry[] {
  const read = Object.hasOwn(LEAVES, node.name) ? LEAVES[node.name] : undefined;
  if (read !== undefined) return read(node, next, context);
  unknownDirective(node, context, '::', Object.keys(LEAVES));
  return literalEntry(node, context);
}

const LEAVES: Readonly<Record<string, (node: LeafDirective, next: Flow | undefined, context: Context) => Entry[]>> = {
  table: (node, next, context) => {
    if (next?.type === 'table') return [{ type: 'block', block: tableBlock(next, node, context) }];
    complain(context, node, 'table-missing', 'no table stands behind ::table', {
      note: 'put the table right behind it, after an empty line',
    });
    return literalEntry(node, context);
  },
  end: (node, _, context) => {
    allowed(node, [], context);
    return [{ type: 'end', place: placeOf(context, node) }];
  },
  'page-break': (node, _, context) => {
    allowed(node, [], context);
    return [{ type: 'block', block: pageBreak(node, context) }];
  },
  opaque: (node, _, context) => [{ type: 'block', block: opaque(node, context) }],
};

/** The entries of a directive with content. */
export function containerEntries(node: ContainerDirective, context: Context): Entry[] {
  const [label, children] = splitLabel(node);
  if (PANELS.includes(node.name) && label === undefined) {
    allowed(node, [], context);
    return panelEntries(node.name as ParaStyle, children, context);
  }
  if (node.name === 'definition' && label === undefined) return definition(node, context);
  if (node.name === 'table') return [{ type: 'block', block: containerTable(node, label, children, context) }];
  unknownDirective(node, context, ':::', [...PANELS, 'definition', 'table']);
  return literalContainer(node, context);
}

/** The text in brackets behind the name of a container, and the rest of its children. */
function splitLabel(node: ContainerDirective): [Paragraph | undefined, ContainerDirective['children']] {
  const first = node.children[0];
  if (first?.type !== 'paragraph' || first.data?.directiveLabel !== true) return [undefined, node.children];
  return [first, node.children.slice(1)];
}

function unknownDirective(node: Directive, context: Context, colons: string, known: readonly string[]): void {
  unknown(context, node, 'unknown-directive', `${colons}${node.name} is not known`, {
    expected: known.map((name) => colons + name).join(', '),
    note: `write ordinary text as \\${colons}`,
  });
}

/** Reports attributes that a directive does not know. */
export function allowed(node: Directive, names: readonly string[], context: Context): void {
  for (const name of Object.keys(node.attributes ?? {})) {
    if (names.includes(name)) continue;
    unknown(context, node, 'unknown-attribute', `${node.name} knows no attribute "${name}"`, {
      ...(names.length === 0 ? {} : { expected: names.join(', ') }),
    });
  }
}

/** Lines with colons that are no directive of ours: their fences as text around what they hold. */
function literalContainer(node: ContainerDirective, context: Context): Entry[] {
  const lines = sourceOf(context, node).split(/\r?\n|\r/);
  const fence = (value: string): Entry => ({
    type: 'block',
    block: { type: 'para', children: [{ type: 'text', value }], place: placeOf(context, node) },
  });
  const last = lines.length > 1 ? (lines[lines.length - 1] as string).trim() : '';
  const [, children] = splitLabel(node);
  return [
    fence((lines[0] as string).trim()),
    ...flowEntries(children, context),
    ...(/^:{3,}$/.test(last) ? [fence(last)] : []),
  ];
}

function pageBreak(node: LeafDirective, context: Context): Para {
  const place = placeOf(context, node);
  return { type: 'para', children: [{ type: 'break', kind: 'page', place }], place };
}

function opaque(node: LeafDirective, context: Context): Opaque {
  allowed(node, ['kind', 'digest', 'source', 'text'], context);
  const { kind, digest, source, text } = node.attributes ?? {};
  if (!kind)
    complain(context, node, 'opaque-kind', '::opaque says no kind', { expected: '::opaque{kind="drawing" …}' });
  return {
    type: 'opaque',
    kind: kind || 'unknown',
    digest: digest ?? source ?? '',
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof source === 'string' ? { source } : {}),
    place: placeOf(context, node),
  };
}

/** A definition that holds more than its paragraph and the list behind it. */
function definition(node: ContainerDirective, context: Context): Entry[] {
  allowed(node, ['id', 'term'], context);
  const content = outline(flowEntries(node.children, context), context.report);
  const first = content[0];
  const found = first?.type === 'definition' && first.id === undefined ? first : undefined;
  const children = found === undefined ? content : [...found.children, ...content.slice(1)];
  const term = node.attributes?.term ?? found?.term ?? boldTerm(children[0]);
  if (term === undefined)
    complain(context, node, 'definition-without-term', 'a definition begins with its term in bold');
  const id = node.attributes?.id;
  return [
    {
      type: 'definition',
      ...(id ? { id } : {}),
      term: term ?? '',
      content: children,
      closed: true,
      place: placeOf(context, node),
    },
  ];
}

function boldTerm(block: Block | undefined): string | undefined {
  const first = block?.type === 'para' ? block.children[0] : undefined;
  return first?.type === 'text' && first.marks?.bold === true ? first.value.trim() || undefined : undefined;
}
