/** `<!-- keeling-ignore rule: reason -->`: a comment that switches a rule off for the block behind it, or around it. */
import type { Place } from '../message.ts';
import type { Document, Node } from '../model/document.ts';
import { CHILD_LISTS, childList, walk } from '../model/walk.ts';

/** One such comment. */
export interface Ignored {
  /** The rules that it names. */
  readonly rules: readonly string[];
  /** Why; empty where the comment does not say. */
  readonly reason: string;
  /** The block that it is about, and everything in it; `undefined` where none follows. */
  readonly nodes: ReadonlySet<Node> | undefined;
  readonly place?: Place;
}

const COMMENT = /^<!--\s*keeling-ignore\s+([a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*)\s*(?::\s*([\s\S]*?))?\s*-->$/;

/** All such comments of a document. */
export function ignoredBy(document: Document): Ignored[] {
  const found: Ignored[] = [];
  walk(document, (node, ancestors) => {
    for (const name of CHILD_LISTS[node.type]) {
      const children = childList(node, name);
      children.forEach((child, i) => {
        const ignored = readComment(child);
        if (ignored === undefined) return;
        const target = aboutNode(node, ancestors, children.slice(i + 1));
        found.push({ ...ignored, nodes: target === undefined ? undefined : everythingIn(target) });
      });
    }
  });
  return found;
}

function readComment(node: Node): Omit<Ignored, 'nodes'> | undefined {
  if (node.type !== 'opaque' || node.kind !== 'comment') return undefined;
  const match = COMMENT.exec((node.source ?? '').trim());
  if (match === null) return undefined;
  const rules = (match[1] ?? '').split(/\s*,\s*/);
  const place = node.place === undefined ? {} : { place: node.place };
  return { rules, reason: match[2] ?? '', ...place };
}

/** Inside a paragraph it is about that paragraph; between blocks, about the next one that is no comment. */
function aboutNode(parent: Node, ancestors: readonly Node[], behind: readonly Node[]): Node | undefined {
  if (parent.type === 'para') return parent;
  const next = behind.find((node) => node.type !== 'opaque' || node.kind !== 'comment');
  if (next !== undefined) return next;
  return nextOf(parent, ancestors);
}

/** What follows the node that a comment ends: the comment was read into the clause before the one it precedes. */
function nextOf(node: Node, ancestors: readonly Node[]): Node | undefined {
  const parent = ancestors.at(-1);
  if (parent === undefined) return undefined;
  for (const name of CHILD_LISTS[parent.type]) {
    const list = childList(parent, name);
    const at = list.indexOf(node);
    if (at >= 0 && at + 1 < list.length) return list[at + 1];
  }
  return nextOf(parent, ancestors.slice(0, -1));
}

function everythingIn(root: Node): Set<Node> {
  const nodes = new Set<Node>();
  walk(root, (node) => nodes.add(node));
  return nodes;
}
