/** Whether a restated provision is the one that the baseline has, to the letter or in its words, and where it departs. */
import { citations } from '../model/cite.ts';
import type { Block, Document, Node, Row, Table } from '../model/document.ts';
import { normalise, same } from '../model/equal.ts';
import { idOf } from '../model/links.ts';
import { CHILD_LISTS, childList, mapChildLists, plainText } from '../model/walk.ts';
import { isElision, locate, type Runs } from './rows.ts';
import { excerpt } from './targets.ts';

/** How a restated provision fits: `exact` to the letter and mark, `words` where it says the same. */
export type Fit = 'exact' | 'words';

/** Holds restated blocks against those of the baseline. `undefined` where they say something else. */
export function fitOf(restated: readonly Block[], baseline: readonly Block[]): Fit | undefined {
  if (same(plain(restated), plain(baseline))) return 'exact';
  return wordsOf(restated) === wordsOf(baseline) ? 'words' : undefined;
}

/** Without anything that is not said, in canonical form. */
function plain(blocks: readonly Block[]): readonly Block[] {
  const meta = { title: '', provision: '', language: '' };
  return normalise<never>({ type: 'document', meta, children: blocks }).children;
}

/** Labels and words on one line each, white space folded: what two files agree in that look different. */
function wordsOf(blocks: readonly Block[]): string {
  const lines: string[] = [];
  const visit = (node: Node): void => {
    const label = 'label' in node && node.label !== undefined ? `${node.label} ` : '';
    if (node.type === 'clause') lines.push(label + fold(plainText(node.heading ?? [])));
    else if (node.type === 'table') lines.push(label + fold(plainText(node.caption ?? [])));
    else if (node.type === 'para') lines.push(fold(plainText(node)));
    if (node.type === 'para') return;
    for (const name of CHILD_LISTS[node.type]) {
      if (name === 'heading' || name === 'caption') continue;
      for (const child of childList(node, name)) visit(child);
    }
  };
  for (const block of blocks) visit(block);
  return lines.filter((line) => line !== '').join('\n');
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Where the rows of a partial table stand in the baseline's, to the letter or by their words. */
export function fitRows(restated: Table, baseline: Table): { readonly runs: Runs; readonly fit: Fit } | undefined {
  const exact = locate(restated.rows, baseline.rows, (a, b) => same(a, b));
  if (exact !== undefined) return { runs: exact, fit: 'exact' };
  const words = locate(restated.rows, baseline.rows, sameWords);
  return words === undefined ? undefined : { runs: words, fit: 'words' };
}

function sameWords(a: Row, b: Row): boolean {
  const texts = (row: Row): string[] => row.cells.map((cell) => fold(plainText(cell)));
  return same(texts(a), texts(b));
}

/** Whether a restated block is a part of the table that stands in the baseline. */
export function isPartial(restated: Block | undefined, baseline: Block): restated is Table {
  if (restated?.type !== 'table' || baseline.type !== 'table') return false;
  return restated.rows.some(isElision) || restated.rows.length < baseline.rows.length;
}

/** Where two texts part: what the instruction says and what the baseline has there. */
export function departure(
  restated: readonly Block[],
  baseline: readonly Block[],
): { readonly restated: string; readonly baseline: string } {
  const [a, b] = [wordsOf(restated), wordsOf(baseline)];
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1;
  const from = Math.max(0, a.lastIndexOf(' ', Math.max(0, at - 20)));
  return { restated: excerpt(a.slice(from)), baseline: excerpt(b.slice(from)) };
}

/**
 * Gives nodes of an amended text, which a file without anchors restated, those of the baseline: by citation, where that
 * is the same, since an anchor is not part of the law's words.
 */
export function withAnchors(after: readonly Block[], baseline: Document): readonly Block[] {
  const ids = new Map<string, string>();
  for (const [node, cite] of citations(baseline)) {
    const id = idOf(node);
    if (id !== undefined && cite !== '' && !ids.has(`${node.type} ${cite}`)) ids.set(`${node.type} ${cite}`, id);
  }
  const document: Document = { ...baseline, children: after };
  const cites = citations(document);
  const step = (node: Node): Node => {
    const id = ids.get(`${node.type} ${cites.get(node) ?? ''}`);
    const inner = mapChildLists<never, never, Node>(node, (children) => children.map(step));
    const takes = id !== undefined && idOf(node) === undefined && TAKES_ANCHOR.has(node.type);
    return takes ? ({ ...inner, id } as Node) : inner;
  };
  return after.map((block) => step(block) as Block);
}

const TAKES_ANCHOR: ReadonlySet<Node['type']> = new Set(['clause', 'definition', 'table']);
