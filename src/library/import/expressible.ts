/** What a Word file may say and Legal Markdown cannot: it becomes what comes nearest, with a message. */
import type { Message, Report } from '../../message.ts';
import { citations } from '../../model/cite.ts';
import type { CrossReference, Document, Inline, Node } from '../../model/document.ts';
import { normalise } from '../../model/equal.ts';
import { idOf } from '../../model/links.ts';
import { mapChildLists, walk } from '../../model/walk.ts';

/** The document as Legal Markdown can say it: no reference leads nowhere, and what is left open stands in brackets. */
export function expressible(document: Document, report: Report): Document {
  const known = new Set<string>();
  walk(document, (node) => {
    const id = idOf(node);
    if (id !== undefined) known.add(id);
  });
  const cites = citations(document);
  const step = (node: Node, cite: string): Node => {
    const here = cites.get(node) ?? cite;
    if (node.type === 'crossReference' && !known.has(node.target)) return dangling(node, here, report);
    if (node.type === 'blank' && !/^\[[^[\]]*\]$/.test(node.text)) return unbracketed(node, here, report);
    return mapChildLists<never, never, Node>(node, (children) => children.map((child) => step(child, here)));
  };
  return normalise(step(document, '') as Document);
}

function dangling(reference: CrossReference, cite: string, report: Report): Inline {
  const { text, marks } = reference;
  const reason = 'a cross-reference leads to nothing that this document holds, and is kept as text';
  reportAt(report, 'import/dangling-reference', 'warning', reason, cite, reference, text);
  return { type: 'text', value: text, ...(marks === undefined ? {} : { marks }) };
}

function unbracketed(blank: Extract<Inline, { type: 'blank' }>, cite: string, report: Report): Inline {
  const { text, marks } = blank;
  const reason = 'a place to be filled in that has no brackets is kept as text';
  reportAt(report, 'import/open-place', 'note', reason, cite, blank, text);
  return { type: 'text', value: text, ...(marks === undefined ? {} : { marks }) };
}

function reportAt(
  report: Report,
  rule: string,
  severity: Message['severity'],
  reason: string,
  cite: string,
  { place }: Inline,
  actual: string,
): void {
  const at = { ...(place === undefined ? {} : { place }), ...(cite === '' ? {} : { cite }) };
  report({ severity, rule, reason, ...at, ...(actual === '' ? {} : { actual }) });
}
