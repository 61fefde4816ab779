/**
 * Making an edit script fit for people: edges at word and sentence borders, no confetti of stop words between edits, a
 * sentence that was mostly rewritten replaced whole.
 */
import { joined, pushJoined, type Segment } from './segments.ts';
import { type Token, tokenWeight } from './tokens.ts';

/** The token lists that segments speak of. */
export interface Sides {
  readonly a: readonly Token[];
  readonly b: readonly Token[];
  /** Whether the tokens at `a` and `b` count as the same. */
  readonly equal: (a: number, b: number) => boolean;
}

/** Below this share of kept words a sentence counts as rewritten. */
const REWRITTEN = 0.34;
/** A sentence of fewer words is left in pieces: there is little to drown in. */
const SENTENCE_WORDS = 5;

/** The segments made fit to read, unless that would replace what only grew, or only shrank, in a place or two. */
export function readable(segments: readonly Segment[], sides: Sides): readonly Segment[] {
  const changed = segments.filter((segment) => !segment.same);
  const simplified = simplify(segments, sides);
  return changed.length <= 2 && isOneSided(changed) && !isOneSided(simplified) ? segments : simplified;
}

function isOneSided(segments: readonly Segment[]): boolean {
  const changed = segments.filter((segment) => !segment.same);
  return changed.every(({ a0, a1 }) => a0 === a1) || changed.every(({ b0, b1 }) => b0 === b1);
}

/** The segments, simplified. They still cover both lists in order, and alternate between same and changed. */
export function simplify(segments: readonly Segment[], sides: Sides): Segment[] {
  const folded = foldIslands(slideAll(segments, sides), sides);
  return slideAll(replaceRewritten(folded, sides), sides);
}

function foldIslands(segments: readonly Segment[], sides: Sides): Segment[] {
  const result: Segment[] = [];
  segments.forEach((segment, i) => {
    const [left, next] = [result[result.length - 1], segments[i + 1]];
    const island = segment.same && left !== undefined && !left.same && next !== undefined;
    pushJoined(result, island && isWeak(segment, left, next, sides) ? { ...segment, same: false } : segment);
  });
  return result;
}

/** Whether what stands between two edits is too little to help a reader. */
function isWeak(island: Segment, left: Segment, right: Segment, sides: Sides): boolean {
  const tokens = sides.b.slice(island.b0, Math.min(island.b1, island.b0 + 12));
  if (island.b1 - island.b0 > 9 || tokens.some((token) => token.kind === 'atom')) return false;
  const weight = weigh(sides.b, island.b0, island.b1);
  const least = Math.min(size(left, sides), size(right, sides));
  if (weight < 0.2 && !tokens.some((token) => /[.;:!?]/.test(token.text))) return true;
  if (isSubstitution(left) && isSubstitution(right)) return weight <= 0.7 || weight <= least * 0.2;
  return weight <= 0.35 && least >= 3;
}

function isSubstitution(segment: Segment): boolean {
  return segment.a1 > segment.a0 && segment.b1 > segment.b0;
}

function size(segment: Segment, sides: Sides): number {
  return Math.max(weigh(sides.a, segment.a0, segment.a1), weigh(sides.b, segment.b0, segment.b1));
}

function weigh(tokens: readonly Token[], from: number, to: number): number {
  let weight = 0;
  for (let i = from; i < to; i++) weight += tokenWeight(tokens[i] as Token);
  return weight;
}

/** Replaces whole each sentence of which little was kept. Sentences are parted by ends that both sides have. */
function replaceRewritten(segments: readonly Segment[], sides: Sides): Segment[] {
  const result: Segment[] = [];
  let sentence: Segment[] = [];
  const close = (): void => {
    result.push(...(isRewritten(sentence, sides) ? [wholly(sentence)] : sentence));
    sentence = [];
  };
  for (const piece of segments.flatMap((segment) => cutAtEnds(segment, sides))) {
    sentence.push(piece);
    if (piece.same && endsSentence(sides.b, piece.b1 - 1)) close();
  }
  close();
  return joined(result.flatMap((segment) => keepEnds(segment, sides)));
}

/** A segment that stayed, cut behind each token that ends a sentence. */
function cutAtEnds(segment: Segment, sides: Sides): Segment[] {
  if (!segment.same) return [segment];
  const pieces: Segment[] = [];
  let from = segment.b0;
  for (let j = segment.b0; j < segment.b1; j++) {
    if (!endsSentence(sides.b, j) && j + 1 < segment.b1) continue;
    const shift = segment.a0 - segment.b0;
    pieces.push({ same: true, a0: from + shift, a1: j + 1 + shift, b0: from, b1: j + 1 });
    from = j + 1;
  }
  return pieces;
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  return token?.kind === 'mark' && /^[.;!?]$/.test(token.text) && (next === undefined || next.kind !== 'word');
}

