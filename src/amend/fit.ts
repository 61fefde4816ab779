/** Whether a restated provision is the one that the baseline has, to the letter or in its words, and where it departs. */
import type { Block, Node, Row, Table } from '../model/document.ts';
import { normalise, same } from '../model/equal.ts';
import { CHILD_LISTS, childList, plainText } from '../model/walk.ts';
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
