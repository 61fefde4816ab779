/** Revisions of a redline under other ids of changes. */
import type { Doc, Node } from './document.ts';
import type { AttributeBefore, ChangeId, Revision } from './redline.ts';
import { withValues } from './values.ts';
import { mapChildLists } from './walk.ts';

/** The new id of the change that a node's revision names; `undefined` takes an alteration away. */
export type NewId = (change: ChangeId, node: Node<Revision>, attribute?: string) => ChangeId | undefined;

/** The document with each of its revisions under the id that `rename` gives. Nodes are met parents first, in reading order. */
export function relabel(document: Doc<Revision>, rename: NewId): Doc<Revision> {
  return relabelNode(document, rename) as Doc<Revision>;
}

function relabelNode(node: Node<Revision>, rename: NewId): Node<Revision> {
  const own = node.type === 'document' ? undefined : node.revision;
  const named = own === undefined ? node : withValues<Revision>(node, { revision: renamed(own, node, rename) });
  return mapChildLists<Revision, Revision, Node<Revision>>(named, (children) =>
    children.map((child) => relabelNode(child, rename)),
  );
}

function renamed(revision: Revision, node: Node<Revision>, rename: NewId): Revision | undefined {
  if (revision.kind !== 'alteration') {
    return { ...revision, change: rename(revision.change, node) ?? revision.change };
  }
  const before = Object.entries(revision.before).flatMap(([name, { value, change }]): [string, AttributeBefore][] => {
    const id = rename(change, node, name);
    return id === undefined ? [] : [[name, { value, change: id }]];
  });
  return before.length === 0 ? undefined : { kind: 'alteration', before: Object.fromEntries(before) };
}
