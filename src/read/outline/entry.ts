/** What a reader hands to `outline`: the things of a text in reading order, before it is known what stands in what. */
import type { Place } from '../../message.ts';
import type { Block, Clause, Inline } from '../../model/document.ts';

export type Entry = ClauseEntry | DefinitionEntry | ItemEntry | BlockEntry | EndEntry;

interface Opening {
  readonly id?: string;
  readonly place?: Place;
  /** What stands in it for certain: its first paragraph, or all of it where it is `closed`. */
  readonly content: readonly Block[];
  /** `content` is all there is: nothing that follows is put into it. So with the items of a Markdown list. */
  readonly closed?: true;
}

/**
 * A heading, or a paragraph or list item with a label: it opens a provision. The label is taken out of the text.
 *
 * What it closes is told by, in this order: `headingLevel`, where it has a heading; `level`; its label.
 */
export interface ClauseEntry extends Opening {
  readonly type: 'clause';
  readonly kind: Clause['kind'];
  readonly label?: string;
  readonly fixed?: true;
  /** The inlines of its heading, the label taken off; absent or empty where there is no text. */
  readonly heading?: readonly Inline[];
  /** The depth of its heading, from 1; absent where it is a paragraph or an item, not a heading. */
  readonly headingLevel?: number;
  /**
   * How deep the source's own numbering puts it, from 0 (`w:ilvl` of Word; limbs may go on counting where clauses
   * leave off). Absent where only the label can tell: `4.1.1` stands in `4.1`, `(i)` behind `(a)` stands in it.
   */
  readonly level?: number;
  /** Set where it stands in the clause before it, whatever its label says. */
  readonly inside?: true;
}

/** A paragraph that defines a term. Lists right behind it belong to it, and so do their closing words. */
export interface DefinitionEntry extends Opening {
  readonly type: 'definition';
  readonly term: string;
}

/** A bullet. */
export interface ItemEntry extends Omit<Opening, 'id'> {
  readonly type: 'item';
  /** From 0; 0 where absent. A deeper bullet stands in the one before it. */
  readonly level?: number;
}

/** Anything that opens nothing: a paragraph without label, a table, an opaque block. */
export interface BlockEntry {
  readonly type: 'block';
  readonly block: Block;
  /** The level of the limb or bullet that it continues, where its indentation says so. */
  readonly level?: number;
}

/** The clause that is open ends here; what follows belongs to the clause around it. */
export interface EndEntry {
  readonly type: 'end';
  readonly place?: Place;
}
