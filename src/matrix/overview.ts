/** The tests of every group in every scenario as one table, with what an amendment adds and takes away. */
import { groupsOf, type Obligations, obligationDifference, obligationsOf } from './obligations.ts';
import type { Scenario } from './read/settings.ts';
import type { MatrixVersion } from './verify/version.ts';

/** How many tests a group has in a scenario. */
export interface ObligationCount {
  readonly group: string;
  readonly scenario: string;
  /** Those of rows that are shown, and of others as far as these are known. */
  readonly tests: number;
  /** Whether rows that are not shown may require more. */
  readonly isLeast: boolean;
  readonly added?: number;
  readonly removed?: number;
}

/** The counts of every group in every scenario, group by group; against a version before, where there is one. */
export function obligationCounts(version: MatrixVersion, before?: MatrixVersion): ObligationCount[] {
  const groups = [...new Set([...groupsOf(version.tables), ...groupsOf(before?.tables ?? [])])];
  return groups.flatMap((group) =>
    version.settings.scenarios.map((scenario) => countOf(group, scenario, version, before)),
  );
}

function countOf(
  group: string,
  scenario: Scenario,
  version: MatrixVersion,
  before: MatrixVersion | undefined,
): ObligationCount {
  const obligations = obligationsOf(version.tables, group, scenario);
  const { tests, unseen } = obligations;
  const count = { group, scenario: scenario.id, tests: tests.length + (unseen ?? 0), isLeast: unseen === undefined };
  if (before === undefined) return count;
  const { added, removed } = differenceFrom(before, version, obligations);
  return { ...count, added: added.length, removed: removed.length };
}

/** What the tests are other than in a version before, which requires none in a scenario that it does not have. */
export function differenceFrom(before: MatrixVersion, version: MatrixVersion, obligations: Obligations) {
  const { group, scenario } = obligations;
  const known = before.settings.scenarios.find(({ id }) => id === scenario.id);
  const was = known === undefined ? { tests: [] } : obligationsOf(before.tables, group, known);
  return obligationDifference({ tables: before.tables, obligations: was }, { tables: version.tables, obligations });
}

/** The counts as rows of text: a heading, and a row for each group; `41`, `at least 6`, `41 (+1, -0)`. */
export function overviewRecords(version: MatrixVersion, before?: MatrixVersion): string[][] {
  const { settings, shape } = version;
  const counts = obligationCounts(version, before);
  const heading = shape.groupColumn?.heading ?? 'Group';
  const groups = [...new Set(counts.map(({ group }) => group))];
  const head = [heading, ...settings.scenarios.map(({ title }) => title)];
  return [head, ...groups.map((group) => [group, ...counts.filter((count) => count.group === group).map(countText)])];
}

function countText({ tests, isLeast, added, removed }: ObligationCount): string {
  const count = isLeast ? `at least ${tests}` : String(tests);
  return added === undefined ? count : `${count} (+${added}, -${removed ?? 0})`;
}
