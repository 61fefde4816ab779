/** What makes two elements of the packages that are compared the same. */

import type { Document } from './document.ts';
import { type FingerprintOptions, fingerprint } from './fingerprint.ts';
import type { Element, Part } from './tree.ts';

/** The fingerprint of an element of a document. */
export function digest(
  document: Document,
  part: Part,
  element: Element,
  options: Omit<FingerprintOptions, 'related'> = {},
): string {
  return fingerprint(part, element, { ...options, related: (id) => document.related(part, id) });
}
