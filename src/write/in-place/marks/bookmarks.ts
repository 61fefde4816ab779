/**
 * Bookmarks that before's references lead to and after has not: they come along where they stood, so that a rejected redline
 * leads somewhere (ISO/IEC 29500-1, 17.13.6). Word tracks no bookmark.
 */

import { decode } from '../../../word/tag.ts';
import { attribute, type Element, escapeXml, type Part } from '../../../word/tree.ts';
import type { Line } from '../lines/lines.ts';
import type { Marker } from '../package/marker.ts';
import type { Op, Span } from '../pairing/script.ts';

/** The begin or end of a bookmark of before. */
interface BookmarkEnd {
  /** What it is called in after. */
  readonly name: string;
  readonly begins: boolean;
  /** The element; absent where it stands between paragraphs: then it goes to an end of the paragraph. */
  readonly element: Element | undefined;
}

/** The ends of bookmarks that come along, by the paragraph of before that holds them. */
export type Bookmarks = ReadonlyMap<Element, readonly BookmarkEnd[]>;

const REFERENCE = /\b(?:PAGE|NOTE|FTN)?REF\s+"?([^\s<\\"&]+)|:anchor="([^"]+)"/g;

/** The bookmarks of before that come along, and what each of its bookmarks is called in after. */
export interface BroughtBookmarks {
  readonly bookmarks: Bookmarks;
  readonly anchor: (name: string) => string;
}

/** Finds the bookmarks that before's references lead to and after has not; a name that after's lead to in vain is not given. */
export function bookmarksOf(before: Part, after: Part): BroughtBookmarks {
  const wanted = referencesOf(before);
  const known = new Set(
    [...after.source.matchAll(/bookmarkStart\s[^>]*:name="([^"]*)"/g)].map((match) => match[1] ?? ''),
  );
  for (const name of known) wanted.delete(name);
  const vain = referencesOf(after);
  const names = new Map<string, string>();
  const named = (name: string): string => {
    let fresh = name;
    for (let k = 1; vain.has(fresh) || known.has(fresh); k++) fresh = `${name.slice(0, 32)}_b${k}`;
    known.add(fresh);
    names.set(name, fresh);
    return fresh;
  };
  const bookmarks = wanted.size === 0 ? NONE : new Finder(before, wanted, named).find();
  return { bookmarks, anchor: (name) => names.get(name) ?? name };
}

const NONE: Bookmarks = new Map();

/** The names of bookmarks that a part refers to. */
function referencesOf(part: Part): Set<string> {
  return new Set([...part.source.matchAll(REFERENCE)].map((match) => decode(match[1] ?? match[2] ?? '')));
}

/** Goes through a part for the ends of some bookmarks. */
class Finder {
  readonly #part: Part;
  readonly #wanted: Set<string>;
  readonly #named: (name: string) => string;
  readonly #found = new Map<Element, BookmarkEnd[]>();
  /** The names in after of bookmarks that are open, by their ids. */
  readonly #open = new Map<string, string>();
  /** Begins between paragraphs, which go to the next one. */
  #waiting: string[] = [];
  #last: Element | undefined;

  constructor(part: Part, wanted: Set<string>, named: (name: string) => string) {
    this.#part = part;
    this.#wanted = wanted;
    this.#named = named;
  }

  find(): Bookmarks {
    this.#visit(this.#part.root, undefined);
    return this.#found;
  }

  #visit(element: Element, paragraph: Element | undefined): void {
    for (const child of element.children) {
      if (child.name === 'w:bookmarkStart') this.#begin(child, paragraph);
      else if (child.name === 'w:bookmarkEnd') this.#end(child, paragraph);
      else if (child.name === 'w:p') {
        for (const name of this.#waiting.splice(0)) this.#add(child, { name, begins: true, element: undefined });
        this.#last = child;
        this.#visit(child, child);
      } else if (child.children.length > 0) this.#visit(child, paragraph);
    }
  }

