/** Marked blocks seen from one side: what before had, what after has, and whether anything differs at all. */
import { acceptAll, rejectAll, revisionOf } from '../model/decide.ts';
import type { Block, Meta, Node } from '../model/document.ts';
import type { Revision } from '../model/redline.ts';
import { CHILD_LISTS, childList } from '../model/walk.ts';

/** A block of a redline. */
export type Marked = Block<Revision>;

const NO_META: Meta = { title: '', provision: '', language: '' };

/** The blocks as before had them. */
export function beforeOf(blocks: readonly Marked[]): readonly Block[] {
  return rejectAll({ before: NO_META, document: documentOf(blocks), changes: [] }).children;
}

/** The blocks as after has them. */
export function afterOf(blocks: readonly Marked[]): readonly Block[] {
  return acceptAll({ before: NO_META, document: documentOf(blocks), changes: [] }).children;
}

function documentOf(children: readonly Marked[]) {
  return { type: 'document', meta: NO_META, children } as const;
}

/** Whether a node or anything below it carries a revision. */
export function isTouched(node: Node<Revision>): boolean {
  if (revisionOf(node) !== undefined) return true;
  return CHILD_LISTS[node.type].some((name) => childList(node, name).some(isTouched));
}
