/**
 * The tokens of lines that stay, as the comparison decided. A line of Word and the passage that the reader made of it differ
 * in a label at the front, in the marks of fields and in what the model leaves out, so both are laid over one another
 * letter by letter.
 */
import { alignSequence, type Match } from '../../../align/sequence.ts';
import { ATOM } from '../../../align/tokens.ts';
import type { Passage, PassagePair } from '../../../model/alignment.ts';
import type { Inline } from '../../../model/document.ts';
import { pieceAt } from '../lines/lines.ts';
import { type LineTokens, MARK } from './tokens.ts';

/** For each token of before that of after which it is, or -1. */
export function decidedMatches(a: LineTokens, b: LineTokens, pair: PassagePair): Int32Array {
  const [x, y] = [layoutOf(a, pair.before), layoutOf(b, pair.after)];
  const partner = partnersOf(pair, x.length);
  const matched = new Int32Array(a.list.length).fill(-1);
  const open = openTokens(a, x, (at) => (partner[at] as number) >= 0);
  const reached = new Uint8Array(y.length);
  for (const at of partner) if (at >= 0) reached[at] = 1;
  const openAfter = openTokens(b, y, (at) => reached[at] === 1);
  const startsAt = new Map<number, number>();
  b.list.forEach((_, j) => {
    const at = y.places[y.first[j] as number];
    if (at !== undefined && at >= 0 && y.single[y.first[j] as number] === 1) startsAt.set(at, j);
  });
  let last = -1;
  a.list.forEach((_, i) => {
    const at = x.places[x.first[i] as number];
    if (at === undefined || at < 0 || x.single[x.first[i] as number] !== 1) return;
    const j = startsAt.get(partner[at] as number);
    if (j === undefined || j <= last || a.keys[i] !== b.keys[j]) return;
    matched[i] = j;
    last = j;
  });
  fillIn(a, b, matched, open, openAfter);
  return matched;
}

/** The letters of lines and the passages that they are, laid over one another. */
interface Layout {
  /** How long the passages are as the comparison counts them. */
  readonly length: number;
  /** For each letter of the lines its offset in the passages, or -1. */
  readonly places: Int32Array;
  /** Whether a letter is one of the passages' own, not one of what a reference or a blank prints. */
  readonly single: Uint8Array;
  /** For each token its first letter. */
  readonly first: Int32Array;
}

/** Letters with their offsets in the passages. */
interface Letters {
  readonly text: string;
  readonly places: readonly number[];
  readonly single: readonly boolean[];
  /** The offsets of notes, drawings and breaks. */
  readonly atoms: readonly number[];
  readonly length: number;
}

function layoutOf(tokens: LineTokens, passages: readonly Passage[]): Layout {
  const letters = lettersOf(passages);
  const first = new Int32Array(tokens.list.length);
  const pieces: string[] = [];
  const atoms: number[] = [];
  let count = 0;
  tokens.list.forEach((token, i) => {
    first[i] = count;
    if (token === MARK) return;
    if (token.text === ATOM) {
      if (isThing(tokens, i)) atoms.push(count);
      pieces.push(ATOM);
    } else pieces.push(token.text);
    count += token.text.length;
  });
  const text = pieces.join('');
  const places = new Int32Array(count + 1).fill(-1);
  const single = new Uint8Array(count + 1);
  for (const { a, b } of overlay(text, letters.text)) {
    places[a] = letters.places[b] as number;
    single[a] = letters.single[b] === true ? 1 : 0;
  }
  if (atoms.length === letters.atoms.length) {
    atoms.forEach((at, k) => {
      places[at] = letters.atoms[k] as number;
      single[at] = 1;
    });
  }
  return { length: letters.length, places, single, first };
}

/** Whether a token is a note, a drawing or a break, which the model has too. */
function isThing(tokens: LineTokens, at: number): boolean {
  const line = tokens.lines[tokens.of[at] as number];
  const token = tokens.list[at];
  const piece = line === undefined || token === undefined ? undefined : line.pieces[pieceAt(line, token.start)];
  return piece?.atom === 'note' || piece?.atom === 'object' || piece?.atom === 'break';
}

