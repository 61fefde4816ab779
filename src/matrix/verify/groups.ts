/** The groups of rows held against those that there are, and against the one that their table is of. */
import type { Report } from '../../message.ts';
import { plainText } from '../../model/walk.ts';
import type { Shape } from '../shape/shape.ts';
import { groupOf, type MatrixRow, type MatrixTable, tableCite } from '../table.ts';
import {
  about,
  anchorsOf,
  groupBy,
  listed,
  type MatrixVersion,
  settingsOfTable,
  tableNumbered,
  type Verified,
} from './version.ts';

const RULE = 'matrix/group';

export function checkGroups({ version, baseline }: Verified, report: Report): void {
  const { shape } = version;
  if (shape.groupColumn === undefined) return;
  const own = shape.groups.each === 'table' ? version.tables.map((table) => ownGroup(table, version, baseline)) : [];
  for (const [i, table] of version.tables.entries()) {
    checkKnown(table, own[i]?.group, report);
    const found = own[i];
    if (found !== undefined) checkOwn(table, found, report);
  }
  checkDistinct(version.tables, own, report);
}

/** The group that a table is of, and who says so; and what says otherwise. */
export interface OwnGroup {
  /** Absent where nothing says it. */
  readonly group?: string;
  /** As the subject of a sentence, such as `the heading of Section 8.1.8`. */
  readonly by: string;
  /** Others that name another group. */
  readonly others: readonly { readonly by: string; readonly group: string }[];
}

/** The group of a table whose rows are all of one: by its settings, its title, the heading above it, else its rows. */
export function ownGroup(table: MatrixTable, version: MatrixVersion, baseline?: MatrixVersion): OwnGroup {
  const said = [...statements(table, version), ...statementsOfRows(table, version, baseline)];
  const [first] = said;
  if (first === undefined) return { by: '', others: [] };
  const spoken = said.filter(({ isRows }) => isRows !== true);
  return { ...first, others: spoken.filter(({ group }) => group !== first.group) };
}

interface Statement {
  readonly by: string;
  readonly group: string;
  readonly isRows?: true;
}

function statements(table: MatrixTable, version: MatrixVersion): Statement[] {
  const settings = settingsOfTable(version, table);
  const known = groupsKnown(version);
  const found =
    settings?.at === undefined || version.document === undefined
      ? undefined
      : anchorsOf(version.document).get(settings.at);
  const heading = found?.node.type === 'clause' ? plainText(found.node.heading ?? []) : '';
  return [
    ...(settings?.group === undefined ? [] : [{ by: 'its settings', group: settings.group }]),
    ...named(heading, known).map((group) => ({ by: `the heading of ${found?.cite}`, group })),
    ...named(settings?.title ?? '', known).map((group) => ({ by: 'its title', group })),
  ];
}

/** All rows of the baseline's table, or most rows of this one. */
function statementsOfRows(
  table: MatrixTable,
  { shape }: MatrixVersion,
  baseline: MatrixVersion | undefined,
): Statement[] {
  const before = tableNumbered(baseline, table.number);
  const [was] = before === undefined ? [] : groupsIn(before.rows, shape);
  const [most, next] = groupsIn(table.rows, shape);
  return [
    ...(was === undefined || before === undefined || was.count < before.rows.length
      ? []
      : [{ by: `the baseline`, group: was.group, isRows: true as const }]),
    ...(most === undefined || most.count === (next?.count ?? 0)
      ? []
      : [{ by: next === undefined ? 'its rows' : 'most of its rows', group: most.group, isRows: true as const }]),
  ];
}

function groupsIn(rows: readonly MatrixRow[], shape: Shape): { readonly group: string; readonly count: number }[] {
  const groups = [...groupBy(rows, (row) => groupOf(row, shape))].map(([group, all]) => ({ group, count: all.length }));
  return groups.sort((a, b) => b.count - a.count);
}

function groupsKnown({ shape, tables }: MatrixVersion): Set<string> {
  if (shape.groups.known !== undefined) return new Set(Object.keys(shape.groups.known));
  return new Set(tables.flatMap(({ rows }) => rows.map((row) => groupOf(row, shape))));
}

/** The one group that a text names; none where it names several. */
function named(text: string, known: ReadonlySet<string>): string[] {
  const words = new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu) ?? []);
  const found = [...known].filter((group) => words.has(group) || (group.includes(' ') && text.includes(group)));
  return found.length === 1 ? found : [];
}

function checkKnown(table: MatrixTable, own: string | undefined, report: Report): void {
  const { known } = table.shape.groups;
  if (known === undefined) return;
  const wrong = table.rows.filter(
    (row) => !Object.hasOwn(known, groupOf(row, table.shape)) && groupOf(row, table.shape) !== '',
  );
  for (const [group, rows] of groupBy(wrong, (row) => groupOf(row, table.shape))) {
    if (own !== undefined && own !== group) continue;
    const reason = `"${group}" is no ${headingOf(table)} (${told(rows)})`;
    report({ ...about(table, rows[0], RULE, 'error'), reason, expected: own ?? listed(Object.keys(known)) });
  }
}

function headingOf({ headings, shape }: MatrixTable): string {
  return headings.columns[shape.groupColumn?.id ?? ''] ?? 'group';
}

function told(rows: readonly MatrixRow[]): string {
  return `row${rows.length === 1 ? '' : 's'} ${listed(rows.map(({ key }) => key))}`;
}

function checkOwn(table: MatrixTable, { group, by, others }: OwnGroup, report: Report): void {
  const { shape } = table;
  const heading = headingOf(table);
  for (const other of others) {
    const reason = `${by} says that the table is that of the ${heading} ${group ?? ''}, and ${other.by} says ${other.group}`;
    report({ ...about(table, undefined, RULE, 'error'), reason });
  }
  const groups = [...groupBy(table.rows, (row) => groupOf(row, shape))];
  if (group === undefined) {
    if (groups.length < 2) return;
    const reason = `rows have several ${heading}s (${listed(groups.map(([name]) => name))}), and nothing says which is that of the table`;
    report({
      ...about(table, undefined, RULE, 'error'),
      reason,
      note: 'name it in the settings of the table, under "group"',
    });
    return;
  }
  for (const [other, rows] of groups) {
    if (other === group || other === '') continue;
    const reason = `the ${heading} of ${told(rows)} is not that of the table, as ${by} has it`;
    report({ ...about(table, rows[0], RULE, 'error'), reason, actual: other, expected: group });
  }
}

/** Each group has one table. */
function checkDistinct(tables: readonly MatrixTable[], own: readonly OwnGroup[], report: Report): void {
  const first = new Map<string, MatrixTable>();
  for (const [i, table] of tables.entries()) {
    const group = own[i]?.group;
    const known = group === undefined ? undefined : first.get(group);
    if (group !== undefined && known === undefined) first.set(group, table);
    if (known === undefined) continue;
    const reason = `it is a table of the ${headingOf(table)} ${group}, as ${tableCite(known)} is`;
    report({ ...about(table, undefined, RULE, 'error'), reason });
  }
}
