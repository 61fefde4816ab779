/** Renumbering: every label takes the number of its place, and every cross-reference the text that follows. */
import { citations } from './cite.ts';
import type { Document, Node } from './document.ts';
import { deriveLabels, type LabelledNode } from './label.ts';
import { type Anchor, anchors, renumberedText } from './links.ts';
import { CHILD_LISTS, mapChildLists, walk } from './walk.ts';

/** One label or the text of one cross-reference, before and after. */
export interface LabelChange {
  readonly kind: 'label' | 'reference';
  /** The provision in its numbering before: of a reference, the one that holds it. */
  readonly cite: string;
  /** The anchor of the provision, or the one that the reference means; absent where a provision has none. */
  readonly id?: string;
  readonly before: string;
  readonly after: string;
}

/** A document in which numbering is right, and what was changed to make it so, in reading order. */
export interface Renumbered {
  readonly document: Document;
  readonly changes: readonly LabelChange[];
}

/**
 * Gives every label that is not fixed the number of its place, then every cross-reference the text that its target's
 * new number asks for. What stands in a reference's text beside the number stays; a reference that does not cite
 * its target in a form that we know stays as it is. The document itself comes back where there is nothing to change.
 */
export function renumber(document: Document): Renumbered {
  const changes: LabelChange[] = [];
  const labelled = withLabels(document, changes);
  if (changes.length === 0) return { document, changes };
  const result = withReferences(document, labelled, changes);
  return { document: result, changes };
}

function withLabels(document: Document, changes: LabelChange[]): Document {
  const labels = deriveLabels(document);
  const cites = citations(document);
  return mapTree(document, (node) => {
    if ((node.type !== 'clause' && node.type !== 'table') || node.label === undefined) return node;
    const label = labels.get(node);
    if (label === undefined || label === node.label) return node;
    changes.push({ kind: 'label', cite: cites.get(node) ?? '', ...idPart(node), before: node.label, after: label });
    return { ...node, label };
  });
}

function idPart(node: LabelledNode): { readonly id?: string } {
  return node.id === undefined ? {} : { id: node.id };
}

/** Leaves of `labelled` are those of `before`, so that a reference is cited in the numbering before. */
function withReferences(before: Document, labelled: Document, changes: LabelChange[]): Document {
  const cites = referenceCites(before);
  const anchorsBefore = anchors(before);
  const anchorsAfter = anchors(labelled);
  return mapTree(labelled, (node) => {
    if (node.type !== 'crossReference') return node;
    const text = followed(node.text, anchorsBefore.get(node.target), anchorsAfter.get(node.target));
    if (text === node.text) return node;
    const cite = cites.get(node) ?? '';
    changes.push({ kind: 'reference', cite, id: node.target, before: node.text, after: text });
    return { ...node, text };
  });
}

/** The citation of what holds each cross-reference. */
function referenceCites(document: Document): Map<Node, string> {
  const cites = citations(document);
  const result = new Map<Node, string>();
  walk(document, (node, ancestors) => {
    const holder = ancestors[ancestors.length - 1];
    if (node.type === 'crossReference' && holder !== undefined) result.set(node, cites.get(holder) ?? '');
  });
  return result;
}

function followed(text: string, before: Anchor | undefined, after: Anchor | undefined): string {
  return before === undefined || after === undefined ? text : renumberedText(text, before, after);
}

/** The tree with `change` applied to every node as it stood, parents first; leaves that stay are the same objects. */
function mapTree(document: Document, change: (node: Node) => Node): Document {
  const step = (node: Node): Node => {
    const changed = change(node);
    if (CHILD_LISTS[node.type].length === 0) return changed;
    return mapChildLists<never, never, Node>(changed, (children) => children.map(step));
  };
  return step(document) as Document;
}
