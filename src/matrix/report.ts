/** A report of the counts of a matrix: what they are before and after an amendment, what was typed wrong, what must be tested. */
import { collect, type Message } from '../message.ts';
import type { Block, Cell, Document, Meta, Row, Table } from '../model/document.ts';
import { type Checked, checkMatrix } from './checks.ts';
import { countsOf } from './count.ts';
import { countTexts } from './document.ts';
import { type Obligations, obligationDifference, obligationsOf, rolesOf, type Scenario } from './scenario.ts';
import { type MatrixTable, tableCite } from './table.ts';
import { verifyCounts } from './verify.ts';

/** An amended matrix and its baseline, by the names of their versions. */
export interface ReportSide extends Checked {
  readonly name: string;
}

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
  const head = ['Count', ...table.headings.commands, 'Total'];
  return [para(`${name}: ${counts.rows} rows, derived from ${counts.basis}.`), grid(head, countTexts(table, counts))];
}

/** What was typed, held against what is derived. */
function stated(table: MatrixTable, was: MatrixTable | undefined): Block[] {
  const { value: wrong, messages } = collect((report) => verifyCounts(table, was, report));
  const notes = messages.filter(({ rule }) => rule !== 'matrix/count').map((message) => item(sentence(message)));
  if (table.stated === undefined) return notes;
  if (wrong.length === 0) return [...notes, para('Every count that is stated is right.')];
  const rows = wrong.map(({ value, column, stated: figure, derived }) => [
    value ?? 'Total Tests',
    column ?? 'Total',
    String(figure),
    String(derived),
  ]);
  const many =
    wrong.length === 1 ? 'One count that is stated is wrong.' : `${wrong.length} counts that are stated are wrong.`;
  return [...notes, para(many), grid(['Count of', 'Column', 'Stated', 'Should be'], rows)];
}

function findingsSection(before: ReportSide, after: ReportSide): Block[] {
  const { messages } = collect((report) => checkMatrix({ ...after, baseline: before }, report));
  if (messages.length === 0) return [];
  return [
    part(
      'Tables and text',
      messages.map((message) => item(sentence(message))),
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

/** For each User Role and scenario, the tests that the rows that are shown require, and what the amendment adds. */
function testsSection(before: ReportSide, after: ReportSide): Block[] {
  const rows = rolesOf(after.tables).flatMap((role) =>
    after.settings.scenarios.map((scenario) => testsRow(role, scenario, before, after)),
  );
  if (rows.length === 0) return [];
  const head = ['User Role', 'Scenario', 'Tests', 'Added by the amendment', 'Taken away'];
  return [part('Tests that are required', [grid(head, rows)])];
}

function testsRow(role: string, scenario: Scenario, before: ReportSide, after: ReportSide): string[] {
  const obligations = obligationsOf(after.tables, role, scenario);
  const known = before.settings.scenarios.find(({ id }) => id === scenario.id);
  const was = { tables: before.tables, obligations: known ? obligationsOf(before.tables, role, known) : { tests: [] } };
  const { added, removed } = obligationDifference(was, { tables: after.tables, obligations });
  const told = (list: Obligations['tests']): string =>
    list.length === 0 ? '0' : `${list.length} (${list.map(({ variant }) => variant).join(', ')})`;
  return [role, scenario.title, testsTold(obligations), told(added), told(removed)];
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
