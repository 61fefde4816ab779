/** Anchors and the cross-references to them: what they are called, and what a reference should print. */
import { type Citation, dividedCitations, NO_CITE } from './cite.ts';
import type { CrossReference, Doc, Node } from './document.ts';
import { walk } from './walk.ts';

/** What a cross-reference may point to: its node, its citation, and its label alone where it has one. */
export interface Anchor<R = never> extends Citation {
  readonly node: Node<R>;
  readonly label?: string;
}

/** Everything that has an `id`, in document order. Where an id stands twice, the first holds it. */
export function anchors<R>(document: Doc<R>): Map<string, Anchor<R>> {
  const cites = dividedCitations(document);
  const result = new Map<string, Anchor<R>>();
  walk<R>(document, (node) => {
    const id = idOf(node);
    if (id === undefined || result.has(id)) return;
    result.set(id, anchorOf(node, cites.get(node)));
  });
  return result;
}

/** A node as a cross-reference may point to it. */
export function anchorOf<R>(node: Node<R>, citation: Citation = NO_CITE): Anchor<R> {
  const label = 'label' in node ? node.label : undefined;
  return { node, ...citation, ...(label === undefined ? {} : { label }) };
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
  const whole = replaced(text, wholeForms(before, after));
  if (whole !== undefined) return whole;
  const at = before.division === undefined ? -1 : indexOfWhole(text, before.division);
  if (before.division === undefined || at < 0) return replaced(text, ownForms(before, after)) ?? text;
  // The number of the division, which may be that of the provision too, is told apart from it.
  const [front, behind] = [text.slice(0, at), text.slice(at + before.division.length)];
  const forms = ownForms(before, after);
  const [newFront, newBehind] = [replaced(front, forms), replaced(behind, forms)];
  if (after.division === undefined || (newFront === undefined && newBehind === undefined)) return text;
  return (newFront ?? front) + after.division + (newFront === undefined ? (newBehind ?? behind) : behind);
}

/** Whether a reference's text cites its target in a form that we know. */
export function citesTarget(text: string, anchor: Anchor<unknown>): boolean {
  return [...wholeForms(anchor, anchor), ...ownForms(anchor, anchor)].some(([from]) => indexOfWhole(text, from) >= 0);
}

/** The text with the first form that it has replaced; `undefined` where it has none. */
function replaced(text: string, forms: readonly (readonly [string, string])[]): string | undefined {
  for (const [from, to] of forms) {
    const at = indexOfWhole(text, from);
    if (at >= 0) return text.slice(0, at) + to + text.slice(at + from.length);
  }
  return undefined;
}

/** The ways to cite with the division: as we do, and `paragraph 2.1 of Schedule 1`. */
function wholeForms(before: Anchor<unknown>, after: Anchor<unknown>): [string, string][] {
  const pairs: [string, string][] = [[before.cite, after.cite]];
  if (before.division !== undefined) pairs.push([ofDivision(before), ofDivision(after)]);
  return pairs.filter(([from, to]) => from !== '' && to !== '');
}

/** How a text may cite a provision so that no other can be meant: `Schedule 1, paragraph 2.1`, and the other way round. */
export function citeForms(citation: Citation): readonly string[] {
  return citation.division === undefined ? [citation.cite] : [citation.cite, ofDivision(citation)];
}

function ofDivision(citation: Citation): string {
  return citation.division === undefined ? citation.cite : `${citation.own} of ${citation.division}`;
}

/** The ways to cite within a division: by word and number, by number without the word, by its own label. */
function ownForms(before: Anchor<unknown>, after: Anchor<unknown>): [string, string][] {
  const own: [string, string] = [before.own, after.own];
  const pairs: [string, string][] = [own, [numberOf(own[0]), numberOf(own[1])]];
  if (before.label !== undefined && after.label !== undefined) pairs.push([before.label, after.label]);
  return pairs.filter(([from, to]) => from !== '' && to !== '');
}

/** `20.18(a)` of `Clause 20.18(a)`; nothing where it opens without a word. */
function numberOf(own: string): string {
  return /^[A-Za-z][a-z]+ ([A-Z]?\d\S*)$/.exec(own)?.[1] ?? '';
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
