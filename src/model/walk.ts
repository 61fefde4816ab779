/** Ways through the tree: which lists of children each node type has, visiting, mapping, and plain text. */
import type { Node, NodeType, Picture } from './document.ts';
import { figureName } from './picture.ts';
import { valueIn, withValues } from './values.ts';

/** The names of a node's lists of children, in reading order. A new node type fails to compile here. */
export const CHILD_LISTS = {
  document: ['children'],
  clause: ['heading', 'children'],
  definition: ['children'],
  para: ['children'],
  item: ['children'],
  table: ['caption', 'columns', 'rows'],
  column: [],
  row: ['cells'],
  cell: ['children'],
  text: [],
  crossReference: [],
  note: ['children'],
  blank: [],
  break: [],
  picture: [],
  opaque: [],
} as const satisfies Record<NodeType, readonly string[]>;

/** The list of children called `name`, empty where the node has none. */
export function childList<R>(node: Node<R>, name: string): readonly Node<R>[] {
  return (valueIn(node, name) as readonly Node<R>[] | undefined) ?? [];
}

/** All children of a node in reading order, whatever list they stand in. */
export function childrenOf<R>(node: Node<R>): readonly Node<R>[] {
  const names = CHILD_LISTS[node.type];
  if (names.length === 1) return childList(node, names[0] as string);
  return names.flatMap((name) => childList(node, name));
}

/** The same node with each of its lists of children replaced; lists that it does not have stay absent. */
export function mapChildLists<R, S, N extends Node<R>>(
  node: N,
  change: (children: readonly Node<R>[], list: string) => readonly Node<S>[],
): Node<S> {
  const lists: Record<string, readonly Node<S>[]> = {};
  for (const name of CHILD_LISTS[node.type]) {
    const list = valueIn(node, name) as readonly Node<R>[] | undefined;
    if (list !== undefined) lists[name] = change(list, name);
  }
  return withValues(node, lists);
}

/** What `walk` calls for each node, parents first; `ancestors` runs from the root to the parent. */
export type Visitor<R> = (node: Node<R>, ancestors: readonly Node<R>[]) => void;

/** Visits a node and all below it in reading order. The `ancestors` array is reused: copy it to keep it. */
export function walk<R>(root: Node<R>, visit: Visitor<R>): void {
  const ancestors: Node<R>[] = [];
  const step = (node: Node<R>): void => {
    visit(node, ancestors);
    ancestors.push(node);
    for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) step(child);
    ancestors.pop();
  };
  step(root);
}

/** The printed text of nodes without marks; footnotes are left out, blocks are parted by a line break. */
export function plainText<R>(nodes: Node<R> | readonly Node<R>[]): string {
  const pieces: string[] = [];
  const add = (node: Node<R>): void => {
    if (node.type === 'text') pieces.push(node.value);
    else if (node.type === 'crossReference' || node.type === 'blank') pieces.push(node.text);
    else if (node.type === 'break') pieces.push('\n');
    else if (node.type === 'opaque') pieces.push(node.text ?? '');
    else if (node.type === 'picture') pieces.push(pictureText(node));
    else if (node.type !== 'note') {
      if (isBlockLike(node) && pieces.length > 0 && !endsLine(pieces)) pieces.push('\n');
      for (const child of childrenOf(node)) add(child);
    }
  };
  for (const node of Array.isArray(nodes) ? (nodes as readonly Node<R>[]) : [nodes as Node<R>]) add(node);
  return pieces.join('');
}

/** What a picture says in words: its number and caption, else what it shows. */
function pictureText<R>(picture: Picture<R>): string {
  const said = [figureName(picture), picture.caption].filter((part) => part !== undefined);
  return said.length === 0 ? (picture.text ?? '') : said.join(' ');
}

function isBlockLike(node: Node<unknown>): boolean {
  return node.type !== 'column' && node.type !== 'document';
}

function endsLine(pieces: readonly string[]): boolean {
  const last = pieces[pieces.length - 1];
  return last === undefined || last === '' || last.endsWith('\n');
}
