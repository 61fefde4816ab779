/**
 * The tree that every reader makes and every writer takes: a legal document as plain readonly data.
 *
 * `R` is the type of revision that a node may carry. In a clean `Document` it is `never`, so that a clean text
 * cannot carry a revision; in a redline it is `Revision` (see redline.ts).
 */
import type { Place } from '../message.ts';

/** What is said of a document as a whole, its front matter. */
export interface Meta {
  readonly title: string;
  /** The name by which other documents cite it, such as `Example AD`. */
  readonly short?: string;
  readonly version?: string;
  /** Such as `draft`, `in force`, `demonstration`. */
  readonly status?: string;
  /** The version that this one amends. */
  readonly baseline?: string;
  /** The date on which it takes effect, ISO 8601 (`2020-01-31`). */
  readonly effective?: string;
  readonly classification?: string;
  /** The word by which `cite` names a provision: `Clause` or `Section`. */
  readonly provision: string;
  /** BCP 47, `en-GB` where nothing else is said. */
  readonly language: string;
  /** Whatever else the front matter says, kept and written back, without a meaning to the core. */
  readonly properties?: Readonly<Record<string, string>>;
}

interface Base<R> {
  readonly place?: Place;
  readonly revision?: R;
}

/** A node that other nodes can refer to. The `id` is its identity: it stays when the node is renumbered or moved. */
interface Identified {
  /** The anchor, unique in the document; absent where the source gave none. */
  readonly id?: string;
}

/** A label as the reader sees it. */
interface Labelled {
  /** As printed, without the text that follows: `20.18`, `(a)`, `4A`, `Annex A`, `9.3` for a table. */
  readonly label?: string;
  /** Set where the label is typed and numbering must leave it alone (`4A`, a stub that keeps its number). */
  readonly fixed?: true;
}

export interface Doc<R = never> {
  readonly type: 'document';
  readonly meta: Meta;
  readonly children: readonly Block<R>[];
}

/** A clean text. */
export type Document = Doc;

export type Block<R = never> = Clause<R> | Definition<R> | Para<R> | Item<R> | Table<R> | Opaque<R>;
export type Inline<R = never> = Text<R> | CrossReference<R> | Note<R> | Blank<R> | Break<R> | Picture<R> | Opaque<R>;
export type Node<R = never> = Doc<R> | Block<R> | Inline<R> | Column<R> | Row<R> | Cell<R>;
export type NodeType = Node['type'];

/**
 * A provision. `part` is a division that is cited by its own name (`Annex A`, a heading without number), `clause` a
 * numbered provision at any depth, `limb` a lettered piece of one (`(a)`, `(ii)`).
 * A clause with a heading stands in the document itself or in another clause with a heading, never below one without.
 * The paragraphs before the first limb are its lead-in, those after the last its closing words.
 */
export interface Clause<R = never> extends Base<R>, Identified, Labelled {
  readonly type: 'clause';
  readonly kind: 'part' | 'clause' | 'limb';
  readonly heading?: readonly Inline<R>[];
  readonly children: readonly Block<R>[];
}

/** A definition. `term` is the term without marks; the whole text, the term in bold included, stands in `children`. */
export interface Definition<R = never> extends Base<R>, Identified {
  readonly type: 'definition';
  readonly term: string;
  readonly children: readonly Block<R>[];
}

/** What a paragraph is for, where it is more than running text. Neighbours of one style are drawn as one panel. */
export type ParaStyle = 'quote' | 'question' | 'answer' | 'notice' | 'code';

export interface Para<R = never> extends Base<R>, Identified {
  readonly type: 'para';
  readonly style?: ParaStyle;
  readonly children: readonly Inline<R>[];
}

/** A bullet. Bullets at the second level are items among its children. */
export interface Item<R = never> extends Base<R> {
  readonly type: 'item';
  readonly children: readonly Block<R>[];
}

