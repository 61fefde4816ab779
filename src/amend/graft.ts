/**
 * An amended provision from a file that tells less than the baseline (no anchors, no cross-references, other marks):
 * what the file leaves as it was is taken from the baseline, what it changes from the file.
 */
import type { Block, Inline, Node, Para } from '../model/document.ts';
import { same } from '../model/equal.ts';
import { valueIn, withValues } from '../model/values.ts';
import { CHILD_LISTS, childList } from '../model/walk.ts';
import { matchLists } from './sequence.ts';
import { graftText, type Retold } from './work/graft-text.ts';

export type { Retold };

/** Blocks after, by what the file says of them before and what the baseline says instead. */
export function graft(
  after: readonly Block[],
  before: readonly Block[],
  baseline: readonly Block[],
  retold: Retold,
): readonly Block[] {
  return graftList(after, before, baseline, retold) as readonly Block[];
}

function graftList(
  after: readonly Node[],
  before: readonly Node[],
  baseline: readonly Node[],
  retold: Retold,
): readonly Node[] {
  const partner = before.length === baseline.length ? partners(after, before) : new Map<number, number>();
  return after.map((node, i) => {
    const k = partner.get(i);
    const [was, is] = k === undefined ? [] : [before[k], baseline[k]];
    if (was === undefined || is === undefined || was.type !== is.type) return asTold(node, retold);
    return same(node, was) ? is : graftNode(node, was, is, retold);
  });
}

/** Which node of before each of after comes from: the same, else one of its type and label between such. */
function partners(after: readonly Node[], before: readonly Node[]): Map<number, number> {
  const result = new Map<number, number>();
  let [i, k] = [0, 0];
  for (const match of [...matchLists(after, before, same), { a: after.length, b: before.length }]) {
    const left = Array.from({ length: match.b - k }, (_, n) => k + n);
    const alone = match.a - i === left.length;
    for (; i < match.a; i++) {
      const node = after[i] as Node;
      const at = left.findIndex((n) => isAlike(node, before[n] as Node, alone));
      if (at >= 0) result.set(i, left.splice(0, at + 1).at(-1) as number);
    }
    if (match.a < after.length) result.set(match.a, match.b);
    [i, k] = [match.a + 1, match.b + 1];
  }
  return result;
}

/** Two nodes that stand in the same place; where as many stand on both sides, their labels may differ. */
function isAlike(a: Node, b: Node, alone: boolean): boolean {
  const name = (node: Node): string => {
    if (node.type === 'clause' || node.type === 'table') return node.label ?? '';
    return node.type === 'definition' ? node.term : '';
  };
  return a.type === b.type && (alone || name(a) === name(b));
}

/** Attribute by attribute: what the file did not change is the baseline's. */
function graftNode(after: Node, before: Node, baseline: Node, retold: Retold): Node {
  const lists: readonly string[] = CHILD_LISTS[after.type];
  const values: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(after), ...Object.keys(baseline)])) {
    const own = valueIn(after, name);
    values[name] = same(own, valueIn(before, name)) ? valueIn(baseline, name) : own;
  }
  if (after.type === 'para') {
    const [was, is] = [(before as Para).children, (baseline as Para).children];
    return withValues(after, { ...values, children: graftText(after.children, was, is, retold) });
  }
  for (const name of lists) {
    if (values[name] === undefined) continue;
    if (name === 'heading' || name === 'caption') {
      values[name] = graftText(
        childList(after, name) as Inline[],
        childList(before, name) as Inline[],
        childList(baseline, name) as Inline[],
        retold,
      );
      continue;
    }
    values[name] = graftList(childList(after, name), childList(before, name), childList(baseline, name), retold);
  }
  return withValues(after, values);
}

/** Notes the text of a node that only the file has. */
export function asTold<N extends Node>(node: N, retold: Retold): N {
  if (node.type === 'text' || node.type === 'crossReference') retold.add(node);
  for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) asTold(child, retold);
  return node;
}
