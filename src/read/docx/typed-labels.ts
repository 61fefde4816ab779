/** Which provisions of a Word file have numbers that the author typed, where Word counts the others. */
import type { Document, Node } from '../../model/document.ts';
import { walk } from '../../model/walk.ts';
import { withDefaults } from '../../word/limits.ts';
import { openPackage, partText } from '../../word/package.ts';
import { tallyFor } from '../../word/tally.ts';

/** A longer label is none. */
const LONGEST = 1_500;

/** The clauses of a document, read from these bytes, whose paragraphs print their label as text. */
export function typedLabels(document: Document, bytes: Uint8Array): ReadonlySet<Node> {
  const opened = openPackage(
    bytes,
    undefined,
    withDefaults(undefined),
    tallyFor(() => undefined),
  );
  const parts = new Map<string, string>();
  const typed = new Set<Node>();
  walk(document, (node: Node) => {
    if (node.type !== 'clause' || node.label === undefined) return;
    const { part, start } = node.place ?? {};
    if (part === undefined || start === undefined) return;
    const text = parts.get(part) ?? partText(opened, part) ?? '';
    parts.set(part, text);
    const printed = text
      .slice(start, start + LONGEST)
      .replace(/<\/(?:\w+:)?p>[\s\S]*$/, '')
      .replace(/<[^>]*>/g, '');
    if (squeezed(printed).startsWith(squeezed(node.label))) typed.add(node);
  });
  return typed;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
