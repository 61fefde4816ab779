/** The parts of a package that hold text, which tracked changes may stand in. */

import type { Document } from '../document.ts';
import type { Part } from '../tree.ts';

/** Roots of parts that hold text. */
const STORIES = new Set([
  'w:document',
  'w:footnotes',
  'w:endnotes',
  'w:hdr',
  'w:ftr',
  'w:comments',
  'w:glossaryDocument',
]);

/** The parts that hold text, the body first. */
export function* textParts(document: Document): Generator<Part> {
  const names = [document.main, ...[...document.relationships(document.main).values()].map(({ target }) => target)];
  for (const name of new Set(names)) {
    if (!/\.xml$/i.test(name) || /\/(?:theme|media)\//.test(name)) continue;
    const part = document.part(name);
    if (part !== undefined && STORIES.has(part.root.name)) yield part;
  }
}
