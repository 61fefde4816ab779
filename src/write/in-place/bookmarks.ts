/** Bookmarks that before's references lead to and after has not: they come along, so that a rejected redline leads somewhere. */
import type { Line } from './lines.ts';
import type { Marker } from './marker.ts';
import { attribute, type Element, type Part } from './tree.ts';

/** Names of bookmarks by the paragraph of before in which they begin. */
export type Bookmarks = ReadonlyMap<Element, readonly string[]>;

const REFERENCE = /\b(?:PAGE|NOTE)?REF\s+([^\s<\\"]+)|:anchor="([^"]+)"/g;

export function missingBookmarks(before: Part, after: Part): Bookmarks {
  const wanted = new Set([...before.source.matchAll(REFERENCE)].map((match) => match[1] ?? match[2] ?? ''));
  for (const match of after.source.matchAll(/bookmarkStart\s[^>]*:name="([^"]*)"/g)) wanted.delete(match[1] ?? '');
  const found = new Map<Element, string[]>();
  let waiting: string[] = [];
  const visit = (element: Element, paragraph: Element | undefined): void => {
    for (const child of element.children) {
      if (child.name === 'w:bookmarkStart') {
        const name = attribute(before, child, 'w:name') ?? '';
        if (!wanted.delete(name)) continue;
        if (paragraph === undefined) waiting.push(name);
        else found.set(paragraph, [...(found.get(paragraph) ?? []), name]);
      } else if (child.name === 'w:p') {
        if (waiting.length > 0) found.set(child, waiting);
        waiting = [];
        visit(child, child);
      } else if (child.children.length > 0) visit(child, paragraph);
    }
  };
  if (wanted.size > 0) visit(before.root, undefined);
  return found;
}

/** What begins and what ends the bookmarks of a paragraph of before, as XML for after's part. */
export function bookmarkTags(
  bookmarks: Bookmarks,
  marker: Marker,
  line: Line,
  w: string,
): [start: string, end: string] {
  let [start, end] = ['', ''];
  for (const name of bookmarks.get(line.element) ?? []) {
    const id = marker.id();
    start += `<${w}bookmarkStart ${w}id="${id}" ${w}name="${name}"/>`;
    end = `<${w}bookmarkEnd ${w}id="${id}"/>${end}`;
  }
  return [start, end];
}
