/** A version held against its baseline: every row and setting that differs is reported, as mentioned or not. */
import type { Message, Report } from '../../message.ts';
import { collect } from '../../message.ts';
import { changedTexts, differenceOf, rowTexts } from '../difference.ts';
import { headingTexts } from '../read/headings.ts';
import type { Amends, MentionedRow } from '../read/settings.ts';
import { emptyValue } from '../shape/shape.ts';
import { fieldOf, identityOf, type MatrixRow, type MatrixTable, tableCite } from '../table.ts';
import { requiresNothing } from './rows.ts';
import { compareSettings } from './settings-difference.ts';
import { about, listed, type MatrixVersion, settingsOfTable, tableNumbered, type Verified } from './version.ts';

const NOTHING: Amends = { inserted: [], deleted: [], changed: [], settings: [] };

export function checkBaseline({ version, baseline }: Verified, report: Report): void {
  if (baseline !== undefined) compareVersions(baseline, version, report);
}

/** A version that amends this one and mentions what it changes: what it does not mention may be wrong here. */
export function checkFollowing({ version, following = [] }: Verified, report: Report): void {
  for (const after of following) {
    if (!after.settings.tables.some(({ amends }) => amends !== undefined)) continue;
    const { messages } = collect((each) => compareVersions(version, after, each));
    for (const { severity, reason, ...message } of messages) {
      if (severity === 'note') continue;
      const { place: _, ...rest } = message;
      report({
        ...rest,
        severity: 'warning',
        rule: 'matrix/following',
        reason: `${reason}, in ${after.name}, which amends this version`,
      });
    }
  }
}

function compareVersions(before: MatrixVersion, after: MatrixVersion, report: Report): void {
  compareSettings(before, after, report);
  for (const table of after.tables) {
    const was = tableNumbered(before, table.number);
    if (was !== undefined) compareTables(was, table, after, report);
  }
}

function compareTables(before: MatrixTable, after: MatrixTable, version: MatrixVersion, report: Report): void {
  const amends = settingsOfTable(version, after)?.amends ?? NOTHING;
  compareHeadings(before, after, amends, report);
  compareOrder(before, after, report);
  const { inserted, deleted, changed, unseen } = differenceOf(before, after);
  const mentions = new Mentions(amends);
  for (const row of inserted) reportInserted(row, after, mentions.take('inserted', row.key), report);
  for (const row of deleted) reportDeleted(row, before, after, mentions.take('deleted', row.key) !== undefined, report);
  for (const pair of changed) {
    const mention = mentions.take('changed', pair.after.key);
    reportChanged(pair.after, changedTexts(pair, after), after, mention, report);
  }
  for (const row of unseen.after) reportUnseen(row, after, mentions.take('inserted', row.key), 'inserted', report);
  for (const row of unseen.before) reportUnseen(row, after, mentions.take('deleted', row.key), 'deleted', report);
  for (const [what, key] of mentions.left) {
    const reason = `its settings mention that ${key} is ${what}, and it is not`;
    report({ ...about(after, undefined, 'matrix/mentioned', 'error'), reason });
  }
}

/** What is mentioned, each once. */
class Mentions {
  readonly #left = new Map<string, { readonly what: string; readonly rows: MentionedRow[] }>();

  constructor({ inserted, deleted, changed }: Amends) {
    for (const row of inserted) this.#add('inserted', row);
    for (const key of deleted) this.#add('deleted', { key });
    for (const row of changed) this.#add('changed', row);
  }

  #add(what: string, row: MentionedRow): void {
    const name = `${what} ${row.key}`;
    const known = this.#left.get(name);
    if (known === undefined) this.#left.set(name, { what, rows: [row] });
    else known.rows.push(row);
  }

  take(what: string, key: string): MentionedRow | undefined {
    return this.#left.get(`${what} ${key}`)?.rows.shift();
  }

  get left(): (readonly [what: string, key: string])[] {
    return [...this.#left.values()].flatMap(({ what, rows }) => rows.map(({ key }) => [what, key] as const));
  }
}

