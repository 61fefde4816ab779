/** Documents and redlines as JSON: a head that names the format and its version, then the model as it is. */
import type { Document } from '../model/document.ts';
import { normalise } from '../model/equal.ts';
import type { Redline } from '../model/redline.ts';
import { FORMATS } from '../model/schema.ts';

/**
 * A document as JSON, by `schema/document.json`; `readJson` gives the same document back. Where its nodes stood in
 * their source (`place`) is left out: it says something of a file that the reader may not have.
 */
export function writeJson(document: Document): string {
  return print({ ...FORMATS.document, document: normalise(document) });
}

/** A redline as JSON: what before said of itself, the one document with its revisions, and the list of changes. */
export function writeRedlineJson(redline: Redline): string {
  const { before, document, changes } = redline;
  return print({ ...FORMATS.redline, before, document: normalise(document), changes });
}

function print(value: object): string {
  return `${JSON.stringify(value, withoutPlace, 2)}\n`;
}

/** `place` is dropped only where it is a place, not where a document's own properties use the word. */
function withoutPlace(key: string, value: unknown): unknown {
  return key === 'place' && typeof value === 'object' ? undefined : value;
}
