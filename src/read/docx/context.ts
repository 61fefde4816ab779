/** What the making of a document from typed Word parts has at hand: styles, lists, notes, anchors. */
import type { Place } from '../../message.ts';
import type { Package } from '../../word/package.ts';
import type { Relationship } from '../../word/relationships.ts';
import type { Tally } from '../../word/tally.ts';
import type { AnchorNames } from './anchors.ts';
import type { CountNext } from './count.ts';
import type { MarksOf } from './marks.ts';
import type { List } from './numbering.ts';
import type { Side } from './settle.ts';
import type { Styles } from './styles.ts';
import type { WordText } from './word.ts';

/** The typed parts of a Word file: all that the second stage reads. */
export interface WordParts {
  readonly opened: Package;
  readonly tally: Tally;
  readonly main: WordText;
  readonly footnotes: WordText | undefined;
  readonly endnotes: WordText | undefined;
  readonly comments: WordText | undefined;
  readonly styles: Styles;
  /** Whether our own writer made the file. */
  readonly house: boolean;
  readonly lists: ReadonlyMap<string, List>;
  /** Relationships by the folded name of the part that has them. */
  readonly relationships: (part: string) => ReadonlyMap<string, Relationship>;
}

/** Whether what fields last showed counts where Word works it out anew. */
export type FieldResults = 'keep' | 'omit';

/** One side of a document in the making. */
export interface Making {
  readonly parts: WordParts;
  readonly side: Side;
  /** Whether runs stay apart as the file has them, so that the two sides can be laid over one another. */
  readonly keepsRuns: boolean;
  readonly results: FieldResults;
  readonly anchors: AnchorNames;
  readonly count: CountNext;
  readonly marks: MarksOf;
  /** Notes that have been called: each stands once. */
  readonly calledNotes: Set<string>;
  /** The part that is being read. */
  readonly text: WordText;
  /** Tells of what is found; silent on the second side, so that nothing is told twice. */
  readonly tally: Tally;
}

export function placeOf(making: Making, start: number, end: number): Place & { readonly start: number; end: number } {
  const { file } = making.parts.opened;
  const { part } = making.text;
  return file === undefined ? { part, start, end } : { file, part, start, end };
}
