/** What a tracked change shows of the text, for a list of changes. */

import { decode } from '../tag.ts';
import type { Element, Part } from '../tree.ts';

/** UTF-16 code units of a text that are shown, and those of the source that are looked through for it. */
const [LONGEST, LOOKED_AT] = [80, 4000];

/** What changes without words are of, the first that is there. */
const THINGS: readonly (readonly [RegExp, string])[] = [
  [/<(?:\w+:)?footnoteReference\b/, '[footnote]'],
  [/<(?:\w+:)?endnoteReference\b/, '[endnote]'],
  [/<(?:\w+:)?(?:drawing|pict)\b/, '[drawing]'],
  [/<(?:\w+:)?object\b/, '[object]'],
  [/<(?:\w+:)?oMath\b/, '[equation]'],
  [/<(?:\w+:)?fldChar\b/, '[field]'],
  [/<(?:\w+:)?br\b/, '[break]'],
  [/<(?:\w+:)?tab\b/, '[tab]'],
];

/** Elements whose looks a mark may say, with those in which it stands alone. */
const HOLDERS: ReadonlySet<string> = new Set(['w:r', 'w:p', 'w:tc', 'w:tr', 'w:tbl']);

/** The text within an element, shortened; its deleted text and codes of fields included. */
export function textOf(part: Part, element: Element): string {
  const text = decode(sourceOf(part, element).replace(/<[^>]*>?/g, '')).trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** How much of a paragraph's text and XML is looked at for what a change stands behind, in UTF-16 code units. */
const [BEHIND, LOOKED_BACK] = [40, 2000];

/** The words of its paragraph that a change stands behind, from a whole word on; empty where it begins the paragraph. */
export function behind(part: Part, element: Element): string {
  let paragraph: Element | undefined = element.parent;
  while (paragraph !== undefined && paragraph.name !== 'w:p') paragraph = paragraph.parent;
  if (paragraph === undefined) return '';
  const source = part.source.slice(Math.max(paragraph.openEnd, element.start - LOOKED_BACK), element.start);
  const texts = [...source.matchAll(/<(?:\w+:)?(?:t|delText)(?:\s[^>]*)?>([^<]*)</g)].map(([, text = '']) => text);
  const text = decode(texts.join('')).replace(/\s+/g, ' ').trim();
  return text.length > BEHIND ? `…${text.slice(-BEHIND).replace(/^\S*\s+(?=\S)/, '')}` : text;
}

/** What a mark without any text is about: a thing in it, the text whose looks it changes, or the end of a paragraph. */
export function subjectOf(part: Part, mark: Element): string {
  const source = sourceOf(part, mark);
  const thing = THINGS.find(([pattern]) => pattern.test(source));
  if (thing !== undefined) return thing[1];
  if (mark.parent?.name === 'w:rPr' && mark.parent.parent?.name === 'w:pPr') return '[end of a paragraph]';
  if (!mark.name.endsWith('Change')) return '';
  let holder = mark.parent;
  while (holder !== undefined && !HOLDERS.has(holder.name)) holder = holder.parent;
  return holder === undefined ? '' : textOf(part, holder);
}

function sourceOf(part: Part, { openEnd, closeStart }: Element): string {
  return part.source.slice(openEnd, Math.min(closeStart, openEnd + LOOKED_AT));
}
