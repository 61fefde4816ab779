/** Labels that numbering must leave alone, told by their form: an inserted `4A` that no count gives. */
import type { Document, Node } from '../../model/document.ts';
import { deriveLabels } from '../../model/label.ts';
import type { Facts } from './identities.ts';

const INSERTED = /\d[A-Z]{1,2}\.?$/;

/** The clauses whose label is an inserted one. */
export function insertedLabels(document: Document): Map<Node, Facts> {
  const facts = new Map<Node, Facts>();
  for (const [node, derived] of deriveLabels(document)) {
    const { label, fixed } = node;
    if (label !== undefined && fixed !== true && label !== derived && INSERTED.test(label))
      facts.set(node, { fixed: true });
  }
  return facts;
}
