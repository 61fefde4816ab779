/** Inlines with the knowledge of what was escaped in the source, which labels, braces and brackets ask for. */
import type { Inline, Text } from '../../model/document.ts';

/** An inline; where it is text, `escapes` are the offsets in its value that were escaped, in ascending order. */
export interface Piece {
  readonly inline: Inline;
  readonly escapes?: readonly number[];
}

/** The inlines alone. */
export function inlinesOf(pieces: readonly Piece[]): Inline[] {
  return pieces.map((piece) => piece.inline);
}

/** The text of a piece without marks; `undefined` where it is anything else. */
export function plainPiece(piece: Piece | undefined): Text | undefined {
  return piece?.inline.type === 'text' && piece.inline.marks === undefined ? piece.inline : undefined;
}

/** The pieces with the first `length` code units of text of the first `length` taken off. */
export function cutPieces(pieces: readonly Piece[], length: number): Piece[] {
  const result: Piece[] = [];
  let left = length;
  for (const piece of pieces) {
    const { inline } = piece;
    if (left === 0 || inline.type !== 'text') {
      result.push(piece);
      continue;
    }
    const cut = Math.min(left, inline.value.length);
    left -= cut;
    if (cut < inline.value.length) result.push(slicePiece(piece, inline, cut, inline.value.length));
  }
  return result;
}

/** The part of a text piece between two offsets. */
export function slicePiece(piece: Piece, text: Text, start: number, end: number): Piece {
  const escapes = piece.escapes?.filter((at) => at >= start && at < end).map((at) => at - start);
  const inline = { ...text, value: text.value.slice(start, end) };
  return escapes === undefined ? { inline } : { inline, escapes };
}

/**
 * The text at the beginning of pieces, as far as it is neither escaped nor interrupted (by marks, where `plain`), at
 * most 200 code units. Where more follows, an object replacement character stands for it, so that nothing is taken
 * for the end.
 */
export function openingText(pieces: readonly Piece[], plain: boolean): string {
  let text = '';
  for (const { inline, escapes } of pieces) {
    if (inline.type !== 'text' || (plain && inline.marks !== undefined)) return `${text}\uFFFC`;
    const end = Math.min(escapes?.[0] ?? inline.value.length, 200);
    text += inline.value.slice(0, end);
    if (end < inline.value.length || text.length > 200) return `${text}\uFFFC`;
  }
  return text;
}
