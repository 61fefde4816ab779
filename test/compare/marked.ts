/** How much of two texts a redline marks, and how much the shortest possible word-level script would. */
import { revisionOf } from '../../src/model/decide.ts';
import type { Document, Node } from '../../src/model/document.ts';
import type { Redline, Revision } from '../../src/model/redline.ts';
import { CHILD_LISTS, childList } from '../../src/model/walk.ts';
import { shortestScript } from './shortest.ts';

/** Characters of running text (UTF-16 code units) that are shown as deleted or inserted; labels do not count. */
export interface Marked {
  readonly all: number;
  /** Those of changes that only follow left out. */
  readonly withoutConsequential: number;
}

/**
 * What a redline marks: all that both sides say, less what is shown as standing on both. A moved provision counts twice,
 * where it stood and where it stands.
 */
export function markedBy(redline: Redline, before: Document, after: Document): Marked {
  const following = new Set(redline.changes.filter(({ weight }) => weight === 'consequential').map(({ id }) => id));
  let [kept, followed] = [0, 0];
  const visit = (node: Node<Revision>, fate: boolean): void => {
    const revision = revisionOf(node);
    const marked = fate || revision?.kind === 'insertion' || revision?.kind === 'deletion';
    const text = printedText(node);
    if (!fate && marked && revision !== undefined && 'change' in revision && following.has(revision.change))
      followed += text.length;
    if (!marked && text !== '') {
      const was = node.type === 'crossReference' && revision?.kind === 'alteration' ? revision.before.text : undefined;
      if (was === undefined) kept += text.length;
      else if (following.has(was.change)) followed += text.length + String(was.value).length;
    }
    for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) visit(child, marked);
  };
  visit(redline.document, false);
  const all = lengthOf(before) + lengthOf(after) - 2 * kept;
  return { all, withoutConsequential: all - followed };
}

function lengthOf(document: Document): number {
  let length = 0;
  each(document, (node) => {
    length += printedText(node).length;
  });
  return length;
}

function printedText(node: Node<unknown>): string {
  if (node.type === 'text') return node.value;
  return node.type === 'crossReference' || node.type === 'blank' ? node.text : '';
}

function each(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) each(child, visit);
}

/** What stands between two paragraphs: a token that no text holds, and that counts nothing. */
const BREAK = '\n';
const TOKEN = /[\p{L}\p{M}\p{N}_]+|\s+|./gsu;

/** The words, spaces and signs of a document's running text, in reading order. */
function tokensOf(document: Document): string[] {
  const tokens: string[] = [];
  each(document, (node) => {
    const text = printedText(node);
    if (text !== '') tokens.push(...(text.match(TOKEN) ?? []));
    else if (node.type === 'para' || node.type === 'clause' || node.type === 'table') tokens.push(BREAK);
  });
  return tokens;
}

/** The characters that a shortest word-level script (fewest words, spaces and signs) deletes and inserts. */
export function markedAtLeast(before: Document, after: Document): number {
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly string[]): Int32Array =>
    Int32Array.from(tokens, (token) => {
      if (!numbers.has(token)) numbers.set(token, numbers.size);
      return numbers.get(token) as number;
    });
  const [a, b] = [tokensOf(before), tokensOf(after)];
  let kept = 0;
  shortestScript(numbered(a), numbered(b), (from, _, length) => {
    for (let i = from; i < from + length; i++) kept += a[i] === BREAK ? 0 : (a[i] as string).length;
  });
  const total = (tokens: readonly string[]) =>
    tokens.reduce((sum, token) => sum + (token === BREAK ? 0 : token.length), 0);
  return total(a) + total(b) - 2 * kept;
}
