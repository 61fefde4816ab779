/** The edit script of lines: what stays, goes and comes, paragraph marks included. */

import { ATOM, type Line, type Piece, pieceAt } from '../lines/lines.ts';
import { canBeField, inLinkOrder, keepLinksWhole, type Link } from '../lines/links.ts';
import type { Edge } from '../marks/ranges.ts';
import { type Aligning, Numbers, type Segment, type Token } from './aligning.ts';
import type { Arrival, Move } from './moves.ts';
import { looksAt, type SlideSide, slideToLooks } from './slide.ts';

/** A stretch of a line's text: UTF-16 offsets, half-open. */
export interface Span {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
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
export function arrivedScript(after: Line, { move, before }: Arrival, aligning: Aligning): Op[] {
  if (before.key === after.key) return comeScript(after, move);
  return scriptOf([before], [after], aligning).flatMap((op): Op[] => {
    if (op.kind === 'kept') return [{ kind: 'come', after: op.after, move }];
    if (op.kind === 'come') return [{ ...op, move, added: true }];
    return op.kind === 'mark' ? [{ kind: 'comeMark', after, move }] : [];
  });
}

/** The tokens of lines laid end to end, with a token for each mark between two lines. */
interface Tokens {
  readonly list: Token[];
  readonly keys: number[];
  /** Which line each token is of. */
  readonly of: number[];
  readonly lines: readonly Line[];
  /** The link that each token stands in. */
  readonly links: (Link | undefined)[];
  /** Whether a field stands in them. */
  readonly fields: boolean;
}

const MARK: Token = { start: 0, end: 0, text: ATOM, kind: 'atom' };

/** The script from some lines to others, which ends in a mark that both have. */
export function scriptOf(before: readonly Line[], after: readonly Line[], aligning: Aligning): Op[] {
  const numbers = new Numbers();
  const a = tokensOf(before, numbers, aligning);
  const b = tokensOf(after, numbers, aligning);
  const matched = new Int32Array(a.list.length).fill(-1);
  const equal = (i: number, j: number): boolean => a.keys[i] === b.keys[j];
  const raw = segmentsOf(aligning.alignSequence(a.keys, b.keys), a.list.length, b.list.length);
  for (const segment of readable(raw, aligning.tidy(raw, { a: a.list, b: b.list, equal }))) {
    if (!segment.same) continue;
    for (let k = 0; k < segment.a1 - segment.a0; k++) {
      if (equal(segment.a0 + k, segment.b0 + k)) matched[segment.a0 + k] = segment.b0 + k;
    }
  }
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

/** The tidied segments, unless they replace what only grew, or only shrank, in a place or two. */
function readable(raw: readonly Segment[], tidied: readonly Segment[]): readonly Segment[] {
  const changed = raw.filter((segment) => !segment.same);
  return changed.length <= 2 && isOneSided(changed) && !isOneSided(tidied) ? raw : tidied;
}

function isOneSided(segments: readonly Segment[]): boolean {
  const changed = segments.filter((segment) => !segment.same);
  return changed.every(({ a0, a1 }) => a0 === a1) || changed.every(({ b0, b1 }) => b0 === b1);
}

function sideOf(tokens: Tokens): SlideSide {
  return {
    keys: tokens.keys,
    looks: (at) => looksAt(tokens.lines[tokens.of[at] as number] as Line, (tokens.list[at] as Token).start),
  };
}

function tokensOf(lines: readonly Line[], numbers: Numbers, aligning: Aligning): Tokens {
  const fields = lines.some(({ pieces }) => pieces.some((piece) => piece.field !== undefined));
  const tokens: Tokens = { list: [], keys: [], of: [], links: [], lines, fields };
  lines.forEach((line, k) => {
    const plain = line.pieces.every((piece) => piece.kind === 'text' && piece.context === '');
    let p = 0;
    for (const token of aligning.tokenise(line.text)) {
      if (!plain) while ((line.pieces[p]?.to ?? Number.POSITIVE_INFINITY) <= token.start) p++;
      tokens.links.push(line.linked ? linkAt(line, token, p) : undefined);
      add(tokens, token, numbers.of(plain ? token.text : tokenKey(line, token, p)), k);
    }
    if (k + 1 >= lines.length) return;
    tokens.links.push(undefined);
    add(tokens, MARK, numbers.of('\u2029'), k);
  });
  return tokens;
}

function add(tokens: Tokens, token: Token, key: number, line: number): void {
  tokens.list.push(token);
  tokens.keys.push(key);
  tokens.of.push(line);
}

/** The link that a token stands in, or the first of them. */
function linkAt({ pieces }: Line, token: Token, first: number): Link | undefined {
  for (let p = first; (pieces[p]?.from ?? token.end) < token.end; p++) {
    const link = pieces[p]?.link;
    if (link !== undefined) return link;
  }
  return undefined;
}

/**
 * What makes two tokens the same: their text, what atoms stand in it, and the links that they stand in; of a link whose
 * target may change, only that it is one.
 */
function tokenKey(line: Line, token: Token, first: number): string {
  let key = token.text;
  const link = linkAt(line, token, first);
  for (let p = first; ; p++) {
    const piece = line.pieces[p];
    if (piece === undefined || piece.from >= token.end) return key;
    if (piece.kind === 'atom') key += `\u0002${piece.key}`;
    if (piece.context === '') continue;
    key += piece.link !== undefined && piece.link === link && canBeField(link) ? '\u0004' : `\u0004${piece.context}`;
  }
}

function segmentsOf(matches: readonly { readonly a: number; readonly b: number }[], n: number, m: number): Segment[] {
  const segments: Segment[] = [];
  let [i, j] = [0, 0];
  for (let k = 0; k <= matches.length; ) {
    const { a, b } = matches[k] ?? { a: n, b: m };
    if (a > i || b > j) segments.push({ same: false, a0: i, a1: a, b0: j, b1: b });
    let length = 0;
    while (matches[k + length]?.a === a + length && matches[k + length]?.b === b + length) length++;
    if (length > 0) segments.push({ same: true, a0: a, a1: a + length, b0: b, b1: b + length });
    [i, j] = [a + length, b + length];
    k += Math.max(1, length);
  }
  return segments;
}

/** The field piece that a token is, if it is one. */
function fieldPiece(tokens: Tokens, at: number): Piece | undefined {
  const token = tokens.list[at];
  if (token === undefined || token.kind !== 'atom' || token === MARK) return undefined;
  const line = tokens.lines[tokens.of[at] as number];
  const piece = line?.pieces[pieceAt(line, token.start)];
  return piece?.field === undefined ? undefined : piece;
}

/** Takes fields out of what is kept whose beginning and end do not stay together. */
function keepFieldsWhole(a: Tokens, b: Tokens, matched: Int32Array, partner: Int32Array): void {
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
function fieldRanges(tokens: Tokens): Map<number, Range> {
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

function opsOf(a: Tokens, b: Tokens, matched: Int32Array): Op[] {
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
function endOfRun(tokens: Tokens, from: number, goesOn: (at: number) => boolean): number {
  if (tokens.list[from] === MARK) return from + 1;
  let to = from + 1;
  while (to < tokens.list.length && tokens.list[to] !== MARK && tokens.of[to] === tokens.of[from] && goesOn(to)) to++;
  return to;
}

function spanOf(tokens: Tokens, from: number, to: number): Span {
  const line = tokens.lines[tokens.of[from] as number] as Line;
  return { line, from: (tokens.list[from] as Token).start, to: (tokens.list[to - 1] as Token).end };
}