  #begin(element: Element, paragraph: Element | undefined): void {
    const name = attribute(this.#part, element, 'w:name') ?? '';
    if (!this.#wanted.delete(name)) return;
    const fresh = this.#named(name);
    this.#open.set(attribute(this.#part, element, 'w:id') ?? '', fresh);
    if (paragraph === undefined) this.#waiting.push(fresh);
    else this.#add(paragraph, { name: fresh, begins: true, element });
  }

  #end(element: Element, paragraph: Element | undefined): void {
    const id = attribute(this.#part, element, 'w:id') ?? '';
    const name = this.#open.get(id);
    const holder = paragraph ?? this.#last;
    if (name === undefined || holder === undefined) return;
    this.#open.delete(id);
    this.#add(holder, { name, begins: false, element: paragraph === undefined ? undefined : element });
  }

  #add(paragraph: Element, end: BookmarkEnd): void {
    const known = this.#found.get(paragraph);
    if (known === undefined) this.#found.set(paragraph, [end]);
    else known.push(end);
  }
}

/** A tag that stands at an offset of a line's text. */
interface TagAt {
  readonly at: number;
  readonly begins: boolean;
  readonly xml: string;
}

/** Writes the ends of bookmarks, each bookmark under one fresh id. */
export class BookmarkWriter {
  readonly #bookmarks: Bookmarks;
  readonly #marker: Marker;
  readonly #ids = new Map<string, number>();

  constructor(bookmarks: Bookmarks, marker: Marker) {
    this.#bookmarks = bookmarks;
    this.#marker = marker;
  }

  /** A script with the tags of bookmarks where they stood; `w` is the prefix of after's part with its colon. */
  into(ops: readonly Op[], w: string): readonly Op[] {
    if (this.#bookmarks.size === 0) return ops;
    const left = new Map<Line, TagAt[]>();
    const tagsOf = (line: Line): TagAt[] => {
      const known = left.get(line) ?? this.tags(line, w);
      left.set(line, known);
      return known;
    };
    return ops.flatMap((op): Op[] => {
      if (op.kind === 'kept' || op.kind === 'gone') return cutAtTags(op, tagsOf(op.before.line));
      if (op.kind !== 'mark' && op.kind !== 'goneMark') return [op];
      return [...tagsOf(op.before).splice(0).map(tagOp), op];
    });
  }

  /** The tags of a line of before, in order. */
  tags(line: Line, w: string): TagAt[] {
    const ends = line.elements.flatMap((element) => this.#bookmarks.get(element) ?? []);
    const tags = ends.map((end) => ({ at: offsetOf(line, end), begins: end.begins, xml: this.#xml(end, w) }));
    return tags.sort((x, y) => x.at - y.at);
  }

  #xml({ name, begins }: BookmarkEnd, w: string): string {
    const id = this.#ids.get(name) ?? this.#marker.id();
    this.#ids.set(name, id);
    return begins
      ? `<${w}bookmarkStart ${w}id="${id}" ${w}name="${escapeXml(name)}"/>`
      : `<${w}bookmarkEnd ${w}id="${id}"/>`;
  }
}

function offsetOf({ pieces, text }: Line, { element, begins }: BookmarkEnd): number {
  if (element === undefined) return begins ? 0 : text.length;
  return pieces.find(({ first }) => first.start >= element.start)?.from ?? text.length;
}

const tagOp = ({ xml }: TagAt): Op => ({ kind: 'tag', xml });

/** A step parted at the tags that stand in its text or in front of it; these are taken off the list. */
function cutAtTags(op: Op & { readonly kind: 'kept' | 'gone' }, tags: TagAt[]): Op[] {
  const done: Op[] = [];
  let from = op.before.from;
  const piece = (to: number): void => {
    if (to > from) done.push(partOf(op, from, to));
    from = to;
  };
  const stands = ({ at, begins }: TagAt): boolean => at < op.before.to || (at === op.before.to && !begins);
  while (tags[0] !== undefined && stands(tags[0])) {
    const tag = tags.shift() as TagAt;
    piece(Math.max(from, tag.at));
    done.push(tagOp(tag));
  }
  piece(op.before.to);
  return done;
}

function partOf(op: Op & { readonly kind: 'kept' | 'gone' }, from: number, to: number): Op {
  const span = (own: Span, shift: number): Span => ({ line: own.line, from: from + shift, to: to + shift });
  if (op.kind === 'gone') return { ...op, before: span(op.before, 0) };
  return { ...op, before: span(op.before, 0), after: span(op.after, op.after.from - op.before.from) };
}
