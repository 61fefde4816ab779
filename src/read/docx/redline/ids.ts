/** The ids of changes in the order of the redline, without changes that nothing carries. */
import type { Doc } from '../../../model/document.ts';
import type { Change, ChangeId, Revision } from '../../../model/redline.ts';
import { relabel } from '../../../model/relabel.ts';

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
  const renamed = relabel(document, rename);
  const byId = new Map(changes.map((change) => [change.id, change]));
  const kept = [...ids].flatMap(([from, to]) => {
    const change = byId.get(from);
    return change === undefined ? [] : [{ ...change, id: to }];
  });
  return { document: renamed, changes: kept };
}
