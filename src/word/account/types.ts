/** The account of a Word package: everything in it that means something, as plain data without ids, in reading order. */
import type { FormatProperties } from './properties.ts';

/** What is to be told of a thing by name: `alternative text`, `w:pgSz@w:w`. */
export type Facets = Readonly<Record<string, string>>;

/** The account of one package. */
export interface PackageAccount {
  /** The body first, then the separators of notes. Notes, comments, text boxes, headers and footers hang where they are called. */
  readonly stories: readonly AccountStory[];
  /** Settings, properties and parts that stand for themselves. */
  readonly facts: readonly AccountFact[];
  /** What bookmarks mark, by their names: the words from their place on. */
  readonly bookmarks: ReadonlyMap<string, string>;
}

/** A text of its own: the body, a note, a header, a text box. */
export interface AccountStory {
  /** What a reader calls it: `the text`, `footnote`, `header of first pages`. */
  readonly what: string;
  /** The part that holds it. */
  readonly part: string;
  readonly units: readonly AccountUnit[];
}

export type AccountUnit = AccountParagraph | AccountBoundary;

/** A paragraph. */
export interface AccountParagraph {
  readonly kind: 'paragraph';
  /** Its words, with one sign (U+FFFC) for each thing that is no text. */
  readonly text: string;
  /** Its number in the part, from 1. */
  readonly paragraph: number;
  /** The automatic number as shown. */
  readonly number: string | undefined;
  /** How the list formats and indents it. */
  readonly numberFormat: string;
  readonly format: AccountFormat;
  /** The formatting of the paragraph mark. */
  readonly mark: AccountFormat;
  readonly items: readonly AccountItem[];
  readonly anchors: readonly AccountAnchor[];
}

/** Where a table, row, cell, content control or section begins or ends, or an imported file stands. */
export interface AccountBoundary {
  readonly kind: 'boundary';
  readonly what: string;
  /** False for the end of what began before. */
  readonly opens: boolean;
  /** The paragraph of the part that follows, or the last one. */
  readonly paragraph: number;
  readonly facets: Facets;
  /** Headers and footers of a section. */
  readonly inner: readonly AccountStory[];
}

/** Text of one format, or one thing that stands in the text. */
export interface AccountItem {
  /** `text`, `field`, `link`, `note`, `drawing` and the like; with `end` where it closes what was opened. */
  readonly what: string;
  readonly text: string;
  readonly format: AccountFormat;
  readonly facets: Facets;
  readonly inner: readonly AccountStory[];
}

/** A name or a comment on a place: a bookmark, the range of a comment. */
export interface AccountAnchor {
  readonly what: string;
  readonly name: string;
  /** UTF-16 offset in the text of the paragraph. */
  readonly at: number;
}

/** A format as it takes effect. */
export interface AccountFormat {
  /** The same for two formats of one pool just where they look the same. */
  readonly id: number;
  readonly properties: FormatProperties;
  /** What it would be without the style: to tell whether the style or the text differs. */
  readonly own: FormatProperties;
  readonly style: string;
}

/** A fact about the whole document. */
export interface AccountFact {
  /** `setting`, `property`, `part`. */
  readonly what: string;
  readonly name: string;
  readonly part: string;
  readonly value: string;
}
