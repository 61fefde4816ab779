/**
 * On which page each heading begins, by a plain reckoning of lines and heights: what the contents list says until Word
 * or LibreOffice lays the pages out and updates it. The same text always gives the same pages.
 */
import { plainText } from '../../model/walk.ts';
import { type PageFrame, textHeight, textWidth, turned } from './frame.ts';
import type { Look } from './look.ts';
import { linesOf } from './metrics.ts';
import type { Section } from './sections.ts';
import type { SettledPara, SettledRow, SettledStory, SettledTable } from './settle.ts';
import { headingId, type Piece } from './slot.ts';
import { COMPACT } from './styles.ts';

/** What a cell keeps free at its sides, and a note's line takes, in twips. */
const CELL_PADDING = 230;
const NOTE_LINE = 220;
const NOTE_SEPARATOR = 240;

/** What a style does to the height of its paragraphs: half-points, twips, and the line in 240ths of its size. */
interface Measure {
  readonly size: number;
  readonly before: number;
  readonly after: number;
  readonly line?: number;
  /** What is kept free of the line's width, in twips. */
  readonly inset?: number;
  /** Whether the page is not broken behind it. */
  readonly stays?: true;
}

const BODY: Measure = { size: 21, before: 120, after: 120 };
const MEASURES: readonly (readonly [RegExp, Measure])[] = [
  [/^Heading1$/, { size: 32, before: 480, after: 160, line: 264, stays: true }],
  [/^Heading2$/, { size: 26, before: 320, after: 120, line: 264, stays: true }],
  [/^Heading3$/, { size: 23, before: 260, after: 100, line: 264, stays: true }],
  [/^Heading/, { size: 21, before: 210, after: 80, line: 264, stays: true }],
  [/^Limb/, { ...BODY, before: 80, after: 80 }],
  [/^Bullet/, { ...BODY, before: 60, after: 60 }],
  [/^Title$/, { size: 48, before: 120, after: 520, line: 252 }],
  [/^Subtitle$/, { size: 22, before: 1200, after: 60 }],
  [/^Caption$/, { size: 19, before: 240, after: 100, stays: true }],
  [/^Table.*Dense$/, { size: 16, before: 60, after: 40, line: 240 }],
  [/^Table/, { size: 19, before: 80, after: 50, line: 252 }],
  [/^Question$/, { ...BODY, before: 280, after: 280, inset: 340 }],
  [/^Answer$/, { ...BODY, before: 720, after: 800, inset: 340 }],
  [/^Notice$/, { ...BODY, before: 240, after: 240, inset: 340 }],
  [/^Quote$/, { ...BODY, inset: 1134 }],
  [/^Code$/, { size: 18, before: 200, after: 200, line: 240, inset: 340 }],
  [/^TOCHeading$/, { size: 26, before: 960, after: 120 }],
  [/^TOC1$/, { size: 21, before: 200, after: 30, inset: 680 }],
  [/^TOC2$/, { size: 21, before: 20, after: 20, inset: 1474 }],
  [/^TOC1Compact$/, { size: 20, before: 2 * COMPACT.before, after: COMPACT.after, line: COMPACT.line, inset: 680 }],
  [/^TOC2Compact$/, { size: 20, before: 0, after: 0, line: COMPACT.line, inset: 1474 }],
  [/^ContentsEnd$/, { size: 21, before: 0, after: 0 }],
  [/^Spacer$/, { size: 2, before: 0, after: 0, line: 20 }],
];

/** The page of each heading of a clean text, by the id of its bookmark. */
export function reckonPages(sections: readonly Section[], frame: PageFrame, compact: boolean): Map<string, string> {
  const reckoning = new Reckoning(compact);
  for (const { landscape, blocks } of sections) {
    reckoning.section(landscape ? turned(frame) : frame);
    for (const block of blocks) {
      if (block.type === 'table') reckoning.table(block);
      else reckoning.para(block);
    }
  }
  return reckoning.pages;
}

/** How much of the first page the blocks take that stand on it, with close set contents or not; 1 where they fill it. */
export function firstPageShare(blocks: SettledStory, frame: PageFrame, compact: boolean): number {
  let taken = 0;
  for (const block of blocks) {
    if (block.type === 'para') taken += paraHeight(block, textWidth(frame), compact);
    else for (const row of block.rows) taken += rowHeight(row, block.table.widths);
  }
  return taken / textHeight(frame);
}

class Reckoning {
  readonly pages = new Map<string, string>();
  readonly #compact: boolean;
  #page = 1;
  #width = 0;
  #height = 0;
  /** How much of the page is taken, in twips, and how much of that by what must not end it. */
  #taken = 0;
  #staying = 0;
  #waiting: string[] = [];

