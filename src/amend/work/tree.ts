/** The version that is being amended: a tree that keeps what each provision was called at first, and which instruction made it. */
import type { Block, Document } from '../../model/document.ts';

/** A block of the version that is being amended. The blocks in it stand in `children`, not in `block`. */
export interface WorkNode {
  block: Block | Document;
  children: WorkNode[];
  parent: WorkNode | undefined;
  /** Its number in the baseline, or the one that it was inserted with: the number that instructions name it by. */
  known: string | undefined;
  /** Set once it is deleted: it keeps its place, so that others can be put beside it, and is no part of the text. */
  ghost?: true;
  /** What stands in its place, where it was replaced. */
  heirs?: readonly WorkNode[];
  /** The instruction that inserted it, from 0. */
  insertedBy?: number;
  /** The instruction that replaced it or gave it a number, from 0. */
  replacedBy?: number;
  relabelledBy?: number;
  /** Instructions that changed anything in it. */
  readonly touchedBy: Set<number>;
}

/** What an instruction did to a provision, for the record. */
export interface Deed {
  readonly index: number;
  readonly what: 'inserted' | 'deleted' | 'amended' | 'renumbered';
  readonly node: WorkNode;
  /** What it was called before. */
  readonly cite?: string;
}

/** A document as a tree that can be changed. */
export function toTree(document: Document): WorkNode {
  const root: WorkNode = {
    block: { ...document, children: [] },
    children: [],
    parent: undefined,
    known: undefined,
    touchedBy: new Set(),
  };
  root.children = document.children.map((block) => nodeOf(block, root));
  return root;
}

/** A block with all that stands in it, as a node below `parent`. */
export function nodeOf(block: Block, parent: WorkNode | undefined, insertedBy?: number): WorkNode {
  const node: WorkNode = {
    block: holds(block) ? { ...block, children: [] } : block,
    children: [],
    parent,
    known: 'label' in block ? block.label : undefined,
    touchedBy: new Set(insertedBy === undefined ? [] : [insertedBy]),
    ...(insertedBy === undefined ? {} : { insertedBy }),
  };
  if (holds(block)) node.children = block.children.map((child) => nodeOf(child, node, insertedBy));
  return node;
}

/** Whether a block holds blocks that can be amended by themselves. */
export function holds(
  block: Block | Document,
): block is Extract<Block, { type: 'clause' | 'definition' | 'item' }> | Document {
  return block.type === 'clause' || block.type === 'definition' || block.type === 'item' || block.type === 'document';
}

/** The block that a node stands for now. */
export function blockOf(node: WorkNode): Block {
  return (holds(node.block) ? { ...node.block, children: live(node).map(blockOf) } : node.block) as Block;
}

/** The document that a tree stands for now. */
export function documentOf(root: WorkNode): Document {
  return { ...(root.block as Document), children: live(root).map(blockOf) };
}

/** What stands in a node now. */
export function live(node: WorkNode): readonly WorkNode[] {
  return node.children.some(({ ghost }) => ghost === true)
    ? node.children.filter(({ ghost }) => ghost !== true)
    : node.children;
}

/** Visits a node and all below it, parents first. */
export function visit(node: WorkNode, see: (node: WorkNode) => void): void {
  see(node);
  for (const child of live(node)) visit(child, see);
}

/** All below a node, in reading order. */
export function below(node: WorkNode): WorkNode[] {
  const found: WorkNode[] = [];
  for (const child of live(node)) visit(child, (each) => found.push(each));
  return found;
}

/** Where a node stands among its siblings. */
export function placeAmong(node: WorkNode): { readonly list: WorkNode[]; readonly at: number } {
  const list = node.parent?.children ?? [];
  return { list, at: list.indexOf(node) };
}

/** The printed label of a node. */
export function labelOf(node: WorkNode): string | undefined {
  return 'label' in node.block ? node.block.label : undefined;
}

/** Whether a node is a lettered or numbered piece of a provision. */
export function isLimb(node: WorkNode): boolean {
  return node.block.type === 'clause' && node.block.kind === 'limb';
}
