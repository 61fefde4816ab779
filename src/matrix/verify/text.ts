/** Tables held against the text: values in both, rows that the text lists and no table has, and the other way round. */
import type { Report } from '../../message.ts';
import { differenceOf } from '../difference.ts';
import { isRequested, requestsOf } from '../requests.ts';
import { type MatrixValue, requiredBy } from '../shape/shape.ts';
import { unknownInText, valuesInText } from '../shape/text.ts';
import { covers, type MatrixTable, tableCite } from '../table.ts';
import { aboutList, type Listing, listingOf } from './listing.ts';
import { about, listed, type MatrixVersion, placePart, quoted, tableNumbered, type Verified } from './version.ts';

/** The settings name a provision that lists or explains something. */
export function checkListing({ version }: Verified, report: Report): void {
  const { listedIn, place } = version.settings;
  if (listedIn === undefined || version.document === undefined) return;
  const listing = listingOf(version);
  if (listing === undefined) {
    const reason = `"listedIn" names the anchor "${listedIn}", and no provision has it`;
    report({ severity: 'error', rule: 'matrix/settings', reason, ...placePart(place) });
    return;
  }
  if (listing.requests.length > 0 || valuesInText(version.shape, listing.text).length > 0) return;
  const reason = `"listedIn" names ${listing.cite}, which lists no ${version.shape.nouns.row[0]} and names no value`;
  report({ severity: 'error', rule: 'matrix/settings', reason, ...placePart(place) });
}

/** The text names a value in one spelling, a table in another; or one that is none. */
export function checkSpelling({ version }: Verified, report: Report): void {
  const listing = listingOf(version);
  if (listing === undefined) return;
  const unknown = unknownInText(version.shape, listing.text);
  if (unknown.length > 0) {
    const reason = `${listing.cite} names a value that there is not: ${quoted(unknown)}`;
    report({ severity: 'warning', rule: 'matrix/text-value', reason, ...aboutList(listing) });
  }
  const inText = new Map<MatrixValue, Set<string>>();
  for (const { value, spelling } of valuesInText(version.shape, listing.text)) addTo(inText, value, spelling);
  for (const table of version.tables) checkTableSpelling(table, listing, inText, report);
}

function checkTableSpelling(
  table: MatrixTable,
  listing: Listing,
  inText: ReadonlyMap<MatrixValue, ReadonlySet<string>>,
  report: Report,
): void {
  const inTable = new Map<MatrixValue, Set<string>>();
  for (const row of table.rows) {
    for (const { value, spelling } of row.cells) if (value !== undefined) addTo(inTable, value, spelling);
  }
  for (const [value, spellings] of inTable) {
    const known = inText.get(value);
    if (known === undefined && inText.size > 0 && requiredBy(table.shape, value).length > 0) {
      const reason = `${listing.cite} does not explain the value "${value}"`;
      report({ ...about(table, undefined, 'matrix/text-value'), reason });
    }
    if (known === undefined) checkOneSpelling(table, value, spellings, report);
    const other = [...spellings].filter((spelling) => known?.has(spelling) === false);
    if (known === undefined || other.length === 0) continue;
    const reason = `a value is spelled otherwise than in ${listing.cite}`;
    report({ ...about(table, undefined, 'matrix/spelling'), reason, actual: quoted(other), expected: quoted(known) });
  }
}

function checkOneSpelling(
  table: MatrixTable,
  value: MatrixValue,
  spellings: ReadonlySet<string>,
  report: Report,
): void {
  if (spellings.size < 2) return;
  const reason = `a value is spelled in several ways: ${quoted(spellings)}`;
  report({ ...about(table, undefined, 'matrix/spelling'), reason, expected: `"${value}"` });
}

/** Rows that the text lists, and no table has. */
export function checkListed({ version }: Verified, report: Report): void {
  const listing = listingOf(version);
  if (listing === undefined) return;
  const { tables, shape } = version;
  const known = new Set(tables.flatMap((table) => table.rows.flatMap(({ key }) => requestsOf(key))));
  const missing = listing.requests.filter((request) => !known.has(request));
  const hidden = missing.filter((request) => !tables.some((table) => shows(table, request)));
  for (const request of missing.filter((each) => !hidden.includes(each))) {
    const reason = `${listing.cite} lists ${request}, and no table has it`;
    report({ severity: 'warning', rule: 'matrix/listed-in-vain', reason, ...aboutList(listing, request) });
  }
  if (hidden.length === 0) return;
  const reason = `${listing.cite} lists ${shape.nouns.row[1]} of which no row is shown: ${hidden.join(', ')}`;
  const note = 'they may be among rows, or in tables, that are not shown';
  report({ severity: 'note', rule: 'matrix/listed-unseen', reason, ...aboutList(listing, hidden[0]), note });
}

/** Whether a table would show a row: it covers it, and has others that begin with the same number. */
function shows(table: MatrixTable, request: string): boolean {
  const stem = request.split('.').slice(0, -1).join('.');
  const isRelated =
    table.rest === undefined || (stem.includes('.') && table.rows.some(({ key }) => key.startsWith(`${stem}.`)));
  return isRelated && covers(table, request);
}

/** Rows that the amendment inserts, and that the text lists nowhere. */
export function checkUnlisted({ version, baseline }: Verified, report: Report): void {
  const listing = listingOf(version);
  if (listing === undefined || baseline === undefined || listing.requests.length === 0) return;
  const requests = new Set(listing.requests);
  for (const table of version.tables) {
    for (const row of insertedRows(table, baseline)) {
      if (isRequested(row.key, requests)) continue;
      const reason = `${row.key} is inserted, and ${listing.cite} does not list it`;
      report({ ...about(table, row, 'matrix/unlisted'), reason });
    }
  }
}

function insertedRows(table: MatrixTable, baseline: MatrixVersion): MatrixTable['rows'] {
  const was = tableNumbered(baseline, table.number);
  return was === undefined ? table.rows : differenceOf(was, table).inserted;
}

/** Spellings of a value that differ between tables of which no text speaks. */
export function checkSpellingAlone({ version }: Verified, report: Report): void {
  if (listingOf(version) !== undefined) return;
  const first = new Map<MatrixValue, { readonly spelling: string; readonly where: string }>();
  for (const table of version.tables) {
    const other = new Set<string>();
    for (const row of table.rows) {
      for (const { value, spelling } of row.cells) {
        const known = value === undefined ? undefined : first.get(value);
        if (value !== undefined && known === undefined) first.set(value, { spelling, where: tableCite(table) });
        else if (known !== undefined && known.spelling !== spelling) other.add(`"${spelling}" for "${known.spelling}"`);
      }
    }
    if (other.size === 0) continue;
    report({
      ...about(table, undefined, 'matrix/spelling'),
      reason: `a value is spelled in several ways: ${listed([...other])}`,
    });
  }
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
