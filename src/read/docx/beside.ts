/** What a Word file holds beside its text: comments and what they are about, headers and footers, pictures. */
import { hasPart } from '../../word/package.ts';
import { decode } from '../../word/tag.ts';
import { eachParagraph } from './anchors.ts';
import { readTextPart } from './body.ts';
import type { WordParts } from './context.ts';
import { readWordParts } from './parts.ts';
import type { WordBlock } from './word.ts';

/** A comment of the body. */
export interface WordComment {
  readonly author: string;
  /** As the file says it, ISO 8601; empty where it does not. */
  readonly date: string;
  readonly text: string;
  /** The words that it is about, at most so many; empty where it stands at a point. */
  readonly about: string;
  /** Where it begins in the main part, as a UTF-16 offset; absent where the body does not call it. */
  readonly start?: number;
}

/** The text of a header or a footer. */
export interface HeaderFooter {
  readonly kind: 'header' | 'footer';
  readonly text: string;
}

export interface BesideText {
  readonly comments: readonly WordComment[];
  /** Each text once. */
  readonly headersFooters: readonly HeaderFooter[];
  /** The parts of the pictures that the body shows, as `word/media/image1.png`. */
  readonly pictures: readonly string[];
}

/** How much of what a comment is about is quoted, in UTF-16 code units. */
const QUOTED = 200;

/** Reads what stands beside the text of a Word file. Throws `UnusableInput` where it can't be read. */
export function readBeside(bytes: Uint8Array, options: { readonly file?: string }): BesideText {
  const parts = readWordParts(bytes, options, () => undefined);
  return { comments: commentsOf(parts), headersFooters: headersFootersOf(parts), pictures: picturesOf(parts) };
}

function commentsOf(parts: WordParts): WordComment[] {
  const ranges = commentRanges(parts.main.source);
  return [...(parts.comments?.stories ?? [])].map(([id, { author, date, blocks }]) => {
    const range = ranges.get(id);
    const about = range === undefined ? '' : textBetween(parts.main.source, range.start, range.end);
    return {
      author: author ?? '',
      date: date ?? '',
      text: shownText(blocks),
      about: about.length > QUOTED ? `${about.slice(0, QUOTED)}…` : about,
      ...(range === undefined ? {} : { start: range.start }),
    };
  });
}

interface Range {
  readonly start: number;
  end: number;
}

/** Where comments begin and end in a part, by their id (29500-1, 17.13.4). */
function commentRanges(source: string): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const marks = /<(?:\w+:)?comment(RangeStart|RangeEnd|Reference)\b[^>]*?\bid\s*=\s*["'](-?\d+)["']/g;
  for (const { 1: mark, 2: id = '', index } of source.matchAll(marks)) {
    const range = ranges.get(id);
    if (range === undefined) ranges.set(id, { start: index, end: index });
    else if (mark === 'RangeEnd') range.end = index;
  }
  return ranges;
}

/** The text of the runs between two offsets of a part. */
function textBetween(source: string, start: number, end: number): string {
  const texts = source.slice(start, end).matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/|<\/(?:\w+:)?p>/g);
  return [...texts]
    .map(({ 1: text }) => (text === undefined ? ' ' : decode(text)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function headersFootersOf(parts: WordParts): HeaderFooter[] {
  const found = new Map<string, HeaderFooter>();
  for (const { type, target, external } of parts.relationships(parts.main.part).values()) {
    if ((type !== 'header' && type !== 'footer') || external || !hasPart(parts.opened, target)) continue;
    const text = shownText(readTextPart(parts.opened, target)?.blocks ?? []);
    if (text !== '') found.set(`${type} ${text}`, { kind: type, text });
  }
  return [...found.values()];
}

function picturesOf(parts: WordParts): string[] {
  const targets = [...parts.relationships(parts.main.part).values()]
    .filter(({ type, external }) => type === 'image' && !external)
    .map(({ target }) => target);
  return [...new Set(targets)].sort();
}

/** The text of blocks on one line. */
export function shownText(blocks: readonly WordBlock[]): string {
  const found: string[] = [];
  eachParagraph(blocks, (pieces) => {
    found.push(pieces.map((piece) => (piece.kind === 'text' ? piece.value : '')).join(''));
  });
  return found.join(' ').replace(/\s+/g, ' ').trim();
}
