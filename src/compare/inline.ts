/** Comparing the inlines of a paragraph, a heading or a caption, and marking what differs. */

import { type Segment, segmentsBetween } from '../align/segments.ts';
import { alignSequence } from '../align/sequence.ts';
import { readable } from '../align/simplify.ts';
import { foldTypography } from '../align/tokens.ts';
import type { Passage, RetainedStretch } from '../model/alignment.ts';
import type { Inline, Node, Text } from '../model/document.ts';
import { normaliseInlines, same, sameMarks } from '../model/equal.ts';
import type { Revision } from '../model/redline.ts';
import { plainText } from '../model/walk.ts';
import { coarse } from './align-lists.ts';
import { type Atoms, markAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import type { Draft } from './ledger.ts';
import { ParagraphChanges } from './paragraph-changes.ts';
import { type Atom, BOUNDARY, type Piece, piecesOf, type Stream, streamOf } from './stream.ts';

type Marked = Inline<Revision>;

/** The nodes that changes within a stretch of text are told of. */
export interface Owners {
  readonly before: Node;
  readonly after: Node;
}

/** Compares two lists of inlines; what comes back accepts to `after` and rejects to `before`. */
export function compareInlines(before: Passage, after: Passage, owners: Owners, context: Context): Marked[] {
  return compareParagraphs([before], [after], owners, context)[0] ?? [];
}

/**
 * Compares one paragraph with several that it was split into, or several with the one they were merged into, as if
 * they were one text. What comes back has as many lists as the side that has more.
 */
export function compareParagraphs(
  before: readonly Passage[],
  after: readonly Passage[],
  owners: Owners,
  context: Context,
): Marked[][] {
  const [x, y] = [before[0]?.inlines ?? [], after[0]?.inlines ?? []];
  if (before.length === 1 && after.length === 1 && same(x, y)) {
    context.recorder.compared(before, after, 'all');
    context.recorder.sameNotes(x, y);
    return [[...y]];
  }
  const a = streamOf(before, 'before', context);
  const b = streamOf(after, 'after', context);
  const emitter = new Emitter(a, b, new ParagraphChanges(owners, context), context);
  for (const segment of segmentsOf(a, b, context)) emitter.segment(segment);
  context.recorder.compared(before, after, emitter.retained);
  return emitter.finish(context.keepsRuns);
}

function segmentsOf(a: Stream, b: Stream, context: Context): readonly Segment[] {
  const matches = alignSequence(a.keys, b.keys, (entries) => context.report?.(coarse(entries)));
  const equal = (x: number, y: number) => a.keys[x] === b.keys[y];
  return readable(segmentsBetween(matches, a.keys.length, b.keys.length), { a: a.tokens, b: b.tokens, equal });
}

/** A stretch of a stream's text, UTF-16 offsets, half-open. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Turns segments into marked inlines, one list for each paragraph. */
class Emitter {
  readonly #a: Stream;
  readonly #b: Stream;
  readonly #changes: ParagraphChanges;
  readonly #atoms: Atoms;
  readonly #lists: Marked[][] = [[]];
  readonly retained: RetainedStretch[] = [];

  constructor(a: Stream, b: Stream, changes: ParagraphChanges, context: Context) {
    this.#a = a;
    this.#b = b;
    this.#changes = changes;
    this.#atoms = markAtoms(changes, context);
  }

  segment(segment: Segment): void {
    if (segment.same) this.#same(segment);
    else this.#changed(segment);
  }

  finish(keepsRuns: boolean): Marked[][] {
    return keepsRuns ? this.#lists : this.#lists.map((list) => normaliseInlines(list));
  }

  #add(inline: Marked): void {
    (this.#lists[this.#lists.length - 1] as Marked[]).push(inline);
  }

  /** Stretches whose text is the same to the letter are told by their formatting; the rest token by token. */
  #same(segment: Segment): void {
    let from = 0;
    const length = segment.a1 - segment.a0;
    for (let k = 0; k <= length; k++) {
      if (k < length && this.#sameText(segment.a0 + k, segment.b0 + k)) continue;
      this.#stretch(segment.a0 + from, segment.a0 + k, segment.b0 + from);
      if (k < length) this.#unlike(segment.a0 + k, segment.b0 + k);
      from = k + 1;
    }
  }

  #sameText(i: number, j: number): boolean {
    const [x, y] = [this.#a.tokens[i], this.#b.tokens[j]];
    const [atom, other] = [this.#a.atoms.has(x?.start ?? -1), this.#b.atoms.has(y?.start ?? -1)];
    return x !== undefined && y !== undefined && x.text === y.text && !atom && !other;
  }

  /** Tokens `i0` to `i1` of before, the same letters as those of after from `j0` on. */
  #stretch(i0: number, i1: number, j0: number): void {
    if (i1 <= i0) return;
    const start = this.#a.tokens[i0]?.start ?? 0;
    const end = this.#a.tokens[i1 - 1]?.end ?? 0;
    const shift = (this.#b.tokens[j0]?.start ?? 0) - start;
    this.retained.push({ before: start, after: start + shift, length: end - start });
    const befores = piecesOf(this.#a, start, end);
    const afters = piecesOf(this.#b, start + shift, end + shift);
    for (const [x, y, text] of inStep(befores, afters)) this.#add(this.#formatted(x, y, text));
  }

  #formatted(before: Text, after: Text, value: string): Marked {
    const { revision: _, ...rest } = { ...after, value };
    if (sameMarks(before.marks, after.marks)) return rest;
    const change = this.#changes.formatting(before.marks, after.marks);
    return {
      ...rest,
      revision: { kind: 'alteration', before: { marks: { value: before.marks ?? null, change: change.id } } },
    };
  }

  /** Tokens that count as the same and are not: an atom, a number that follows, a style of quotation marks. */
  #unlike(i: number, j: number): void {
    const [x, y] = [this.#a.tokens[i], this.#b.tokens[j]];
    if (x === undefined || y === undefined) return;
    const atoms = [this.#a.atoms.get(x.start), this.#b.atoms.get(y.start)] as const;
    if (atoms[0] !== undefined && atoms[1] !== undefined) {
      if (atoms[0] !== BOUNDARY && atoms[1] !== BOUNDARY)
        this.#lists[this.#lists.length - 1]?.push(...this.#pair(atoms[0], atoms[1], x.start, y.start));
      return;
    }
    const target = this.#b.targets.get(j);
    const draft =
      target === undefined ? this.#changes.typographical() : this.#changes.following(target.after, x.text, y.text);
    this.#emit(this.#a, x.start, x.end, 'deletion', draft);
    this.#emit(this.#b, y.start, y.end, 'insertion', draft);
  }

  #changed(segment: Segment): void {
    const [a, b] = [this.#range(this.#a, segment.a0, segment.a1), this.#range(this.#b, segment.b0, segment.b1)];
    const redirected = this.#redirected(a, b);
    if (redirected !== undefined) {
      for (const inline of redirected) this.#add(inline);
      return;
    }
    if (this.#sameLetters(segment)) {
      this.#stretch(segment.a0, segment.a1, segment.b0);
      return;
    }
    const [from, to] = [printed(piecesOf(this.#a, a.start, a.end)), printed(piecesOf(this.#b, b.start, b.end))];
    const draft = this.#draftFor(segment, from, to);
    this.#emit(this.#a, a.start, a.end, 'deletion', draft);
    this.#emit(this.#b, b.start, b.end, 'insertion', draft);
  }

  /** Numbers in running text that were not changed are not marked, though the provisions they named may have moved on. */
  #sameLetters({ a0, a1, b0, b1 }: Segment): boolean {
    if (a1 - a0 !== b1 - b0) return false;
    for (let k = 0; k < a1 - a0; k++) if (!this.#sameText(a0 + k, b0 + k)) return false;
    return true;
  }

  /** One reference in place of one that prints the same, and means another provision. */
  #redirected(a: Range, b: Range): Marked[] | undefined {
    const [x, y] = [this.#a.atoms.get(a.start), this.#b.atoms.get(b.start)];
    if (a.end - a.start !== 1 || b.end - b.start !== 1 || x === undefined || y === undefined) return undefined;
    if (x === BOUNDARY || y === BOUNDARY || x.type !== 'crossReference' || y.type !== 'crossReference')
      return undefined;
    return x.text === y.text ? this.#pair(x, y, a.start, b.start) : undefined;
  }

  /** Two atoms that stand for one another, at their offsets. */
  #pair(before: Inline, after: Inline, at: number, to: number): Marked[] {
    const marked = this.#atoms(before, after);
    if (marked.length === 1) this.retained.push({ before: at, after: to, length: 1 });
    return marked;
  }

  /** The change that a stretch belongs to; none where nothing but the boundary of paragraphs stands in it. */
  #draftFor(segment: Segment, from: string, to: string): Draft | undefined {
    const atoms = [
      ...this.#atomsIn(this.#a, segment.a0, segment.a1),
      ...this.#atomsIn(this.#b, segment.b0, segment.b1),
    ];
    if (atoms.every(isSpacing) && foldTypography(from).trim() === foldTypography(to).trim()) {
      const bare = from === '' && to === '' && atoms.every((atom) => atom === BOUNDARY);
      return bare ? undefined : this.#changes.typographical();
    }
    const linked = atoms.every((atom) => atom !== BOUNDARY && atom.type === 'crossReference');
    return linked && from === to
      ? this.#changes.unlinked(from, this.#atomsIn(this.#a, segment.a0, segment.a1).length > 0)
      : this.#changes.words(from, to);
  }

  #atomsIn(stream: Stream, from: number, to: number): Atom[] {
    const atoms = stream.tokens.slice(from, to).map((token) => stream.atoms.get(token.start));
    return atoms.filter((atom) => atom !== undefined);
  }

  #range(stream: Stream, from: number, to: number): Range {
    if (from >= to) return { start: 0, end: 0 };
    return { start: stream.tokens[from]?.start ?? 0, end: stream.tokens[to - 1]?.end ?? 0 };
  }

  #emit(stream: Stream, start: number, end: number, kind: 'insertion' | 'deletion', draft: Draft | undefined): void {
    for (const piece of piecesOf(stream, start, end)) this.#piece(piece, kind, draft);
  }

  #piece(piece: Piece, kind: 'insertion' | 'deletion', draft: Draft | undefined): void {
    if ('atom' in piece && piece.atom === BOUNDARY) this.#lists.push([]);
    else if (draft !== undefined) {
      const node = 'atom' in piece ? (piece.atom as Inline) : { ...piece.run, value: piece.text };
      this.#add({ ...node, revision: { kind, change: draft.id } } as Marked);
    }
  }
}

/** Atoms that part words and say nothing. */
function isSpacing(atom: Atom): boolean {
  return atom === BOUNDARY || (atom.type === 'break' && atom.kind === 'line');
}

/** What a stretch prints, as told in a summary: a footnote call shows as a word. */
function printed(pieces: readonly Piece[]): string {
  return pieces.map((piece) => ('run' in piece ? piece.text : printedAtom(piece.atom))).join('');
}

function printedAtom(atom: Atom): string {
  if (atom === BOUNDARY) return '';
  if (atom.type === 'break') return atom.kind === 'line' ? ' ' : `[${atom.kind} break]`;
  return atom.type === 'note' ? `[${atom.kind}]` : plainText(atom);
}

/** Walks the pieces of two stretches of the same letters: each piece that both have in one run. */
function* inStep(befores: readonly Piece[], afters: readonly Piece[]): Generator<[Text, Text, string]> {
  let [i, j, x, y] = [0, 0, 0, 0];
  while (i < befores.length && j < afters.length) {
    const [before, after] = [befores[i], afters[j]];
    if (before === undefined || after === undefined || 'atom' in before || 'atom' in after) return;
    const length = Math.min(before.text.length - x, after.text.length - y);
    yield [before.run, after.run, after.text.slice(y, y + length)];
    [x, y] = [x + length, y + length];
    if (x === before.text.length) [i, x] = [i + 1, 0];
    if (y === after.text.length) [j, y] = [j + 1, 0];
  }
}
