/** How a paragraph looks on one side: its style, its place in a list, its indents. Plain data, compared as text. */
import type { Alignment } from '../../model/document.ts';
import type { ListFormat } from './labels.ts';
import type { StyleId } from './styles.ts';

/** A place in one of Word's lists. */
export interface ListPlace {
  /** Names the list: paragraphs of one name count on from one another. */
  readonly list: string;
  readonly level: number;
  readonly shape: ListShape;
}

/** What a list's levels print, with what each starts, and where the text begins. */
export interface ListShape {
  readonly format: ListFormat | { readonly kind: 'bullet' };
  readonly starts: readonly number[];
  /** Where the text of level 0 begins, in twips from the margin. */
  readonly left: number;
  /** How far left of it the label stands, in twips. */
  readonly hanging: number;
  /** How much further in each deeper level begins, in twips. */
  readonly step: number;
}

/** Distances from the margin in twips. */
export interface Indent {
  readonly left: number;
  readonly hanging?: number;
}

export interface Look {
  readonly style: StyleId;
  readonly list?: ListPlace;
  readonly indent?: Indent;
  readonly align?: Alignment;
  /** Kept on one page with the paragraph behind it. */
  readonly stays?: true;
}

/** Whether two paragraphs would have the same properties. */
export function sameLook(a: Look, b: Look): boolean {
  return (
    a.style === b.style &&
    a.list?.list === b.list?.list &&
    a.list?.level === b.list?.level &&
    a.indent?.left === b.indent?.left &&
    a.indent?.hanging === b.indent?.hanging &&
    a.align === b.align &&
    a.stays === b.stays
  );
}
