/** The running text of a provision, paragraph by paragraph, and putting other text in its place. */
import type { Block, Inline, Node, Para, Table } from '../../model/document.ts';
import { mapChildLists } from '../../model/walk.ts';
import type { Found } from './resolve.ts';
import { isLimb, live, type WorkNode } from './tree.ts';

/** A paragraph, heading or cell text that words can be edited in. */
export interface Slot {
  readonly inlines: readonly Inline[];
  readonly write: (inlines: readonly Inline[]) => void;
  readonly node: WorkNode;
}

/** The texts of a provision or of the part of it that is meant. A heading is meant only where it is named. */
export function slotsOf({ node, part, rows, column }: Found): readonly Slot[] {
  if (part === 'heading') return headingSlot(node);
  if (rows !== undefined || column !== undefined) return tableSlots(node, rows, column);
  if (part === 'opening') return childrenUpTo(node).flatMap(slotsBelow);
  if (part === 'closing') return childrenBehind(node).flatMap(slotsBelow);
  return slotsBelow(node);
}

function headingSlot(node: WorkNode): readonly Slot[] {
  const { block } = node;
  if (block.type === 'clause' && block.heading !== undefined) {
    return [{ node, inlines: block.heading, write: (heading) => set(node, { heading }) }];
  }
  if (block.type !== 'table' || block.caption === undefined) return [];
  return [{ node, inlines: block.caption, write: (caption) => set(node, { caption }) }];
}

function set(node: WorkNode, values: object): void {
  node.block = { ...node.block, ...values } as Block;
}

function childrenUpTo(node: WorkNode): readonly WorkNode[] {
  const first = live(node).findIndex((child) => child.block.type === 'clause' || child.block.type === 'item');
  return first < 0 ? live(node).slice(0, 1) : live(node).slice(0, first);
}

function childrenBehind(node: WorkNode): readonly WorkNode[] {
  const last = live(node).findLastIndex((child) => child.block.type === 'clause' || child.block.type === 'item');
  return last < 0 ? [] : live(node).slice(last + 1);
}

function slotsBelow(node: WorkNode): readonly Slot[] {
  const { block } = node;
  if (block.type === 'para') return [paraSlot(node, block)];
  if (block.type === 'table') return tableSlots(node);
  return live(node).flatMap(slotsBelow);
}

function paraSlot(node: WorkNode, para: Para): Slot {
  return { node, inlines: para.children, write: (children) => set(node, { children }) };
}

function tableSlots(node: WorkNode, rows?: readonly number[], column?: number): readonly Slot[] {
  if (node.block.type !== 'table') return [];
  const picked = node.block.rows.filter((_, i) => rows === undefined || rows.includes(i));
  return picked.flatMap((row) => {
    let at = 0;
    return row.cells.flatMap((cell) => {
      const own = column === undefined || (column >= at && column < at + (cell.columnSpan ?? 1));
      at += cell.columnSpan ?? 1;
      return own ? parasIn(cell).map((para) => cellSlot(node, para)) : [];
    });
  });
}

function parasIn(node: Node): readonly Para[] {
  if (node.type === 'para') return [node];
  return 'children' in node ? (node.children as readonly Node[]).flatMap(parasIn) : [];
}

function cellSlot(node: WorkNode, para: Para): Slot {
  let current = para;
  return {
    node,
    inlines: para.children,
    write: (children) => {
      const next = { ...current, children };
      node.block = replaced(node.block as Table, current, next) as Table;
      current = next;
    },
  };
}

function replaced(node: Node, from: Node, to: Node): Node {
  if (node === from) return to;
  return mapChildLists<never, never, Node>(node, (children) => children.map((child) => replaced(child, from, to)));
}

/** The last text of a provision: where words at its end stand. */
export function lastSlot(found: Found): Slot | undefined {
  return slotsOf(found).at(-1);
}

/** The first text of a provision. */
export function firstSlot(found: Found): Slot | undefined {
  return slotsOf(found)[0];
}

/** Whether a provision has limbs of its own. */
export function hasLimbs(node: WorkNode): boolean {
  return live(node).some(isLimb);
}
