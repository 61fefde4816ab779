/** A redline: one document whose nodes may carry a revision, and the list of changes they belong to. */
import type { Doc, Document, Meta } from './document.ts';

/** `c1`, `c2`, … in the order of the redline. */
export type ChangeId = string;

export type ChangeKind =
  | 'insertion'
  | 'deletion'
  | 'substitution'
  | 'move'
  | 'split'
  | 'merge'
  | 'renumbering'
  | 'reformatting';

/**
 * `substantive`: the law may differ. `consequential`: it follows from another change. `typographical`: white space
 * or the style of quotation marks alone. `formatting`: how it looks alone.
 */
export type Weight = 'substantive' | 'consequential' | 'typographical' | 'formatting';

/** The weights from the heaviest to the lightest. */
export const WEIGHTS = ['substantive', 'consequential', 'typographical', 'formatting'] as const satisfies Weight[];

/** The heaviest of some weights; `undefined` of none. */
export function heaviest(weights: Iterable<Weight>): Weight | undefined {
  const known = new Set(weights);
  return WEIGHTS.find((weight) => known.has(weight));
}

/**
 * What happened to a node.
 * - `insertion`: only after has it. `deletion`: only before has it. All below it shares that fate.
 *   Both belong to one change of kind `move` where a node was moved: the deletion shows where it stood and what it
 *   said, the insertion where it stands; revisions inside the insertion show what was edited on the way.
 * - `boundary`: only the boundary in front of the node was inserted (a split) or deleted (a merge); what the node
 *   holds stands on both sides. Where the boundary is absent, the node's content continues its predecessor's.
 * - `alteration`: attributes of the node differ; what they were before stands in `before`.
 */
export type Revision = Insertion | Deletion | Boundary | Alteration;

export interface Insertion {
  readonly kind: 'insertion';
  readonly change: ChangeId;
}

export interface Deletion {
  readonly kind: 'deletion';
  readonly change: ChangeId;
}

export interface Boundary {
  readonly kind: 'boundary';
  readonly change: ChangeId;
  /** `insertion` where only after has the boundary, `deletion` where only before has it. */
  readonly boundary: 'insertion' | 'deletion';
  /**
   * Where the boundary is absent: `text`, the first paragraph continues the last one of the node before it; `block`,
   * the content follows that of the node before it; `parent`, the content stands in the list where the node stood.
   * What the node itself prints (a heading) then carries revisions of its own.
   */
  readonly joins: 'text' | 'block' | 'parent';
}

/** Attributes that differ, each with its value before (`null`: it had none) and the change it belongs to. */
export interface Alteration {
  readonly kind: 'alteration';
  readonly before: Readonly<Record<string, AttributeBefore>>;
}

export interface AttributeBefore {
  readonly value: unknown;
  readonly change: ChangeId;
}

/** Where a change stands on one side. */
export interface Locus {
  /** The nearest provision, as `Clause 20.18(a)`, `Table 9.3, row 2A`, `footnote 7`, in that side's numbering. */
  readonly cite: string;
  /** The `id` of the nearest identified node at or above the change. */
  readonly id?: string;
  /** The identified nodes around the change, the outermost first, ending in `id`. */
  readonly within: readonly string[];
  /** An excerpt of what stands there, at most some 200 UTF-16 code units. */
  readonly text: string;
}

/** A stretch of an excerpt: text that only before has, only after has, or both have. */
export interface ExcerptPart {
  readonly kind: 'deleted' | 'inserted' | 'retained';
  readonly text: string;
}

export interface Change {
  readonly id: ChangeId;
  readonly kind: ChangeKind;
  readonly weight: Weight;
  /** Absent for what only after has. */
  readonly before?: Locus;
  /** Absent for what only before has. */
  readonly after?: Locus;
  /** The change that this one follows from. */
  readonly cause?: ChangeId;
  /** What changed, in a few words: `renumbered from 20.17 to 20.18`. */
  readonly summary: string;
  /**
   * The words that the change deletes and inserts, with a few of those around them; at most some 200 UTF-16 code units.
   * Absent where it is about no words.
   */
  readonly excerpt?: readonly ExcerptPart[];
  /** Who made it, where a change-marked file says so. */
  readonly author?: string;
  /** When, ISO 8601 as the file says it; the latest of its marks. */
  readonly date?: string;
}

/** Two versions in one document. Accepting all revisions gives after, rejecting all gives before. */
export interface Redline {
  /** What before said of itself; `document.meta` is what after says. */
  readonly before: Meta;
  readonly document: Doc<Revision>;
  readonly changes: readonly Change[];
}

/** A clean document as a redline in which nothing is marked, so that every writer takes a redline. */
export function cleanRedline(document: Document): Redline {
  return { before: document.meta, document, changes: [] };
}
