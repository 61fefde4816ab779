/** Typed counts held against derived ones, cell by cell, each with the figure that should stand there. */
import type { Message, Report } from '../../message.ts';
import { type Counts, countsOf, countsOfValue, printedValues, totalOf, totalRequired } from '../count/count.ts';
import { type ReadCounts, type Reading, resolveCounts } from '../count/flattened.ts';
import { differenceOf } from '../difference.ts';
import { type MatrixValue, requiringValues, valuesOfShape } from '../shape/shape.ts';
import { type MatrixTable, tableCite, widthOf } from '../table.ts';

/** A typed figure, what it counts, and what it should be. */
export interface WrongCount {
  /** What is counted; absent for the total of all that is required. */
  readonly value?: MatrixValue;
  /** The heading of the column; absent for a total. */
  readonly column?: string;
  readonly stated: number;
  readonly derived: number;
}

/** The counts of all tables held against those that are derived, each with the table of its number in the baseline. */
export function verifyTables(
  tables: readonly MatrixTable[],
  baseline: readonly MatrixTable[] | undefined,
  report: Report,
): WrongCount[] {
  return tables.flatMap((table) => {
    const before = baseline?.find(({ number }) => number === table.number);
    return verifyCounts(table, before, report);
  });
}

/**
 * Holds the counts that a table states against those that are derived of it, and reports each that is wrong. Figures
 * that ran together are parted first; the struck one of each pair is held against the baseline. Gives the wrong ones.
 */
export function verifyCounts(table: MatrixTable, baseline: MatrixTable | undefined, report: Report): WrongCount[] {
  if (table.stated === undefined) {
    reportMissing(table, baseline, report);
    return [];
  }
  if (
    (table.unread?.length ?? 0) > 0 ||
    Object.values(table.stated.counts).some((list) => list.length !== widthOf(table))
  ) {
    report(
      message(
        table,
        'note',
        'matrix/not-counted',
        'its counts were not held against its rows, since these were not understood',
        {},
      ),
    );
    return [];
  }
  const resolution = resolveCounts(table.stated, table.shape);
  if (resolution.kind === 'unreadable') {
    const actual = resolution.texts.map((text) => `"${text}"`).join(', ');
    report(message(table, 'error', 'matrix/count-unreadable', 'a count is no number', { actual }));
    return [];
  }
  if (resolution.kind === 'several') {
    reportSeveral(table, resolution.ways, report);
    return [];
  }
  if (resolution.kind === 'inferred') reportInferred(table, resolution.read, report);
  const before = baseline === undefined ? undefined : countsOf(baseline);
  if (resolution.kind === 'inferred' && before !== undefined) {
    const wrong = wrongCounts(table, resolution.read, before, 'before');
    for (const each of wrong) reportWrong(table, each, `the figure before the amendment`, before, report);
  }
  return verifyAfter(table, resolution.read, baseline, report);
}

function verifyAfter(
  table: MatrixTable,
  read: ReadCounts,
  baseline: MatrixTable | undefined,
  report: Report,
): WrongCount[] {
  const derived = countsOf(table, baseline);
  if (derived === undefined) {
    const note = 'state the counts of the rows that are not shown, or name a baseline';
    const reason = 'nothing is known of the rows that are not shown, so that the counts cannot be derived';
    report(message(table, 'warning', 'matrix/nothing-to-count', reason, { note }));
    return ownArithmetic(table, read, report);
  }
  const wrong = wrongCounts(table, read, derived, 'after');
  for (const each of wrong) reportWrong(table, each, 'the count', derived, report);
  reportUnstated(table, read, derived, report);
  return wrong;
}

/** Counts that the shape wants and that are not among those that are stated. */
function reportUnstated(table: MatrixTable, read: ReadCounts, derived: Counts, report: Report): void {
  const { counts } = table.shape;
  if (counts === undefined) return;
  const say = (what: string, right: string): void =>
    report(message(table, 'warning', 'matrix/count-missing', `${what} is not stated`, { expected: right }));
  for (const value of printedValues(derived)) {
    if (read.counts[value] === undefined) say(`the count of ${value}`, countsOfValue(derived, value).join(', '));
    else if (counts.totals.includes(value) && read.totals[value] === undefined) {
      say(`the total of ${value}`, String(totalOf(derived, value)));
    }
  }
  if (counts.total !== undefined && read.total === undefined) say(counts.total, String(totalRequired(derived)));
}

type Side = 'before' | 'after';

/** The typed figures of one side that differ from what is derived, row by row, Total Tests last. */
function wrongCounts(table: MatrixTable, read: ReadCounts, derived: Counts, side: Side): WrongCount[] {
  const wrong: WrongCount[] = [];
  for (const value of valuesOfShape(table.shape)) {
    for (const [i, reading] of (read.counts[value] ?? []).entries()) {
      const column = table.headings.values[i] ?? '';
      hold(wrong, reading[side], derived.grid[value]?.[i] ?? 0, { value, column });
    }
    const total = read.totals[value];
    if (total !== undefined) hold(wrong, total[side], totalOf(derived, value), { value });
  }
  if (read.total !== undefined) hold(wrong, read.total[side], totalRequired(derived), {});
  return wrong;
}

