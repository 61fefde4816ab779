/** The tests that a Testing Participant must run: a scenario, which is data, applied to the tables of a User Role. */
import { covers, type MatrixRow, type MatrixTable, tableCite } from './table.ts';
import { type DeviceType, type MatrixValue, VALUES } from './value.ts';

/** Who tests, and what: on which types of device a value requires a test, and for which Service Requests. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** The types of device on which each value requires a test; a value that is absent requires none. */
  readonly values: Readonly<Partial<Record<MatrixValue, readonly DeviceType[]>>>;
  /** The Service Requests that it is limited to, as `6.2.10` or, for all variants of one, `6.2`; absent for all. */
  readonly requests?: readonly string[];
}

/** One test: a Service Request Variant, sent by a command variant, on a type of device. */
export interface RequiredTest {
  readonly role: string;
  readonly variant: string;
  readonly name: string;
  /** The heading of the command variant. */
  readonly command: string;
  readonly device: DeviceType;
  /** The number of the table that requires it. */
  readonly table: string;
}

/** The tests of one User Role in one scenario. */
export interface Obligations {
  readonly scenario: Scenario;
  readonly role: string;
  /** Those of the rows that are shown. */
  readonly tests: readonly RequiredTest[];
  /** How many more the rows that are not shown require; absent where that can't be known. */
  readonly unseen?: number;
  /** Why the number is not known, or on what it rests; absent where all rows are shown. */
  readonly basis?: string;
}

/** The tests that a scenario requires of a User Role. */
export function obligationsOf(tables: readonly MatrixTable[], role: string, scenario: Scenario): Obligations {
  const own = tables.filter((table) => table.rows.some((row) => row.role === role));
  const tests = own.flatMap((table) =>
    table.rows.filter((row) => row.role === role).flatMap((row) => testsOf(row, table, scenario)),
  );
  const partial = own.filter((table) => table.rest !== undefined);
  const unseen = partial.map((table) => unseenOf(table, scenario));
  const known = unseen.filter((count) => count !== undefined);
  const basis = partial.map((table, i) => basisOf(table, unseen[i])).join('; ');
  return {
    scenario,
    role,
    tests,
    ...(known.length === unseen.length ? { unseen: known.reduce((sum, count) => sum + count, 0) } : {}),
    ...(basis === '' ? {} : { basis }),
  };
}

function testsOf(row: MatrixRow, table: MatrixTable, { values, requests }: Scenario): RequiredTest[] {
  if (requests !== undefined && !isRequested(row, requests)) return [];
  return row.cells.flatMap(({ value }, i) => {
    const devices = value === undefined ? [] : (values[value] ?? []);
    const { role, variant, name } = row;
    const command = table.headings.commands[i] ?? '';
    return devices.map((device) => ({ role, variant, name, command, device, table: table.number }));
  });
}

/** Whether a row is one of the Service Requests of a list, by its variant or by its Service Reference. */
export function isRequested(row: Pick<MatrixRow, 'variant' | 'reference'>, requests: readonly string[]): boolean {
  return requests.includes(row.variant) || requests.includes(row.reference);
}

/** The tests of the rows that are not shown: by the counts that are stated of them, where all of them count. */
function unseenOf(table: MatrixTable, scenario: Scenario): number | undefined {
  const { rest } = table;
  if (rest === undefined || rest.rows === 0) return 0;
  if (scenario.requests !== undefined) {
    return scenario.requests.every((request) => isSeen(table, request)) ? 0 : undefined;
  }
  if (rest.counts === undefined) return undefined;
  return VALUES.reduce((sum, value) => {
    const cells = (rest.counts?.[value] ?? []).reduce((all, count) => all + count, 0);
    return sum + cells * (scenario.values[value]?.length ?? 0);
  }, 0);
}

/** Whether none of the rows that are not shown can be the Service Request: they all stand in front of it. */
function isSeen(table: MatrixTable, request: string): boolean {
  const { rest } = table;
  if (rest?.before === undefined) return table.rows.some((row) => row.variant === request);
  const parts = (text: string): number[] => text.split('.').map(Number);
  const [wanted, limit] = [parts(request), parts(rest.before)];
  for (const [i, part] of wanted.entries()) {
    const bound = limit[i];
    if (bound === undefined || part > bound) return true;
    if (part < bound) return false;
  }
  return wanted.length >= limit.length;
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
  return same.every((table) => covers(table, test.variant));
}

function without(tests: readonly RequiredTest[], others: readonly RequiredTest[]): RequiredTest[] {
  const left = new Map<string, number>();
  for (const test of others) left.set(keyOf(test), (left.get(keyOf(test)) ?? 0) + 1);
  return tests.filter((test) => {
    const count = left.get(keyOf(test)) ?? 0;
    if (count > 0) left.set(keyOf(test), count - 1);
    return count === 0;
  });
}

const keyOf = ({ role, variant, command, device }: RequiredTest): string =>
  [role, variant, command, device].join('\u0000');

/** The User Roles that tables have, in order. */
export function rolesOf(tables: readonly MatrixTable[]): string[] {
  return [...new Set(tables.flatMap((table) => table.rows.map((row) => row.role)))];
}
