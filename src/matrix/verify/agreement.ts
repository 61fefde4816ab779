/** Texts that one key has everywhere, such as its name: held against other tables, other versions, and known names. */
import type { Report } from '../../message.ts';
import type { ShapeColumn } from '../shape/shape.ts';
import { fieldOf, type MatrixRow, type MatrixTable, tableCite } from '../table.ts';
import { about, type MatrixVersion, tableNumbered, type Verified } from './version.ts';

/** A text that a key has, and where it has it. */
interface Known {
  readonly where: string;
  readonly table: MatrixTable;
  readonly texts: Set<string>;
}

export function checkAgreement(verified: Verified, report: Report): void {
  const { shape } = verified.version;
  for (const column of shape.columns) {
    if (!column.stable || column.stem !== undefined) continue;
    checkTables(verified.version.tables, column, report);
    checkVersions(verified, column, report);
    if (column.distinct) checkDistinct(verified, column, report);
  }
}

/** One key, one text: across tables, since a repeated row of one table is reported as such. */
function checkTables(tables: readonly MatrixTable[], column: ShapeColumn, report: Report): void {
  const known = new Map<string, Known>();
  for (const table of tables) {
    for (const row of table.rows) {
      const text = fieldOf(row, column);
      const first = known.get(row.key);
      if (first === undefined) known.set(row.key, { where: tableCite(table), table, texts: new Set([text]) });
      else if (first.table === table) first.texts.add(text);
      else if (!first.texts.has(text)) reportOther(table, row, column, first, report);
    }
  }
}

function reportOther(
  table: MatrixTable,
  row: MatrixRow,
  column: ShapeColumn,
  { where, texts }: Known,
  report: Report,
): void {
  const heading = (table.headings.columns[column.id] ?? column.heading).toLowerCase();
  const reason = `${row.key} has another ${heading} than in ${where}`;
  const expected = [...texts].map((text) => `"${text}"`).join(' or ');
  report({ ...about(table, row, 'matrix/name'), reason, actual: `"${fieldOf(row, column)}"`, expected });
}

/** Rows that the same table of the baseline does not have, but another table of a version around has. */
function checkVersions({ version, baseline, following = [] }: Verified, column: ShapeColumn, report: Report): void {
  for (const other of [...(baseline === undefined ? [] : [baseline]), ...following]) {
    const known = textsOf(other, column);
    for (const table of version.tables) {
      const same = new Set(tableNumbered(other, table.number)?.rows.map(({ key }) => key));
      for (const row of table.rows) {
        const texts = known.get(row.key);
        if (texts === undefined || same.has(row.key) || texts.has(fieldOf(row, column))) continue;
        reportOther(table, row, column, { where: other.name, table, texts }, report);
      }
    }
  }
}

function textsOf({ tables }: MatrixVersion, column: ShapeColumn): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const { rows } of tables) {
    for (const row of rows) {
      const texts = known.get(row.key);
      if (texts === undefined) known.set(row.key, new Set([fieldOf(row, column)]));
      else texts.add(fieldOf(row, column));
    }
  }
  return known;
}

/** One text, one key: within a version, and against the versions around. */
function checkDistinct({ version, baseline, following = [] }: Verified, column: ShapeColumn, report: Report): void {
  const first = new Map<string, { readonly key: string; readonly where: string }>();
  for (const other of [...(baseline === undefined ? [] : [baseline]), ...following]) {
    for (const { rows } of other.tables)
      for (const row of rows) first.set(fieldOf(row, column), { key: row.key, where: other.name });
  }
  for (const table of version.tables) {
    for (const row of table.rows) {
      const text = fieldOf(row, column);
      const known = first.get(text);
      if (known === undefined) first.set(text, { key: row.key, where: tableCite(table) });
      else if (known.key !== row.key) {
        const reason = `"${text}" is the ${(table.headings.columns[column.id] ?? column.heading).toLowerCase()} of ${known.key} in ${known.where}`;
        report({ ...about(table, row, 'matrix/name'), reason, actual: row.key, expected: known.key });
      }
    }
  }
}

/** Names that settings give, from elsewhere. */
export function checkKnownNames({ version }: Verified, report: Report): void {
  const { names } = version.settings;
  for (const table of version.tables) {
    for (const row of table.rows) {
      const name = Object.hasOwn(names, row.key) ? names[row.key] : undefined;
      const actual = fieldOf(row, table.shape.nameColumn);
      if (name === undefined || name === actual) continue;
      const reason = `${row.key} has another name than the one that is known`;
      report({ ...about(table, row, 'matrix/name'), reason, actual: `"${actual}"`, expected: `"${name}"` });
    }
  }
}
