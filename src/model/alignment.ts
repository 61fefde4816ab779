/**
 * What a comparison decided, told by the nodes of both documents rather than in one marked tree: for writers that put the
 * changes into a file of their own, at the places that the reader recorded.
 */
import type { Place } from '../message.ts';
import type { Cell, Inline, Table } from './document.ts';

/** The content of one paragraph, heading or caption. */
export interface Passage {
  readonly inlines: readonly Inline[];
  /** Of the node that holds it; a caption's is that of its first inline that has one. */
  readonly place: Place | undefined;
}

/**
 * A stretch that stands on both sides. Offsets count in the passages of a side laid end to end: UTF-16 code units of text,
 * one for every other inline, and one for the boundary between two passages.
 */
export interface RetainedStretch {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Passages that were compared as one text: one of each side, or one and those that it was split into or merged from. */
export interface PassagePair {
  readonly before: readonly Passage[];
  readonly after: readonly Passage[];
  /** In order on both sides; `all` where both say the same. */
  readonly retained: readonly RetainedStretch[] | 'all';
  /** Whether they were moved in the tree of provisions, by themselves or with what holds them. */
  readonly moved: boolean;
}

/** Indices into two lists, from 0. */
export type IndexPair = readonly [before: number, after: number];

/** Two tables that are one. */
export interface TablePair {
  readonly before: Table;
  readonly after: Table;
  /** Rows that stay in place, in order. */
  readonly rows: readonly IndexPair[];
  /** Columns of the grid that stay in place, in order. */
  readonly columns: readonly IndexPair[];
}

/** All pairs of two documents, in the order in which they were decided. */
export interface Alignment {
  readonly passages: readonly PassagePair[];
  readonly tables: readonly TablePair[];
  /** Passages that one side alone has. */
  readonly unpaired: { readonly before: readonly Passage[]; readonly after: readonly Passage[] };
  /** Cells of after with those of before that they are. */
  readonly cells: ReadonlyMap<Cell, Cell>;
}
