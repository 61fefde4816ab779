/** Edits of a document, noted node by node and carried out in one stroke, so that none sees the effect of another. */
import type { Block, Document, Inline } from '../model/document.ts';

type Holder = Block | Document;

/** New attributes of a clause or table. An empty heading is none. */
interface Attributes {
  readonly label?: string;
  readonly heading?: readonly Inline[];
}

/** What is to be done at one node, and the instruction that asks for it. */
interface Edit {
  replaced?: { readonly blocks: readonly Block[]; readonly index: number };
  label?: { readonly value: string; readonly index: number };
  heading?: { readonly value: readonly Inline[]; readonly index: number };
  after?: { readonly blocks: readonly Block[]; readonly index: number };
  before?: { readonly blocks: readonly Block[]; readonly index: number };
  start?: { readonly blocks: readonly Block[]; readonly index: number };
}

/** Two instructions that want the same words. */
export interface Overlap {
  /** The later one. */
  readonly index: number;
  readonly other: number;
}

/** Edits by node. What one instruction has taken, no other gets: that is an overlap. */
export class Edits {
  readonly #edits = new Map<Holder, Edit>();
  readonly #overlaps: Overlap[] = [];

  /** The blocks that stand in the place of a node; of a document, in it. */
  replace(node: Holder, blocks: readonly Block[], index: number): void {
    this.#note(node, 'replaced', { blocks, index });
  }

  insert(node: Holder, where: 'after' | 'before' | 'start', blocks: readonly Block[], index: number): void {
    this.#note(node, where, { blocks, index });
  }

  set(node: Block, { label, heading }: Attributes, index: number): void {
    if (label !== undefined) this.#note(node, 'label', { value: label, index });
    if (heading !== undefined) this.#note(node, 'heading', { value: heading, index });
  }

  #note<K extends keyof Edit>(node: Holder, key: K, value: Edit[K] & { readonly index: number }): void {
    const edit = this.#edits.get(node) ?? {};
    const known = edit[key];
    if (known !== undefined) this.#overlaps.push({ index: value.index, other: known.index });
    else this.#edits.set(node, { ...edit, [key]: value });
  }

  of(node: Holder): Edit {
    return this.#edits.get(node) ?? {};
  }

  /** Notes an edit that is asked for inside what another replaces. */
  swallowed(index: number, other: number): void {
    this.#overlaps.push(index > other ? { index, other } : { index: other, other: index });
  }

  /** Overlaps, one for each instruction that has any. */
  overlaps(root: Document): readonly Overlap[] {
    findSwallowed(root, this, undefined);
    const first = new Map<number, Overlap>();
    for (const overlap of this.#overlaps) {
      const known = first.get(overlap.index);
      if (known === undefined || overlap.other < known.other) first.set(overlap.index, overlap);
    }
    return [...first.values()];
  }
}

export function newEdits(): Edits {
  return new Edits();
}

/** Edits in or at a node that is replaced: its own number and heading are part of it, what stands beside it is not. */
function findSwallowed(node: Holder, edits: Edits, replacing: number | undefined): void {
  const edit = edits.of(node);
  const own = [edit.label, edit.heading, edit.start];
  const all = replacing === undefined ? [] : [...own, edit.replaced, edit.before, edit.after];
  for (const each of all) if (each !== undefined && replacing !== undefined) edits.swallowed(each.index, replacing);
  if (edit.replaced !== undefined && replacing === undefined) {
    for (const each of own) if (each !== undefined) edits.swallowed(each.index, edit.replaced.index);
  }
  const inside = replacing ?? edit.replaced?.index;
  if (node.type === 'document' || node.type === 'clause') {
    for (const child of node.children) findSwallowed(child, edits, inside);
  }
}

/** The document with all edits carried out. */
export function rebuild(document: Document, edits: Edits): Document {
  const { replaced, start } = edits.of(document);
  if (replaced !== undefined) return { ...document, children: replaced.blocks };
  return { ...document, children: [...(start?.blocks ?? []), ...rebuildList(document.children, edits)] };
}

function rebuildList(blocks: readonly Block[], edits: Edits): Block[] {
  return blocks.flatMap((block) => {
    const { before, after, replaced } = edits.of(block);
    const own = replaced === undefined ? [rebuildBlock(block, edits)] : replaced.blocks;
    return [...(before?.blocks ?? []), ...own, ...(after?.blocks ?? [])];
  });
}

function rebuildBlock(block: Block, edits: Edits): Block {
  const { label, heading, start } = edits.of(block);
  const labelled = label === undefined ? {} : { label: label.value };
  if (block.type === 'table') return { ...block, ...labelled };
  if (block.type !== 'clause') return block;
  const children = [...(start?.blocks ?? []), ...rebuildList(block.children, edits)];
  if (heading === undefined) return { ...block, ...labelled, children };
  const { heading: _, ...rest } = block;
  const headed = heading.value.length === 0 ? {} : { heading: heading.value };
  return { ...rest, ...labelled, ...headed, children };
}
