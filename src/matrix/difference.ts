/** What an amendment does to the rows of a matrix: rows that are inserted, deleted, or say something else. */
import { headingTexts, inOrder } from './read/headings.ts';
import { covers, identityOf, type MatrixRow, type MatrixTable } from './table.ts';

/** A row that both tables have and that does not say the same in both. */
export interface ChangedRow {
  readonly before: MatrixRow;
  readonly after: MatrixRow;
}

/** The difference of two tables, in the order of their rows. */
export interface MatrixDifference {
  readonly inserted: readonly MatrixRow[];
  readonly deleted: readonly MatrixRow[];
  readonly changed: readonly ChangedRow[];
  /** Rows that one side alone shows, and that the other may have among those that it does not show. */
  readonly unseen: { readonly before: readonly MatrixRow[]; readonly after: readonly MatrixRow[] };
}

/**
 * Compares two tables row by row, by key, and by group where a table has rows of several. Of rows with one key, those
 * that say the same are paired first, the others in order. A row that a partial table need not show is neither inserted
 * nor deleted for being absent; nor is one that was not read.
 */
export function differenceOf(before: MatrixTable, after: MatrixTable): MatrixDifference {
  const [left, right] = [grouped(before), grouped(after)];
  const added: MatrixRow[] = [];
  const missing = new Set<MatrixRow>();
  const changed: ChangedRow[] = [];
  for (const [identity, rows] of right) {
    const found = pairUp(left.get(identity) ?? [], rows);
    changed.push(...found.changed);
    added.push(...found.inserted);
    for (const row of found.deleted) missing.add(row);
  }
  for (const [identity, rows] of left) if (!right.has(identity)) for (const row of rows) missing.add(row);
  const [unreadBefore, unreadAfter] = [new Set(before.unread), new Set(after.unread)];
  const absent = before.rows.filter((row) => missing.has(row) && !unreadAfter.has(row.key));
  const present = added.filter(({ key }) => !unreadBefore.has(key));
  return {
    inserted: present.filter(({ key }) => covers(before, key)),
    deleted: absent.filter(({ key }) => covers(after, key)),
    changed,
    unseen: {
      before: absent.filter(({ key }) => !covers(after, key)),
      after: present.filter(({ key }) => !covers(before, key)),
    },
  };
}

function grouped({ rows, shape }: MatrixTable): Map<string, MatrixRow[]> {
  const groups = new Map<string, MatrixRow[]>();
  for (const row of rows) {
    const identity = identityOf(row, shape);
    const known = groups.get(identity);
    if (known === undefined) groups.set(identity, [row]);
    else known.push(row);
  }
  return groups;
}

/** More pairs of rows with one key are not tried. */
const MOST_PAIRS = 10_000;

type Paired = Pick<MatrixDifference, 'inserted' | 'deleted' | 'changed'>;

function pairUp(before: readonly MatrixRow[], after: readonly MatrixRow[]): Paired {
  const [one] = before;
  const [other] = after;
  if (before.length === 1 && after.length === 1 && one !== undefined && other !== undefined) {
    return { inserted: [], deleted: [], changed: sameRow(one, other) ? [] : [{ before: one, after: other }] };
  }
  if (before.length * after.length > MOST_PAIRS) return inOrderOf(before, after);
  const left = [...before];
  const open = after.filter((row) => {
    const at = left.findIndex((candidate) => sameRow(candidate, row));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const changed = open.slice(0, left.length).map((row, i) => ({ before: left[i] as MatrixRow, after: row }));
  return { inserted: open.slice(left.length), deleted: left.slice(open.length), changed };
}

/** Of so many rows with one key, those at one place are paired. */
function inOrderOf(before: readonly MatrixRow[], after: readonly MatrixRow[]): Paired {
  const pairs = after.slice(0, before.length).map((row, i) => ({ before: before[i] as MatrixRow, after: row }));
  const changed = pairs.filter((pair) => !sameRow(pair.before, pair.after));
  return { inserted: after.slice(before.length), deleted: before.slice(after.length), changed };
}

/** Whether two rows say the same, spellings included. */
export function sameRow(a: MatrixRow, b: MatrixRow): boolean {
  return (
    a.cells.length === b.cells.length &&
    Object.entries(a.fields).every(([id, text]) => b.fields[id] === text) &&
    a.cells.every((cell, i) => cell.spelling === b.cells[i]?.spelling)
  );
}

/** A text of a row that is not what it was: the heading of its column, and both texts. */
export interface ChangedText {
  readonly heading: string;
  readonly before: string;
  readonly after: string;
}

/** What a changed row says otherwise, column by column, under the headings of the table after. */
export function changedTexts({ before, after }: ChangedRow, table: MatrixTable): ChangedText[] {
  const texts = (row: MatrixRow): string[] => rowTexts(row, table);
  const [was, is] = [texts(before), texts(after)];
  return headingTexts(table.headings, table.shape).flatMap((heading, i) => {
    const [one, other] = [was[i] ?? '', is[i] ?? ''];
    return one === other ? [] : [{ heading, before: one, after: other }];
  });
}

/** The texts of a row in the order of the columns. */
export function rowTexts({ fields, cells }: MatrixRow, { shape }: Pick<MatrixTable, 'shape'>): string[] {
  return inOrder(
    shape,
    fields,
    cells.map(({ spelling }) => spelling),
  );
}
