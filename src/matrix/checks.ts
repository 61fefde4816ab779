/** What can be wrong with the tables of a matrix and with the text about them, beside their counts. */
import type { Message, Report } from '../message.ts';
import type { Document } from '../model/document.ts';
import { differenceOf } from './difference.ts';
import { aboutList, listingOf } from './listing.ts';
import { isRequested } from './scenario.ts';
import type { MatrixSettings } from './settings.ts';
import { compareVariants, covers, type MatrixRow, type MatrixTable, tableCite } from './table.ts';
import { checkTextCounts } from './text-counts.ts';
import { type MatrixValue, valuesInText } from './value.ts';

/** All that the checks look at. The text and the version before may be absent. */
export interface Checked {
  readonly tables: readonly MatrixTable[];
  readonly settings: Pick<MatrixSettings, 'listedIn' | 'critical' | 'names' | 'scenarios'>;
  readonly document?: Document;
  readonly baseline?: { readonly tables: readonly MatrixTable[]; readonly document?: Document };
}

type Check = (checked: Checked, report: Report) => void;

/** Every check, in the order in which they speak. */
const CHECKS: readonly Check[] = [
  checkDuplicates,
  checkOrder,
  checkNames,
  checkKnownNames,
  checkCritical,
  checkSpelling,
  checkListed,
  checkScenarios,
  checkUnlisted,
  checkTextCounts,
];

/** Holds tables, text and settings against one another. */
export function checkMatrix(checked: Checked, report: Report): void {
  for (const check of CHECKS) check(checked, report);
}

function checkDuplicates({ tables }: Checked, report: Report): void {
  for (const table of tables) {
    for (const rows of grouped(table.rows, (row) => `${row.variant}\u0000${row.role}`)) {
      const [first] = rows;
      if (first === undefined || rows.length < 2) continue;
      const names = [...new Set(rows.map((row) => `"${row.name}"`))];
      const reason = `${first.variant} stands ${rows.length === 2 ? 'twice' : `${rows.length} times`}`;
      const last = rows.at(-1) ?? first;
      report({ ...about(table, last, 'matrix/duplicate'), reason, actual: names.join(' and ') });
    }
  }
}

function checkOrder({ tables }: Checked, report: Report): void {
  for (const table of tables) {
    for (const [i, row] of table.rows.entries()) {
      const above = table.rows[i - 1];
      if (above === undefined || compareVariants(above.variant, row.variant) <= 0) continue;
      const reason = `${row.variant} stands behind ${above.variant}, out of order`;
      report({ ...about(table, row, 'matrix/order'), reason });
    }
  }
}

/** One variant, one name: across tables, since a repeated row of one table is told as such. */
function checkNames({ tables }: Checked, report: Report): void {
  const first = new Map<string, { readonly table: MatrixTable; readonly names: Set<string> }>();
  for (const table of tables) {
    for (const row of table.rows) {
      const known = first.get(row.variant);
      if (known === undefined) first.set(row.variant, { table, names: new Set([row.name]) });
      else if (known.table === table) known.names.add(row.name);
      else if (!known.names.has(row.name)) {
        const reason = `${row.variant} has another name than in ${tableCite(known.table)}`;
        const expected = [...known.names].map((name) => `"${name}"`).join(' or ');
        report({ ...about(table, row, 'matrix/name'), reason, actual: `"${row.name}"`, expected });
      }
    }
  }
}

function checkKnownNames({ tables, settings }: Checked, report: Report): void {
  for (const table of tables) {
    for (const row of table.rows) {
      const name = Object.hasOwn(settings.names, row.variant) ? settings.names[row.variant] : undefined;
      if (name === undefined || name === row.name) continue;
      const reason = `${row.variant} has another name than the one that is known`;
      report({ ...about(table, row, 'matrix/name'), reason, actual: `"${row.name}"`, expected: `"${name}"` });
    }
  }
}

function checkCritical({ tables, settings }: Checked, report: Report): void {
  if (settings.critical.length === 0) return;
  for (const table of tables) {
    const critical = new Set(
      table.headings.commands.flatMap((name, i) => (settings.critical.includes(name) ? [i] : [])),
    );
    for (const row of table.rows) {
      const required = row.cells.flatMap(({ value }, i) => (value === undefined || value === 'N/A' ? [] : [i]));
      const wrong = required.filter((i) => critical.has(i) !== (row.critical === 'Y'));
      if (wrong.length === 0) continue;
      const columns = wrong.map((i) => table.headings.commands[i]).join(', ');
      const reason = `${row.variant} is ${row.critical === 'Y' ? '' : 'not '}critical, and tests are required in ${columns}`;
      report({ ...about(table, row, 'matrix/critical-command'), reason });
    }
  }
}

