/**
 * From paired blocks to what is written in order: edit scripts of paragraphs, and tables.
 *
 * A paragraph mark that goes or comes joins or parts paragraphs, and the last mark before a table or the end of the
 * container cannot: there before's last mark and after's count as one, and the marks in front of them take its part.
 */

import type { PassagePair } from '../../../model/alignment.ts';
import { childOf } from '../../../word/tree.ts';
import type { Block, TableBlock } from '../lines/blocks.ts';
import type { Line } from '../lines/lines.ts';
import { topOf } from '../marks/places.ts';
import { withRanges } from '../marks/ranges.ts';
import { type Moves, NO_MOVES } from './moves.ts';
import type { Entry } from './pairing.ts';
import { arrivedScript, comeScript, goneScript, keptScript, type Op, scriptOf } from './script.ts';

export type Item =
  | { readonly kind: 'lines'; readonly ops: readonly Op[] }
  | { readonly kind: 'table'; readonly before?: TableBlock; readonly after?: TableBlock };

/** Lines that belong together, with their script. */
interface Piece {
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly ops: readonly Op[];
}

/** What scripts are written with. */
interface Writing {
  readonly moves: Moves;
}

/** What is written, in order. */
export function itemsOf(entries: readonly Entry[], moves: Moves = NO_MOVES): Item[] {
  const items: Item[] = [];
  const writing: Writing = { moves };
  let segment: Piece[] = [];
  const close = (): void => {
    const pieces = closed(segment, writing);
    const scripts = pieces.map(({ ops }, k) => withSections(ops, k === pieces.length - 1));
    for (const ops of withRanges(scripts)) items.push({ kind: 'lines', ops });
    segment = [];
  };
  for (const { before, after, pair } of entries) {
    const [x, y] = [before[0], after[0]];
    if (x?.kind === 'table' || y?.kind === 'table') {
      close();
      items.push({ kind: 'table', ...(isTable(x) ? { before: x } : {}), ...(isTable(y) ? { after: y } : {}) });
    } else segment.push(...piecesOf(linesIn(before), linesIn(after), pair, writing));
  }
  close();
  return items;
}

function isTable(block: Block | undefined): block is TableBlock {
  return block?.kind === 'table';
}

function linesIn(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []));
}

function piecesOf(
  before: readonly Line[],
  after: readonly Line[],
  pair: PassagePair | undefined,
  writing: Writing,
): Piece[] {
  const [x, y] = [before[0], after[0]];
  if (x === undefined || y === undefined) return apart(before, after, writing);
  if (before.length === 1 && after.length === 1 && x.key === y.key) return [{ before, after, ops: keptScript(x, y) }];
  const ops = scriptOf(before, after, pair);
  return canBeCut(ops) ? [{ before, after, ops }] : apart(before, after, writing);
}

/**
 * A section ends in a paragraph mark (ISO/IEC 29500-1, 17.6.18), and whether it does can't be tracked by itself: a mark that
 * ends one on one side alone is inserted and deleted. The last mark of a segment cannot be.
 */
function withSections(ops: readonly Op[], isLast: boolean): Op[] {
  return ops.flatMap((op, k): Op[] => {
    if (op.kind !== 'mark' || (isLast && k === ops.length - 1) || endsSection(op.before) === endsSection(op.after))
      return [op];
    const marks: Op[] = [
      { kind: 'comeMark', after: op.after },
      { kind: 'goneMark', before: op.before },
    ];
    // The mark that ends the section holds the text, or LibreOffice joins what stands behind it.
    return endsSection(op.after) ? marks : marks.reverse();
  });
}

function endsSection({ properties }: Line): boolean {
  return childOf(properties, 'w:sectPr') !== undefined;
}

function apart(before: readonly Line[], after: readonly Line[], writing: Writing): Piece[] {
  return [
    ...before.map((line) => ({ before: [line], after: [], ops: goneOps(line, writing) })),
    ...after.map((line) => ({ before: [], after: [line], ops: comeOps(line, writing) })),
  ];
}

function goneOps(line: Line, { moves }: Writing): Op[] {
  return goneScript(line, moves.gone.get(line));
}

