/** A pack as its rules see it: what the manifest says, and the versions and redlines that it is about. */
import type { Place } from '../message.ts';
import type { Document } from '../model/document.ts';
import type { Change, Redline } from '../model/redline.ts';

/** A row of the change table. */
export interface PackRow {
  /** The id of the document that it speaks of. */
  readonly document: string;
  /** The anchors of the provisions that it covers. */
  readonly covers: readonly string[];
  readonly description: string;
  readonly place?: Place;
}

/** A document of the pack; `before` and `redline` are absent where it is not compared. */
export interface PackDocumentView {
  readonly id: string;
  readonly after: Document;
  readonly before?: Document;
  readonly redline?: Redline;
  /** Where the manifest names it. */
  readonly place?: Place;
}

export interface PackDates {
  /** ISO 8601, a date alone. */
  readonly issued: string;
  readonly respondBy: string;
  readonly amendment?: string;
  readonly place?: Place;
}

export interface PackView {
  readonly name: string;
  readonly dates?: PackDates;
  readonly documents: readonly PackDocumentView[];
  readonly rows: readonly PackRow[];
}

/** The anchors that a change lies in, on either side. */
export function anchorsOfChange(change: Change): Set<string> {
  return new Set([change.before, change.after].flatMap((locus) => locus?.within ?? []));
}

/** The rows of the change table about a document. */
export function rowsFor(pack: PackView, document: PackDocumentView): PackRow[] {
  return pack.rows.filter((row) => row.document === document.id);
}
