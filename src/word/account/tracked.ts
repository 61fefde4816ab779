/**
 * What a part says with all its tracked changes accepted, or rejected (ISO/IEC 29500-1, 17.13.5), worked out on the
 * canonical tree. It shares nothing with the code that writes and resolves marks, which it judges.
 */
import type { CanonicalChild, CanonicalNode } from './canonical.ts';
import { childNode, childNodes } from './canonical.ts';
import { markRemains, withoutMark } from './tracked-paragraphs.ts';
import { formerProperties, PROPERTIES } from './tracked-properties.ts';
import { controlsThatGo } from './tracked-ranges.ts';

/** Which way tracked changes are resolved. */
export type Resolution = 'accept' | 'reject';

/** Wrappers of what a change inserted, and of what it deleted. */
const INSERTED: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo']);
const DELETED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);

/** Deleted text under the names that it has once it is back. */
const RESTORED: Readonly<Record<string, string>> = { 'w:delText': 'w:t', 'w:delInstrText': 'w:instrText' };

/** The tree of a part with its tracked changes resolved; what holds none is the same as before. */
export function resolveTracked(root: CanonicalNode, resolution: Resolution): CanonicalNode {
  if (!root.tracked) return root;
  const work: Resolving = {
    resolution,
    unwrapped: controlsThatGo(root, resolution),
    joining: new Set(),
    properties: new Map(),
  };
  return resolved(work, root)[0] as CanonicalNode;
}

interface Resolving {
  readonly resolution: Resolution;
  /** Content controls whose tags go, while what they hold is judged by itself. */
  readonly unwrapped: ReadonlySet<CanonicalNode>;
  /** Resolved paragraphs whose mark goes. */
  readonly joining: Set<CanonicalNode>;
  /** Properties once resolved; the tree shares those that are spelled alike. */
  readonly properties: Map<CanonicalNode, readonly CanonicalChild[]>;
}

function resolved(work: Resolving, node: CanonicalNode): readonly CanonicalChild[] {
  if (!node.tracked && !work.unwrapped.has(node)) return [node];
  const { name } = node;
  if (INSERTED.has(name) || DELETED.has(name)) {
    return INSERTED.has(name) === (work.resolution === 'accept') ? resolvedChildren(work, node) : [];
  }
  if (/Range(?:Start|End)$/.test(name) && name !== 'w:commentRangeStart' && name !== 'w:commentRangeEnd') return [];
  if (PROPERTIES.has(name)) return resolvedProperties(work, node);
  if (name === 'w:tr' && goes(childNode(node, 'w:trPr'), work.resolution)) return [];
  if (name === 'w:tc' && goes(childNode(node, 'w:tcPr'), work.resolution)) return [];
  if (name === 'w:sdt') return resolvedControl(work, node);
  if (name.startsWith('m:') && controlCharacterGoes(node, work.resolution)) return argumentsOf(work, node);
  const children = resolvedChildren(work, node);
  if ((name === 'w:tbl' && lacks(children, 'w:tr')) || (name === 'w:tr' && lacks(children, 'w:tc'))) return [];
  const made: CanonicalNode = { ...node, name: RESTORED[name] ?? name, children };
  if (name === 'w:p' && !markRemains(node, work.resolution)) work.joining.add(made);
  return [made];
}

function resolvedProperties({ properties, resolution }: Resolving, node: CanonicalNode): readonly CanonicalChild[] {
  const known = properties.get(node) ?? formerProperties(node, resolution);
  properties.set(node, known);
  return known;
}

function resolvedChildren(work: Resolving, node: CanonicalNode): readonly CanonicalChild[] {
  const children: CanonicalChild[] = [];
  for (const child of node.children) {
    if (typeof child === 'string') children.push(child);
    else for (const one of resolved(work, child)) children.push(one);
  }
  const joins = children.some((child) => typeof child !== 'string' && work.joining.has(child));
  return joins && !INSERTED.has(node.name) && !DELETED.has(node.name)
    ? withoutMark(node.name, children, work.joining)
    : children;
}

/** A content control; one whose tags go, and one that loses all its text, leave what they hold. */
function resolvedControl(work: Resolving, node: CanonicalNode): readonly CanonicalChild[] {
  const children = resolvedChildren(work, node);
  const content = children.find((child) => typeof child !== 'string' && child.name === 'w:sdtContent');
  const held = content === undefined || typeof content === 'string' ? [] : content.children;
  if (work.unwrapped.has(node)) return held;
  const wasEmpty = childNodes(childNode(node, 'w:sdtContent')).length === 0;
  return held.length === 0 && !wasEmpty ? [] : [{ ...node, children }];
}

/** Whether a row or a cell goes by the marks in its properties. */
function goes(properties: CanonicalNode | undefined, resolution: Resolution): boolean {
  return childNodes(properties).some(({ name }) =>
    resolution === 'accept' ? name === 'w:del' || name === 'w:cellDel' : name === 'w:ins' || name === 'w:cellIns',
  );
}

/** Whether the control character of an object of an equation goes, by the marks in its `m:ctrlPr`. */
function controlCharacterGoes(node: CanonicalNode, resolution: Resolution): boolean {
  const control = childNode(childNode(node, `${node.name}Pr`), 'm:ctrlPr');
  return childNodes(control).some(({ name }) => name === (resolution === 'accept' ? 'w:del' : 'w:ins'));
}

/** What an object of an equation holds, without the object. */
function argumentsOf(work: Resolving, node: CanonicalNode): readonly CanonicalChild[] {
  return childNodes(node)
    .filter(({ name }) => !name.endsWith('Pr'))
    .flatMap((argument) => resolvedChildren(work, argument))
    .filter((child) => typeof child === 'string' || child.name !== 'm:ctrlPr');
}

function lacks(children: readonly CanonicalChild[], name: string): boolean {
  return !children.some((child) => typeof child !== 'string' && holds(child, name));
}

/** Rows and cells may stand in content controls and custom XML. */
function holds(node: CanonicalNode, name: string): boolean {
  if (node.name === name) return true;
  const inside = node.name === 'w:sdt' || node.name === 'w:sdtContent' || node.name === 'w:customXml';
  return inside && childNodes(node).some((child) => holds(child, name));
}
