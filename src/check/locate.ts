/** Where in a source a finding stands: from offsets in a passage to line, column and offsets of the file. */
import type { Place } from '../message.ts';
import type { Found } from './rule.ts';
import { type Passage, pieceAt, placeOfNode, type Subject } from './subject.ts';

/** Finds lines and columns, from 1, in a text. */
export interface Lines {
  readonly at: (offset: number) => { readonly line: number; readonly column: number };
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return {
    at: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] as number) + 1 };
    },
  };
}

/** A place, and whether the source has there, letter by letter, what the passage has. */
interface Located {
  readonly place: Place;
  readonly exact: boolean;
}

/** The place of a finding, as exact as the source allows. */
export function placeOf(found: Found, subject: Subject, lines: Lines | undefined): Place | undefined {
  if (found.place !== undefined) return found.place;
  if (found.at !== undefined) return locate(found.at, found.start, found.end, subject, lines)?.place;
  return found.node === undefined ? undefined : placeOfNode(found.node);
}

/** Where in the source a stretch of a passage stands, for certain: `undefined` where that is not known to the letter. */
export function exactRange(found: Found, subject: Subject, lines: Lines | undefined): Range | undefined {
  if (found.at === undefined || found.place !== undefined) return undefined;
  const located = locate(found.at, found.start, found.end, subject, lines);
  if (located?.exact !== true) return undefined;
  const { start, end } = located.place;
  return start === undefined || end === undefined ? undefined : { start, end };
}

function locate(
  passage: Passage,
  start: number | undefined,
  end: number | undefined,
  subject: Subject,
  lines: Lines | undefined,
): Located | undefined {
  const whole = placeOfNode(passage.node);
  const inexact = (place: Place | undefined) => (place === undefined ? undefined : { place, exact: false });
  if (start === undefined) return inexact(whole);
  const piece = pieceAt(passage, start);
  const around = piece?.inline.place ?? whole;
  if (piece === undefined || around?.start === undefined || around.end === undefined) return inexact(around);
  if (subject.source === undefined || lines === undefined) return inexact(around);
  const wanted = { text: piece.text, start: start - piece.start, end: (end ?? start) - piece.start };
  const exact =
    wanted.end <= piece.text.length ? inContext(subject.source, around.start, around.end, wanted) : undefined;
  const range =
    exact ??
    findIn(subject.source, around.start, around.end, passage.text.slice(start, end ?? start), wanted.start, piece.text);
  if (range === undefined) return inexact(around);
  const place = { ...around, ...lines.at(range.start), start: range.start, end: range.end };
  return { place, exact: exact !== undefined };
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Wanted {
  /** The text of the piece, and the stretch of it that is looked for. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** So much of the text on each side is looked for together with the stretch itself, the most first. */
const AROUND = [48, 24, 12, 6, 3];

/** Where a stretch stands in a range of the source together with the words around it, if those stand there once. */
function inContext(source: string, from: number, to: number, { text, start, end }: Wanted): Range | undefined {
  if (start >= end) return undefined;
  const inner = source.slice(from, to);
  for (const width of AROUND) {
    const left = Math.max(0, start - width);
    const context = text.slice(left, Math.min(text.length, end + width));
    const at = inner.indexOf(context);
    if (at < 0) continue;
    if (inner.indexOf(context, at + 1) >= 0 || offsetsOf(text, context).length > 1)
      return width === AROUND[0] ? byNumber(inner, context, text, left, from, start, end) : undefined;
    return { start: from + at + start - left, end: from + at + end - left };
  }
  return undefined;
}

/** Where the words around it come again, they have to come as often in the source as in the text. */
function byNumber(
  inner: string,
  context: string,
  text: string,
  left: number,
  from: number,
  start: number,
  end: number,
): Range | undefined {
  const all = offsetsOf(text, context);
  const there = offsetsOf(inner, context);
  const at = there[all.indexOf(left)];
  if (all.length !== there.length || at === undefined) return undefined;
  return { start: from + at + start - left, end: from + at + end - left };
}

function offsetsOf(text: string, part: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) offsets.push(at);
  return offsets;
}

/** A range of a source may be searched by words, where marks and line breaks stand between them. */
const LONGEST = 400;

/** Where `wanted` stands in a range of the source: the occurrence whose number is that of the one in `text`. */
function findIn(
  source: string,
  from: number,
  to: number,
  wanted: string,
  offset: number,
  text: string,
): Range | undefined {
  if (wanted === '') return undefined;
  const inner = source.slice(from, to);
  const number = countOf(text.slice(0, offset), wanted);
  const exact = nth(inner, wanted, number);
  if (exact >= 0) return { start: from + exact, end: from + exact + wanted.length };
  if (wanted.length > LONGEST) return undefined;
  const loose = new RegExp(wanted.trim().split(/\s+/).map(escapeExpression).join('[\\s>*_]+'), 'gu');
  const all = [...source.slice(from, Math.min(source.length, to + LONGEST)).matchAll(loose)];
  const found = all[Math.min(number, all.length - 1)];
  return found === undefined ? undefined : { start: from + found.index, end: from + found.index + found[0].length };
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

function nth(text: string, part: string, number: number): number {
  let at = text.indexOf(part);
  for (let i = 0; i < number && at >= 0; i++) at = text.indexOf(part, at + part.length);
  return at;
}

export function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
