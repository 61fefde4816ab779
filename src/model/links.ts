/** Anchors and the cross-references to them: what they are called, and what a reference should print. */
import { citations } from './cite.ts';
import type { CrossReference, Doc, Node } from './document.ts';
import { walk } from './walk.ts';

/** What a cross-reference may point to: its node, its citation, and its label alone where it has one. */
export interface Anchor<R = never> {
  readonly node: Node<R>;
  readonly cite: string;
  readonly label?: string;
}

/** Everything that has an `id`, in document order. Where an id stands twice, the first holds it. */
export function anchors<R>(document: Doc<R>): Map<string, Anchor<R>> {
  const cites = citations(document);
  const result = new Map<string, Anchor<R>>();
  walk<R>(document, (node) => {
    const id = idOf(node);
    if (id === undefined || result.has(id)) return;
    const label = 'label' in node ? node.label : undefined;
    result.set(id, { node, cite: cites.get(node) ?? '', ...(label === undefined ? {} : { label }) });
  });
  return result;
}

/** The anchor of a node, where its type has one and its source gave one. */
export function idOf<R>(node: Node<R>): string | undefined {
  return 'id' in node ? node.id : undefined;
}

/** All cross-references in reading order. */
export function crossReferences<R>(document: Doc<R>): CrossReference<R>[] {
  const found: CrossReference<R>[] = [];
  walk<R>(document, (node) => {
    if (node.type === 'crossReference') found.push(node);
  });
  return found;
}

/**
 * What a reference prints once its target's citation went from `before` to `after`: the part of the text that
 * cited the target is replaced, the rest ("paragraph", "Annex", brackets) stays. The text comes back as it was
 * where it does not cite the target in any form that we know.
 */
export function renumberedText(text: string, before: Anchor<unknown>, after: Anchor<unknown>): string {
  for (const [from, to] of forms(before, after)) {
    const at = indexOfWhole(text, from);
    if (at >= 0) return text.slice(0, at) + to + text.slice(at + from.length);
  }
  return text;
}

/** Whether a reference's text cites its target in a form that we know. */
export function citesTarget(text: string, anchor: Anchor<unknown>): boolean {
  return forms(anchor, anchor).some(([from]) => indexOfWhole(text, from) >= 0);
}

/** The ways to cite: in full, by number without the word, by its own label. The longest first. */
function forms(before: Anchor<unknown>, after: Anchor<unknown>): [string, string][] {
  const numbers: [string, string] = [numberOf(before.cite), numberOf(after.cite)];
  const pairs: [string, string][] = [[before.cite, after.cite], numbers];
  if (before.label !== undefined && after.label !== undefined) pairs.push([before.label, after.label]);
  return pairs.filter(([from, to]) => from !== '' && to !== '');
}

/** `20.18(a)` of `Clause 20.18(a)`; the whole where it opens without a word. */
function numberOf(cite: string): string {
  return /^[A-Z][a-z]+ ([A-Z]?\d\S*)$/.exec(cite)?.[1] ?? '';
}

/** Where `part` stands in `text` with no letter or digit touching it; -1 where it does not. */
function indexOfWhole(text: string, part: string): number {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text.slice(at + part.length, at + part.length + 2);
    if (!/[\w.]/.test(before) && !/^(?:\w|\.\d)/.test(after)) return at;
  }
  return -1;
}
