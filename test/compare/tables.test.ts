/**
 * Tables against a second opinion: pairs of tables for which the program "daff" counted rows and columns that were
 * inserted, deleted, updated, moved and renamed. The pairs are no part of the project; where they are absent, nothing is tried.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { acceptAll, rejectAll, revisionOf } from '../../src/model/decide.ts';
import type { Cell, Column, Document, Node, Row, Table } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import type { Redline, Revision } from '../../src/model/redline.ts';
import { CHILD_LISTS, childList } from '../../src/model/walk.ts';

const FILE = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  '..',
  'shared',
  'corpus',
  'tables',
  'cases.json',
);
const PRESENT = existsSync(FILE);

/**
 * A little under what is reached. The rest are tables in which nearly every value differs, and values that differ in case or
 * white space alone, which the second opinion takes for other rows and columns where a reader sees an edit.
 */
const FLOOR = 260;

type Value = string | number | boolean | null;
type Grid = readonly (readonly Value[])[];

/** What is counted, by the name that the second opinion has for it. */
const COUNTS = [
  'row_inserts',
  'row_deletes',
  'row_updates',
  'row_reorders',
  'col_inserts',
  'col_deletes',
  'col_renames',
  'col_reorders',
] as const;
type Counts = Record<(typeof COUNTS)[number], number>;

interface TableCase {
  readonly id: string;
  readonly before: Grid;
  readonly after: Grid;
  readonly summary: Counts;
}

/** A document with one table, whose first row is its heading row. */
function documentOf(grid: Grid): Document {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const table: Table = {
    type: 'table',
    keyedBy: [],
    columns: Array.from({ length: width }, (): Column => ({ type: 'column' })),
    rows: grid.map(
      (row, i): Row => ({
        type: 'row',
        ...(i === 0 ? { header: true } : {}),
        cells: Array.from({ length: width }, (_, k) => cellOf(row[k] ?? null)),
      }),
    ),
  };
  return { type: 'document', meta: { title: 'Table', provision: 'Clause', language: 'en-GB' }, children: [table] };
}

function cellOf(value: Value): Cell {
  const text = value === null ? '' : String(value);
  return { type: 'cell', children: [{ type: 'para', children: text === '' ? [] : [{ type: 'text', value: text }] }] };
}

/** What a redline says happened; where the table was given up for another, every row and column of both. */
function countsOf(redline: Redline): Counts {
  const moves = new Set(redline.changes.filter(({ kind }) => kind === 'move').map(({ id }) => id));
  const counts = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;
  for (const table of redline.document.children) {
    if (table.type !== 'table') continue;
    const fate = revisionOf(table)?.kind;
    for (const row of table.rows) countRow(row, fate, moves, counts);
    for (const column of table.columns) countColumn(column, fate, moves, counts);
  }
  return counts;
}

/** Heading rows are the names of columns; the second opinion does not count them as rows. */
function countRow(row: Row<Revision>, fate: string | undefined, moves: ReadonlySet<string>, counts: Counts): void {
  const revision = row.revision;
  const kind = fate ?? revision?.kind;
  const stays = kind !== 'insertion' && kind !== 'deletion';
  if (row.header === true) {
    if (stays) counts.col_renames += row.cells.filter((cell) => !hasFate(cell) && isEdited(cell)).length;
    return;
  }
  const moved = revision !== undefined && 'change' in revision && moves.has(revision.change);
  if (kind === 'insertion') counts[moved ? 'row_reorders' : 'row_inserts'] += 1;
  if (kind === 'deletion' && !moved) counts.row_deletes += 1;
  const edited = row.cells.some((cell) => !isGone(cell, moves) && isEdited(cell));
  if ((stays || (moved && kind === 'insertion')) && edited) counts.row_updates += 1;
}

function countColumn(
  column: Column<Revision>,
  fate: string | undefined,
  moves: ReadonlySet<string>,
  counts: Counts,
): void {
  const revision = column.revision;
  const kind = fate ?? revision?.kind;
  const moved = revision !== undefined && 'change' in revision && moves.has(revision.change);
  if (kind === 'insertion') counts[moved ? 'col_reorders' : 'col_inserts'] += 1;
  else if (kind === 'deletion') counts.col_deletes += moved ? 0 : 1;
}

function hasFate(cell: Cell<Revision>): boolean {
  return cell.revision?.kind === 'insertion' || cell.revision?.kind === 'deletion';
}

/** Whether a cell came or went with its column; one that was moved with it may be edited inside. */
function isGone(cell: Cell<Revision>, moves: ReadonlySet<string>): boolean {
  const revision = cell.revision;
  if (revision?.kind === 'deletion') return true;
  return revision?.kind === 'insertion' && !moves.has(revision.change);
}

/** Whether anything below a cell is marked. */
function isEdited(node: Node<Revision>): boolean {
  return CHILD_LISTS[node.type].some((name) =>
    childList(node, name).some((child) => revisionOf(child) !== undefined || isEdited(child)),
  );
}

describe.skipIf(!PRESENT)(`tables${PRESENT ? '' : ' (skipped: ../shared/corpus/tables is absent)'}`, () => {
  const cases = PRESENT ? (JSON.parse(readFileSync(FILE, 'utf8')) as TableCase[]) : [];
  const redlines = cases.map((one) => ({ one, before: documentOf(one.before), after: documentOf(one.after) }));

  it('accept to after and reject to before', () => {
    for (const { one, before, after } of redlines) {
      const redline = compare(before, after);
      expect(firstDifference(acceptAll(redline), after), one.id).toBeUndefined();
      expect(firstDifference(rejectAll(redline), before), one.id).toBeUndefined();
    }
  });

  it('are told as the second opinion tells them, for the most part', () => {
    const agree = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;
    let whole = 0;
    for (const { one, before, after } of redlines) {
      const counts = countsOf(compare(before, after));
      const differing = COUNTS.filter((name) => counts[name] !== (one.summary[name] ?? 0));
      for (const name of COUNTS) agree[name] += differing.includes(name) ? 0 : 1;
      whole += differing.length === 0 ? 1 : 0;
      if (process.env.KEELING_TABLES === 'show' && differing.length > 0) {
        console.log(one.id, differing.map((name) => `${name}: ${counts[name]} for ${one.summary[name]}`).join(', '));
      }
    }
    console.log(COUNTS.map((name) => `${name} ${agree[name]}`).join(', '), `; all counts ${whole} of ${cases.length}`);
    expect(whole).toBeGreaterThanOrEqual(FLOOR);
  });
});
