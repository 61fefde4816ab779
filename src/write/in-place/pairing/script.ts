/** The edit script of lines: what stays, goes and comes, paragraph marks included. */

import { Numbers } from '../../../align/numbers.ts';
import { segmentsBetween } from '../../../align/segments.ts';
import { alignSequence } from '../../../align/sequence.ts';
import { readable } from '../../../align/simplify.ts';
import type { Token } from '../../../align/tokens.ts';
import type { PassagePair } from '../../../model/alignment.ts';
import { type Line, type Piece, pieceAt } from '../lines/lines.ts';
import { inLinkOrder, keepLinksWhole } from '../lines/links.ts';
import type { Edge } from '../marks/ranges.ts';
import { decidedMatches } from './matches.ts';
import type { Arrival, Move } from './moves.ts';
import { looksAt, type SlideSide, slideToLooks } from './slide.ts';
import { type LineTokens, MARK, tokensOf } from './tokens.ts';

/** A stretch of a line's text: UTF-16 offsets, half-open. */
export interface Span {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** An element that shows nothing and stands between two steps, as XML. */
export interface Tag {
  readonly kind: 'tag';
  readonly xml: string;
}

/**
 * One step. The spans of what is kept are equally long; a mark is the end of a paragraph. What is gone or has come by a
 * move names it; what was added to moved text on the way is `added`.
 */
export type Op =
  | { readonly kind: 'kept'; readonly before: Span; readonly after: Span }
  | { readonly kind: 'gone'; readonly before: Span; readonly move?: Move | undefined }
  | { readonly kind: 'come'; readonly after: Span; readonly move?: Move | undefined; readonly added?: true }
  | { readonly kind: 'mark'; readonly before: Line; readonly after: Line }
  | { readonly kind: 'goneMark'; readonly before: Line; readonly move?: Move | undefined }
  | { readonly kind: 'comeMark'; readonly after: Line; readonly move?: Move | undefined }
  | Tag
  | Edge;

const whole = (line: Line): Span => ({ line, from: 0, to: line.text.length });

/** The script of a line that stays as it is. */
export function keptScript(before: Line, after: Line): Op[] {
  const mark: Op = { kind: 'mark', before, after };
  return after.text === '' ? [mark] : [{ kind: 'kept', before: whole(before), after: whole(after) }, mark];
}

export function goneScript(before: Line, move?: Move): Op[] {
  const mark: Op = { kind: 'goneMark', before, move };
  return before.text === '' ? [mark] : [{ kind: 'gone', before: whole(before), move }, mark];
}

export function comeScript(after: Line, move?: Move): Op[] {
  const mark: Op = { kind: 'comeMark', after, move };
  return after.text === '' ? [mark] : [{ kind: 'come', after: whole(after), move }, mark];
}

/** The script of a line that came by a move: what was edited on the way is added, or left where it was. */
export function arrivedScript(after: Line, { move, before, pair }: Arrival): Op[] {
  if (before.key === after.key) return comeScript(after, move);
  return scriptOf([before], [after], pair).flatMap((op): Op[] => {
    if (op.kind === 'kept') return [{ kind: 'come', after: op.after, move }];
    if (op.kind === 'come') return [{ ...op, move, added: true }];
    return op.kind === 'mark' ? [{ kind: 'comeMark', after, move }] : [];
  });
}

/**
 * The script from some lines to others, which ends in a mark that both have. What stays was decided by the comparison, as
 * `pair` tells; where that is absent the lines are aligned here by the same functions.
 */
export function scriptOf(before: readonly Line[], after: readonly Line[], pair: PassagePair | undefined): Op[] {
  const numbers = new Numbers();
  const a = tokensOf(before, numbers);
  const b = tokensOf(after, numbers);
  const matched = pair === undefined ? alignedMatches(a, b) : decidedMatches(a, b, pair);
  const partner = new Int32Array(b.list.length).fill(-1);
  for (let i = 0; i < matched.length; i++) if ((matched[i] as number) >= 0) partner[matched[i] as number] = i;
  slideToLooks(sideOf(a), matched, sideOf(b), partner);
  slideToLooks(sideOf(b), partner, sideOf(a), matched);
  const linked = before.some((line) => line.linked) || after.some((line) => line.linked);
  if (linked) keepLinksWhole(a.links, b.links, matched, partner);
  if (a.fields || b.fields) keepFieldsWhole(a, b, matched, partner);
  const ops = linked ? inLinkOrder(opsOf(a, b, matched)) : opsOf(a, b, matched);
  ops.push({ kind: 'mark', before: before[before.length - 1] as Line, after: after[after.length - 1] as Line });
  return ops;
}

/** For each token of before that of after which it is, or -1; aligned by what the tokens say. */
function alignedMatches(a: LineTokens, b: LineTokens): Int32Array {
  const matched = new Int32Array(a.list.length).fill(-1);
  const equal = (i: number, j: number): boolean => a.keys[i] === b.keys[j];
  const raw = segmentsBetween(alignSequence(a.keys, b.keys), a.list.length, b.list.length);
  for (const segment of readable(raw, { a: a.list, b: b.list, equal })) {
    if (!segment.same) continue;
    for (let k = 0; k < segment.a1 - segment.a0; k++) {
      if (equal(segment.a0 + k, segment.b0 + k)) matched[segment.a0 + k] = segment.b0 + k;
    }
  }
  return matched;
}

function sideOf(tokens: LineTokens): SlideSide {
  return {
    keys: tokens.keys,
    looks: (at) => looksAt(tokens.lines[tokens.of[at] as number] as Line, (tokens.list[at] as Token).start),
  };
}

/** The field piece that a token is, if it is one. */
function fieldPiece(tokens: LineTokens, at: number): Piece | undefined {
  const token = tokens.list[at];
  if (token === undefined || token.kind !== 'atom' || token === MARK) return undefined;
  const line = tokens.lines[tokens.of[at] as number];
  const piece = line?.pieces[pieceAt(line, token.start)];
  return piece?.field === undefined ? undefined : piece;
}

/** Takes fields out of what is kept whose beginning and end do not stay together. */
function keepFieldsWhole(a: LineTokens, b: LineTokens, matched: Int32Array, partner: Int32Array): void {
  const [left, right] = [fieldRanges(a), fieldRanges(b)];
  const release = (range: Range, own: Int32Array, other: Int32Array): boolean => {
    let changed = false;
    for (let k = range.from; k <= range.to; k++) {
      const at = own[k] as number;
      if (at < 0) continue;
      changed = true;
      own[k] = -1;
      other[at] = -1;
    }
    return changed;
  };
  const broken = (range: Range, own: Int32Array, others: ReadonlyMap<number, Range>): boolean => {
    const other = others.get(own[range.from] as number);
    return other === undefined || other.to !== own[range.to];
  };
  for (let again = left.size + right.size > 0; again; ) {
    again = false;
    for (const range of left.values())
      if (broken(range, matched, right)) again = release(range, matched, partner) || again;
    for (const range of right.values())
      if (broken(range, partner, left)) again = release(range, partner, matched) || again;
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The tokens of each field from its beginning to its end, by the first of them. */
function fieldRanges(tokens: LineTokens): Map<number, Range> {
  const ranges = new Map<number, Range>();
  const open: number[] = [];
  for (let at = 0; at < tokens.list.length; at++) {
    const piece = fieldPiece(tokens, at);
    if (piece === undefined) continue;
    if (piece.key !== 'field end') open.push(at);
    else {
      const from = open.pop();
      if (from !== undefined) ranges.set(from, { from, to: at });
    }
  }
  return ranges;
}

function opsOf(a: LineTokens, b: LineTokens, matched: Int32Array): Op[] {
  const ops: Op[] = [];
  const [n, m] = [a.list.length, b.list.length];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    const at = i < n ? (matched[i] as number) : m;
    const alone = (k: number): boolean => k < n && (matched[k] as number) < 0;
    if (alone(i)) {
      const to = endOfRun(a, i, alone);
      const line = a.lines[a.of[i] as number] as Line;
      ops.push(a.list[i] === MARK ? { kind: 'goneMark', before: line } : { kind: 'gone', before: spanOf(a, i, to) });
      i = to;
    } else if (j < at) {
      const to = endOfRun(b, j, (k) => k < at);
      const line = b.lines[b.of[j] as number] as Line;
      ops.push(b.list[j] === MARK ? { kind: 'comeMark', after: line } : { kind: 'come', after: spanOf(b, j, to) });
      j = to;
    } else {
      const [from, shift] = [i, j - i];
      if (a.list[i] === MARK) {
        ops.push({
          kind: 'mark',
          before: a.lines[a.of[i] as number] as Line,
          after: b.lines[b.of[j] as number] as Line,
        });
        [i, j] = [i + 1, j + 1];
        continue;
      }
      const to = endOfRun(a, i, (k) => matched[k] === k + shift && b.of[k + shift] === b.of[from + shift]);
      ops.push({ kind: 'kept', before: spanOf(a, from, to), after: spanOf(b, from + shift, to + shift) });
      [i, j] = [to, to + shift];
    }
  }
  return ops;
}

/** The end of a run of tokens of one line for which `goesOn` holds; a mark is a run of its own. */
function endOfRun(tokens: LineTokens, from: number, goesOn: (at: number) => boolean): number {
  if (tokens.list[from] === MARK) return from + 1;
  let to = from + 1;
  while (to < tokens.list.length && tokens.list[to] !== MARK && tokens.of[to] === tokens.of[from] && goesOn(to)) to++;
  return to;
}

function spanOf(tokens: LineTokens, from: number, to: number): Span {
  const line = tokens.lines[tokens.of[from] as number] as Line;
  return { line, from: (tokens.list[from] as Token).start, to: (tokens.list[to - 1] as Token).end };
}
