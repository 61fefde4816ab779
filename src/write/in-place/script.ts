/** The edit script of lines: what stays, goes and comes, paragraph marks included. */
import { type Aligning, Numbers, type Segment, type Token } from './aligning.ts';
import { ATOM, type Line, type Piece } from './lines.ts';

/** A stretch of a line's text: UTF-16 offsets, half-open. */
export interface Span {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** One step. The spans of what is kept are equally long; a mark is the end of a paragraph. */
export type Op =
  | { readonly kind: 'kept'; readonly before: Span; readonly after: Span }
  | { readonly kind: 'gone'; readonly before: Span }
  | { readonly kind: 'come'; readonly after: Span }
  | { readonly kind: 'mark'; readonly before: Line; readonly after: Line }
  | { readonly kind: 'goneMark'; readonly before: Line }
  | { readonly kind: 'comeMark'; readonly after: Line };

const whole = (line: Line): Span => ({ line, from: 0, to: line.text.length });

/** The script of a line that stays as it is. */
export function keptScript(before: Line, after: Line): Op[] {
  const mark: Op = { kind: 'mark', before, after };
  return after.text === '' ? [mark] : [{ kind: 'kept', before: whole(before), after: whole(after) }, mark];
}

export function goneScript(before: Line): Op[] {
  const mark: Op = { kind: 'goneMark', before };
  return before.text === '' ? [mark] : [{ kind: 'gone', before: whole(before) }, mark];
}

export function comeScript(after: Line): Op[] {
  const mark: Op = { kind: 'comeMark', after };
  return after.text === '' ? [mark] : [{ kind: 'come', after: whole(after) }, mark];
}

/** A token of a line, or the mark between two lines. */
interface LineToken extends Token {
  readonly line: Line;
  readonly key: number;
  readonly mark: boolean;
}

/** The script from some lines to others, which ends in a mark that both have. */
export function scriptOf(before: readonly Line[], after: readonly Line[], aligning: Aligning): Op[] {
  const numbers = new Numbers();
  const a = tokensOf(before, numbers, aligning);
  const b = tokensOf(after, numbers, aligning);
  const matched = new Int32Array(a.length).fill(-1);
  const raw = aligning.alignSequence(a.map((token) => token.key), b.map((token) => token.key));
  const equal = (i: number, j: number): boolean => a[i]?.key === b[j]?.key;
  for (const segment of aligning.tidy(segmentsOf(raw, a.length, b.length), { a, b, equal })) {
    if (!segment.same) continue;
    for (let k = 0; k < segment.a1 - segment.a0; k++) {
      if (equal(segment.a0 + k, segment.b0 + k)) matched[segment.a0 + k] = segment.b0 + k;
    }
  }
  keepFieldsWhole(a, b, matched);
  const ops = opsOf(a, b, matched);
  ops.push({ kind: 'mark', before: before[before.length - 1] as Line, after: after[after.length - 1] as Line });
  return ops;
}

function tokensOf(lines: readonly Line[], numbers: Numbers, aligning: Aligning): LineToken[] {
  const tokens: LineToken[] = [];
  lines.forEach((line, k) => {
    let p = 0;
    for (const token of aligning.tokenise(line.text)) {
      while ((line.pieces[p]?.to ?? Number.POSITIVE_INFINITY) <= token.start) p++;
      tokens.push({ ...token, line, key: numbers.of(tokenKey(line, token, p)), mark: false });
    }
    if (k + 1 < lines.length) {
      const end = line.text.length;
      tokens.push({ start: end, end, text: ATOM, kind: 'atom', line, key: numbers.of('\u2029'), mark: true });
    }
  });
  return tokens;
}

/** What makes two tokens the same: their text, what atoms stand in it, and the links that they stand in. */
function tokenKey(line: Line, token: Token, first: number): string {
  let key = token.text;
  for (let p = first; ; p++) {
    const piece = line.pieces[p];
    if (piece === undefined || piece.from >= token.end) return key;
    if (piece.kind === 'atom') key += `\u0002${piece.key}`;
    if (piece.context !== '') key += `\u0004${piece.context}`;
  }
}

function segmentsOf(matches: readonly { readonly a: number; readonly b: number }[], n: number, m: number): Segment[] {
  const segments: Segment[] = [];
  let [i, j] = [0, 0];
  for (const { a, b } of [...matches, { a: n, b: m }]) {
    if (a > i || b > j) segments.push({ same: false, a0: i, a1: a, b0: j, b1: b });
    const last = segments[segments.length - 1];
    if (a < n && last?.same === true) segments[segments.length - 1] = { ...last, a1: a + 1, b1: b + 1 };
    else if (a < n) segments.push({ same: true, a0: a, a1: a + 1, b0: b, b1: b + 1 });
    [i, j] = [a + 1, b + 1];
  }
  return segments;
}

/** The field pieces of a token, if it is one. */
function fieldPiece(token: LineToken | undefined): Piece | undefined {
  if (token?.kind !== 'atom' || token.mark) return undefined;
  const piece = token.line.pieces.find((one) => one.from === token.start);
  return piece?.field === undefined ? undefined : piece;
}

/** Takes fields out of what is kept whose beginning and end do not stay together. */
function keepFieldsWhole(a: readonly LineToken[], b: readonly LineToken[], matched: Int32Array): void {
  const partner = new Int32Array(b.length).fill(-1);
  matched.forEach((j, i) => {
    if (j >= 0) partner[j] = i;
  });
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
    for (const range of left.values()) if (broken(range, matched, right)) again = release(range, matched, partner) || again;
    for (const range of right.values()) if (broken(range, partner, left)) again = release(range, partner, matched) || again;
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The tokens of each field from its beginning to its end, by the first of them. */
function fieldRanges(tokens: readonly LineToken[]): Map<number, Range> {
  const ranges = new Map<number, Range>();
  const open: number[] = [];
  tokens.forEach((token, at) => {
    const piece = fieldPiece(token);
    if (piece === undefined) return;
    if (piece.key !== 'field end') open.push(at);
    else {
      const from = open.pop();
      if (from !== undefined) ranges.set(from, { from, to: at });
    }
  });
  return ranges;
}

function opsOf(a: readonly LineToken[], b: readonly LineToken[], matched: Int32Array): Op[] {
  const ops: Op[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const at = i < a.length ? (matched[i] as number) : b.length;
    if (i < a.length && at < 0) pushGone(ops, a[i++] as LineToken);
    else if (j < at) pushCome(ops, b[j++] as LineToken);
    else pushKept(ops, a[i++] as LineToken, b[j++] as LineToken);
  }
  return ops;
}

function pushGone(ops: Op[], token: LineToken): void {
  const last = ops[ops.length - 1];
  if (token.mark) ops.push({ kind: 'goneMark', before: token.line });
  else if (last?.kind === 'gone') ops[ops.length - 1] = { kind: 'gone', before: { ...last.before, to: token.end } };
  else ops.push({ kind: 'gone', before: { line: token.line, from: token.start, to: token.end } });
}

function pushCome(ops: Op[], token: LineToken): void {
  const last = ops[ops.length - 1];
  if (token.mark) ops.push({ kind: 'comeMark', after: token.line });
  else if (last?.kind === 'come') ops[ops.length - 1] = { kind: 'come', after: { ...last.after, to: token.end } };
  else ops.push({ kind: 'come', after: { line: token.line, from: token.start, to: token.end } });
}

function pushKept(ops: Op[], x: LineToken, y: LineToken): void {
  const last = ops[ops.length - 1];
  if (x.mark) ops.push({ kind: 'mark', before: x.line, after: y.line });
  else if (last?.kind === 'kept') {
    ops[ops.length - 1] = {
      kind: 'kept', before: { ...last.before, to: x.end }, after: { ...last.after, to: y.end },
    };
  } else {
    ops.push({
      kind: 'kept',
      before: { line: x.line, from: x.start, to: x.end },
      after: { line: y.line, from: y.start, to: y.end },
    });
  }
}
