/** A report of the counts of a matrix: what they are before and after an amendment, what was typed wrong, what must be tested. */
import { collect, type Message } from '../message.ts';
import type { Block, Cell, Document, Meta, Row, Table } from '../model/document.ts';
import { countsOf } from './count/count.ts';
import { countTexts } from './document.ts';
import { groupsOf, type Obligations, obligationsOf } from './obligations.ts';
import { differenceFrom } from './overview.ts';
import type { Scenario } from './read/settings.ts';
import { type MatrixTable, tableCite } from './table.ts';
import { verifyCounts } from './verify/counts.ts';
import { checkGroups } from './verify/groups.ts';
import { verifyMatrix } from './verify/verify.ts';
import type { MatrixVersion } from './verify/version.ts';

/** An amended matrix or its baseline, by the name of its version. */
export type ReportSide = MatrixVersion;

/** What is reported: an amended matrix against its baseline. */
export interface ReportInput {
  readonly before: ReportSide;
  readonly after: ReportSide;
}

/** The report as a document. */
export function countsReport({ before, after }: ReportInput, meta: Meta): Document {
  const tables = after.tables.flatMap((table) => {
    const was = before.tables.find(({ number }) => number === table.number);
    return tableSection(table, was, { before: before.name, after: after.name });
  });
  const children = [...tables, ...findingsSection(before, after), ...testsSection(before, after)];
  return { type: 'document', meta, children };
}

function tableSection(
  table: MatrixTable,
  was: MatrixTable | undefined,
  names: { readonly before: string; readonly after: string },
): Block[] {
  const blocks = [
    ...(was === undefined ? [] : countsOfOne(was, names.before)),
    ...countsOfOne(table, names.after, was),
    ...stated(table, was),
  ];
  return [part(tableCite(table), blocks)];
}

function countsOfOne(table: MatrixTable, name: string, baseline?: MatrixTable): Block[] {
  const counts = countsOf(table, baseline);
  if (counts === undefined) {
    return [para(`${name}: the table cannot be counted, since nothing is known of the rows that are not shown.`)];
  }
  const head = ['Count', ...table.headings.values, 'Total'];
  return [para(`${name}: ${counts.rows} rows, derived from ${counts.basis}.`), grid(head, countTexts(table, counts))];
}

/** What was typed, held against what is derived. */
function stated(table: MatrixTable, was: MatrixTable | undefined): Block[] {
  const { value: wrong, messages } = collect((report) => verifyCounts(table, was, report));
  const notes = messages.filter(({ rule }) => rule !== 'matrix/count').map((message) => item(sentence(message)));
  if (table.stated === undefined) return notes;
  if (wrong.length === 0) return [...notes, para('Every count that is stated is right.')];
  const rows = wrong.map(({ value, column, stated: figure, derived }) => [
    value ?? table.shape.counts?.total ?? 'Total',
    column ?? 'Total',
    String(figure),
    String(derived),
  ]);
  const many =
    wrong.length === 1 ? 'One count that is stated is wrong.' : `${wrong.length} counts that are stated are wrong.`;
  return [...notes, para(many), grid(['Count of', 'Column', 'Stated', 'Should be'], rows)];
}

/** What the section of a table says of its counts. */
const COUNT_RULES: ReadonlySet<string> = new Set(
  [
    'count',
    'count-missing',
    'count-unreadable',
    'counts-not-amended',
    'flattened',
    'nothing-to-count',
    'not-counted',
  ].map((name) => `matrix/${name}`),
);

function findingsSection(before: ReportSide, after: ReportSide): Block[] {
  const { messages } = collect((report) => verifyMatrix({ version: after, baseline: before }, report));
  const others = messages.filter(({ rule }) => !COUNT_RULES.has(rule));
  if (others.length === 0) return [];
  return [
    part(
      'Tables and text',
      others.map((message) => item(sentence(message))),
    ),
  ];
}

function sentence({ cite, reason, actual, expected, note }: Message): string {
  const where = cite === undefined || reason.includes(cite) ? '' : `${cite}: `;
  const found = [
    ...(actual === undefined ? [] : [`found ${actual}`]),
    ...(expected === undefined ? [] : [`expected ${expected}`]),
    ...(note === undefined ? [] : [note]),
  ];
  const text = `${where}${reason}${found.length === 0 ? '' : `; ${found.join(', ')}`}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** For each group and scenario, the tests that the rows that are shown require, and what the amendment adds. */
function testsSection(before: ReportSide, after: ReportSide): Block[] {
  const rows = groupsOf(after.tables).flatMap((group) =>
    after.settings.scenarios.map((scenario) => testsRow(group, scenario, before, after)),
  );
  if (rows.length === 0) return [];
  const heading = 'Tests that are required';
  const { messages } = collect((report) => checkGroups({ version: after, baseline: before }, report));
  if (messages.length > 0)
    return [part(heading, [para('They are not listed, since rows belong to another group than their table.')])];
  const head = [
    after.shape.groupColumn?.heading ?? 'Group',
    'Scenario',
    'Tests',
    'Added by the amendment',
    'Taken away',
  ];
  return [part(heading, [grid(head, rows)])];
}

function testsRow(group: string, scenario: Scenario, before: ReportSide, after: ReportSide): string[] {
  const obligations = obligationsOf(after.tables, group, scenario);
  const { added, removed } = differenceFrom(before, after, obligations);
  const told = (list: Obligations['tests']): string =>
    list.length === 0 ? '0' : `${list.length} (${list.map(({ key }) => key).join(', ')})`;
  return [group, scenario.title, testsTold(obligations), told(added), told(removed)];
}

function testsTold({ tests, unseen }: Obligations): string {
  return unseen === undefined ? `at least ${tests.length}` : String(tests.length + unseen);
}

function part(heading: string, children: readonly Block[]): Block {
  return { type: 'clause', kind: 'part', heading: [{ type: 'text', value: heading }], children };
}

function para(text: string): Block {
  return { type: 'para', children: [{ type: 'text', value: text }] };
}

function item(text: string): Block {
  return { type: 'item', children: [para(text)] };
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const row = (texts: readonly string[]): Row => ({ type: 'row', cells: texts.map(cell) });
  return {
    type: 'table',
    keyedBy: [],
    columns: head.map(() => ({ type: 'column' })),
    rows: [{ ...row(head), header: true }, ...rows.map(row)],
  };
}

function cell(text: string): Cell {
  return { type: 'cell', children: text === '' ? [] : [para(text)] };
}
