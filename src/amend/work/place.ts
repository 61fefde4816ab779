/** Where new provisions go: behind, before or in others, and in the order of their numbers or terms. */
import type { Block, Clause } from '../../model/document.ts';
import { compareInSeries, compareLabels, shapeOf } from './order.ts';
import { provisionsIn } from './resolve.ts';
import { isLimb, live, nodeOf, placeAmong, type WorkNode } from './tree.ts';

/** Puts blocks behind a node, and behind what other instructions have put there. */
export function insertBehind(node: WorkNode, blocks: readonly Block[], index: number): readonly WorkNode[] {
  const { list, at } = placeAmong(node);
  let end = at + 1;
  while (end < list.length && follows(list[end] as WorkNode, node)) end += 1;
  return insertAt(node.parent as WorkNode, end, blocks, index, node);
}

/** Whether a node was put behind another by an instruction, with a number that counts from it. */
function follows(candidate: WorkNode, node: WorkNode): boolean {
  const [number, stem] = [candidate.known, node.known];
  if (candidate.insertedBy === undefined || node.insertedBy !== undefined || number === undefined || stem === undefined)
    return false;
  return compareLabels(stem, number) < 0;
}

/** Puts blocks in front of a node. */
export function insertInFront(node: WorkNode, blocks: readonly Block[], index: number): readonly WorkNode[] {
  return insertAt(node.parent as WorkNode, placeAmong(node).at, blocks, index, node);
}

/** Puts blocks in a list. New provisions are of the kind that their neighbour is. */
export function insertAt(
  parent: WorkNode,
  at: number,
  blocks: readonly Block[],
  index: number,
  beside?: WorkNode,
): readonly WorkNode[] {
  const nodes = blocks.map((block) => nodeOf(alike(block, beside, parent), parent, index));
  parent.children.splice(at, 0, ...nodes);
  return nodes;
}

/** A numbered block with the kind of a neighbour whose number has the same shape. */
function alike(block: Block, beside: WorkNode | undefined, parent: WorkNode): Block {
  if (block.type !== 'clause' || block.label === undefined) return block;
  const shape = shapeOf(block.label);
  const model = [beside, ...parent.children].find(
    (node) => node?.block.type === 'clause' && node.block.label !== undefined && shapeOf(node.block.label) === shape,
  );
  const kind = model === undefined ? block.kind : (model.block as Clause).kind;
  return withHeading({ ...block, kind }, model);
}

/** An Act's section whose quoted heading stands with its number. */
function withHeading(block: Clause, _model: WorkNode | undefined): Clause {
  return block;
}

/** At the end of a provision: behind its last limb where the new block is one, else behind everything. */
export function insertAtEnd(node: WorkNode, blocks: readonly Block[], index: number): readonly WorkNode[] {
  const [first] = blocks;
  const label = first?.type === 'clause' ? first.label : undefined;
  const last =
    label === undefined
      ? -1
      : node.children.findLastIndex(
          (child) =>
            child.block.type === 'clause' &&
            child.block.label !== undefined &&
            shapeOf(child.block.label) === shapeOf(label),
        );
  const term =
    first?.type === 'definition'
      ? node.children.findLastIndex((child) => child.ghost !== true && child.block.type === 'definition')
      : -1;
  const at = Math.max(last, term);
  return insertAt(node, at < 0 ? node.children.length : at + 1, blocks, index, node.children[at]);
}

/** At the beginning of a provision: in front of its first limb, behind the words that open it; else in front of everything. */
export function insertAtStart(node: WorkNode, blocks: readonly Block[], index: number): readonly WorkNode[] {
  const [first] = blocks;
  const numbered = first?.type === 'clause' || first?.type === 'definition';
  const at = node.children.findIndex(
    ({ block, ghost }) => ghost !== true && (block.type === 'clause' || block.type === 'definition'),
  );
  const opening = node.children.findIndex(({ block, ghost }) => ghost !== true && block.type !== 'para');
  const place = !numbered ? 0 : at >= 0 ? at : opening >= 0 ? opening : node.children.length;
  return insertAt(node, place, blocks, index, node.children[place]);
}

/** Puts definitions among those of a node, in the order of their terms; `false` where it has none. */
export function insertDefinitions(
  node: WorkNode,
  blocks: readonly Block[],
  index: number,
): readonly WorkNode[] | undefined {
  if (!node.children.some(({ block, ghost }) => ghost !== true && block.type === 'definition')) return undefined;
  return blocks.flatMap((block) => {
    const term = block.type === 'definition' ? block.term : '';
    const behind = node.children.findIndex(
      ({ block: other, ghost }) => ghost !== true && other.type === 'definition' && byTerm(other.term, term) > 0,
    );
    const last = node.children.findLastIndex(
      ({ block: other, ghost }) => ghost !== true && other.type === 'definition',
    );
    return insertAt(node, behind < 0 ? last + 1 : behind, [block], index);
  });
}

const byTerm = (a: string, b: string): number =>
  a.localeCompare(b, 'en', { sensitivity: 'base', ignorePunctuation: true });

/** Why a numbered provision has no place of its own, or where it went. */
export type Placed = { readonly nodes: readonly WorkNode[] } | { readonly reason: string };

/** Puts numbered provisions where their numbers belong, in or below a node. */
export function insertInOrder(scope: WorkNode, blocks: readonly Block[], index: number): Placed {
  const [first] = blocks;
  const label = first?.type === 'clause' ? first.label : undefined;
  if (label === undefined) return { reason: 'what is to be inserted has no number, so that its place is not known' };
  const holder = holderOf(scope, label);
  if (holder === undefined)
    return { reason: `no provision is numbered in the way of ${label}, so that its place is not known` };
  const series = holder.children.filter(
    ({ block, known, ghost }) =>
      ghost !== true && block.type === 'clause' && known !== undefined && shapeOf(known) === shapeOf(label),
  );
  const labels = series.map(({ known }) => known as string);
  if (labels.includes(label)) return { reason: `there is already a provision ${label}` };
  const behind = series.findLast(({ known }) => compareInSeries(known as string, label, labels) < 0);
  if (behind !== undefined)
    return { nodes: insertAt(holder, holder.children.indexOf(behind) + 1, blocks, index, behind) };
  const [before] = series;
  if (before === undefined) return { nodes: insertAtEnd(holder, blocks, index) };
  return { nodes: insertAt(holder, holder.children.indexOf(before), blocks, index, before) };
}

/** The provision in whose list a number stands. */
function holderOf(scope: WorkNode, label: string): WorkNode | undefined {
  const direct = live(scope).some(
    (child) => child.known !== undefined && shapeOf(child.known) === shapeOf(label) && child.block.type === 'clause',
  );
  if (label.startsWith('(')) return direct || !isDocument(scope) ? scope : undefined;
  const stem = /^(.*)\.\d+[A-Z]{0,3}\.?$/.exec(label)?.[1];
  const [parent, ...more] = stem === undefined ? [] : provisionsIn(scope, '', stem);
  if (parent !== undefined && more.length === 0) return parent;
  if (stem !== undefined && scope.known === stem) return scope;
  if (direct) return scope;
  const inside = live(scope).filter(
    (child) =>
      child.known === undefined &&
      child.children.some(({ known }) => known !== undefined && shapeOf(known) === shapeOf(label)),
  );
  return inside.length === 1 ? inside[0] : undefined;
}

const isDocument = (node: WorkNode): boolean => node.parent === undefined;

export { isLimb };