function comeOps(line: Line, { moves }: Writing): Op[] {
  const arrival = moves.come.get(line);
  return arrival === undefined ? comeScript(line) : arrivedScript(line, arrival);
}

/** Whether each paragraph of after can be parted where a mark is gone: not inside a link, a control or a field. */
function canBeCut(ops: readonly Op[]): boolean {
  let last: { readonly line: Line; readonly to: number } | undefined;
  let cut = false;
  for (const op of ops) {
    if (op.kind === 'goneMark') cut = true;
    else if (op.kind === 'mark' || op.kind === 'comeMark') [last, cut] = [undefined, false];
    else if (op.kind === 'kept' || op.kind === 'come') {
      if (cut && last !== undefined && !isCuttable(op.after.line, last.to)) return false;
      [last, cut] = [op.after, false];
    }
  }
  return true;
}

function isCuttable({ pieces }: Line, at: number): boolean {
  const last = pieces.findLast((piece) => piece.from < at);
  const next = pieces.find((piece) => piece.to > at);
  if (last === undefined || next === undefined) return true;
  const top = topOf(last.lastUnit);
  if (top !== last.lastUnit && top === topOf(next.unit)) return false;
  let open = 0;
  for (const piece of pieces) {
    if (piece.from >= at) break;
    if (piece.field !== undefined) open += piece.key === 'field end' ? -1 : 1;
  }
  return open === 0;
}

/** The pieces of a segment, so that it ends in a mark that both sides have wherever both have one. */
function closed(pieces: readonly Piece[], writing: Writing): readonly Piece[] {
  const k = pieces.findLastIndex((piece) => piece.before.length > 0 && piece.after.length > 0);
  const rest = pieces.slice(k + 1);
  const before = rest.flatMap((piece) => piece.before);
  const after = rest.flatMap((piece) => piece.after);
  const paired = pieces[k];
  if (before.length > 0 && after.length > 0) {
    return [...pieces.slice(0, k + 1), { before, after, ops: replaced(before, after, writing) }];
  }
  if (paired === undefined || rest.length === 0) return pieces;
  const ops = before.length > 0 ? withGone(paired, before, writing) : withCome(paired, after, writing);
  return [...pieces.slice(0, k), { ...paired, ops }];
}

/** The script without its last mark. */
const unmarked = (ops: readonly Op[]): readonly Op[] => ops.slice(0, -1);

/** Lines that are replaced by others: the last marks of both are one. */
function replaced(before: readonly Line[], after: readonly Line[], writing: Writing): Op[] {
  const mark: Op = { kind: 'mark', before: before[before.length - 1] as Line, after: after[after.length - 1] as Line };
  const gone = before.flatMap((line) => goneOps(line, writing));
  const come = after.flatMap((line) => comeOps(line, writing));
  return [...unmarked(gone), ...unmarked(come), mark];
}

/** Lines that are gone behind a pair: each takes the mark in front of it, since the last one stays. */
function withGone(paired: Piece, gone: readonly Line[], writing: Writing): Op[] {
  const last = paired.ops[paired.ops.length - 1];
  if (last?.kind !== 'mark') return [...paired.ops];
  const ops = gone.flatMap((line, k): Op[] => {
    const mark: Op = { kind: 'goneMark', before: gone[k - 1] ?? last.before, move: writing.moves.gone.get(line) };
    return [mark, ...unmarked(goneOps(line, writing))];
  });
  return [...unmarked(paired.ops), ...ops, { kind: 'mark', before: gone[gone.length - 1] as Line, after: last.after }];
}

function withCome(paired: Piece, come: readonly Line[], writing: Writing): Op[] {
  const last = paired.ops[paired.ops.length - 1];
  if (last?.kind !== 'mark') return [...paired.ops];
  const ops = come.flatMap((line, k): Op[] => {
    const mark: Op = { kind: 'comeMark', after: come[k - 1] ?? last.after, move: writing.moves.come.get(line)?.move };
    return [mark, ...unmarked(comeOps(line, writing))];
  });
  return [...unmarked(paired.ops), ...ops, { kind: 'mark', before: last.before, after: come[come.length - 1] as Line }];
}
