/** The change table: which row covers which change, and what each row refers to. */
import type { Message, Place } from '../message.ts';
import type { Change, Locus } from '../model/redline.ts';
import { type Cited, citeAll, type Join } from './references.ts';

/** A row as a manifest groups it: the provisions of one document, by anchor, that it speaks of. */
export interface ChangeRow {
  readonly document: string;
  readonly covers: readonly string[];
  readonly join?: Join;
  /** Where the row stands in its manifest. */
  readonly place?: Place;
}

/** What the table needs to know of one compared document. */
export interface ComparedDocument {
  /** Its name in references, such as `Example AD`. */
  readonly short: string;
  readonly beforeVersion: string;
  readonly changes: readonly Change[];
  /** The anchors of after, and those of before for what after no longer has. */
  readonly after: ReadonlyMap<string, Cited>;
  readonly before: ReadonlyMap<string, Cited>;
}

type Documents = ReadonlyMap<string, ComparedDocument>;

/** What is wrong between the rows and the changes: one message for each gap, none where every change is covered. */
export function checkCoverage(rows: readonly ChangeRow[], documents: Documents): Message[] {
  return [...rows.flatMap((row, i) => checkRow(row, i + 1, documents)), ...uncovered(rows, documents)];
}

function checkRow(row: ChangeRow, number: number, documents: Documents): Message[] {
  const compared = documents.get(row.document);
  if (compared === undefined) return [noComparison(row, number)];
  return row.covers.flatMap((anchor) => {
    const cited = compared.after.get(anchor) ?? compared.before.get(anchor);
    if (cited === undefined) return [unknownAnchor(row, number, anchor, compared)];
    const touched = compared.changes.some((change) => around(change).has(anchor));
    return touched ? [] : [untouched(row, number, cited, compared)];
  });
}

function uncovered(rows: readonly ChangeRow[], documents: Documents): Message[] {
  const messages: Message[] = [];
  for (const [id, compared] of documents) {
    const anchors = new Set(rows.filter((row) => row.document === id).flatMap((row) => row.covers));
    for (const change of compared.changes) {
      if (change.weight !== 'substantive' || [...around(change)].some((anchor) => anchors.has(anchor))) continue;
      messages.push(notCovered(change, compared));
    }
  }
  return messages;
}

/** The anchors of what a change stands in, in after and in before. */
function around(change: Change): Set<string> {
  return new Set([...(change.after?.within ?? []), ...(change.before?.within ?? [])]);
}

/** The reference of a row, in after's numbering; what only before has is cited by before's, and says so. */
export function rowReference(row: ChangeRow, compared: ComparedDocument): string {
  const standing = row.covers.flatMap((anchor) => compared.after.get(anchor) ?? []);
  const gone = row.covers.flatMap((anchor) => (compared.after.has(anchor) ? [] : (compared.before.get(anchor) ?? [])));
  const now = standing.length === 0 ? [] : [citeAll(standing, row.join)];
  const then = gone.length === 0 ? [] : [`${citeAll(gone, row.join)} of version ${compared.beforeVersion}`];
  return `${compared.short} ${[...now, ...then].join(' and ')}`;
}

function noComparison(row: ChangeRow, number: number): Message {
  return error(
    row,
    'row-without-comparison',
    `row ${number} speaks of ${row.document}, which is not compared in this pack`,
  );
}

function unknownAnchor(row: ChangeRow, number: number, anchor: string, compared: ComparedDocument): Message {
  return error(
    row,
    'unknown-anchor',
    `row ${number} covers the anchor "${anchor}", which no version of ${compared.short} has`,
    nearest(anchor, [...compared.after.keys()]),
  );
}

function untouched(row: ChangeRow, number: number, cited: Cited, compared: ComparedDocument): Message {
  const reason =
    row.covers.length === 1
      ? `row ${number} covers no change: ${compared.short} ${cited.cite} is the same in both versions`
      : `row ${number} covers ${compared.short} ${cited.cite}, which is the same in both versions`;
  return error(row, 'row-without-change', reason, 'take it out of the row, or make the change');
}

function notCovered(change: Change, compared: ComparedDocument): Message {
  const locus = (change.after ?? change.before) as Locus;
  const anchor = locus.id === undefined ? '' : ` (${locus.id})`;
  return {
    ...error(
      undefined,
      'change-without-row',
      `no row of the change table covers this change in ${compared.short}: ${change.summary}`,
      'add its anchor to a row, or a row for it',
    ),
    cite: `${locus.cite}${anchor}`,
    actual: quoted(locus.text),
  };
}

function quoted(text: string): string {
  return `"${text.length > 90 ? `${text.slice(0, 89)}…` : text}"`;
}

function nearest(name: string, names: readonly string[]): string | undefined {
  const near = names.filter((other) => other.includes(name) || name.includes(other)).slice(0, 3);
  return near.length === 0 ? undefined : `the version has ${near.map((other) => `"${other}"`).join(', ')}`;
}

function error(row: ChangeRow | undefined, rule: string, reason: string, note?: string): Message {
  const place = row?.place === undefined ? {} : { place: row.place };
  return { severity: 'error', rule: `assemble/${rule}`, reason, ...place, ...(note === undefined ? {} : { note }) };
}
