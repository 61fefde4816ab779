/** What may happen to a text, and how much it weighs: the one table of the rules. docs/comparison.md tells them to users. */
import type { ChangeKind, Weight } from '../model/redline.ts';

/**
 * A change that is consequential here becomes substantive where no cause is found: what follows nothing, a reader must
 * see.
 */
export const RULES = {
  /** A provision, a heading, a row or a column that only after has; words added to a paragraph. */
  insertion: { kind: 'insertion', weight: 'substantive' },
  /** The same of before. */
  deletion: { kind: 'deletion', weight: 'substantive' },
  /** Words that gave way to others; a reference that means another provision; a link to another address. */
  words: { kind: 'substitution', weight: 'substantive' },
  /** A provision, a row or a column that stands elsewhere. What was edited on the way is a change of its own. */
  move: { kind: 'move', weight: 'substantive' },
  split: { kind: 'split', weight: 'substantive' },
  merge: { kind: 'merge', weight: 'substantive' },
  /** Cells of a row that were merged or parted. */
  cells: { kind: 'substitution', weight: 'substantive' },
  /** The word before a table's number. */
  tableWord: { kind: 'renumbering', weight: 'substantive' },
  /** A number that follows from what came, went or moved before it, or from the number of what holds it. */
  number: { kind: 'renumbering', weight: 'consequential' },
  /** A reference that prints the new number of what it meant all along. */
  reference: { kind: 'substitution', weight: 'consequential' },
  /** The page on which a target stands; formatting where nothing else changed. */
  page: { kind: 'substitution', weight: 'consequential' },
  /** The term of a definition, which follows from the words that define it. */
  term: { kind: 'substitution', weight: 'consequential' },
  /** White space, line breaks, the style of quotation marks and hyphens. */
  typography: { kind: 'substitution', weight: 'typographical' },
  /** Bold, style, alignment, width, spans, a heading row; a reference that became plain text and prints the same. */
  formatting: { kind: 'reformatting', weight: 'formatting' },
  /** Anchors: names inside the file, which no reader sees. */
  anchors: { kind: 'reformatting', weight: 'formatting' },
} as const satisfies Readonly<Record<string, { readonly kind: ChangeKind; readonly weight: Weight }>>;

/** What happened, by its name in the table of rules. */
export type Happening = keyof typeof RULES;
