/** The ranges of moves: where in an edit script they begin and end, and the elements that say so (ISO/IEC 29500-1, 17.13.5.23 to 28). */
import type { Marker } from '../package/marker.ts';
import type { Move } from '../pairing/moves.ts';
import type { Op } from '../pairing/script.ts';

export type MoveSide = 'from' | 'to';

/** The end of a range that stands between two steps of a script. */
export interface Edge {
  readonly kind: 'edge';
  readonly side: MoveSide;
  readonly move: Move;
  /** Whether the range begins here. */
  readonly begins: boolean;
}

/** Scripts with the ends of the ranges between their steps: each range goes from the first step of its move to the last. */
export function withRanges(scripts: readonly (readonly Op[])[]): Op[][] {
  const written: Op[][] = [];
  let open: { readonly edge: Edge; ops: Op[]; end: number } | undefined;
  for (const script of scripts) {
    const ops: Op[] = [];
    written.push(ops);
    for (const op of script) {
      const edge = edgeOf(op);
      if (open !== undefined && !isSame(open.edge, edge)) {
        open.ops.splice(open.end, 0, { ...open.edge, begins: false });
        open = undefined;
      }
      if (edge !== undefined && open === undefined) ops.push(edge);
      ops.push(op);
      if (edge !== undefined) open = { edge: open?.edge ?? edge, ops, end: ops.length };
    }
  }
  if (open !== undefined) open.ops.splice(open.end, 0, { ...open.edge, begins: false });
  return written;
}

function isSame(a: Edge, b: Edge | undefined): boolean {
  return a.move === b?.move && a.side === b.side;
}

function edgeOf(op: Op): Edge | undefined {
  if (op.kind === 'edge' || !('move' in op) || op.move === undefined) return undefined;
  const side = op.kind === 'gone' || op.kind === 'goneMark' ? 'from' : 'to';
  return { kind: 'edge', side, move: op.move, begins: true };
}

/** An end of a range as XML; `w` is the file's prefix with its colon. */
export function edgeXml({ side, move, begins }: Edge, marker: Marker, w: string): string {
  const name = side === 'from' ? 'moveFromRange' : 'moveToRange';
  const id = side === 'from' ? move.from : move.to;
  return begins
    ? `<${w}${name}Start${marker.attributesFor(id, w)} ${w}name="${move.name}"/>`
    : `<${w}${name}End ${w}id="${id}"/>`;
}
