/**
 * Paragraphs that a tracked paragraph mark joins or splits: their text stands on both sides, only the boundary differs.
 */

import { acceptAll, rejectAll } from '../../../model/decide.ts';
import type { Block, Document, Inline, Meta, Node, Para } from '../../../model/document.ts';
import { sameDocument } from '../../../model/equal.ts';
import type { Boundary, Revision } from '../../../model/redline.ts';
import { type Around, enterAlone, type Ledger } from './ledger.ts';
import { type Joined, startOf } from './lists.ts';

type MergeBlocks = (
  ledger: Ledger,
  before: readonly Node[],
  after: readonly Node[],
  around: Around,
) => Node<Revision>[];

/**
 * Where the first of one side covers several of the other: these, laid over the parts of the one, with a boundary that
 * is deleted (after has one) or inserted (before has one). `undefined` where that would not give both sides back.
 */
export function mergeJoinedParagraphs(
  ledger: Ledger,
  before: readonly Node[],
  after: readonly Node[],
  around: Around,
  mergeBlocks: MergeBlocks,
): Joined | undefined {
  const merged = coveredBy(after[0], before);
  if (merged > 1) return joinedRun(ledger, before.slice(0, merged), after.slice(0, 1), 'deletion', around, mergeBlocks);
  const split = coveredBy(before[0], after);
  if (split > 1) return joinedRun(ledger, before.slice(0, 1), after.slice(0, split), 'insertion', around, mergeBlocks);
  return undefined;
}

/** How many of a list, from its first, begin within the paragraph that opens a node. */
function coveredBy(node: Node | undefined, list: readonly Node[]): number {
  const end = node === undefined ? undefined : openingPara(node)?.place?.end;
  if (end === undefined) return 0;
  let count = 0;
  while (count < list.length && startOf(list[count] as Node) < end && openingPara(list[count] as Node) !== undefined)
    count++;
  return count;
}

/** The paragraph that a node is, or begins with. */
function openingPara(node: Node): Para | undefined {
  if (node.type === 'para') return node;
  if (node.type !== 'clause' && node.type !== 'item' && node.type !== 'definition') return undefined;
  const first = node.type === 'clause' && node.heading !== undefined ? undefined : node.children[0];
  return first?.type === 'para' ? first : undefined;
}

function joinedRun(
  ledger: Ledger,
  before: readonly Node[],
  after: readonly Node[],
  boundary: Boundary['boundary'],
  around: Around,
  mergeBlocks: MergeBlocks,
): Joined | undefined {
  const many = boundary === 'deletion' ? before : after;
  const one = (boundary === 'deletion' ? after : before)[0];
  if (one === undefined || many.some((node) => node.type !== one.type)) return undefined;
  const parts = many.map((node, i) => partOf(one, node, startOf(many[i + 1] ?? endOf), i === 0, i === many.length - 1));
  for (const part of parts) ledger.wholes.set(part, one);
  const drafts = ledger.drafts.length;
  const nodes = many.flatMap((node, i) => {
    const part = parts[i] as Node;
    const empty = i > 0 && saysNothing(part);
    const ones = empty ? [] : [part];
    const made =
      boundary === 'deletion' ? mergeBlocks(ledger, [node], ones, around) : mergeBlocks(ledger, ones, [node], around);
    return i === 0 || empty ? made : made.map((piece) => bounded(ledger, piece, many, i, boundary, around));
  });
  if (givesBack(nodes, before, after)) return { nodes, before: before.length, after: after.length };
  forget(ledger, drafts);
  return undefined;
}

/** Whether nothing of a paragraph stands on the side where it is no paragraph of its own: it comes or goes as a whole. */
function saysNothing(part: Node): boolean {
  return 'children' in part && part.children.every((child) => child.type === 'para' && child.children.length === 0);
}

/** Takes the ledger back to the time when it had `length` changes. */
function forget(ledger: Ledger, length: number): void {
  const forgotten = new Set(ledger.drafts.splice(length));
  for (const [name, draft] of ledger.moves) if (forgotten.has(draft)) ledger.moves.delete(name);
  ledger.open = undefined;
}

/** Stands behind every node of a list. */
const endOf: Node = { type: 'text', value: '', place: { start: Number.MAX_SAFE_INTEGER } };

/** The part of the one paragraph that stands for `like`, in a node of its kind: the text up to `end`. */
function partOf(one: Node, like: Node, end: number, first: boolean, last: boolean): Node {
  const start = first ? -1 : startOf(like);
  const within = (inlines: readonly Inline[]) =>
    inlines.filter((inline) => startOf(inline) >= start && startOf(inline) < end);
  if (one.type === 'para' && like.type === 'para') return { ...(first ? one : like), children: within(one.children) };
  if (!('children' in one) || !('children' in like)) return one;
  const [opening, ...rest] = one.children as readonly Block[];
  const para = openingPara(like);
  if (opening?.type !== 'para' || para === undefined) return one;
  const children = [{ ...(first ? opening : para), children: within(opening.children) }, ...(last ? rest : [])];
  return { ...(first ? one : like), children } as Node;
}

/** A piece whose boundary to the one before it, a paragraph mark, is on one side only. */
function bounded(
  ledger: Ledger,
  piece: Node<Revision>,
  many: readonly Node[],
  at: number,
  boundary: Boundary['boundary'],
  around: Around,
): Node<Revision> {
  const node = many[at] as Node;
  const marked = many[at - 1] as Node;
  const nodes = boundary === 'deletion' ? { before: node } : { after: node };
  const change = enterAlone(ledger, boundary === 'deletion' ? 'merge' : 'split', nodes, around, { marked });
  const revision: Boundary = { kind: 'boundary', change, boundary, joins: 'text' };
  return { ...piece, revision } as Node<Revision>;
}

const NO_META: Meta = { title: '', provision: '', language: '' };

function givesBack(nodes: readonly Node<Revision>[], before: readonly Node[], after: readonly Node[]): boolean {
  const redline = {
    before: NO_META,
    document: { type: 'document' as const, meta: NO_META, children: nodes as readonly Block<Revision>[] },
    changes: [],
  };
  return sameDocument(acceptAll(redline), documentOf(after)) && sameDocument(rejectAll(redline), documentOf(before));
}

function documentOf(nodes: readonly Node[]): Document {
  return { type: 'document', meta: NO_META, children: nodes as readonly Block[] };
}
