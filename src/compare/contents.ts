/**
 * Lists of contents: the paragraphs that name a heading of the document and the page it stands on. What changes in them
 * follows from the headings and the pages.
 */
import type { Clause, Document, Node } from '../model/document.ts';
import { CHILD_LISTS, childList, plainText } from '../model/walk.ts';

/** The entries of the lists of contents, each with the heading that it names, where there is one. */
export type Contents = ReadonlyMap<Node, Clause | undefined>;

/** A paragraph that may be an entry. */
interface Candidate {
  /** The paragraph, and the provisions that hold nothing else. */
  readonly nodes: readonly Node[];
  /** Its text with the label in front, without the page. */
  readonly name: string;
  readonly hasPage: boolean;
}

/** A page number behind a tab or a row of dots: `Scope\t3`, `Scope ........ iv`. */
const PAGE = /(?:\t\s*|\.{3,}\s*|…+\s*|(?: \.){3,}\s*)(?:\d{1,4}|[ivxlc]{1,7})$/i;

/** What stands over a list of contents. */
const TITLE = /^(?:(?:table of )?contents|index|inhalt(?:sverzeichnis|sübersicht)?|sommaire)$/;

/** Finds the lists of contents of a document: neighbours that end in page numbers, and of which half name a heading. */
export function contentsOf(document: Document): Contents {
  const headings = headingsOf(document);
  const entries = new Map<Node, Clause | undefined>();
  if (headings.size === 0) return entries;
  const candidates = candidatesOf(document);
  for (let from = 0; from < candidates.length; ) {
    let to = from;
    while (candidates[to]?.hasPage === true) to += 1;
    const list = candidates.slice(from, to);
    const named = list.filter(({ name }) => headings.has(name)).length;
    if (named > 0 && 2 * named >= list.length) {
      const title = candidates[from - 1];
      for (const node of title !== undefined && TITLE.test(title.name) ? title.nodes : []) entries.set(node, undefined);
      for (const { nodes, name } of list) for (const node of nodes) entries.set(node, headings.get(name));
    }
    from = Math.max(to, from + 1);
  }
  return entries;
}

/** The clauses with headings, by the heading with and without the label; the first of each name. */
function headingsOf(document: Document): Map<string, Clause> {
  const headings = new Map<string, Clause>();
  const visit = (node: Node): void => {
    if (node.type === 'clause' && node.heading !== undefined) {
      const heading = plainText(node.heading);
      for (const text of [`${node.label ?? ''} ${heading}`, heading]) {
        const name = nameOf(text);
        if (name !== '' && !headings.has(name)) headings.set(name, node);
      }
    }
    for (const child of blocksIn(node)) visit(child);
  };
  visit(document);
  return headings;
}

function candidatesOf(document: Document): Candidate[] {
  const found: Candidate[] = [];
  const visit = (node: Node, label: string, holders: readonly Node[]): void => {
    const inner = blocksIn(node);
    if (node.type === 'para') {
      const text = plainText(node).trim();
      if (text === '') return;
      const hasPage = PAGE.test(text);
      found.push({ nodes: [...holders, node], name: nameOf(`${label} ${text.replace(PAGE, '')}`), hasPage });
      return;
    }
    const holds = inner.length === 1 && (node.type !== 'clause' || node.heading === undefined);
    const own = node.type === 'clause' && node.heading === undefined ? (node.label ?? '') : '';
    inner.forEach((child, i) => {
      visit(child, i === 0 ? `${label} ${own}` : '', holds && node.type !== 'document' ? [...holders, node] : []);
    });
  };
  visit(document, '', []);
  return found;
}

const BLOCK_LISTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(CHILD_LISTS).map(([type, lists]) => [
    type,
    lists.filter((list) => list !== 'heading' && list !== 'caption' && list !== 'columns'),
  ]),
);

/** The blocks, rows and cells below a node; what stands in a paragraph is left out. */
function blocksIn(node: Node): readonly Node[] {
  if (node.type === 'para') return [];
  const [list, other] = BLOCK_LISTS[node.type] ?? [];
  if (list === undefined) return [];
  return other === undefined ? childList(node, list) : [...childList(node, list), ...childList(node, other)];
}

function nameOf(text: string): string {
  return text
    .replace(/[\s.:]+/g, ' ')
    .trim()
    .toLowerCase();
}