/** The text names a value in one spelling, a table in another. */
function checkSpelling({ tables, settings, document }: Checked, report: Report): void {
  const listing = listingOf(document, settings.listedIn);
  if (listing === undefined) return;
  const inText = new Map<MatrixValue, Set<string>>();
  for (const { value, spelling } of valuesInText(listing.text)) addTo(inText, value, spelling);
  for (const table of tables) {
    const inTable = new Map<MatrixValue, Set<string>>();
    for (const { value, spelling } of table.rows.flatMap((row) => row.cells)) {
      if (value !== undefined) addTo(inTable, value, spelling);
    }
    for (const [value, spellings] of inTable) {
      const known = inText.get(value);
      const other = [...spellings].filter((spelling) => known?.has(spelling) === false);
      if (known === undefined || other.length === 0) continue;
      const reason = `a value is spelled otherwise than in ${listing.cite}`;
      report({ ...about(table, undefined, 'matrix/spelling'), reason, actual: quoted(other), expected: quoted(known) });
    }
  }
}

/** Service Requests that the text lists, and no table has. */
function checkListed({ tables, settings, document }: Checked, report: Report): void {
  const listing = listingOf(document, settings.listedIn);
  if (listing === undefined) return;
  const rows = tables.flatMap((table) => table.rows);
  const missing = listing.requests.filter((request) => !rows.some((row) => isRequested(row, [request])));
  const hidden = missing.filter((request) => !tables.some((table) => shows(table, request)));
  for (const request of missing.filter((each) => !hidden.includes(each))) {
    const reason = `${listing.cite} lists ${request}, and no table has it`;
    report({ severity: 'warning', rule: 'matrix/listed-in-vain', reason, ...aboutList(listing, request) });
  }
  if (hidden.length === 0) return;
  const reason = `${listing.cite} lists Service Requests of which no row is shown: ${hidden.join(', ')}`;
  const note = 'they may be among rows, or in tables, that are not shown';
  report({ severity: 'note', rule: 'matrix/listed-unseen', reason, ...aboutList(listing, hidden[0]), note });
}

/** Whether a table would show a Service Request: it covers it, and has others of its Service Reference. */
function shows(table: MatrixTable, request: string): boolean {
  const stem = request.split('.').slice(0, -1).join('.');
  const related = table.rest === undefined || table.rows.some((row) => row.reference === stem);
  return related && covers(table, request);
}

/** Scenarios are data; the Service Requests that they are limited to must be those of the text. */
function checkScenarios({ settings, document }: Checked, report: Report): void {
  const listing = listingOf(document, settings.listedIn);
  if (listing === undefined || settings.scenarios.length === 0) return;
  const inScenarios = new Set(settings.scenarios.flatMap(({ requests }) => requests ?? []));
  for (const { title, requests = [] } of settings.scenarios) {
    const stray = requests.filter((request) => !listing.requests.includes(request));
    if (stray.length === 0) continue;
    const reason = `the scenario "${title}" has Service Requests that ${listing.cite} does not list: ${stray.join(', ')}`;
    report({ severity: 'warning', rule: 'matrix/scenario', reason, ...aboutList(listing) });
  }
  const unused = listing.requests.filter((request) => !inScenarios.has(request));
  if (unused.length === 0) return;
  const reason = `${listing.cite} lists Service Requests that no scenario has: ${unused.join(', ')}`;
  report({ severity: 'warning', rule: 'matrix/scenario', reason, ...aboutList(listing, unused[0]) });
}

/** Rows that the amendment inserts, and that the text lists nowhere. */
function checkUnlisted({ tables, settings, document, baseline }: Checked, report: Report): void {
  const listing = listingOf(document, settings.listedIn);
  if (listing === undefined || baseline === undefined) return;
  for (const table of tables) {
    const was = baseline.tables.find(({ number }) => number === table.number);
    const inserted = was === undefined ? table.rows : differenceOf(was, table).inserted;
    for (const row of inserted.filter((each) => !isRequested(each, listing.requests))) {
      const reason = `${row.variant} is inserted, and ${listing.cite} does not list it`;
      report({ ...about(table, row, 'matrix/unlisted'), reason });
    }
  }
}

function about(table: MatrixTable, row: MatrixRow | undefined, rule: string): Omit<Message, 'reason'> {
  const place = row === undefined ? table.rows[0]?.place : row.place;
  const cite = row === undefined ? tableCite(table) : `${tableCite(table)}, row ${row.variant}`;
  return { severity: 'warning', rule, cite, ...(place === undefined ? {} : { place }) };
}

function grouped<T>(list: readonly T[], key: (entry: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const group = groups.get(key(entry));
    if (group === undefined) groups.set(key(entry), [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

function quoted(texts: Iterable<string>): string {
  return [...texts].map((text) => `"${text}"`).join(', ');
}
