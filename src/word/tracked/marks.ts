/** The single marks of tracked changes in a file: where each stands, what it is on, and which must be decided together. */
import type { Report } from '../../message.ts';
import { type Document, openDocument } from '../document.ts';
import { decode } from '../tag.ts';
import { descendants, type Element, type Part } from '../tree.ts';
import { textParts } from './parts.ts';
import { subjectOf } from './said.ts';
import { SHOWN, TRACKED, type TrackedChange, trackedIn } from './tracked.ts';

/** What a mark is on: text, the end of a paragraph, a row, a cell, properties, or the end of a range. */
export type MarkScope = 'text' | 'paragraph' | 'row' | 'cell' | 'properties' | 'range';

/** A stretch of a part's text: UTF-16 offsets, half-open. */
export interface PartRange {
  readonly start: number;
  readonly end: number;
}

/** One element that says a tracked change. */
export interface TrackedMark extends PartRange {
  /** The part of the package, and the name of its root: `w:document`, `w:hdr`. */
  readonly part: string;
  readonly root: string;
  /** Marks of one unit must be decided as one: both ends of a move, a field, a row, a column. Unique in the file. */
  readonly unit: string;
  readonly kind: 'insertion' | 'deletion' | 'formatting';
  readonly isMove: boolean;
  readonly author: string;
  /** ISO 8601 as the file says it; empty where it says none. */
  readonly date: string;
  /** The name of the element: `w:ins`, `w:rPrChange`. */
  readonly element: string;
  readonly scope: MarkScope;
  /** What a mark of properties, of a row or of a cell is on: `w:r`, `w:p`, `w:tc`, `w:tr`, `w:tbl`. */
  readonly holder: (PartRange & { readonly name: string }) | undefined;
  readonly paragraph: PartRange | undefined;
  /** Where the paragraph behind its own begins. */
  readonly nextParagraph: number | undefined;
  /** Whether nothing that stays shows between it and the mark of text before it in its paragraph. */
  readonly adjoins: boolean;
  /** The words within; at most some 4,000 UTF-16 code units of XML are looked at. */
  readonly text: string;
  /** What it is about where it has no words, such as `[footnote]`. */
  readonly subject: string;
}

/** The marks of a file, in the order of its parts and of their text; the body first. */
export function listMarks(bytes: Uint8Array, report: Report): TrackedMark[] {
  return marksOf(openDocument(bytes, report));
}

function marksOf(document: Document): TrackedMark[] {
  let last = 0;
  const count = (): number => ++last;
  return [...textParts(document)].flatMap((part) => marksIn(part, trackedIn(part, count, 'apart').changes));
}

function marksIn(part: Part, found: ReadonlyMap<Element, TrackedChange>): TrackedMark[] {
  if (found.size === 0) return [];
  const paragraphs = [...descendants(part.root)].filter(({ name }) => name === 'w:p').map(({ start }) => start);
  const marks: TrackedMark[] = [];
  let last: TrackedMark | undefined;
  for (const [element, change] of [...found].sort(([a], [b]) => a.start - b.start)) {
    const mark = markOf(part, element, change, last, paragraphs);
    marks.push(mark);
    if (mark.scope === 'text') last = last !== undefined && last.end > mark.end ? last : mark;
  }
  return marks;
}

function markOf(
  part: Part,
  element: Element,
  change: TrackedChange,
  last: TrackedMark | undefined,
  paragraphs: readonly number[],
): TrackedMark {
  const scope = scopeOf(element);
  const holder = scope === 'text' || scope === 'range' ? undefined : holderOf(element);
  const paragraph = paragraphOf(element);
  const text = textIn(part, element);
  const between = last !== undefined && last.paragraph?.start === paragraph?.start && last.paragraph !== undefined;
  return {
    part: part.name,
    root: part.root.name,
    unit: change.id,
    kind: kindOf(element, scope),
    isMove: change.kind === 'move',
    author: change.author,
    date: change.date,
    element: element.name,
    start: element.start,
    end: element.end,
    scope,
    holder: holder === undefined ? undefined : { name: holder.name, start: holder.start, end: holder.end },
    paragraph: paragraph === undefined ? undefined : { start: paragraph.start, end: paragraph.end },
    nextParagraph: paragraph === undefined ? undefined : firstFrom(paragraphs, paragraph.end),
    adjoins: between && !SHOWN.test(part.source.slice(last.end, element.start)),
    text,
    subject: text === '' ? subjectOf(part, element) : '',
  };
}

function kindOf({ name }: Element, scope: MarkScope): TrackedMark['kind'] {
  const kind = TRACKED[name];
  if (scope === 'properties') return 'formatting';
  if (kind === undefined) return /Del|From/.test(name) ? 'deletion' : 'insertion';
  return kind === 'move' ? 'formatting' : kind;
}

const SCOPES: Readonly<Record<string, MarkScope>> = { 'w:trPr': 'row', 'w:tcPr': 'cell', 'w:numPr': 'properties' };

function scopeOf({ name, parent }: Element): MarkScope {
  if (/Range(?:Start|End)$/.test(name)) return 'range';
  if (/Change$/.test(name) || name === 'w:cellMerge') return 'properties';
  if (parent?.name === 'w:rPr' && parent.parent?.name === 'w:pPr') return 'paragraph';
  return SCOPES[parent?.name ?? ''] ?? 'text';
}

const HOLDERS: ReadonlySet<string> = new Set(['w:r', 'w:p', 'w:tc', 'w:tr', 'w:tbl']);

function holderOf(element: Element): Element | undefined {
  let at = element.parent;
  while (at !== undefined && !HOLDERS.has(at.name)) at = at.parent;
  return at;
}

/** The first of some offsets, in order, that is `least` or behind it. */
function firstFrom(offsets: readonly number[], least: number): number | undefined {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return offsets[low];
}

function paragraphOf(element: Element): Element | undefined {
  let at = element.parent;
  while (at !== undefined && at.name !== 'w:p') at = at.parent;
  return at;
}

/** How much of a mark's XML is looked at for its words, in UTF-16 code units. */
const LOOKED_AT = 4000;

function textIn({ source }: Part, { openEnd, closeStart }: Element): string {
  const xml = source.slice(openEnd, Math.min(closeStart, openEnd + LOOKED_AT));
  const texts = [...xml.matchAll(/<(?:\w+:)?(?:t|delText)(?:\s[^>]*)?>([^<]*)</g)].map(([, text = '']) => text);
  return decode(texts.join(''));
}
