/** What a clean document prints, made from its model: what a page of it has to say. */
import type { Document, Node } from '../../../src/model/document.ts';
import { childrenOf } from '../../../src/model/walk.ts';

/** All that a clean document prints: its text, then that of its footnotes, white space aside. */
export function printed(document: Document): string {
  const notes: Node[] = [];
  const read = (node: Node): string => {
    if (node.type === 'note') notes.push(node);
    if (node.type === 'note' || (node.type === 'opaque' && node.kind === 'comment')) return '';
    if ('value' in node) return node.value;
    if ('text' in node) return node.text ?? '';
    return childrenOf(node).map(read).join('');
  };
  let all = read(document);
  for (let i = 0; i < notes.length; i++)
    all += childrenOf(notes[i] as Node)
      .map(read)
      .join('');
  return all.replace(/\s+/g, '');
}
