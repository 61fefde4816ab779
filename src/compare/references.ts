/**
 * References by number: which provision a number in running text means, so that "Clause 20.17" becoming "Clause
 * 20.18" is known to follow a renumbering where both name the same provision.
 */

import type { Token } from '../align/tokens.ts';
import type { Citation } from '../model/cite.ts';
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

/** A provision that both sides have. */
export interface Recited {
  readonly before: Node;
  readonly after: Node;
}

type Cites = ReadonlyMap<Node, Citation>;

/** Makes the index of the provisions whose number changed; a number that means two provisions of a side means none. */
export function indexReferences(
  pairs: Iterable<Recited>,
  cites: { readonly before: Cites; readonly after: Cites },
): ReferenceIndex {
  const single = { before: singleNumbers(cites.before), after: singleNumbers(cites.after) };
  const before = new Map<string, Target>();
  const after = new Map<string, Target>();
  for (const pair of pairs) {
    const [x, y] = [citeKey(cites.before.get(pair.before)), citeKey(cites.after.get(pair.after))];
    if (x === undefined || y === undefined || x === y) continue;
    const target = { key: `target ${before.size} ${after.size}`, after: pair.after };
    if (single.before.has(x)) before.set(x, target);
    if (single.after.has(y)) after.set(y, target);
  }
  return { before, after };
}

/** The numbers that mean one provision alone, whatever division it stands in. */
function singleNumbers(cites: Cites): Set<string> {
  const once = new Set<string>();
  const seen = new Set<string>();
  for (const [node, citation] of cites) {
    const key = isNumbered(node) ? citeKey(citation) : undefined;
    if (key === undefined) continue;
    if (seen.has(key)) once.delete(key);
    else once.add(key);
    seen.add(key);
  }
  return once;
}

/** Whether a node is one that a text cites by number. */
export function isNumbered(node: Node): boolean {
  return node.type === 'clause' || node.type === 'table';
}

const CITE = /^(?:([A-Z][a-z]+) )?([A-Z]?\d[\w.]*(?:\([a-z0-9]+\))*|[A-Z])$/i;
const SEPARATE = new Set(['table', 'figure', 'annex', 'appendix', 'schedule', 'part', 'chapter', 'footnote']);

/** `20.18(a)` for provisions, `table 9.3` for what has numbers of its own; its division left out. */
function citeKey(citation: Citation | undefined): string | undefined {
  const [, word = '', number] = CITE.exec(citation?.own ?? '') ?? [];
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
