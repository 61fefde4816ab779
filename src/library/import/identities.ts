/** What a version takes over from an earlier one: the anchors of provisions that are paired, and what Word cannot hold. */
import { align } from '../../compare/align.ts';
import { flatten } from '../../compare/pairing.ts';
import { pairRows } from '../../compare/rows.ts';
import { layOut, newVocabulary, type Unit, type Vocabulary } from '../../compare/units.ts';
import { gridTexts } from '../../model/cite.ts';
import type { Document, Node, Table } from '../../model/document.ts';
import { idOf } from '../../model/links.ts';
import { plainText, walk } from '../../model/walk.ts';

/** What goes over, by the nodes of the later document. */
export interface Continued {
  readonly anchors: ReadonlyMap<Node, string>;
  readonly facts: ReadonlyMap<Node, Facts>;
}

/** What a Word file does not tell: the key columns of a table, and that a label is fixed. */
export type Facts = Partial<Pick<Table, 'keyedBy' | 'fixed'>>;

/**
 * Pairs the provisions of a document with those of an earlier version. Key columns and fixed labels go over where the
 * earlier headings and labels still stand.
 */
export function continued(earlier: Document, document: Document): Continued {
  const anchors = new Map<Node, string>();
  const facts = new Map<Node, Facts>();
  const taken = new Set<string>();
  const carry = (before: Node | undefined, after: Node | undefined): void => {
    const id = before === undefined ? undefined : idOf(before);
    if (id === undefined || after === undefined || taken.has(id) || anchors.has(after)) return;
    taken.add(id);
    anchors.set(after, id);
  };
  const vocabulary = newVocabulary();
  for (const [{ node: before }, { node: after }] of pairsOf(earlier, document, vocabulary)) {
    carry(before, after);
    const found = factsOf(before, after);
    if (found !== undefined) facts.set(after, found);
    for (const [x, y] of pairInner(innerNodes(before), innerNodes(after))) carry(x, y);
    if (before.type !== 'table' || after.type !== 'table') continue;
    for (const [i, j] of pairRows(before, { ...after, ...found }, vocabulary)) carry(before.rows[i], after.rows[j]);
  }
  for (const [before, after] of namedAlike(earlier, document)) carry(before, after);
  return { anchors, facts };
}

function pairsOf(earlier: Document, document: Document, vocabulary: Vocabulary): [Unit, Unit][] {
  const left = layOut(earlier, vocabulary);
  const pairing = align(left, layOut(document, vocabulary), vocabulary);
  return flatten(left).flatMap((before): [Unit, Unit][] => {
    const after = pairing.after(before);
    return after === undefined ? [] : [[before, after]];
  });
}

/** What can bear an anchor inside a unit and is no unit itself: its footnotes, and of a table what stands in its cells. */
function innerNodes(node: Node): Node[] {
  if (node.type === 'para') return node.children.filter((inline) => inline.type === 'note');
  if (node.type === 'clause') return (node.heading ?? []).filter((inline) => inline.type === 'note');
  const found: Node[] = [];
  if (node.type === 'table') {
    walk<never>(node, (inner) => {
      if (inner !== node && inner.type !== 'row' && 'children' in inner) found.push(inner);
    });
  }
  return found;
}

/** Nodes of one type that say the same, then the rest of the notes in their order. */
function pairInner(befores: readonly Node[], afters: readonly Node[]): [Node, Node][] {
  if (!befores.some((before) => idOf(before) !== undefined)) return [];
  const waiting = new Map<string, Node[]>();
  for (const after of [...afters].reverse()) {
    const key = contentKey(after);
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [after]);
    else same.push(after);
  }
  const pairs: [Node, Node][] = [];
  const left = befores.filter((before) => {
    const same = waiting.get(contentKey(before))?.pop();
    if (same !== undefined) pairs.push([before, same]);
    return same === undefined;
  });
  const paired = new Set(pairs.map(([, after]) => after));
  const notes = afters.filter((after) => after.type === 'note' && !paired.has(after));
  left
    .filter((before) => before.type === 'note')
    .forEach((before, i) => {
      const after = notes[i];
      if (after !== undefined) pairs.push([before, after]);
    });
  return pairs;
}

function contentKey(node: Node): string {
  return `${node.type} ${plainText(node.type === 'note' ? node.children : node)}`;
}

/** Nodes that have one anchor on both sides, by that anchor; they are the same wherever they stand. */
function namedAlike(earlier: Document, document: Document): [Node, Node][] {
  const named = new Map<string, Node>();
  walk(earlier, (node) => {
    const id = idOf(node);
    if (id !== undefined) named.set(id, node);
  });
  const pairs: [Node, Node][] = [];
  walk(document, (node) => {
    const before = named.get(idOf(node) ?? '');
    if (before !== undefined && before.type === node.type) pairs.push([before, node]);
  });
  return pairs;
}

function factsOf(before: Node, after: Node): Facts | undefined {
  if (before.type === 'table' && after.type === 'table') return keysOf(before, after);
  if (before.type !== 'clause' || after.type !== 'clause') return undefined;
  return before.fixed === true && after.fixed !== true && before.label === after.label ? { fixed: true } : undefined;
}

function keysOf(before: Table, after: Table): Facts | undefined {
  if (before.keyedBy.length === 0 || after.keyedBy.length > 0) return undefined;
  const header = after.rows.find((row) => row.header === true);
  const names = header === undefined ? [] : gridTexts(header);
  return before.keyedBy.every((name) => names.includes(name)) ? { keyedBy: before.keyedBy } : undefined;
}
