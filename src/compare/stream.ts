/** A paragraph laid out for comparison: its text with a character for each node that is no text, cut into tokens. */

import { ATOM, foldTypography, type Token, tokenise } from '../align/tokens.ts';
import type { Passage } from '../model/alignment.ts';
import type { Inline, Picture, Text } from '../model/document.ts';
import type { Context, SideName } from './context.ts';
import { type Target, targetOf } from './references.ts';

/** Stands where two paragraphs that are compared as one meet. */
export const BOUNDARY = 'boundary';

export type Atom = Exclude<Inline, Text> | typeof BOUNDARY;

/** A run of one formatting: UTF-16 offsets in the stream's text, half-open. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly node: Text;
}

export interface Stream {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly atoms: ReadonlyMap<number, Atom>;
  readonly tokens: readonly Token[];
  /** Equal on both sides just where tokens count as the same. */
  readonly keys: readonly number[];
  /** The provision that a token means by its number, where that number changed; by token index. */
  readonly targets: ReadonlyMap<number, Target>;
}

/** Lays out one paragraph, or several that are compared as one. */
export function streamOf(paragraphs: readonly Passage[], side: SideName, context: Context): Stream {
  const { text, runs, atoms } = gather(paragraphs);
  const tokens = tokenise(text, context.terms);
  const targets = new Map<number, Target>();
  const keys = tokens.map((token, i) => {
    const atom = token.kind === 'atom' ? atoms.get(token.start) : undefined;
    if (atom !== undefined) return context.keyNumber(atomKey(atom, side, context));
    const target = targetOf(token, wordBefore(tokens, i), context.references[side]);
    if (target !== undefined) targets.set(i, target);
    return context.keyNumber(target?.key ?? foldTypography(token.text));
  });
  return { text, runs, atoms, tokens, keys, targets };
}

function gather(paragraphs: readonly Passage[]) {
  const pieces: string[] = [];
  const runs: Run[] = [];
  const atoms = new Map<number, Atom>();
  let at = 0;
  const add = (piece: string): void => {
    pieces.push(piece);
    at += piece.length;
  };
  paragraphs.forEach(({ inlines }, k) => {
    if (k > 0) {
      atoms.set(at, BOUNDARY);
      add(ATOM);
    }
    for (const inline of inlines) {
      if (inline.type === 'text') runs.push({ start: at, end: at + inline.value.length, node: inline });
      else atoms.set(at, inline);
      add(inline.type === 'text' ? inline.value : ATOM);
    }
  });
  return { text: pieces.join(''), runs, atoms };
}

function wordBefore(tokens: readonly Token[], i: number): string {
  const before = tokens[i - 1];
  return (before?.kind === 'space' ? tokens[i - 2]?.text : undefined) ?? '';
}

/** What makes two atoms the same. References agree by what they mean, footnotes by their place alone. */
function atomKey(atom: Atom, side: SideName, context: Context): string {
  if (atom === BOUNDARY) return `boundary of ${side}`;
  if (atom.type === 'crossReference') return `reference ${context.targetKey(atom.target, side)}`;
  if (atom.type === 'opaque') return `opaque ${atom.kind} ${atom.digest}`;
  if (atom.type === 'picture') return `picture ${pictureKey(atom)}`;
  if (atom.type === 'blank') return `blank ${atom.text}`;
  if (atom.type === 'break') return `break ${atom.kind}`;
  return atom.type;
}

/** A picture is the same where all that is said of it is, and what it shows. */
function pictureKey({ file, fingerprint, text, id, label, fixed, word, caption, width, height }: Picture): string {
  return JSON.stringify([file, fingerprint, text, id, label, fixed, word, caption, width, height]);
}

/** A piece of a stream: a stretch of text in one run, or an atom. */
export type Piece = { readonly text: string; readonly run: Text } | { readonly atom: Atom };

/** The pieces of a stretch of a stream's text, in order. */
export function piecesOf(stream: Stream, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  let r = runAt(stream.runs, start);
  while (at < end) {
    const atom = stream.atoms.get(at);
    const run = stream.runs[r];
    if (run !== undefined && run.start <= at && at < run.end) {
      const stop = Math.min(end, run.end);
      pieces.push({ text: stream.text.slice(at, stop), run: run.node });
      at = stop;
    } else if (atom !== undefined) {
      pieces.push({ atom });
      at += 1;
    }
    if (run !== undefined && at >= run.end) r += 1;
  }
  return pieces;
}

/** The first run that ends behind an offset. */
function runAt(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
