/** The settings of a version held against those of its baseline. */
import type { Report } from '../../message.ts';
import type { Scenario, TableSettings } from '../read/settings.ts';
import { type MatrixVersion, placePart, repeatedIn } from './version.ts';

/** Reports what settings say otherwise than those of the baseline, and do not mention under `amends`. */
export function compareSettings(before: MatrixVersion, after: MatrixVersion, report: Report): void {
  compareWhole(before, after, report);
  compareTables(before, after, report);
  compareScenarios(before, after, report);
}

function compareWhole({ settings: was }: MatrixVersion, { settings: is }: MatrixVersion, report: Report): void {
  for (const name of ['listedIn', 'names', 'marked'] as const) {
    const [one, other] = [plain(was[name]), plain(is[name])];
    if (one === other) continue;
    tell(report, is.amends.settings.includes(name), is.place, `settings: "${name}" is not what it was`, other, one);
  }
}

function compareTables({ settings: was }: MatrixVersion, { settings: is }: MatrixVersion, report: Report): void {
  const isMentioned = (number: string): boolean => is.amends.tables.includes(number);
  for (const { number } of was.tables.filter((table) => numbered(is.tables, table.number) === undefined)) {
    tell(report, isMentioned(number), is.place, `settings: Table ${number} is deleted`, undefined, undefined);
  }
  for (const table of is.tables) {
    const before = numbered(was.tables, table.number);
    if (before === undefined)
      tell(
        report,
        isMentioned(table.number),
        table.place,
        `settings: Table ${table.number} is inserted`,
        undefined,
        undefined,
      );
    else compareTable(before, table, report);
  }
}

function compareTable(before: TableSettings, after: TableSettings, report: Report): void {
  const mentioned = after.amends?.settings ?? [];
  for (const name of ['title', 'at', 'id', 'group', 'rest'] as const) {
    const [one, other] = [plain(before[name]), plain(after[name])];
    if (one === other) continue;
    tell(
      report,
      mentioned.includes(name),
      after.place,
      `settings of Table ${after.number}: "${name}" is not what it was`,
      other,
      one,
    );
  }
  if (before.stated !== undefined && after.stated === undefined) {
    const reason = `settings of Table ${after.number}: the baseline states counts, and this version states none`;
    tell(report, mentioned.includes('stated'), after.place, reason, undefined, undefined, 'note');
  }
}

function compareScenarios({ settings: was }: MatrixVersion, { settings: is }: MatrixVersion, report: Report): void {
  const isMentioned = (id: string): boolean => is.amends.scenarios.includes(id);
  const [before, after] = [byId(was.scenarios), byId(is.scenarios)];
  for (const id of before.keys()) {
    if (!after.has(id))
      tell(report, isMentioned(id), is.place, `settings: the scenario "${id}" is deleted`, undefined, undefined);
  }
  for (const [id, scenario] of after) {
    const one = before.get(id);
    if (one === undefined)
      tell(report, isMentioned(id), scenario.place, `settings: the scenario "${id}" is inserted`, undefined, undefined);
    else if (plain(one) !== plain(scenario)) {
      tell(
        report,
        isMentioned(id),
        scenario.place,
        `settings: the scenario "${id}" is not what it was`,
        plain(scenario),
        plain(one),
      );
    }
  }
}

function numbered(tables: readonly TableSettings[], number: string): TableSettings | undefined {
  return tables.find((table) => table.number === number);
}

function byId(scenarios: readonly Scenario[]): Map<string, Scenario> {
  return new Map(scenarios.map((scenario) => [scenario.id, scenario]));
}

/** What is said, without where it stands; keys in any order. */
function plain(value: unknown): string {
  return (
    JSON.stringify(value, (key, each: unknown) => {
      if (key === 'place') return undefined;
      if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
      return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'nothing'
  );
}

function tell(
  report: Report,
  isMentioned: boolean,
  place: TableSettings['place'],
  reason: string,
  actual: string | undefined,
  expected: string | undefined,
  lightest: 'note' | 'warning' = 'warning',
): void {
  const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
  report({
    severity: isMentioned ? 'note' : lightest,
    rule: 'matrix/settings-changed',
    reason: `${reason}${isMentioned ? ', as the settings mention' : ''}`,
    ...placePart(place),
    ...(actual === undefined ? {} : { actual: shorten(actual) }),
    ...(expected === undefined ? {} : { expected: shorten(expected) }),
  });
}

/** Settings that stand twice. */
export function repeatedSettings({ settings }: MatrixVersion): readonly (readonly [string, string[]])[] {
  const { tables, scenarios } = settings;
  const defined = (list: readonly (string | undefined)[]): string[] => list.filter((text) => text !== undefined);
  return [
    ['number of a table', repeatedIn(tables.map(({ number }) => number))],
    ['file', repeatedIn(tables.map(({ file }) => file))],
    ['anchor of a table', repeatedIn(defined(tables.map(({ id }) => id)))],
    ['id of a scenario', repeatedIn(scenarios.map(({ id }) => id))],
    ['title of a scenario', repeatedIn(scenarios.map(({ title }) => title.toLowerCase()))],
  ];
}