function reportInserted(row: MatrixRow, table: MatrixTable, mention: MentionedRow | undefined, report: Report): void {
  const severity = mention === undefined ? 'warning' : 'note';
  const reason = `${row.key} is inserted${mention === undefined ? ', and the settings do not mention it' : ', as the settings mention'}`;
  report({ ...about(table, row, 'matrix/inserted', severity), reason, actual: saidOf(row, table) });
  if (requiresNothing(row, table)) {
    report({
      ...about(table, row, 'matrix/inserted'),
      reason: `${row.key} is inserted, and requires nothing in any column`,
    });
  }
  if (mention?.says !== undefined) holdAgainst(row, table, mention.says, true, report);
}

/** The name of a row and what it requires where. */
function saidOf(row: MatrixRow, table: MatrixTable): string {
  const empty = emptyValue(table.shape);
  const required = row.cells.flatMap(({ value, spelling }, i) =>
    value === empty ? [] : [`${table.headings.values[i] ?? ''}: ${spelling}`],
  );
  return listed(required) || `no ${table.shape.nouns.test[0]}`;
}

function reportDeleted(
  row: MatrixRow,
  before: MatrixTable,
  after: MatrixTable,
  isMentioned: boolean,
  report: Report,
): void {
  const severity = isMentioned ? 'note' : 'warning';
  const reason = `${row.key} is deleted${isMentioned ? ', as the settings mention' : ', and the settings do not mention it'}`;
  const { place: _, ...at } = about(after, row, 'matrix/deleted', severity);
  const place = after.rows[0]?.place;
  const file = place?.file === undefined ? {} : { place: { file: place.file } };
  report({ ...at, ...file, reason, expected: rowTexts(row, before).join(' | ') });
}

/** A row that one version alone shows, where the other shows only part of its rows. */
function reportUnseen(
  row: MatrixRow,
  table: MatrixTable,
  mention: MentionedRow | undefined,
  what: 'inserted' | 'deleted',
  report: Report,
): void {
  const [here, there] = what === 'inserted' ? ['this version', 'the baseline'] : ['the baseline', 'this version'];
  const ending = mention === undefined ? ` or not: the settings do not mention it` : `, as the settings mention`;
  const reason = `${here} alone shows ${row.key}, which ${there} may have among rows that are not shown; it is ${what}${ending}`;
  const { place: _, ...at } = about(table, row, `matrix/${what}`, mention === undefined ? 'warning' : 'note');
  report({ ...at, ...(row.place === undefined || what === 'deleted' ? {} : { place: row.place }), reason });
  if (what === 'inserted' && mention?.says !== undefined) holdAgainst(row, table, mention.says, true, report);
}

type Texts = ReturnType<typeof changedTexts>;

function reportChanged(
  row: MatrixRow,
  texts: Texts,
  table: MatrixTable,
  mention: MentionedRow | undefined,
  report: Report,
): void {
  for (const { heading, before, after } of texts) {
    const isMentioned = mention !== undefined && (mention.says === undefined || Object.hasOwn(mention.says, heading));
    const isStable = stableHeadings(table).has(heading);
    const severity: Message['severity'] = isMentioned ? 'note' : isStable ? 'error' : 'warning';
    const ending = isMentioned ? ', as the settings mention' : ', and the settings do not mention it';
    const reason = `what stands in ${heading} is not what it was${ending}`;
    report({ ...about(table, row, 'matrix/changed', severity), reason, actual: `"${after}"`, expected: `"${before}"` });
  }
  if (mention?.says !== undefined) holdAgainst(row, table, mention.says, false, report);
}

function stableHeadings({ shape, headings }: MatrixTable): Set<string> {
  const stable = shape.columns.filter((column) => column.stable || column.group);
  return new Set(stable.map(({ id }) => headings.columns[id] ?? ''));
}