/** A table with its caption: `Table 9.3 Exit criteria`. The header rows are rows, marked so. */
export interface Table<R = never> extends Base<R>, Identified, Labelled {
  readonly type: 'table';
  /** The word before its number, `Table` where absent; `Figure` for a table captioned so. */
  readonly word?: string;
  readonly caption?: readonly Inline<R>[];
  /** The headings of the columns whose text identifies a row; empty where rows are told by likeness. */
  readonly keyedBy: readonly string[];
  readonly columns: readonly Column<R>[];
  readonly rows: readonly Row<R>[];
}

export type Alignment = 'left' | 'center' | 'right';

/** A column of the grid. Its name is the text of its cells in the header rows. */
export interface Column<R = never> extends Base<R> {
  readonly type: 'column';
  readonly align?: Alignment;
  /** In twips (twentieths of a point), where the source says so. */
  readonly width?: number;
}

export interface Row<R = never> extends Base<R>, Identified {
  readonly type: 'row';
  readonly header?: true;
  readonly cells: readonly Cell<R>[];
}

/** A cell. A grid place that is covered by a span from the left or from above has no cell of its own. */
export interface Cell<R = never> extends Base<R> {
  readonly type: 'cell';
  /** How many columns it covers; 1 where absent. */
  readonly columnSpan?: number;
  /** How many rows it covers; 1 where absent. */
  readonly rowSpan?: number;
  readonly children: readonly Block<R>[];
}

/** Formatting of a run of text. An absent mark is off. */
export interface Marks {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly superscript?: true;
  readonly subscript?: true;
  readonly smallCaps?: true;
  readonly code?: true;
  /** The address of a hyperlink outside the document. */
  readonly href?: string;
}

/** A run of text with one formatting. White space is as printed; a tab is `\t`; a line break is a `Break`. */
export interface Text<R = never> extends Base<R> {
  readonly type: 'text';
  readonly value: string;
  readonly marks?: Marks;
}

/** A reference to a node of the same document by its `id`. `text` is what is printed: `Clause 20.18`. */
export interface CrossReference<R = never> extends Base<R> {
  readonly type: 'crossReference';
  readonly target: string;
  readonly text: string;
  readonly marks?: Marks;
}

/** A footnote or endnote at the place of its call. Its number is derived from its place. */
export interface Note<R = never> extends Base<R>, Identified {
  readonly type: 'note';
  readonly kind: 'footnote' | 'endnote';
  readonly children: readonly Block<R>[];
}

/** A place left open, as printed with its brackets: `[DD MMM YYYY]`. */
export interface Blank<R = never> extends Base<R> {
  readonly type: 'blank';
  readonly text: string;
  readonly marks?: Marks;
}

export interface Break<R = never> extends Base<R> {
  readonly type: 'break';
  readonly kind: 'line' | 'page' | 'column';
}

/**
 * A picture in a file beside the text. Alone in its paragraph it is a figure. It is compared as one: with another content,
 * size or caption it is another picture.
 */
export interface Picture<R = never> extends Base<R>, Identified, Labelled {
  readonly type: 'picture';
  /** The file, from the folder of the text, with `/` between folders. */
  readonly file: string;
  /** SHA-256 of the file's bytes in lower-case hexadecimal; absent until the file was read. */
  readonly fingerprint?: string;
  /** What it shows, for those who do not see it. */
  readonly text?: string;
  /** As it is to be printed, in twips; where one is absent, it follows from the other and the picture's own proportions. */
  readonly width?: number;
  readonly height?: number;
  /** The word before its number, `Figure` where absent. */
  readonly word?: string;
  readonly caption?: string;
}

/** What the model can't express, kept so that it can be compared and told: a drawing, an equation, a comment. */
export interface Opaque<R = never> extends Base<R> {
  readonly type: 'opaque';
  /** Such as `drawing`, `equation`, `comment`, `html`. */
  readonly kind: string;
  /** SHA-256 of its source in lower-case hexadecimal, or any string that is equal just where the content is. */
  readonly digest: string;
  /** Its alternative text, for people. */
  readonly text?: string;
  /** Its source, so that a writer of the same format can put it back. */
  readonly source?: string;
}
