/**
 * References by number: which provision a number in running text means, so that "Clause 20.17" becoming "Clause
 * 20.18" is known to follow a renumbering where both name the same provision.
 */

import type { Token } from '../align/tokens.ts';
import type { Node } from '../model/document.ts';

/** For both sides, the numbers that provisions are cited by, where the number of the provision changed. */
export interface ReferenceIndex {
  readonly before: ReadonlyMap<string, Target>;
  readonly after: ReadonlyMap<string, Target>;
}

/** A provision that both sides have, under different numbers. */
export interface Target {
  readonly key: string;
  readonly after: Node;
}

/** A provision of after with its citations before and after. */
export interface Recited {
  readonly node: Node;
  readonly before: string;
  readonly after: string;
}

/** Makes the index of the provisions whose citation changed. */
export function indexReferences(recited: Iterable<Recited>): ReferenceIndex {
  const before = new Map<string, Target>();
  const after = new Map<string, Target>();
  let count = 0;
  for (const { node, before: from, after: to } of recited) {
    const target = { key: `target ${count++}`, after: node };
    const [x, y] = [citeKey(from), citeKey(to)];
    if (x === undefined || y === undefined || x === y) continue;
    if (!before.has(x)) before.set(x, target);
    if (!after.has(y)) after.set(y, target);
  }
  return { before, after };
}

const CITE = /^(?:([A-Z][a-z]+) )?([A-Z]?\d[\w.]*(?:\([a-z0-9]+\))*|[A-Z])$/i;
const SEPARATE = new Set(['table', 'figure', 'annex', 'appendix', 'schedule', 'part', 'chapter', 'footnote']);

/** `20.18(a)` for provisions, `table 9.3` for what has numbers of its own. */
function citeKey(cite: string): string | undefined {
  const [, word = '', number] = CITE.exec(cite) ?? [];
  if (number === undefined) return undefined;
  return keyOf(word.toLowerCase(), number);
}

function keyOf(word: string, number: string): string {
  return SEPARATE.has(word) ? `${word} ${number}` : number;
}

const PROVISION = /^(?:clauses?|sections?|paragraphs?|articles?|§§?|regulations?|rules?|and|or|to)$/;

/** What a token means as a reference, by the word before it; a bare whole number needs one that names provisions. */
export function targetOf(token: Token, wordBefore: string, index: ReadonlyMap<string, Target>): Target | undefined {
  if (index.size === 0 || (token.kind !== 'number' && !/^[A-Z]$/.test(token.text))) return undefined;
  const word = wordBefore.toLowerCase();
  const singular = word.replace(/(?<=[a-z])s$/, '');
  if (SEPARATE.has(singular)) return index.get(keyOf(singular, token.text));
  if (/^\d+[A-Z]?$/.test(token.text) && !PROVISION.test(word)) return undefined;
  return index.get(token.text);
}
