/** A Word file with tracked changes as a redline: its two sides laid over one another. */
import type { Block, Doc, Document } from '../../../model/document.ts';
import { normalise } from '../../../model/equal.ts';
import type { Redline, Revision } from '../../../model/redline.ts';
import type { WordParts } from '../context.ts';
import { marksFound } from './found.ts';
import { inOrder } from './ids.ts';
import { changesOf, newLedger } from './ledger.ts';
import { mergeBlocks } from './merge.ts';

/** The redline of the sides `before` and `after` that were made of the same parts, with their runs kept apart. */
export function makeRedline(parts: WordParts, before: Document, after: Document): Redline {
  const ledger = newLedger(marksFound(parts));
  const children = mergeBlocks(ledger, before.children, after.children, { before: [], after: [] });
  const document: Doc<Revision> = {
    type: 'document',
    meta: after.meta,
    children: children as readonly Block<Revision>[],
  };
  return { before: before.meta, ...inOrder(normalise(document), changesOf(ledger, before, after)) };
}
