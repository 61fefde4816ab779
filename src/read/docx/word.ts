/**
 * What a Word part says, typed but not yet interpreted: the stage between the package and the document.
 *
 * Both sides of every tracked change are there. `start` and `end` are UTF-16 offsets of the element in its part's text.
 */

/** Where an element stands in the text of its part. */
export interface Span {
  readonly start: number;
  end: number;
}

/** Who changed something, and when: the attributes of a tracked change. One object stands for all alike. */
export interface Mark {
  readonly kind: 'insertion' | 'deletion' | 'formatting';
  readonly author?: string;
  /** As the file says it, ISO 8601. */
  readonly date?: string;
  /** The name of the move that it is a half of; empty where that is not known yet. */
  readonly move?: string;
}

/** What was done to a piece, a paragraph mark, a row or a cell: what was inserted by one may be deleted by another. */
export interface Tracked {
  readonly inserted?: Mark;
  readonly deleted?: Mark;
}

/** The formatting that a run sets of its own; `false` switches off what its style sets. */
export interface RunFormat {
  style?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  smallCaps?: boolean;
  hidden?: boolean;
  raised?: 'superscript' | 'subscript' | 'none';
  monospaced?: boolean;
}

/** A property as it was before a tracked change of it. */
export interface Previous<T> {
  readonly value: T;
  readonly mark: Mark;
}

interface PieceBase extends Span {
  readonly tracked?: Tracked | undefined;
}

/** Text as it is shown; tabs, symbols and hyphens are text. */
export interface TextPiece extends PieceBase {
  readonly kind: 'text';
  readonly value: string;
  readonly format: RunFormat;
  readonly formatBefore?: Previous<RunFormat> | undefined;
  /** Whether it is the prompt of a content control that nobody has filled in. */
  readonly placeholder?: boolean;
}

export interface BreakPiece extends PieceBase {
  readonly kind: 'break';
  readonly break: 'line' | 'page' | 'column';
}

/** The call of a footnote or endnote. */
export interface NotePiece extends PieceBase {
  readonly kind: 'note';
  readonly note: 'footnote' | 'endnote';
  readonly id: string;
}

/** `begin`, `separate` and `end` of a field. */
export interface FieldPiece extends PieceBase {
  readonly kind: 'field';
  readonly mark: 'begin' | 'separate' | 'end';
}

/** A piece of a field's code. */
export interface InstructionPiece extends PieceBase {
  readonly kind: 'instruction';
  readonly value: string;
}

/** Where a hyperlink begins and ends. */
export interface LinkPiece extends PieceBase {
  readonly kind: 'link';
  readonly opens: boolean;
  readonly href?: string;
  readonly anchor?: string;
}

/** Where a bookmark begins. */
export interface BookmarkPiece extends PieceBase {
  readonly kind: 'bookmark';
  readonly name: string;
}

/** A drawing, an embedded object or an equation. */
export interface OpaquePiece extends PieceBase {
  readonly kind: 'opaque';
  readonly opaque: string;
  readonly text: string;
  /** Ids of the relationships that it uses. */
  readonly related: readonly string[];
  /** Tracked changes within it. */
  readonly inner: readonly InnerChange[];
}

/** A tracked change within an equation: its element, and its tags. */
export interface InnerChange extends Span {
  readonly tracked: Tracked;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** The text of the equation that stands in it, from and to offsets in the piece's `text`. */
  readonly textStart: number;
  readonly textEnd: number;
}

/** What stands in a text box. */
export interface BoxPiece extends PieceBase {
  readonly kind: 'box';
  readonly blocks: readonly WordBlock[];
}

export type Piece =
  | TextPiece
  | BreakPiece
  | NotePiece
  | FieldPiece
  | InstructionPiece
  | LinkPiece
  | BookmarkPiece
  | OpaquePiece
  | BoxPiece;

/** The properties of a paragraph that bear on its text, number or rank. */
export interface ParagraphProperties {
  style?: string;
  /** `'0'` takes the numbering of the style away. */
  numId?: string;
  /** From 0. */
  level?: number;
  /** From 0 to 8; 9 is body text. */
  outline?: number;
  align?: string;
}

export interface WordParagraph extends Span {
  readonly kind: 'paragraph';
  properties: ParagraphProperties;
  propertiesBefore?: Previous<ParagraphProperties>;
  /** What was done to the paragraph mark. */
  mark?: Tracked;
  /** Whether its mark ends a section (17.6.18). */
  endsSection?: true;
  /** Whether it stands in a table of contents. */
  readonly contents: boolean;
  /** Set, once one side is chosen, where the other one may differ. */
  readonly touched?: boolean;
  readonly pieces: Piece[];
}

/** How a cell lies in the grid. */
export interface CellSpan {
  /** Columns it covers. */
  columns: number;
  /** `restart` begins a vertical merge, `continue` belongs to the cell above. */
  vertical?: 'restart' | 'continue';
  /** The same for the older horizontal merge. */
  horizontal?: 'restart' | 'continue';
}

export interface WordCell extends Span {
  readonly span: CellSpan;
  spanBefore?: Previous<CellSpan>;
  tracked?: Tracked;
  readonly blocks: WordBlock[];
}

/** How a row lies in the grid. */
export interface RowLayout {
  header: boolean;
  /** Grid columns left out before the first cell, and behind the last. */
  gridBefore: number;
  gridAfter: number;
}

export interface WordRow extends Span, RowLayout {
  layoutBefore?: Previous<RowLayout>;
  tracked?: Tracked;
  readonly cells: WordCell[];
}

export interface WordTable extends Span {
  readonly kind: 'table';
  /** Widths of the grid columns, in twips; 0 where unknown. */
  readonly grid: number[];
  /** The same before a tracked change of the grid. */
  gridBefore?: number[];
  readonly rows: WordRow[];
}

export type WordBlock = WordParagraph | WordTable;

/** A part that holds text: the body, a header, or the notes and comments by their id. */
export interface WordText {
  /** The part's name and its text, to which the offsets belong. */
  readonly part: string;
  readonly source: string;
  /** The body; empty for notes and comments. */
  readonly blocks: readonly WordBlock[];
  /** How many elements say that something was changed. */
  readonly marks: number;
  /** Notes or comments by id. */
  readonly stories: ReadonlyMap<string, Story>;
}

export interface Story extends Span {
  readonly author?: string;
  readonly date?: string;
  readonly blocks: WordBlock[];
}
