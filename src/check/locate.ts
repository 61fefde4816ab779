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

/** The place of a finding, as exact as the source allows. */
export function placeOf(found: Found, subject: Subject, lines: Lines | undefined): Place | undefined {
  if (found.place !== undefined) return found.place;
  if (found.at !== undefined) return passagePlace(found.at, found.start, found.end, subject, lines);
  return found.node === undefined ? undefined : placeOfNode(found.node);
}

function passagePlace(
  passage: Passage,
  start: number | undefined,
  end: number | undefined,
  subject: Subject,
  lines: Lines | undefined,
): Place | undefined {
  const whole = placeOfNode(passage.node);
  if (start === undefined) return whole;
  const piece = pieceAt(passage, start);
  const around = piece?.inline.place ?? whole;
  if (piece === undefined || around?.start === undefined || around.end === undefined) return around;
  if (subject.source === undefined || lines === undefined) return around;
  const wanted = passage.text.slice(start, end ?? start);
  const range = findIn(subject.source, around.start, around.end, wanted, start - piece.start, piece.text);
  if (range === undefined) return around;
  return { ...around, ...lines.at(range.start), start: range.start, end: range.end };
}

interface Range {
  readonly start: number;
  readonly end: number;
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
