/**
 * From paired blocks to what is written in order: edit scripts of paragraphs, and tables.
 *
 * A paragraph mark that goes or comes joins or parts paragraphs, and the last mark before a table or the end of the
 * container cannot: there before's last mark and after's count as one, and the marks in front of them take its part.
 */
import type { Aligning } from './aligning.ts';
import type { Block, TableBlock } from './blocks.ts';
import type { Line } from './lines.ts';
import type { Entry } from './pairing.ts';
import { topOf } from './places.ts';
import { comeScript, goneScript, keptScript, type Op, scriptOf } from './script.ts';

export type Item =
  | { readonly kind: 'lines'; readonly ops: readonly Op[] }
  | { readonly kind: 'table'; readonly before?: TableBlock; readonly after?: TableBlock };

/** Lines that belong together, with their script. */
interface Piece {
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly ops: readonly Op[];
}

/** What is written, in order. */
export function itemsOf(entries: readonly Entry[], aligning: Aligning): Item[] {
  const items: Item[] = [];
  let segment: Piece[] = [];
  const close = (): void => {
    for (const { ops } of closed(segment)) items.push({ kind: 'lines', ops });
    segment = [];
  };
  for (const { before, after } of entries) {
    const [x, y] = [before[0], after[0]];
    if (x?.kind === 'table' || y?.kind === 'table') {
      close();
      items.push({ kind: 'table', ...(isTable(x) ? { before: x } : {}), ...(isTable(y) ? { after: y } : {}) });
    } else segment.push(...piecesOf(linesIn(before), linesIn(after), aligning));
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

function piecesOf(before: readonly Line[], after: readonly Line[], aligning: Aligning): Piece[] {
  const [x, y] = [before[0], after[0]];
  if (x === undefined || y === undefined) return apart(before, after);
  if (before.length === 1 && after.length === 1 && x.key === y.key) return [{ before, after, ops: keptScript(x, y) }];
  const ops = scriptOf(before, after, aligning);
  return canBeCut(ops) ? [{ before, after, ops }] : apart(before, after);
}

function apart(before: readonly Line[], after: readonly Line[]): Piece[] {
  return [
    ...before.map((line) => ({ before: [line], after: [], ops: goneScript(line) })),
    ...after.map((line) => ({ before: [], after: [line], ops: comeScript(line) })),
  ];
}

/** Whether each paragraph of after can be parted where a mark is gone: not inside a link, a control or a field. */
function canBeCut(ops: readonly Op[]): boolean {
  let last: { readonly line: Line; readonly to: number } | undefined;
  let cut = false;
  for (const op of ops) {
    if (op.kind === 'goneMark') cut = true;
    else if (op.kind === 'mark' || op.kind === 'comeMark') [last, cut] = [undefined, false];
    else if (op.kind !== 'gone') {
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
function closed(pieces: readonly Piece[]): readonly Piece[] {
  const k = pieces.findLastIndex((piece) => piece.before.length > 0 && piece.after.length > 0);
  const rest = pieces.slice(k + 1);
  const before = rest.flatMap((piece) => piece.before);
  const after = rest.flatMap((piece) => piece.after);
  const paired = pieces[k];
  if (before.length > 0 && after.length > 0) {
    return [...pieces.slice(0, k + 1), { before, after, ops: replaced(before, after) }];
  }
  if (paired === undefined || rest.length === 0) return pieces;
  const ops = before.length > 0 ? withGone(paired, before) : withCome(paired, after);
  return [...pieces.slice(0, k), { ...paired, ops }];
}

const linesOf = (script: (line: Line) => Op[], lines: readonly Line[]): Op[] => lines.flatMap(script);

/** The script without its last mark. */
const unmarked = (ops: readonly Op[]): readonly Op[] => ops.slice(0, -1);

/** Lines that are replaced by others: the last marks of both are one. */
function replaced(before: readonly Line[], after: readonly Line[]): Op[] {
  const mark: Op = { kind: 'mark', before: before[before.length - 1] as Line, after: after[after.length - 1] as Line };
  return [...unmarked(linesOf(goneScript, before)), ...unmarked(linesOf(comeScript, after)), mark];
}

function withGone(paired: Piece, gone: readonly Line[]): Op[] {
  const last = paired.ops[paired.ops.length - 1];
  if (last?.kind !== 'mark') return [...paired.ops];
  const mark: Op = { kind: 'mark', before: gone[gone.length - 1] as Line, after: last.after };
  return [
    ...unmarked(paired.ops),
    { kind: 'goneMark', before: last.before },
    ...unmarked(linesOf(goneScript, gone)),
    mark,
  ];
}

function withCome(paired: Piece, come: readonly Line[]): Op[] {
  const last = paired.ops[paired.ops.length - 1];
  if (last?.kind !== 'mark') return [...paired.ops];
  const mark: Op = { kind: 'mark', before: last.before, after: come[come.length - 1] as Line };
  return [
    ...unmarked(paired.ops),
    { kind: 'comeMark', after: last.after },
    ...unmarked(linesOf(comeScript, come)),
    mark,
  ];
}
