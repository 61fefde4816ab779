/** New numbers given once all instructions are carried out: those that were asked for, and those that follow from them. */
import type { Block } from '../../model/document.ts';
import { parseLabel, printLabel } from '../../model/label.ts';
import { shapeOf } from '../work/order.ts';
import { below, labelOf, live, type WorkNode } from '../work/tree.ts';
import type { Task } from './task.ts';

/** Gives every provision the number that instructions give it, and those in it numbers that go with it. */
export function settleNumbers(task: Task): void {
  for (const { node, by, index } of task.shifts) shiftFrom(node, by, index, task);
  const old = new Map<WorkNode, string>();
  for (const [node, { label }] of task.relabelled) {
    old.set(node, labelOf(node) ?? '');
    relabel(node, label);
  }
  for (const [node, label] of old) follow(node, label, task);
}

function relabel(node: WorkNode, label: string): void {
  node.block = { ...node.block, label } as Block;
}

/** All that stand behind a provision in its series go on by some numbers. */
function shiftFrom(node: WorkNode, by: number, index: number, task: Task): void {
  const list = node.parent === undefined ? [] : live(node.parent);
  const own = list[list.indexOf(node)];
  const shape = shapeOf(own?.known ?? '');
  for (const each of list.slice(list.indexOf(node))) {
    const parts = each.known === undefined || shapeOf(each.known) !== shape ? undefined : parseLabel(each.known);
    if (parts === undefined || task.relabelled.has(each) || each.insertedBy !== undefined || parts.ordinal + by < 1)
      continue;
    task.relabelled.set(each, { label: printLabel({ ...parts, ordinal: parts.ordinal + by }), index });
    each.touchedBy.add(index);
    task.deeds.push({ index, what: 'renumbered', node: each });
  }
}

/** What stands in a provision and begins with its number. */
function follow(node: WorkNode, old: string, task: Task): void {
  const stem = `${old.replace(/\.$/, '')}.`;
  const fresh = `${(labelOf(node) ?? '').replace(/\.$/, '')}.`;
  if (stem === '.' || stem === fresh || !/\d/.test(old)) return;
  for (const each of below(node)) {
    const label = labelOf(each);
    if (label === undefined || task.relabelled.has(each) || !label.startsWith(stem) || isNew(each, node)) continue;
    relabel(each, fresh + label.slice(stem.length));
    task.deeds.push({ index: task.relabelled.get(node)?.index ?? 0, what: 'renumbered', node: each });
  }
}

/** Whether an instruction has written a provision, or what it stands in: then its number is what it wrote. */
function isNew(node: WorkNode, within: WorkNode): boolean {
  for (let up: WorkNode | undefined = node; up !== undefined && up !== within; up = up.parent) {
    if (up.insertedBy !== undefined || up.replacedBy !== undefined) return true;
  }
  return false;
}
