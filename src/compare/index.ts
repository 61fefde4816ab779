/** Comparing two documents: one redline that accepts to after, rejects to before, and accounts for every change. */

import { type Terms, termTable } from '../align/tokens.ts';
import type { Report } from '../message.ts';
import type { Alignment } from '../model/alignment.ts';
import { rowKeys } from '../model/cite.ts';
import type { Document, Node } from '../model/document.ts';
import { withExcerpts } from '../model/excerpt.ts';
import { anchorOf } from '../model/links.ts';
import type { Redline } from '../model/redline.ts';
import { align } from './align.ts';
import { buildList } from './blocks.ts';
import type { Context, SideName } from './context.ts';
import { Ledger, type Side, sideOf } from './ledger.ts';
import { flatten, type Pairing } from './pairing.ts';
import { planAll } from './plan.ts';
import { Recorder } from './recorder.ts';
import { indexReferences, isNumbered, type Recited } from './references.ts';
import { layOut, newVocabulary, type Unit } from './units.ts';

export interface CompareOptions {
  /**
   * Set where both are sides of one file: what begins at one place is the same, and marked runs stay apart as their sides
   * have them, each with the place of its run.
   */
  readonly sameFile?: boolean;
  /** Hears of each pair of blocks that were found. */
  readonly paired?: (before: Node, after: Node) => void;
}

/**
 * Compares two documents, wherever they were read from. Every revision of the redline names one change and every
 * change has a revision; `report` hears where a stretch had to be told more coarsely (`compare/coarse`).
 */
export function compare(before: Document, after: Document, report?: Report, options?: CompareOptions): Redline {
  return withExcerpts(compareAligned(before, after, report, options).redline);
}

/** What `compare` decides, as a redline, and as pairs of nodes for a writer with a file of its own. */
export interface Comparison {
  readonly redline: Redline;
  readonly alignment: Alignment;
}

/** The same as `compare`, without excerpts, with the pairs that were decided. */
export function compareAligned(
  before: Document,
  after: Document,
  report?: Report,
  { sameFile = false, paired = () => undefined }: CompareOptions = {},
): Comparison {
  const vocabulary = newVocabulary(sameFile);
  const [left, right] = [layOut(before, vocabulary), layOut(after, vocabulary)];
  const pairing = align(left, right, vocabulary, report);
  const plans = planAll(left, pairing, vocabulary);
  for (const [x, y] of pairing.entries()) paired(x.node, y.node);
  const sides = { before: sideOf(before), after: sideOf(after) };
  const ledger = new Ledger();
  const recorder = new Recorder();
  const context: Context = {
    ledger,
    recorder,
    pairing,
    plans,
    vocabulary,
    terms: termsOf(left, right),
    references: indexReferences(numberedPairs(pairing), { before: sides.before.cites, after: sides.after.cites }),
    report,
    keepsRuns: sameFile,
    paired,
    ...keys(),
    ...lookups(sides, pairing, left, right),
    moves: new Map(),
    tables: { last: undefined },
  };
  const children = buildList(left, context, { parent: undefined, last: undefined });
  const document = { type: 'document', meta: after.meta, children } as const;
  const changes = ledger.finish(sides.before, sides.after);
  return {
    redline: { before: before.meta, document, changes },
    // Only a writer with a file of its own asks for it.
    get alignment() {
      return recorder.finish(before, after);
    },
  };
}

/** The terms that both documents define, in definitions and as keys of tables; they stay whole in the redline. */
function termsOf(left: Unit, right: Unit): Terms {
  const terms = new Set<string>();
  for (const { node } of [...flatten(left), ...flatten(right)]) {
    if (node.type === 'definition') terms.add(node.term);
    else if (node.type === 'table') for (const key of rowKeys(node).values()) for (const text of key) terms.add(text);
  }
  return termTable(terms);
}

/** The provisions with numbers that both sides have. */
function* numberedPairs(pairing: Pairing): Generator<Recited> {
  for (const [x, y] of pairing.entries()) if (isNumbered(y.node)) yield { before: x.node, after: y.node };
}

function keys(): Pick<Context, 'keyNumber'> {
  const numbers = new Map<string, number>();
  const keyNumber = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return { keyNumber };
}

function lookups(
  sides: { readonly before: Side; readonly after: Side },
  pairing: Pairing,
  left: Unit,
  right: Unit,
): Pick<Context, 'anchor' | 'targetKey'> {
  const units = new Map<Node, Unit>([...flatten(left), ...flatten(right)].map((unit) => [unit.node, unit]));
  const anchor = (id: string, side: SideName) => {
    const node = sides[side].anchors.get(id);
    return node === undefined ? undefined : anchorOf(node, sides[side].cites.get(node));
  };
  const targetKey = (id: string, side: SideName): string => {
    const node = sides[side].anchors.get(id);
    const unit = node === undefined ? undefined : units.get(node);
    const partner = unit === undefined ? undefined : side === 'before' ? pairing.after(unit) : unit;
    if (partner !== undefined && pairing.before(partner) !== undefined) return `pair ${partner.order}`;
    return `anchor ${id}`;
  };
  return { anchor, targetKey };
}
