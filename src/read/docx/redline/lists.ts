/**
 * Lays the two sides of a list over one another. Both were made of the same elements in the same order, so that what
 * begins at one offset is the same thing, and whatever else there is stands on one side only.
 */
import type { Node } from '../../../model/document.ts';
import type { Revision } from '../../../model/redline.ts';
import { type Around, enter, type Ledger } from './ledger.ts';

/** What becomes of a pair; `undefined` where the two can't be laid over one another. */
export type MergePair = (before: Node, after: Node, around: Around) => Node<Revision> | undefined;

/** What becomes of a paragraph that was joined or split: the nodes, and how many of each side they take. */
export interface Joined {
  readonly nodes: readonly Node<Revision>[];
  readonly before: number;
  readonly after: number;
}

export type MergeJoined = (before: readonly Node[], after: readonly Node[], around: Around) => Joined | undefined;

export function mergeLists(
  ledger: Ledger,
  before: readonly Node[],
  after: readonly Node[],
  around: Around,
  pair: MergePair,
  joined: MergeJoined = () => undefined,
): Node<Revision>[] {
  const merged: Node<Revision>[] = [];
  let i = 0;
  let j = 0;
  ledger.open = undefined;
  while (i < before.length || j < after.length) {
    const order = compareStarts(before[i], after[j]);
    if (order === 0) {
      const run = joined(before.slice(i, i + LONGEST_RUN), after.slice(j, j + LONGEST_RUN), around);
      if (run !== undefined) {
        merged.push(...run.nodes);
        i += run.before;
        j += run.after;
        continue;
      }
      merged.push(...mergeOne(ledger, before[i++] as Node, after[j++] as Node, around, pair));
    } else if (order < 0) merged.push(marked(ledger, 'deletion', before[i++] as Node, around));
    else merged.push(marked(ledger, 'insertion', after[j++] as Node, around));
  }
  ledger.open = undefined;
  return merged;
}

/** How many paragraphs that became one, or one that became many, are told as such. */
const LONGEST_RUN = 16;

function mergeOne(ledger: Ledger, before: Node, after: Node, around: Around, pair: MergePair): Node<Revision>[] {
  const open = ledger.open;
  ledger.open = undefined;
  const made = before.type === after.type ? pair(before, after, around) : undefined;
  if (made !== undefined) {
    ledger.open = undefined;
    return [made];
  }
  ledger.open = open;
  return [marked(ledger, 'deletion', before, around), marked(ledger, 'insertion', after, around)];
}

function marked(ledger: Ledger, kind: 'insertion' | 'deletion', node: Node, around: Around): Node<Revision> {
  return { ...node, revision: { kind, change: enter(ledger, kind, node, around) } } as Node<Revision>;
}

/** Negative where the first stands earlier, or alone. Nodes that the file has no element for come first. */
function compareStarts(before: Node | undefined, after: Node | undefined): number {
  if (after === undefined) return -1;
  if (before === undefined) return 1;
  return startOf(before) - startOf(after);
}

/** The offset at which a node begins; -1 for one that the file has no element for. */
export function startOf(node: Node): number {
  return (node.type === 'document' ? undefined : node.place?.start) ?? -1;
}

/** What is around the children of a pair. */
export function within(around: Around, before: Node, after: Node): Around {
  return { before: [...around.before, before], after: [...around.after, after] };
}
