/**
 * On which page each heading begins, by a plain reckoning of lines and heights: what the contents list says until Word
 * or LibreOffice lays the pages out and updates it. The same text always gives the same pages.
 */
import { plainText } from '../../model/walk.ts';
import type { Look } from './look.ts';
import type { SettledPara, SettledRow, SettledStory, SettledTable } from './settle.ts';
import { headingId, type Piece } from './slot.ts';
import type { StyleId } from './styles.ts';

/** Of A4 with our margins, in twips. */
const TEXT_WIDTH = 9412;
const PAGE_HEIGHT = 14_173;
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
  [/^Table/, { size: 19, before: 80, after: 50, line: 252 }],
  [/^Question$/, { ...BODY, before: 280, after: 280, inset: 340 }],
  [/^Answer$/, { ...BODY, before: 720, after: 800, inset: 340 }],
  [/^Notice$/, { ...BODY, before: 240, after: 240, inset: 340 }],
  [/^Quote$/, { ...BODY, inset: 1134 }],
  [/^Code$/, { size: 18, before: 200, after: 200, line: 240, inset: 340 }],
  [/^TOCHeading$/, { size: 26, before: 960, after: 120 }],
  [/^TOC1$/, { size: 21, before: 200, after: 30, inset: 680 }],
  [/^TOC2$/, { size: 21, before: 20, after: 20, inset: 1474 }],
  [/^ContentsEnd$/, { size: 21, before: 0, after: 0 }],
  [/^Spacer$/, { size: 2, before: 0, after: 0, line: 20 }],
];

/** Widths of a grotesque's characters in thousandths of its size, from the space (U+0020) on. */
const WIDTHS = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 ' +
  '584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 ' +
  '278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 ' +
  '500 334 260 334 584'
)
  .split(' ')
  .map(Number);
const OTHER_WIDTH = 556;

/** The page of each heading of a clean text, by the id of its bookmark. */
export function reckonPages(body: SettledStory): Map<string, string> {
  const reckoning = new Reckoning();
  for (const block of body) {
    if (block.type === 'table') reckoning.table(block);
    else reckoning.para(block);
  }
  return reckoning.pages;
}

class Reckoning {
  readonly pages = new Map<string, string>();
  #page = 1;
  /** How much of the page is taken, in twips, and how much of that by what must not end it. */
  #taken = 0;
  #staying = 0;
  #waiting: string[] = [];

  para(para: SettledPara): void {
    const measure = measureOf(para.look.style);
    for (const piece of para.pieces) if (isHeading(piece)) this.#waiting.push(piece.id);
    this.#add(paraHeight(para, TEXT_WIDTH) + notesHeight(para.pieces), measure.stays === true);
    if (para.pieces.some((piece) => piece.type === 'break' && piece.kind === 'page')) this.#turn(0);
  }

  table(table: SettledTable): void {
    for (const row of table.rows) this.#add(rowHeight(row, table.table.widths), row.header);
  }

  /** Puts something on the page; what it does not fit on goes to the next, with what stays with it. */
  #add(height: number, stays: boolean): void {
    if (this.#taken + height > PAGE_HEIGHT && this.#taken > this.#staying) this.#turn(this.#staying);
    this.#taken = (this.#taken + height) % PAGE_HEIGHT || height;
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

function measureOf(style: StyleId): Measure {
  return MEASURES.find(([pattern]) => pattern.test(style))?.[1] ?? BODY;
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

function paraHeight(para: SettledPara, width: number): number {
  const measure = measureOf(para.look.style);
  const room = Math.max(600, width - indentOf(para.look) - (measure.inset ?? 0));
  const lines = linesOf(printed(para.pieces), room, measure.size);
  const line = (measure.size * 10 * 1.135 * (measure.line ?? 276)) / 240;
  return measure.before / 2 + measure.after + lines * line;
}

function indentOf({ list, indent }: Look): number {
  if (indent !== undefined) return indent.left;
  return list === undefined ? 0 : list.shape.left + list.level * list.shape.step;
}

/** How many lines a text takes, broken at spaces; `width` in twips, `size` in half-points. */
function linesOf(text: string, width: number, size: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let taken = 0;
    lines += 1;
    for (const word of paragraph.split(/(?<=\s)/)) {
      const length = widthOf(word, size);
      if (taken > 0 && taken + length > width) {
        lines += 1;
        taken = 0;
      }
      taken += length;
    }
  }
  return lines;
}

function widthOf(word: string, size: number): number {
  let width = 0;
  for (let i = 0; i < word.length; i++) width += WIDTHS[word.charCodeAt(i) - 32] ?? OTHER_WIDTH;
  return (width * size * 10) / 1000;
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
function notesHeight(pieces: readonly Piece[]): number {
  const notes = pieces.filter((piece) => piece.type === 'note');
  if (notes.length === 0) return 0;
  const lines = notes.reduce((sum, { note }) => sum + linesOf(plainText(note), TEXT_WIDTH, 17), 0);
  return NOTE_SEPARATOR / 2 + lines * NOTE_LINE;
}
