/** White space at the ends of a text: it counts only where the file says so (ISO/IEC 29500-1, 17.3.3.31; XML 1.0, 2.10). */
import { attribute, type Element, innerXml, type Part } from './tree.ts';

const ofRoot = new WeakMap<Part, boolean>();

/** Whether white space at the ends of a text counts. */
export function keepsSpace(part: Part, text: Element): boolean {
  const own = attribute(part, text, 'xml:space');
  if (own !== undefined) return own === 'preserve';
  const known = ofRoot.get(part);
  if (known !== undefined) return known;
  const said = attribute(part, part.root, 'xml:space') === 'preserve';
  ofRoot.set(part, said);
  return said;
}

const SPACE_AT_ENDS = /^[ \t\r\n]+|[ \t\r\n]+$/g;

/** Whether a text begins or ends with white space. */
export function hasSpaceAtEnds(raw: string): boolean {
  return raw.charCodeAt(0) <= 32 || raw.charCodeAt(raw.length - 1) <= 32;
}

/** A text as the part writes it, without the white space at its ends. */
export function trimmed(raw: string): string {
  return raw.replace(SPACE_AT_ENDS, '');
}

/** The white space at the ends of a text that does not count, as offsets in the part; half-open. */
export function uncounted(part: Part, text: Element): { readonly start: number; readonly end: number }[] {
  if (keepsSpace(part, text)) return [];
  const raw = innerXml(part, text);
  return [...raw.matchAll(SPACE_AT_ENDS)].map(({ index, 0: found }) => {
    return { start: text.openEnd + index, end: text.openEnd + index + found.length };
  });
}
