/** Settings held against the text, the tables and themselves: anchors, numbers, widths, lists of counts. */
import type { Report } from '../../message.ts';
import type { TableSettings } from '../read/settings.ts';
import { type MatrixTable, tableCite, widthOf } from '../table.ts';
import { repeatedSettings } from './settings-difference.ts';
import {
  anchorsOf,
  type MatrixVersion,
  placePart,
  quoted,
  repeatedIn,
  settingsOfTable,
  type Verified,
} from './version.ts';

const RULE = 'matrix/settings';

export function checkSettings({ version }: Verified, report: Report): void {
  for (const [what, texts] of repeatedSettings(version)) {
    if (texts.length === 0) continue;
    report({
      severity: 'error',
      rule: RULE,
      reason: `the ${what} stands twice: ${quoted(texts)}`,
      ...placePart(version.settings.place),
    });
  }
  for (const settings of version.settings.tables) checkPlace(settings, version, report);
  for (const table of version.tables) checkLists(table, version, report);
  checkMarked(version, report);
  checkNames(version, report);
}

function checkPlace(settings: TableSettings, version: MatrixVersion, report: Report): void {
  const { document, shape } = version;
  if (document === undefined) return;
  const { at, number, id } = settings;
  const known = anchorsOf(document);
  const say = (reason: string, expected?: string): void =>
    report({
      severity: 'error',
      rule: RULE,
      reason,
      cite: tableCite(settings),
      ...placePart(settings.place),
      ...(expected === undefined ? {} : { expected }),
    });
  const found = at === undefined ? undefined : known.get(at);
  if (at !== undefined && found === undefined) say(`"at" names the anchor "${at}", which the text does not have`);
  else if (found !== undefined && found.node.type !== 'clause')
    say(`"at" names the anchor "${at}", which is no provision`);
  else if (found?.node.type === 'clause' && shape.numbering === 'provision' && found.node.label !== number) {
    say(`its number is not that of ${found.cite}, in which it stands`, found.node.label);
  }
  if (id !== undefined && known.has(id))
    say(`"id" is the anchor of ${known.get(id)?.cite ?? 'a provision'} too: "${id}"`);
  if (at === undefined && shape.numbering === 'provision') reportNowhere(settings, version, report);
  checkTitle(settings, version, report);
}

/** A table that bears the number of a provision stands in it. */
function reportNowhere(settings: TableSettings, { document }: MatrixVersion, report: Report): void {
  if (document === undefined) return;
  const own = [...anchorsOf(document)].find(([, { node }]) => node.type === 'clause' && node.label === settings.number);
  if (own === undefined) return;
  const reason = 'the settings do not say in which provision it stands ("at"), so it stands at the end of the text';
  report({
    severity: 'warning',
    rule: RULE,
    reason,
    cite: tableCite(settings),
    ...placePart(settings.place),
    expected: own[0],
  });
}

/** A title begins in the words of the shape, where those of other tables do. */
function checkTitle({ title, number, place }: TableSettings, { settings }: MatrixVersion, report: Report): void {
  const without = settings.tables.filter((table) => table.title === undefined).length;
  if (title !== undefined || without === 0 || without === settings.tables.length) return;
  report({
    severity: 'warning',
    rule: RULE,
    reason: 'it has no title, as other tables have',
    cite: `Table ${number}`,
    ...placePart(place),
  });
}

/** As many counts as value columns, or a count would be held against another column. */
function checkLists(table: MatrixTable, version: MatrixVersion, report: Report): void {
  const settings = settingsOfTable(version, table);
  const width = widthOf(table);
  const at = { severity: 'error' as const, rule: RULE, cite: tableCite(table) };
  const lists = [...Object.entries(table.rest?.counts ?? {}), ...Object.entries(table.stated?.counts ?? {})];
  for (const [value, list] of lists.filter(([, each]) => each.length !== width)) {
    const reason = `it has ${width} ${table.shape.nouns.column[1]}, and ${list.length} counts are given of ${value}`;
    report({ ...at, reason, ...placePart(table.stated?.place ?? settings?.place) });
  }
  const all = width + table.shape.columns.length;
  if (settings?.widths !== undefined && settings.widths.length !== all) {
    report({
      ...at,
      reason: `it has ${all} columns, and ${settings.widths.length} widths are given`,
      ...placePart(settings.place),
    });
  }
}

/** Settings name value columns that there are. */
function checkMarked({ settings, tables }: MatrixVersion, report: Report): void {
  if (tables.length === 0) return;
  for (const [name, headings] of Object.entries(settings.marked)) {
    const known = new Set(tables.flatMap((table) => table.headings.values));
    const unknown = headings.filter((heading) => !known.has(heading));
    const twice = repeatedIn(headings);
    const at = { severity: 'error' as const, rule: RULE, ...placePart(settings.place) };
    if (unknown.length > 0) report({ ...at, reason: `${name}: no table has the column ${quoted(unknown)}` });
    if (twice.length > 0) report({ ...at, reason: `${name}: ${quoted(twice)} stands twice` });
  }
}

/** Known names of rows that no table has say nothing; they may be of rows that are not shown. */
function checkNames({ settings, tables }: MatrixVersion, report: Report): void {
  const keys = new Set(tables.flatMap(({ rows }) => rows.map(({ key }) => key)));
  const unused = Object.keys(settings.names).filter((key) => !keys.has(key));
  if (unused.length === 0 || tables.some(({ rest }) => rest !== undefined)) return;
  report({
    severity: 'warning',
    rule: RULE,
    reason: `names: no table has ${quoted(unused)}`,
    ...placePart(settings.place),
  });
}
