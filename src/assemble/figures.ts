/** Numbers for the figures and tables of a text that have a caption and none, and the words of references to them. */
import type { Document, Node } from '../model/document.ts';
import { anchors } from '../model/links.ts';
import { mapChildLists, walk } from '../model/walk.ts';

type Tree = Node;

/**
 * Counts figures and tables apart, from 1 in reading order; a number that the text gives is left out of the count.
 * A reference without words, `[](#flow)`, says what it leads to.
 */
export function numberFigures(document: Document): Document {
  const given = new Set<string>();
  walk(document, (node) => {
    if ((node.type === 'picture' || node.type === 'table') && node.label !== undefined)
      given.add(`${wordOf(node)} ${node.label}`);
  });
  const numbered = withNumbers(document, given, new Map()) as Document;
  const cites = anchors(numbered);
  return withWords(numbered, (target) => cites.get(target)?.cite) as Document;
}

function wordOf(node: Tree): string {
  return (
    (node.type === 'table' || node.type === 'picture' ? node.word : undefined) ??
    (node.type === 'table' ? 'Table' : 'Figure')
  );
}

function withNumbers(node: Tree, given: ReadonlySet<string>, counts: Map<string, number>): Tree {
  const counted =
    (node.type === 'picture' || node.type === 'table') && node.label === undefined && node.caption !== undefined
      ? { ...node, label: next(wordOf(node), given, counts) }
      : node;
  return mapChildLists<never, never, Tree>(counted, (children) =>
    children.map((child) => withNumbers(child, given, counts)),
  );
}

function next(word: string, given: ReadonlySet<string>, counts: Map<string, number>): string {
  let count = counts.get(word) ?? 0;
  do count += 1;
  while (given.has(`${word} ${count}`));
  counts.set(word, count);
  return String(count);
}

function withWords(node: Tree, cite: (target: string) => string | undefined): Tree {
  if (node.type === 'crossReference') return node.text === '' ? { ...node, text: cite(node.target) ?? '' } : node;
  return mapChildLists<never, never, Tree>(node, (children) => children.map((child) => withWords(child, cite)));
}
