/** Table rows that are shorter or longer than the table. */
import type { Cell, Row, Table } from '../../../model/document.ts';
import { walk } from '../../../model/walk.ts';
import type { ReportFound, Rule } from '../../rule.ts';

const CELL = (text: string): string => `:::cell\n${text}\n:::\n`;
const ROW = (...cells: readonly string[]): string => `::::row\n${cells.map(CELL).join('\n')}\n::::\n`;
const EXAMPLE = `---\ntitle: T\nprovision: Clause\n---\n\n:::::table\n\n${ROW('one', 'two')}\n${ROW('three', 'four')}\n${ROW('five', 'six')}\n:::::\n`;

export const rowWidth: Rule = {
  id: 'row-width',
  group: 'structure',
  severity: 'warning',
  says: 'A row of a table that has fewer or more cells than the table has columns.',
  why: 'A cell is missing or one too many, so that values stand under the wrong heading.',
  good: EXAMPLE,
  bad: EXAMPLE.replace(':::cell\nfour\n:::\n', ''),
  check: (subject, report) => {
    walk(subject.document, (node) => {
      if (node.type === 'table') checkRows(node, report);
    });
  },
};

/** A cell that a reader put in to fill a row up has no place, where the others have one. */
function ownCells({ cells }: Row): readonly Cell[] {
  const last = cells.findLastIndex(({ place }) => place !== undefined);
  return last < 0 ? cells : cells.slice(0, last + 1);
}

/** Each row with the spans that reach into it from above; the commonest width is the table's. */
function checkRows(table: Table, report: ReportFound): void {
  let reaching: { readonly columns: number; readonly rows: number }[] = [];
  const widths = table.rows.map((row) => {
    const own = ownCells(row).map((cell) => ({ columns: cell.columnSpan ?? 1, rows: cell.rowSpan ?? 1 }));
    const width = [...reaching, ...own].reduce((sum, cell) => sum + cell.columns, 0);
    reaching = [...reaching, ...own].map((cell) => ({ ...cell, rows: cell.rows - 1 })).filter((cell) => cell.rows > 0);
    return width;
  });
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  table.rows.forEach((row, i) => {
    const width = widths[i];
    if (width === usual || width === undefined) return;
    const reason = 'a row is shorter or longer than the other rows of its table';
    // In Word a ragged row may be a matter of layout.
    const severity = row.place?.part === undefined ? 'warning' : 'note';
    report({ reason, node: row, actual: `${width} columns`, expected: `${usual} columns`, severity });
  });
}
