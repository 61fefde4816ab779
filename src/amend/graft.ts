/**
 * An amended provision from a file that tells less than the baseline (no anchors, no cross-references, other marks):
 * what the file leaves as it was is taken from the baseline, what it changes from the file.
 */
import type { Block, CrossReference, Document, Inline, Node, Para, Text } from '../model/document.ts';
import { normaliseInlines, same } from '../model/equal.ts';
import { anchors, citeForms } from '../model/links.ts';
import { valueIn, withValues } from '../model/values.ts';
import { CHILD_LISTS, childList, mapChildLists } from '../model/walk.ts';
import { matchLists } from './sequence.ts';

/** Paragraphs whose words are the file's: references in them are linked again once the whole version stands. */
export type Retold = Set<Para>;

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
    const para = withValues(after, values) as Para;
    if (!same(after.children, childList(before, 'children'))) retold.add(para);
    return para;
  }
  for (const name of lists) {
    if (name === 'heading' || name === 'caption' || values[name] === undefined) continue;
    values[name] = graftList(childList(after, name), childList(before, name), childList(baseline, name), retold);
  }
  return withValues(after, values);
}

/** Notes the paragraphs of a node that only the file has. */
export function asTold(node: Node, retold: Retold): Node {
  if (node.type === 'para') retold.add(node);
  for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) asTold(child, retold);
  return node;
}

/** The document with references linked again in paragraphs that a file told: by what the baseline and it cite. */
export function relink(document: Document, baseline: Document, retold: Retold): Document {
  if (retold.size === 0) return document;
  const targets = new Map<string, string>();
  for (const [id, anchor] of anchors(document)) {
    for (const cite of citeForms(anchor)) if (/\d/.test(cite) && !targets.has(cite)) targets.set(cite, id);
  }
  for (const [text, id] of citedIn(baseline)) targets.set(text, targets.get(text) ?? id);
  const pattern = patternOf(targets.keys());
  if (pattern === undefined) return document;
  const step = (node: Node): Node => {
    const inner = mapChildLists<never, never, Node>(node, (children) => children.map(step));
    if (node.type !== 'para' || !retold.has(node)) return inner;
    const children = (inner as Para).children.flatMap((inline) => relinked(inline, pattern, targets));
    return { ...(inner as Para), children: normaliseInlines(children) };
  };
  return step(document) as Document;
}

/** What the cross-references of a document print, with their targets; a text that means two targets is left out. */
function citedIn(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === 'crossReference') {
      if (found.has(node.text) && found.get(node.text) !== node.target) twice.add(node.text);
      found.set(node.text, node.target);
    }
    for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) visit(child);
  };
  visit(document);
  for (const text of twice) found.delete(text);
  return found;
}

/** The longest citation first, with no letter, digit or further number touching it. */
function patternOf(texts: Iterable<string>): RegExp | undefined {
  const sound = [...texts].filter((text) => text.trim() === text && /\d/.test(text));
  if (sound.length === 0) return undefined;
  const escaped = sound.sort((a, b) => b.length - a.length).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\w.])(?:${escaped.join('|')})(?!\\w|\\.\\d|\\()`, 'g');
}

function relinked(inline: Inline, pattern: RegExp, targets: ReadonlyMap<string, string>): Inline[] {
  if (inline.type !== 'text' || inline.marks?.href !== undefined) return [inline];
  const pieces: Inline[] = [];
  let at = 0;
  for (const match of inline.value.matchAll(pattern)) {
    pieces.push({ ...inline, value: inline.value.slice(at, match.index) });
    pieces.push(referenceTo(match[0], targets.get(match[0]) ?? '', inline));
    at = match.index + match[0].length;
  }
  return [...pieces, { ...inline, value: inline.value.slice(at) }];
}

function referenceTo(text: string, target: string, { marks }: Text): CrossReference {
  return { type: 'crossReference', target, text, ...(marks === undefined ? {} : { marks }) };
}
