/** What a group must test: a scenario, which is data, applied to the tables of the group. */
import type { Scenario } from './read/settings.ts';
import { isRequested } from './requests.ts';
import { type RequiredKind, valuesOfShape } from './shape/shape.ts';
import { compareKeys, covers, fieldOf, groupOf, type MatrixRow, type MatrixTable, tableCite } from './table.ts';

/** One test: a row, in a value column, on a kind such as a type of device. */
export interface RequiredTest {
  readonly group: string;
  readonly key: string;
  readonly name: string;
  /** The heading of the value column. */
  readonly column: string;
  readonly kind: RequiredKind;
  /** The number of the table that requires it. */
  readonly table: string;
}

/** The tests of one group in one scenario. */
export interface Obligations {
  readonly scenario: Scenario;
  readonly group: string;
  /** Those of the rows that are shown. */
  readonly tests: readonly RequiredTest[];
  /** How many more the rows that are not shown require; absent where that can't be known. */
  readonly unseen?: number;
  /** Why the number is not known, or on what it rests; absent where all rows are shown. */
  readonly basis?: string;
}

/** The tests that a scenario requires of a group. */
export function obligationsOf(tables: readonly MatrixTable[], group: string, scenario: Scenario): Obligations {
  const own = tables.filter((table) => isOfGroup(table, group));
  const requests = scenario.requests === undefined ? undefined : new Set(scenario.requests);
  const tests = own.flatMap((table) =>
    table.rows
      .filter(
        (row) => groupOf(row, table.shape) === group && (requests === undefined || isRequested(row.key, requests)),
      )
      .flatMap((row) => testsOf(row, table, scenario)),
  );
  const partial = own.filter((table) => table.rest !== undefined);
  const unseen = partial.map((table) => unseenOf(table, scenario));
  const known = unseen.filter((count) => count !== undefined);
  const basis = partial.map((table, i) => basisOf(table, unseen[i])).join('; ');
  return {
    scenario,
    group,
    tests,
    ...(known.length === unseen.length ? { unseen: known.reduce((sum, count) => sum + count, 0) } : {}),
    ...(basis === '' ? {} : { basis }),
  };
}

/** Whether a table is one of the group; a table of several groups that shows only part may be one of any. */
function isOfGroup({ rows, rest, shape }: MatrixTable, group: string): boolean {
  return (shape.groups.each === 'row' && rest !== undefined) || rows.some((row) => groupOf(row, shape) === group);
}

function testsOf(row: MatrixRow, { shape, headings, number }: MatrixTable, { values }: Scenario): RequiredTest[] {
  const name = fieldOf(row, shape.nameColumn);
  const group = groupOf(row, shape);
  return row.cells.flatMap(({ value }, i) => {
    const kinds = value === undefined || !Object.hasOwn(values, value) ? [] : (values[value] ?? []);
    const column = headings.values[i] ?? '';
    return kinds.map((kind) => ({ group, key: row.key, name, column, kind, table: number }));
  });
}

/** The tests of the rows that are not shown: by the counts that are stated of them, where all of them count. */
function unseenOf(table: MatrixTable, scenario: Scenario): number | undefined {
  const { rest, shape } = table;
  if (rest === undefined || rest.rows === 0) return 0;
  if (scenario.requests?.every((request) => isSeen(table, request)) === true) return 0;
  if (scenario.requests !== undefined || rest.counts === undefined) return undefined;
  if (shape.groups.each === 'row' && shape.groupColumn !== undefined) return undefined;
  return valuesOfShape(shape).reduce((sum, value) => {
    const cells = (rest.counts?.[value] ?? []).reduce((all, count) => all + count, 0);
    return sum + cells * (scenario.values[value]?.length ?? 0);
  }, 0);
}

/** Whether none of the rows that are not shown can be the one that is asked for: they all stand in front of it. */
function isSeen({ rest, rows, shape }: MatrixTable, request: string): boolean {
  if (rest?.before === undefined || shape.order === 'any') return rows.some(({ key }) => key === request);
  return compareKeys(request, rest.before) >= 0;
}

function basisOf(table: MatrixTable, unseen: number | undefined): string {
  const rows = table.rest?.rows === undefined ? 'rows' : `${table.rest.rows} rows`;
  const what = `${rows} of ${tableCite(table)} are not shown`;
  if (unseen === undefined) return `${what}, and what they require in this scenario is not known`;
  return unseen === 0 ? `${what}, and none of them counts here` : `${what}; their stated counts are taken in`;
}

/** What an amendment adds and takes away, test by test. */
export interface ObligationDifference {
  readonly added: readonly RequiredTest[];
  readonly removed: readonly RequiredTest[];
}

/** One side of an amendment: what a scenario requires, and of which tables. */
export interface ObligationSide {
  readonly tables: readonly MatrixTable[];
  readonly obligations: Pick<Obligations, 'tests'>;
}

/**
 * Compares the tests of rows that are shown; of two tests that are alike, both count. A test is not new for being of a
 * row that the other side has without showing it.
 */
export function obligationDifference(before: ObligationSide, after: ObligationSide): ObligationDifference {
  const [was, is] = [before.obligations.tests, after.obligations.tests];
  return {
    added: without(is, was).filter((test) => isKnownIn(before.tables, test)),
    removed: without(was, is).filter((test) => isKnownIn(after.tables, test)),
  };
}

function isKnownIn(tables: readonly MatrixTable[], test: RequiredTest): boolean {
  const same = tables.filter(({ number }) => number === test.table);
  return same.every((table) => covers(table, test.key));
}

function without(tests: readonly RequiredTest[], others: readonly RequiredTest[]): RequiredTest[] {
  const left = new Map<string, number>();
  for (const test of others) left.set(nameOf(test), (left.get(nameOf(test)) ?? 0) + 1);
  return tests.filter((test) => {
    const count = left.get(nameOf(test)) ?? 0;
    if (count > 0) left.set(nameOf(test), count - 1);
    return count === 0;
  });
}

const nameOf = ({ group, key, column, kind }: RequiredTest): string => [group, key, column, kind].join('\u0000');

/** The groups that tables have, in order; one without a name where the shape has none. */
export function groupsOf(tables: readonly MatrixTable[]): string[] {
  return [...new Set(tables.flatMap((table) => table.rows.map((row) => groupOf(row, table.shape))))];
}
