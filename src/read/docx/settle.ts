/** One side of tracked changes: what a text says once all of them are accepted (after), or rejected (before). */
import type {
  ParagraphProperties,
  Piece,
  Tracked,
  WordBlock,
  WordCell,
  WordParagraph,
  WordRow,
  WordTable,
} from './word.ts';

export type Side = 'before' | 'after';

/** Whether something stands on a side: after lacks what was deleted, before what was inserted. */
export function stands(tracked: Tracked | undefined, side: Side): boolean {
  if (tracked === undefined) return true;
  return (side === 'after' ? tracked.deleted : tracked.inserted) === undefined;
}

/**
 * The blocks as they stand on a side. Where a paragraph mark does not stand, its paragraph goes on in the next one,
 * whose mark holds the properties of both (ISO/IEC 29500-1, 17.13.5.15 and 17.13.5.20).
 */
export function settle(blocks: readonly WordBlock[], side: Side): WordBlock[] {
  const settled: WordBlock[] = [];
  let carried: Carried | undefined;
  let behindMark = false;
  for (const block of blocks) {
    if (block.kind === 'table') {
      const table = settleTable(block, side);
      if (table.rows.length === 0) continue;
      carried = putCarried(settled, carried);
      settled.push(table);
      continue;
    }
    const touched = behindMark || isTouched(block);
    const joined: Carried = join(carried, touched ? settleParagraph(block, side) : block);
    behindMark = block.mark !== undefined;
    carried = stands(block.mark, side) ? undefined : joined;
    if (carried === undefined) settled.push(joined.paragraph);
  }
  putCarried(settled, carried);
  return settled;
}

/** A paragraph whose mark does not stand. */
interface Carried {
  /** Its pieces are its own, to be added to. */
  readonly paragraph: WordParagraph;
  /** Whether it shows anything. */
  readonly says: boolean;
}

/** A paragraph with what is carried before it; it begins where something is said. */
function join(carried: Carried | undefined, paragraph: WordParagraph): Carried {
  const says = paragraph.pieces.some((piece) => SAYS[piece.kind]);
  if (carried === undefined) return { paragraph, says };
  const { pieces } = carried.paragraph;
  for (const piece of paragraph.pieces) pieces.push(piece);
  const start = carried.says ? carried.paragraph.start : paragraph.start;
  return { paragraph: { ...paragraph, start, pieces }, says: says || carried.says };
}

/** A paragraph without a mark that nothing can take up: it stays where it says something. */
function putCarried(settled: WordBlock[], carried: Carried | undefined): undefined {
  if (carried?.says === true) settled.push(carried.paragraph);
  else if (carried !== undefined) keepBookmarks(settled, carried.paragraph);
  return undefined;
}

/** Bookmarks of a paragraph that vanishes stay with the one before it. */
function keepBookmarks(settled: WordBlock[], carried: WordParagraph): void {
  const last = settled[settled.length - 1];
  if (last?.kind === 'paragraph')
    settled[settled.length - 1] = { ...last, pieces: [...last.pieces, ...carried.pieces] };
}

/** Whether a kind of piece shows anything. */
const SAYS = {
  text: true,
  break: true,
  note: true,
  field: false,
  instruction: false,
  link: false,
  bookmark: false,
  opaque: true,
  box: true,
} satisfies Record<Piece['kind'], boolean>;

function settleParagraph(paragraph: WordParagraph, side: Side): WordParagraph {
  const pieces: Piece[] = [];
  for (const piece of paragraph.pieces) if (stands(piece.tracked, side)) pieces.push(settlePiece(piece, side));
  const properties: ParagraphProperties =
    side === 'before' && paragraph.propertiesBefore !== undefined
      ? paragraph.propertiesBefore.value
      : paragraph.properties;
  const { start, end, contents, endsSection } = paragraph;
  const section = endsSection === true ? { endsSection } : {};
  return { kind: 'paragraph', properties, contents, ...section, touched: true, pieces, start, end };
}

/** Whether a paragraph may differ between the sides. */
function isTouched(paragraph: WordParagraph): boolean {
  return (
    paragraph.mark !== undefined || paragraph.propertiesBefore !== undefined || !paragraph.pieces.every(isUntouched)
  );
}

/** Whether a piece is the same on both sides. */
function isUntouched(piece: Piece): boolean {
  return (
    piece.tracked === undefined && piece.kind !== 'box' && (piece.kind !== 'text' || piece.formatBefore === undefined)
  );
}

function settlePiece(piece: Piece, side: Side): Piece {
  if (piece.kind === 'text' && piece.formatBefore !== undefined && side === 'before') {
    return { ...piece, format: piece.formatBefore.value };
  }
  return piece.kind === 'box' ? { ...piece, blocks: settle(piece.blocks, side) } : piece;
}

function settleTable(table: WordTable, side: Side): WordTable {
  const rows = table.rows.filter((row) => stands(row.tracked, side)).map((row) => settleRow(row, side));
  const grid = side === 'before' && table.gridBefore !== undefined ? table.gridBefore : table.grid;
  return { ...table, grid, rows: rows.filter((row) => row.cells.length > 0) };
}

function settleRow(row: WordRow, side: Side): WordRow {
  const layout = side === 'before' && row.layoutBefore !== undefined ? row.layoutBefore.value : {};
  return {
    ...row,
    ...layout,
    cells: row.cells.filter((cell) => stands(cell.tracked, side)).map((cell) => settleCell(cell, side)),
  };
}

function settleCell(cell: WordCell, side: Side): WordCell {
  const span = side === 'before' && cell.spanBefore !== undefined ? cell.spanBefore.value : cell.span;
  return { ...cell, span, blocks: settle(cell.blocks, side) };
}
