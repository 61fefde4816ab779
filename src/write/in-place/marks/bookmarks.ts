/** Bookmarks that before's references lead to and after has not: they come along, so that a rejected redline leads somewhere. */
import type { Line } from '../lines/lines.ts';
import type { Marker } from '../package/marker.ts';
import { attribute, type Element, escapeXml, type Part } from '../package/tree.ts';
import { decode } from '../package/word.ts';

/** Names of bookmarks, as they are called in after, by the paragraph of before in which they begin. */
export type Bookmarks = ReadonlyMap<Element, readonly string[]>;

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
  return { bookmarks: bookmarksIn(before, wanted, named), anchor: (name) => names.get(name) ?? name };
}

/** The names of bookmarks that a part refers to. */
function referencesOf(part: Part): Set<string> {
  return new Set([...part.source.matchAll(REFERENCE)].map((match) => decode(match[1] ?? match[2] ?? '')));
}

function bookmarksIn(before: Part, wanted: Set<string>, named: (name: string) => string): Bookmarks {
  const found = new Map<Element, string[]>();
  let waiting: string[] = [];
  const visit = (element: Element, paragraph: Element | undefined): void => {
    for (const child of element.children) {
      if (child.name === 'w:bookmarkStart') {
        const name = attribute(before, child, 'w:name') ?? '';
        if (!wanted.delete(name)) continue;
        if (paragraph === undefined) waiting.push(named(name));
        else found.set(paragraph, [...(found.get(paragraph) ?? []), named(name)]);
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
    start += `<${w}bookmarkStart ${w}id="${id}" ${w}name="${escapeXml(name)}"/>`;
    end = `<${w}bookmarkEnd ${w}id="${id}"/>${end}`;
  }
  return [start, end];
}