function lettersOf(passages: readonly Passage[]): Letters {
  const texts: string[] = [];
  const [places, single, atoms]: [number[], boolean[], number[]] = [[], [], []];
  let at = 0;
  const add = (inline: Inline): void => {
    const own = inline.type === 'text';
    const text = own ? inline.value : printed(inline);
    for (let k = 0; k < text.length; k++) {
      places.push(own ? at + k : at);
      single.push(own);
    }
    texts.push(text);
    if (!own && text === '') atoms.push(at);
    at += own ? text.length : 1;
  };
  passages.forEach(({ inlines }, k) => {
    if (k > 0) at += 1;
    inlines.forEach(add);
  });
  return { text: texts.join(''), places, single, atoms, length: at };
}

/** What an inline prints as text of the line. */
function printed(inline: Inline): string {
  return inline.type === 'crossReference' || inline.type === 'blank' ? inline.text : '';
}

/** Which letter of a line each letter of its passage is. Mostly the passage is the line without its front. */
function overlay(line: string, passage: string): readonly Match[] {
  const places: number[] = [];
  for (let k = 0; k < line.length; k++) if (line[k] !== ATOM) places.push(k);
  const letters = places.length === line.length ? line : line.replaceAll(ATOM, '');
  const shift = letters.length - passage.length;
  if (shift >= 0 && letters.endsWith(passage)) {
    return Array.from({ length: passage.length }, (_, b) => ({ a: places[b + shift] as number, b }));
  }
  const codes = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, k) => text.charCodeAt(k));
  return alignSequence(codes(letters), codes(passage)).map(({ a, b }) => ({ a: places[a] as number, b }));
}

/** For each offset in before's passages that of after's which stays with it, or -1. */
function partnersOf({ retained }: PassagePair, length: number): Int32Array {
  if (retained === 'all') return Int32Array.from({ length }, (_, k) => k);
  const partner = new Int32Array(length).fill(-1);
  for (const stretch of retained) {
    for (let k = 0; k < stretch.length; k++) partner[stretch.before + k] = stretch.after + k;
  }
  return partner;
}

/** Which tokens are not decided to be changed: what stays in part, and what the model does not hold. */
function openTokens(tokens: LineTokens, { first, places }: Layout, stays: (at: number) => boolean): Uint8Array {
  const open = new Uint8Array(tokens.list.length);
  tokens.list.forEach((token, i) => {
    const [from, to] = [first[i] as number, (first[i] as number) + (token === MARK ? 0 : token.text.length)];
    let decided = false;
    let staying = false;
    for (let k = from; k < to; k++) {
      const at = places[k] as number;
      if (at >= 0) decided = true;
      if (at >= 0 && stays(at)) staying = true;
    }
    open[i] = !decided || staying ? 1 : 0;
  });
  return open;
}

/** Matches open tokens that say the same between those that are matched already. */
function fillIn(a: LineTokens, b: LineTokens, matched: Int32Array, open: Uint8Array, openAfter: Uint8Array): void {
  let [i, j] = [0, 0];
  const n = a.list.length;
  for (let k = 0; k <= n; k++) {
    const to = k < n ? (matched[k] as number) : b.list.length;
    if (to < 0) continue;
    const [xs, ys] = [indices(i, k, open), indices(j, to, openAfter)];
    if (xs.length > 0 && ys.length > 0) {
      const keys = (list: readonly number[], of: LineTokens) => list.map((at) => of.keys[at] as number);
      for (const match of alignSequence(keys(xs, a), keys(ys, b)))
        matched[xs[match.a] as number] = ys[match.b] as number;
    }
    [i, j] = [k + 1, to + 1];
  }
}

function indices(from: number, to: number, open: Uint8Array): number[] {
  const found: number[] = [];
  for (let k = from; k < to; k++) if (open[k] === 1) found.push(k);
  return found;
}
