/**
 * Slides what goes or comes along equal tokens to where the looks agree: an edit script that is as short either way must
 * not make two changes of looks out of one deletion.
 */

import { formerly, isDeletion } from '../../../word/tracked/before-change.ts';
import { xmlOf } from '../../../word/tree.ts';
import { type Line, pieceAt } from '../lines/lines.ts';
import { runProperties } from '../marks/properties.ts';

/** One side of a script: keys and looks of its tokens. */
export interface SlideSide {
  readonly keys: readonly number[];
  readonly looks: (at: number) => string;
}

/** How the run looks in which an offset of a line stands, as its part writes it; what is deleted there looks otherwise. */
export function looksAt(line: Line, offset: number): string {
  const piece = line.pieces[pieceAt(line, offset)];
  const properties = piece === undefined ? undefined : formerly(runProperties(piece));
  const looks = properties === undefined ? '' : xmlOf(line.part, properties);
  const holder = piece?.unit.parent;
  return holder !== undefined && isDeletion(holder) ? `deleted ${looks}` : looks;
}

/**
 * Slides runs of unmatched tokens of `own` whose neighbours are matched, where the looks then agree better. `matched` and
 * `partner` give for each token that of the other side, or -1.
 */
export function slideToLooks(own: SlideSide, matched: Int32Array, other: SlideSide, partner: Int32Array): void {
  for (let from = 0; from < matched.length; ) {
    if ((matched[from] as number) >= 0) {
      from++;
      continue;
    }
    let to = from;
    while (to < matched.length && (matched[to] as number) < 0) to++;
    slideRun(own, matched, other, partner, from, to);
    from = Math.max(to, from + 1);
  }
}

function slideRun(
  own: SlideSide,
  matched: Int32Array,
  other: SlideSide,
  partner: Int32Array,
  from: number,
  to: number,
): void {
  const alone = from > 0 && to < matched.length && (matched[from - 1] as number) + 1 === matched[to];
  if (!alone) return;
  const agrees = (at: number, j: number): number => (own.looks(at) === other.looks(j) ? 1 : 0);
  const rematch = (free: number, taken: number): void => {
    const j = matched[free] as number;
    matched[free] = -1;
    matched[taken] = j;
    partner[j] = taken;
  };
  let [start, end] = [from, to];
  while (end < matched.length && (matched[end] as number) >= 0 && own.keys[start] === own.keys[end]) {
    const j = matched[end] as number;
    if (agrees(start, j) <= agrees(end, j)) break;
    rematch(end++, start++);
  }
  while (start > 0 && (matched[start - 1] as number) >= 0 && own.keys[start - 1] === own.keys[end - 1]) {
    const j = matched[start - 1] as number;
    if (agrees(end - 1, j) <= agrees(start - 1, j)) break;
    rematch(--start, --end);
  }
}
