/**
 * A lasting anchor for every provision: the one that an earlier version gave it, else the bookmark that a person gave it
 * in Word, else a name made of its words. References follow.
 */
import type { Block, Document, Node } from '../../model/document.ts';
import { crossReferences, idOf } from '../../model/links.ts';
import { childrenOf, mapChildLists, plainText, walk } from '../../model/walk.ts';
import type { Continued } from './identities.ts';
import { nameFor, numbered } from './slug.ts';

/** A document with its anchors, and how they came about. */
export interface Anchored {
  readonly document: Document;
  /** How many came from an earlier version, from bookmarks, and from words. */
  readonly counts: { readonly carried: number; readonly kept: number; readonly made: number };
}

/**
 * Gives each part, clause, definition and table an anchor, and whatever else a reference means or an earlier version
 * named; what stands in a table's cells or in a footnote has one only then. None of the anchors `reserved` (all that the
 * earlier version gave) gets another meaning. `continued` and `also`, which get one as well, are nodes of this very
 * document.
 */
export function withAnchors(
  document: Document,
  continued: Continued,
  reserved: Iterable<string>,
  also: ReadonlySet<Node> = new Set(),
): Anchored {
  const taken = new Set([...reserved, ...continued.anchors.values()]);
  const named = new Map(continued.anchors);
  const meant = new Set(crossReferences(document).map((reference) => reference.target));
  const kept = keepBookmarks(document, named, taken);
  const made = makeNames(document, { meant, also }, named, taken);
  return {
    document: rename(document, named, continued.facts),
    counts: { carried: continued.anchors.size, kept, made },
  };
}

/** Bookmarks whose name a person gave stay; one that is taken gets a number. */
function keepBookmarks(document: Document, named: Map<Node, string>, taken: Set<string>): number {
  let kept = 0;
  walk(document, (node) => {
    const id = idOf(node);
    if (id === undefined || named.has(node) || isMadeUp(id)) return;
    let name = id;
    for (let i = 2; taken.has(name); i++) name = numbered(id, i);
    taken.add(name);
    named.set(node, name);
    kept += 1;
  });
  return kept;
}

/** Names that programs give to bookmarks, as the reader of Word files folds them: `ref158904`, `OLE-LINK1`, `Text7`. */
const MADE_UP = [
  /^(?:ref|toc|hlk|hlt|int|dv-[a-z]|refheading|refnumpara|heading)(?=[-.\d]|$)/,
  /^(?:ole-link|bookmark|text|check|dropdown|anchor|goback)[-\d]*$/i,
  /\d{5}/,
  /^.$/u,
];

/** Whether the name of a bookmark says nothing of what it stands at. */
export function isMadeUp(name: string): boolean {
  return MADE_UP.some((pattern) => pattern.test(name));
}

/** Names for provisions that have none yet, in reading order. */
function makeNames(
  document: Document,
  { meant, also }: { readonly meant: ReadonlySet<string>; readonly also: ReadonlySet<Node> },
  named: Map<Node, string>,
  taken: Set<string>,
): number {
  let made = 0;
  const visit = (node: Node, parent: string | undefined, inside: boolean): void => {
    const id = idOf(node);
    const wanted = (!inside && isProvision(node)) || also.has(node) || (id !== undefined && meant.has(id));
    if (wanted && !named.has(node)) {
      const otherwise = fallback(node, document.meta.provision);
      named.set(node, nameFor({ words: wordsOf(node), parent, otherwise }, taken));
      made += 1;
    }
    const below = inside || node.type === 'cell' || node.type === 'note';
    for (const child of childrenOf(node)) visit(child, named.get(node) ?? parent, below);
  };
  visit(document, undefined, false);
  return made;
}

/** What is never left without an anchor. A limb is found by its letter. */
function isProvision(node: Node): boolean {
  if (node.type === 'clause') return node.kind !== 'limb';
  return node.type === 'definition' || node.type === 'table';
}

/** The words that tell what a node is about. */
function wordsOf(node: Node): string {
  if (node.type === 'definition') return node.term;
  if (node.type === 'table') return plainText(node.caption ?? []) || firstText(node.rows);
  if (node.type === 'row') return firstText(node.cells);
  if (node.type === 'note') return firstText(node.children);
  if (node.type !== 'clause') return firstText([node]);
  return node.heading === undefined
    ? runInHeading(node.children[0]) || firstText(node.children)
    : plainText(node.heading);
}

/** `**Purpose.** This document …`: bold words up to a full stop or a colon are as good as a heading. */
function runInHeading(block: Block | undefined): string {
  const first = block?.type === 'para' ? block.children[0] : undefined;
  if (first?.type !== 'text' || first.marks?.bold !== true || !/[.:–—-]\s*$/.test(first.value)) return '';
  return first.value;
}

/** The text of the first of the nodes that has any. */
function firstText(nodes: readonly Node[]): string {
  for (const node of nodes) {
    const text = plainText(node).trim();
    if (text !== '') return text.slice(0, 400);
  }
  return '';
}

function fallback(node: Node, provision: string): string {
  const label = 'label' in node ? node.label : undefined;
  const kind = node.type === 'clause' ? provision : node.type === 'note' ? node.kind : node.type;
  return [kind, label].filter((word) => word !== undefined).join(' ');
}

/** The document with its new anchors; references go where they went before. An anchor without a new name goes. */
function rename(document: Document, named: ReadonlyMap<Node, string>, facts: Continued['facts']): Document {
  const targets = new Map<string, string>();
  walk(document, (node) => {
    const [before, after] = [idOf(node), named.get(node)];
    if (before !== undefined && after !== undefined && !targets.has(before)) targets.set(before, after);
  });
  const step = (node: Node): Node => {
    const own = { ...node, ...facts.get(node) } as Node;
    const inner = mapChildLists<never, never, Node>(own, (children) => children.map(step));
    if (inner.type === 'crossReference') return { ...inner, target: targets.get(inner.target) ?? inner.target };
    const id = named.get(node);
    if (id !== undefined) return { ...inner, id } as Node;
    if (idOf(inner) === undefined) return inner;
    const { id: _, ...rest } = inner as Extract<Node, { id?: string }>;
    return rest as Node;
  };
  return step(document) as Document;
}
