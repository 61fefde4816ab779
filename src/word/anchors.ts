/** Bookmarks by their names in both files: which are the same, which lead nowhere, and what before's are called in after. */

import type { Document } from './document.ts';
import { attribute, childOf, type Element, type Part } from './tree.ts';

/** Tells a bookmark of a document so that two that mark the same are told alike; one that is missing is told as such. */
export type AnchorKey = (document: Document, name: string) => string;

/** Names that Word makes up, and may make up anew whenever it renews a table of contents. */
const MADE_UP = /^_(?:Toc|Ref)\d+$/;

/** Names of bookmarks in the code of a field. */
const IN_CODE = /(^\s*(?:PAGE|NOTE|FTN)?REF\s+"?|\\l\s+"?)([^\s"\\]+)/gi;

/** The code of a field with the names of its bookmarks replaced. */
export function withAnchors(code: string, name: (name: string) => string): string {
  return code.replace(IN_CODE, (_, head: string, found: string) => head + name(found));
}

/** Compares the bookmarks of two documents. */
export function anchorKeys(before: Document, after: Document): AnchorKey {
  const [theirs, ours] = [bookmarksOf(before), bookmarksOf(after)];
  const byPlace = new Map<string, string>();
  for (const [name, place] of ours) if (MADE_UP.test(name) && !theirs.has(name)) byPlace.set(place, name);
  return (document, name) => {
    if (document === after) return ours.has(name) ? name : `!${name}`;
    const place = theirs.get(name);
    if (place === undefined) return `!${name}`;
    return ours.has(name) || !MADE_UP.test(name) ? name : (byPlace.get(place) ?? name);
  };
}

const STORIES = ['footnotes', 'endnotes'];

/** The bookmarks of the body and the notes; for those that Word made, what they mark: the text, and which of its like. */
function bookmarksOf(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  const names = [document.main, ...STORIES.map((type) => document.partOf(type) ?? '')];
  for (const name of names) {
    const part = name === '' ? undefined : document.part(name);
    if (part?.source.includes('bookmarkStart')) new Marked(part, found).visit(part.root, undefined);
  }
  return found;
}

/** Goes through a part and tells where its bookmarks begin. */
class Marked {
  readonly #part: Part;
  readonly #found: Map<string, string>;
  readonly #seen = new Map<string, number>();
  #waiting: string[] = [];

  constructor(part: Part, found: Map<string, string>) {
    this.#part = part;
    this.#found = found;
  }

  visit(element: Element, paragraph: Element | undefined): void {
    for (const child of element.children) {
      if (child.name === 'w:bookmarkStart') this.#mark(child, paragraph);
      else if (child.name === 'w:p') {
        for (const name of this.#waiting.splice(0)) this.#found.set(name, this.#place(child, child));
        this.visit(child, child);
      } else if (child.children.length > 0) this.visit(child, paragraph);
    }
  }

  #mark(start: Element, paragraph: Element | undefined): void {
    const name = attribute(this.#part, start, 'w:name') ?? '';
    if (this.#found.has(name)) return;
    this.#found.set(name, '');
    if (!MADE_UP.test(name)) return;
    if (paragraph === undefined) this.#waiting.push(name);
    else this.#found.set(name, this.#place(paragraph, start));
  }

  #place(paragraph: Element, start: Element): string {
    const from = childOf(paragraph, 'w:pPr')?.end ?? paragraph.openEnd;
    const said = (to: number): string => this.#part.source.slice(from, Math.max(from, to)).replace(/<[^>]*>/g, '');
    const kind = MADE_UP.exec(attribute(this.#part, start, 'w:name') ?? '_Toc0')?.[0].slice(0, 4);
    const text = `${kind} ${said(start.start).length} ${said(paragraph.closeStart)}`;
    const count = this.#seen.get(text) ?? 0;
    this.#seen.set(text, count + 1);
    return `${text} ${count}`;
  }
}
