/** What is verified: a version of a matrix, its text, and the versions around it; and how messages about it begin. */
import type { Message, Place, Report } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { type Anchor, anchors } from '../../model/links.ts';
import type { MatrixSettings, TableSettings } from '../read/settings.ts';
import type { Shape } from '../shape/shape.ts';
import { type MatrixRow, type MatrixTable, rowCite, tableCite } from '../table.ts';

/** The matrix of a version, with the text of that version where it is at hand. */
export interface MatrixVersion {
  /** Such as `appendix-r@6.18`. */
  readonly name: string;
  readonly shape: Shape;
  readonly tables: readonly MatrixTable[];
  readonly settings: MatrixSettings;
  readonly document?: Document;
}

/** A version, and those that it is held against. */
export interface Verified {
  readonly version: MatrixVersion;
  /** The version that it amends. */
  readonly baseline?: MatrixVersion;
  /** Versions that amend this one. */
  readonly following?: readonly MatrixVersion[];
}

/** One thing that is looked at. */
export type MatrixCheck = (verified: Verified, report: Report) => void;

const ANCHORS = new WeakMap<Document, ReadonlyMap<string, Anchor>>();

/** The anchors of a text, found once. */
export function anchorsOf(document: Document): ReadonlyMap<string, Anchor> {
  const known = ANCHORS.get(document) ?? anchors<never>(document);
  ANCHORS.set(document, known);
  return known;
}

/** The table of that number in a version. */
export function tableNumbered(version: MatrixVersion | undefined, number: string): MatrixTable | undefined {
  return version?.tables.find((table) => table.number === number);
}

/** What the settings say of a table. */
export function settingsOfTable({ settings }: MatrixVersion, { number }: MatrixTable): TableSettings | undefined {
  return settings.tables.find((table) => table.number === number);
}

/** The beginning of a message about a row, or about a table as a whole. */
export function about(
  table: MatrixTable,
  row: MatrixRow | undefined,
  rule: string,
  severity: Message['severity'] = 'warning',
): Omit<Message, 'reason'> {
  const place = row === undefined ? table.rows[0]?.place : row.place;
  const cite = row === undefined ? tableCite(table) : rowCite(table, row);
  return { severity, rule, cite, ...placePart(place) };
}

/** A place, where there is one. */
export function placePart(place: Place | undefined): { readonly place?: Place } {
  return place === undefined ? {} : { place };
}

/** Texts in quotation marks, with commas between them; of many, the first. */
export function quoted(texts: Iterable<string>): string {
  return listed([...texts].map((text) => `"${text}"`));
}

const MOST_LISTED = 20;

/** Texts with commas between them; of many, the first, and how many more there are. */
export function listed(texts: readonly string[]): string {
  if (texts.length <= MOST_LISTED) return texts.join(', ');
  return `${texts.slice(0, MOST_LISTED).join(', ')} and ${texts.length - MOST_LISTED} more`;
}

/** Entries by what `key` says of them, in order. */
export function groupBy<T>(list: readonly T[], key: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const known = groups.get(key(entry));
    if (known === undefined) groups.set(key(entry), [entry]);
    else known.push(entry);
  }
  return groups;
}

/** The texts that stand more than once in a list. */
export function repeatedIn(texts: readonly string[]): string[] {
  return [...groupBy(texts, (text) => text)].flatMap(([text, all]) => (all.length > 1 ? [text] : []));
}
