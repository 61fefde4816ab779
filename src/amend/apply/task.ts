/** What applying instructions works on: the tree, what its provisions are cited as, and the record of what was done. */
import type { Block, Document } from '../../model/document.ts';
import type { Retold } from '../graft.ts';
import { type Places, placesOf } from '../targets.ts';
import { toTree, visit, type WorkNode } from '../work/tree.ts';

/** Why an instruction does not fit. */
export interface Refused {
  readonly reason: string;
  readonly nearest?: string;
  /** Set where no earlier instruction can be the cause. */
  readonly certain?: true;
}

/** A new number for a provision. */
export interface Relabelling {
  readonly label: string;
  readonly index: number;
}

/** Something that was done to a provision. */
export interface Deed {
  readonly index: number;
  readonly what: 'inserted' | 'deleted' | 'amended' | 'renumbered';
  readonly node: WorkNode;
}

export interface Task {
  index: number;
  readonly baseline: Document;
  readonly places: Places;
  readonly root: WorkNode;
  /** The node that each block of the baseline became. */
  readonly nodes: ReadonlyMap<Block, WorkNode>;
  /** Nodes that are no longer in the tree, and the instruction that took them out. */
  readonly gone: Map<WorkNode, number>;
  readonly relabelled: Map<WorkNode, Relabelling>;
  /** Provisions behind which all others are numbered on, by how many. */
  readonly shifts: { readonly node: WorkNode; readonly by: number; readonly index: number }[];
  readonly deeds: Deed[];
  readonly retold: Retold;
  /** Whether the instructions come from a file that tells less than the baseline. */
  readonly lossy: boolean;
}

export function newTask(document: Document, lossy: boolean): Task {
  const root = toTree(document);
  const nodes = new Map<Block, WorkNode>();
  const pair = (blocks: readonly Block[], children: readonly WorkNode[]): void => {
    for (const [i, block] of blocks.entries()) {
      const node = children[i] as WorkNode;
      nodes.set(block, node);
      if ('children' in block && block.type !== 'para') pair(block.children, node.children);
    }
  };
  pair(document.children, root.children);
  return {
    index: 0,
    baseline: document,
    places: placesOf(document),
    root,
    nodes,
    gone: new Map(),
    relabelled: new Map(),
    shifts: [],
    deeds: [],
    retold: new Set(),
    lossy,
  };
}

/** Notes what the current instruction did to a provision. */
export function note(task: Task, what: Deed['what'], node: WorkNode): void {
  node.touchedBy.add(task.index);
  task.deeds.push({ index: task.index, what, node });
}

/** The first instruction before one that changed anything in a provision. */
export function earlierIn(node: WorkNode, index: number): number | undefined {
  const own = [...node.touchedBy, node.replacedBy].filter(
    (other): other is number => other !== undefined && other < index,
  );
  const inside = node.children.map((child) => earlierIn(child, index)).filter((other) => other !== undefined);
  const all = [...own, ...inside];
  return all.length === 0 ? undefined : Math.min(...all);
}

/** Takes a node out of the text; its place is kept. */
export function takeOut(task: Task, node: WorkNode): void {
  visit(node, (each) => task.gone.set(each, task.index));
  node.ghost = true;
}