  constructor(compact: boolean) {
    this.#compact = compact;
  }

  /** A section begins, on a page of its own. */
  section(frame: PageFrame): void {
    if (this.#height > 0) this.#turn(0);
    this.#width = textWidth(frame);
    this.#height = textHeight(frame);
  }

  para(para: SettledPara): void {
    const measure = measureOf(para.look.style);
    for (const piece of para.pieces) if (isHeading(piece)) this.#waiting.push(piece.id);
    this.#add(
      paraHeight(para, this.#width, this.#compact) + notesHeight(para.pieces, this.#width),
      measure.stays === true,
    );
    if (para.pieces.some((piece) => piece.type === 'break' && piece.kind === 'page')) this.#turn(0);
  }

  table(table: SettledTable): void {
    for (const row of table.rows) this.#add(rowHeight(row, table.table.widths), row.header);
  }

  /** Puts something on the page; what it does not fit on goes to the next, with what stays with it. */
  #add(height: number, stays: boolean): void {
    if (this.#taken + height > this.#height && this.#taken > this.#staying) this.#turn(this.#staying);
    this.#taken = (this.#taken + height) % this.#height || height;
    this.#staying = stays ? this.#staying + height : 0;
    if (stays) return;
    for (const id of this.#waiting) this.pages.set(id, String(this.#page));
    this.#waiting = [];
  }

  #turn(kept: number): void {
    for (const id of kept > 0 ? [] : this.#waiting.splice(0)) this.pages.set(id, String(this.#page));
    this.#page += 1;
    this.#taken = kept;
  }
}

function isHeading(piece: Piece): piece is Extract<Piece, { type: 'anchor' }> {
  return piece.type === 'anchor' && piece.edge === 'start' && HEADING.test(piece.id);
}

const HEADING = new RegExp(`^${headingId(0).replace('0', '\\d+')}$`);

function measureOf(style: string): Measure {
  return (
    (MEASURES.find(([pattern]) => pattern.test(style)) ??
      MEASURES.find(([pattern]) => pattern.test(style.replace(/Compact$/, ''))))?.[1] ?? BODY
  );
}

function rowHeight(row: SettledRow, widths: readonly number[]): number {
  let column = 0;
  const heights = row.cells.map((cell) => {
    const own = widths.slice(column, column + cell.slot.columnSpan).reduce((sum, width) => sum + width, 0);
    column += cell.slot.columnSpan;
    return storyHeight(cell.blocks, own - CELL_PADDING);
  });
  return Math.max(0, ...heights);
}

function storyHeight(story: SettledStory, width: number): number {
  return story.reduce((sum, block) => sum + (block.type === 'para' ? paraHeight(block, width) : 0), 0);
}

function paraHeight(para: SettledPara, width: number, compact = false): number {
  const measure = measureOf(compact ? `${para.look.style}Compact` : para.look.style);
  const room = Math.max(600, width - indentOf(para.look) - (measure.inset ?? 0));
  const lines = linesOf(printed(para.pieces), room, measure.size);
  const line = (measure.size * 10 * 1.135 * (measure.line ?? 276)) / 240;
  return measure.before / 2 + measure.after + lines * line + picturesHeight(para.pieces);
}

/** Of pictures whose size is not said, some 7 cm. */
function picturesHeight(pieces: readonly Piece[]): number {
  const heights = pieces.flatMap((piece) =>
    piece.type === 'picture' ? [piece.picture.height ?? (piece.picture.width ?? 7000) * 0.6] : [],
  );
  return Math.min(Math.max(0, ...heights), 11_000);
}

function indentOf({ list, indent }: Look): number {
  if (indent !== undefined) return indent.left;
  return list === undefined ? 0 : list.shape.left + list.level * list.shape.step;
}

function printed(pieces: readonly Piece[]): string {
  return pieces.map(printedPiece).join('');
}

function printedPiece(piece: Piece): string {
  if (piece.type === 'break') return piece.kind === 'line' ? '\n' : '';
  if (piece.type === 'entry') return printed(piece.pieces);
  return 'text' in piece ? piece.text : '';
}

/** A page's first note costs a rule as well; taken for every paragraph with notes, which is near enough. */
function notesHeight(pieces: readonly Piece[], width: number): number {
  const notes = pieces.filter((piece) => piece.type === 'note');
  if (notes.length === 0) return 0;
  const lines = notes.reduce((sum, { note }) => sum + linesOf(plainText(note), width, 17), 0);
  return NOTE_SEPARATOR / 2 + lines * NOTE_LINE;
}