function hold(wrong: WrongCount[], stated: number, derived: number, what: Pick<WrongCount, 'value' | 'column'>): void {
  if (stated !== derived) wrong.push({ ...what, stated, derived });
}

/** Where nothing can be derived, the figures can still be held against one another. */
function ownArithmetic(table: MatrixTable, read: ReadCounts, report: Report): WrongCount[] {
  const wrong: WrongCount[] = [];
  const requiring = requiringValues(table.shape);
  let required = 0;
  for (const value of valuesOfShape(table.shape)) {
    const sum = (read.counts[value] ?? []).reduce((all, { after }) => all + after, 0);
    if (requiring.includes(value)) required += sum;
    const total = read.totals[value];
    if (total !== undefined) hold(wrong, total.after, sum, { value });
  }
  if (read.total !== undefined) hold(wrong, read.total.after, required, {});
  for (const each of wrong) reportWrong(table, each, 'the count', { basis: 'the figures of its row' }, report);
  return wrong;
}

function reportWrong(
  table: MatrixTable,
  { value, column, stated, derived }: WrongCount,
  what: string,
  { basis }: { readonly basis: string },
  report: Report,
): void {
  const where = column === undefined ? 'in the total' : `in ${column}`;
  const said =
    value === undefined
      ? `${what} of ${table.shape.counts?.total ?? 'all'} is wrong`
      : `${what} of ${value} ${where} is wrong`;
  const details = { actual: String(stated), expected: String(derived), note: `derived from ${basis}` };
  report(message(table, 'error', 'matrix/count', said, details));
}

/** Rows are inserted or deleted, and nobody says what the counts have become. */
function reportMissing(table: MatrixTable, baseline: MatrixTable | undefined, report: Report): void {
  if (baseline === undefined) return;
  if (baseline.stated === undefined && countsOf(table, baseline) !== undefined) return;
  const { inserted, deleted } = differenceOf(baseline, table);
  if (inserted.length + deleted.length === 0) return;
  const told = [rowsTold(inserted, 'inserted'), rowsTold(deleted, 'deleted')].filter((text) => text !== '');
  const reason = `${told.join(' and ')}, and no amended counts are stated`;
  const place = inserted[0]?.place;
  report(message(table, 'warning', 'matrix/counts-not-amended', reason, place === undefined ? {} : { place }));
}

function rowsTold(rows: MatrixTable['rows'], what: string): string {
  if (rows.length === 0) return '';
  const names = rows.map(({ key }) => key).join(', ');
  return `${rows.length === 1 ? 'a row is' : `${rows.length} rows are`} ${what} (${names})`;
}

function reportInferred(table: MatrixTable, read: ReadCounts, report: Report): void {
  const pairs = splits(table, read).map(({ reading, where }) => `${digits(reading)} is ${pair(reading)} (${where})`);
  const reason = `figures before and after run together; parted in the only way that adds up: ${pairs.join(', ')}`;
  report(message(table, 'note', 'matrix/flattened', reason, { note: 'inferred, not stated' }));
}

function reportSeveral(table: MatrixTable, ways: readonly ReadCounts[], report: Report): void {
  const told = ways.map((read) => splits(table, read).map(({ reading }) => `${digits(reading)} as ${pair(reading)}`));
  const actual = told.map((pairs) => pairs.join(', ')).join('; or ');
  const reason = 'figures run together, and there is more than one way to part them that adds up; none is chosen';
  report(message(table, 'error', 'matrix/flattened', reason, { actual }));
}

/** Every text that was read as two figures, and what it counts. */
function splits(table: MatrixTable, read: ReadCounts): { readonly reading: Reading; readonly where: string }[] {
  const cells = valuesOfShape(table.shape).flatMap((value) => [
    ...(read.counts[value] ?? []).map((reading, i) => ({
      reading,
      where: `${value}, ${table.headings.values[i] ?? ''}`,
    })),
    ...(read.totals[value] === undefined ? [] : [{ reading: read.totals[value], where: `${value}, total` }]),
  ]);
  const all =
    read.total === undefined ? cells : [...cells, { reading: read.total, where: table.shape.counts?.total ?? 'total' }];
  return all.filter(({ reading }) => reading.split);
}

const digits = ({ before, after }: Reading): string => `${before}${after}`;
const pair = ({ before, after }: Reading): string => `${before} and ${after}`;

function message(
  table: MatrixTable,
  severity: Message['severity'],
  rule: string,
  reason: string,
  details: Partial<Message>,
): Message {
  const place = table.stated?.place ?? table.rows[0]?.place;
  return { severity, rule, reason, cite: tableCite(table), ...(place === undefined ? {} : { place }), ...details };
}