/** A row says what is mentioned of it; of an inserted row, the value columns that are not mentioned require nothing. */
function holdAgainst(
  row: MatrixRow,
  table: MatrixTable,
  says: Readonly<Record<string, string>>,
  isWhole: boolean,
  report: Report,
): void {
  const headings = headingTexts(table.headings, table.shape);
  const texts = new Map(rowTexts(row, table).map((text, i) => [headings[i] ?? '', text]));
  for (const [heading, expected] of Object.entries(says)) {
    const actual = texts.get(heading);
    if (actual === expected) continue;
    const reason =
      actual === undefined
        ? `the settings mention ${heading}, which is no column`
        : `what stands in ${heading} is not what the settings mention`;
    report({
      ...about(table, row, 'matrix/mentioned', 'error'),
      reason,
      ...(actual === undefined ? {} : { actual: `"${actual}"` }),
      expected: `"${expected}"`,
    });
  }
  const isValues = table.headings.values.some((heading) => Object.hasOwn(says, heading));
  const empty = emptyValue(table.shape);
  if (!isWhole || !isValues || empty === undefined) return;
  for (const [i, { value, spelling }] of row.cells.entries()) {
    const heading = table.headings.values[i] ?? '';
    if (Object.hasOwn(says, heading) || value === empty) continue;
    reportUnmentioned(row, table, heading, spelling, `"${empty}"`, report);
  }
  for (const column of table.shape.columns) {
    const [heading, text] = [table.headings.columns[column.id] ?? '', fieldOf(row, column)];
    if (!column.optional || text === '' || Object.hasOwn(says, heading)) continue;
    reportUnmentioned(row, table, heading, text, 'nothing', report);
  }
}

function reportUnmentioned(
  row: MatrixRow,
  table: MatrixTable,
  heading: string,
  text: string,
  expected: string,
  report: Report,
): void {
  const reason = `what stands in ${heading} is not mentioned in the settings, as other columns are`;
  report({ ...about(table, row, 'matrix/mentioned', 'error'), reason, actual: `"${text}"`, expected });
}

/** Rows that both versions have, in another order; where rows ascend, each is reported for itself. */
function compareOrder(before: MatrixTable, after: MatrixTable, report: Report): void {
  if (after.shape.order === 'ascending') return;
  const [left, right] = [before, after].map(({ rows, shape }) => rows.map((row) => identityOf(row, shape))) as [
    string[],
    string[],
  ];
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  const was = left.filter((identity) => inRight.has(identity));
  const kept = after.rows.filter((row) => inLeft.has(identityOf(row, after.shape)));
  const moved = kept.find((row, i) => identityOf(row, after.shape) !== was[i]);
  if (moved === undefined || kept.length !== was.length) return;
  const expected = was[kept.indexOf(moved)]?.split('\u0000')[0] ?? '';
  report({
    ...about(after, moved, 'matrix/order'),
    reason: 'rows stand in another order than in the baseline',
    actual: moved.key,
    expected,
  });
}

/** Columns that are other than they were, or stand elsewhere: their cells would be held against those of another. */
function compareHeadings(before: MatrixTable, after: MatrixTable, amends: Amends, report: Report): void {
  const [was, is] = [before, after].map((table) => headingTexts(table.headings, table.shape));
  if (was === undefined || is === undefined || was.join('\n') === is.join('\n') || amends.settings.includes('columns'))
    return;
  const isReordered = [...was].sort().join('\n') === [...is].sort().join('\n');
  const reason = isReordered
    ? 'the columns stand in another order than in the baseline'
    : `the columns are not those of ${tableCite(before)} in the baseline`;
  const differing = (list: readonly string[], other: readonly string[]): string =>
    listed(list.filter((heading, i) => heading !== other[i]).map((text) => `"${text}"`)) || `${list.length} columns`;
  report({
    ...about(after, undefined, 'matrix/headings', 'error'),
    reason,
    actual: differing(is, was),
    expected: differing(was, is),
  });
}
