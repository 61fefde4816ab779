import type { Document } from '../../../model/document.ts';
import type { Redline } from '../../../model/redline.ts';
import type { WordParts } from '../context.ts';
export function makeRedline(_: WordParts, before: Document, after: Document): Redline {
  return { before: before.meta, document: after, changes: [] };
}
