/** The ids of changes in the order of the redline, without changes that nothing carries. */
import type { Doc, Node } from '../../../model/document.ts';
import type { AttributeBefore, Change, ChangeId, Revision } from '../../../model/redline.ts';
import { mapChildLists } from '../../../model/walk.ts';

/** The document and its changes under ids `c1`, `c2`, … in the order in which their revisions stand. */
export function inOrder(
  document: Doc<Revision>,
  changes: readonly Change[],
): { readonly document: Doc<Revision>; readonly changes: Change[] } {
  const ids = new Map<ChangeId, ChangeId>();
  const rename = (id: ChangeId): ChangeId => {
    const known = ids.get(id) ?? `c${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  const renamed = renameIn(document, rename) as Doc<Revision>;
  const byId = new Map(changes.map((change) => [change.id, change]));
  const kept = [...ids].flatMap(([from, to]) => {
    const change = byId.get(from);
    return change === undefined ? [] : [{ ...change, id: to }];
  });
  return { document: renamed, changes: kept };
}

function renameIn(node: Node<Revision>, rename: (id: ChangeId) => ChangeId): Node<Revision> {
  const own = node.type === 'document' ? undefined : node.revision;
  const named = own === undefined ? node : ({ ...node, revision: renameRevision(own, rename) } as Node<Revision>);
  return mapChildLists<Revision, Revision, Node<Revision>>(named, (children) =>
    children.map((child) => renameIn(child, rename)),
  );
}

function renameRevision(revision: Revision, rename: (id: ChangeId) => ChangeId): Revision {
  if (revision.kind !== 'alteration') return { ...revision, change: rename(revision.change) };
  const before = Object.entries(revision.before).map(([name, { value, change }]): [string, AttributeBefore] => [
    name,
    { value, change: rename(change) },
  ]);
  return { kind: 'alteration', before: Object.fromEntries(before) };
}