function isRewritten(sentence: readonly Segment[], sides: Sides): boolean {
  if (sentence.length < 3) return false;
  const atoms = sentence.some((s) => s.same && sides.b.slice(s.b0, s.b1).some((token) => token.kind === 'atom'));
  const whole = wholly(sentence);
  const total = size(whole, sides);
  if (atoms || !isSubstitution(whole) || total < SENTENCE_WORDS) return false;
  const kept = sentence.filter((s) => s.same).reduce((sum, s) => sum + weigh(sides.b, s.b0, s.b1), 0);
  return kept < total * REWRITTEN;
}

function wholly(sentence: readonly Segment[]): Segment {
  const first = sentence[0] as Segment;
  const last = sentence[sentence.length - 1] as Segment;
  return { same: false, a0: first.a0, a1: last.a1, b0: first.b0, b1: last.b1 };
}

/** Takes tokens that are the same off both ends of a changed segment. */
function keepEnds(segment: Segment, sides: Sides): Segment[] {
  if (segment.same) return [segment];
  let { a0, a1, b0, b1 } = segment;
  while (a0 < a1 && b0 < b1 && sides.equal(a0, b0)) [a0, b0] = [a0 + 1, b0 + 1];
  while (a0 < a1 && b0 < b1 && sides.equal(a1 - 1, b1 - 1)) [a1, b1] = [a1 - 1, b1 - 1];
  return [
    { same: true, a0: segment.a0, a1: a0, b0: segment.b0, b1: b0 },
    { same: false, a0, a1, b0, b1 },
    { same: true, a0: a1, a1: segment.a1, b0: b1, b1: segment.b1 },
  ];
}

/** Slides every pure insertion and deletion to the place among equal ones that reads best. */
function slideAll(segments: readonly Segment[], sides: Sides): Segment[] {
  const result = segments.map((segment) => ({ ...segment }));
  for (let i = 1; i + 1 < result.length; i++) {
    const here = result[i] as Segment;
    if (!here.same && !isSubstitution(here)) slide(result, i, sides);
  }
  return joined(result);
}

/** Slides one changed segment between its neighbours, which are the same on both sides. */
function slide(segments: Segment[], i: number, sides: Sides): void {
  const [left, here, right] = [segments[i - 1], segments[i], segments[i + 1]] as [Segment, Segment, Segment];
  const inserted = here.b1 > here.b0;
  const tokens = inserted ? sides.b : sides.a;
  const [from, to] = inserted ? [here.b0, here.b1] : [here.a0, here.a1];
  const alike = (x: number, y: number) => tokens[x]?.text === tokens[y]?.text && tokens[x]?.kind !== 'atom';
  let lowest = 0;
  while (-lowest < left.b1 - left.b0 && alike(from + lowest - 1, to + lowest - 1)) lowest--;
  let highest = 0;
  while (highest < right.b1 - right.b0 && alike(from + highest, to + highest)) highest++;
  let best = 0;
  for (let shift = lowest; shift <= highest; shift++) {
    if (edgeScore(tokens, from + shift, to + shift) > edgeScore(tokens, from + best, to + best)) best = shift;
  }
  if (best === 0) return;
  segments[i - 1] = { ...left, a1: left.a1 + best, b1: left.b1 + best };
  segments[i] = { same: false, a0: here.a0 + best, a1: here.a1 + best, b0: here.b0 + best, b1: here.b1 + best };
  segments[i + 1] = { ...right, a0: right.a0 + best, b0: right.b0 + best };
}

/** How well an edit from `from` to `to` sits: whole sentences best, then phrases, then words with the space before them. */
function edgeScore(tokens: readonly Token[], from: number, to: number): number {
  return borderScore(tokens, from) + borderScore(tokens, to) + (tokens[from]?.kind === 'space' ? 0.5 : 0);
}

function borderScore(tokens: readonly Token[], at: number): number {
  const [before, after] = [tokens[at - 1], tokens[at]];
  if (before === undefined || after === undefined) return 4;
  if (endsSentence(tokens, at - 1)) return 3;
  if (before.kind === 'space' && endsSentence(tokens, at - 2)) return 2.8;
  if (before.kind === 'mark' && before.text === ',') return 1.5;
  return before.kind === 'space' || after.kind === 'space' ? 1 : 0;
}
