/** A pack as its rules see it: what the manifest says, and the versions and redlines that it is about. */
import type { Place } from '../message.ts';
import type { Document } from '../model/document.ts';
import type { Change, Redline } from '../model/redline.ts';
import type { Subject } from './subject.ts';

/** A row of the change table. */
export interface PackRow {
  /** The id of the document that it speaks of. */
  readonly document: string;
  /** The anchors of the provisions that it covers. */
  readonly covers: readonly string[];
  readonly description: string;
  readonly rationale?: string;
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

/** What the manifest says of dates, each ISO 8601. */
export interface PackDates {
  readonly issued: string;
  /** With the time of day, where one is stated: `2020-01-17T16:00`. */
  readonly respondBy: string;
  readonly amendment?: string;
  /** Further dates, by their names. */
  readonly others?: Readonly<Record<string, string>>;
}

/** What a text of the pack is. */
export type PackRole = 'consultation' | 'notification' | 'response-template' | 'template' | 'cover';

/** A text that is assembled, ready to be checked. */
export interface PackText {
  /** The file that it becomes. */
  readonly file: string;
  readonly role: PackRole;
  readonly subject: Subject;
}

export interface PackView {
  readonly name: string;
  readonly dates?: PackDates;
  /** What the title pages say beside dates. */
  readonly classification?: string;
  readonly contact?: string;
  readonly documents: readonly PackDocumentView[];
  readonly texts: readonly PackText[];
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

/** The text of that role; `undefined` where the pack has none. */
export function textOf(pack: PackView, role: PackRole): PackText | undefined {
  return pack.texts.find((text) => text.role === role);
}
