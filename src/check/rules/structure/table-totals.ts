/** Tables whose totals are not the sums of their rows or columns, or whose products do not multiply. */
import type { Row, Table } from '../../../model/document.ts';
import { plainText, walk } from '../../../model/walk.ts';
import type { ReportFound, Rule } from '../../rule.ts';

const TOTAL =
  /^(?:(?:grand|overall|sub-?)?\s*totals?|sum|all|total (?:costs?|charges?|fees?|price|units?|number|payable|due|£|\(£\)|amount)?)\b[^\d]{0,30}$/i;
const HEADED = /^(?:(?:grand|overall)\s+)?totals?\b/i;

const HEAD = '| Item | 2024 | 2025 | Total |\n| --- | --- | --- | --- |\n';

export const tableTotals: Rule = {
  id: 'table-totals',
  group: 'structure',
  severity: 'warning',
  says: 'A total in a table that is not the sum of its row or column, or a product that does not multiply.',
  why: 'A figure was changed and its total was not. Percentages and rounded figures are left alone where the sum is off by less than rounding allows.',
  good: `${HEAD}| A | 120 | 80 | 200 |\n| B | 60 | 90 | 150 |\n| Total | 180 | 170 | 350 |`,
  bad: `${HEAD}| A | 120 | 80 | 210 |\n| B | 60 | 90 | 150 |\n| Total | 180 | 170 | 350 |`,
  check: (subject, report) => {
    walk(subject.document, (node) => {
      if (node.type === 'table') checkTable(node, report);
    });
  },
};

interface Grid {
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  /** Figures by row and column; `undefined` where a cell holds none. */
  readonly figures: readonly (readonly (Figure | undefined)[])[];
  readonly texts: readonly (readonly string[])[];
}

interface Figure {
  readonly value: number;
  /** How many places stand behind the point. */
  readonly places: number;
}

function checkTable(table: Table, report: ReportFound): void {
  const grid = gridOf(table);
  if (grid === undefined) return;
  const total = grid.texts.findLastIndex((cells) => TOTAL.test((cells[0] ?? '').trim()));
  const subtotals = grid.texts.filter((cells) => /\btotals?\b/i.test(cells[0] ?? '')).length > 1;
  const last = grid.head.length - 1;
  const width = grid.head.length;
  const headed = HEADED.test(grid.head[last] ?? '') && width > 2;
  const totalled = total === grid.rows.length - 1 && total > 1 && !subtotals;
  if (headed) sumRows(grid, last, totalled ? total : undefined, report);
  if (totalled) sumColumns(grid, total, headed, report);
  multiply(grid, total, report);
}

/** A plain grid of three rows at least, with a row of headings and without spans. */
function gridOf(table: Table): Grid | undefined {
  const [header, ...rows] = table.rows;
  if (header === undefined || rows.length < 2) return undefined;
  if (
    table.rows.some(
      ({ cells }) =>
        cells.length !== header.cells.length || cells.some((cell) => (cell.columnSpan ?? 1) + (cell.rowSpan ?? 1) > 2),
    )
  )
    return undefined;
  const textsOf = (row: Row): string[] => row.cells.map((cell) => plainText(cell as never).trim());
  const texts = rows.map(textsOf);
  return { head: textsOf(header), rows, texts, figures: texts.map((cells) => cells.map(figureOf)) };
}

/** A plain number, with a sign for money, separators and brackets for less than nothing. A percentage is none. */
function figureOf(text: string): Figure | undefined {
  const match = /^(\(?)(-|−)?\s?[£€$]?\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\)?(?:\s?(?:k|m|bn))?$/i.exec(
    text.replace(/\*/g, ''),
  );
  if (match === null) return undefined;
  const size = Number(`${(match[3] ?? '').replaceAll(',', '')}${match[4] ?? ''}`);
  return {
    value: match[1] === '(' || match[2] !== undefined ? -size : size,
    places: Math.max(0, (match[4] ?? '').length - 1),
  };
}

/** What rounding allows of a sum of so many figures. */
function agrees(sum: number, total: Figure, count: number): boolean {
  const unit = 10 ** -total.places;
  return Math.abs(sum - total.value) <= (total.places > 0 ? (unit * count) / 2 : 0) + 1e-6;
}

function sumRows(grid: Grid, last: number, totals: number | undefined, report: ReportFound): void {
  const { figures, rows, texts, head } = grid;
  const checked = figures.map((cells, i) => {
    if (i === totals) return undefined;
    const total = cells[last];
    const parts = cells.slice(1, last);
    if (total === undefined || parts.some((part, j) => part === undefined && !isBlank(texts[i]?.[j + 1])))
      return undefined;
    const known = parts.filter((part) => part !== undefined);
    if (known.length < 2) return undefined;
    const sum = known.reduce((a, part) => a + part.value, 0);
    return { i, sum, total, right: agrees(sum, total, known.length) };
  });
  const known = checked.filter((one) => one !== undefined);
  const wrong = known.filter(({ right }) => !right);
  // Where most rows do not add up, the last column is no sum of the others.
  if (known.length < 2 || wrong.length * 2 > known.length) return;
  for (const { i, sum, total } of wrong) {
    const reason = `the figures of the row "${texts[i]?.[0]}" add up to ${printed(sum)}, and its ${head[last]} is ${printed(total.value)}`;
    report({ reason, node: rows[i] as Row, actual: texts[i]?.[last] ?? '', expected: printed(sum) });
  }
}

function sumColumns({ figures, rows, texts, head }: Grid, last: number, headed: boolean, report: ReportFound): void {
  const columns = head.map((_, column) => {
    const total = figures[last]?.[column];
    const parts = figures.slice(0, last).map((cells) => cells[column]);
    if (column === 0 || total === undefined || parts.filter((part) => part !== undefined).length < 2) return undefined;
    if (parts.some((part, i) => part === undefined && !isBlank(texts[i]?.[column]))) return undefined;
    const sum = parts.reduce((a, part) => a + (part?.value ?? 0), 0);
    // A row whose own total is wrong is reported there, and the total of the totals is judged by what it should be.
    const rowSums = figures
      .slice(0, last)
      .map((cells) => cells.slice(1, -1).reduce((a, part) => a + (part?.value ?? 0), 0));
    const other = headed && column === head.length - 1 ? rowSums.reduce((a, part) => a + part, 0) : sum;
    return { column, sum, total, right: agrees(sum, total, parts.length) || agrees(other, total, parts.length) };
  });
  const known = columns.filter((one) => one !== undefined);
  const wrong = known.filter(({ right }) => !right);
  if (wrong.length * 2 > known.length && known.length > 1) return;
  for (const { column, sum, total } of wrong) {
    const reason = `the figures of the column "${head[column]}" add up to ${printed(sum)}, and their total is ${printed(total.value)}`;
    report({ reason, node: rows[last] as Row, actual: texts[last]?.[column] ?? '', expected: printed(sum) });
  }
}

/** Three columns of figures of which the third is the product of the first two in all rows but one. */
function multiply({ figures, rows, texts, head }: Grid, total: number, report: ReportFound): void {
  for (let c = 3; c < head.length; c++) {
    const checked = figures.flatMap((cells, i) => {
      const [a, b, product] = [cells[c - 2], cells[c - 1], cells[c]];
      return i === total || a === undefined || b === undefined || product === undefined
        ? []
        : [{ i, is: product, should: a.value * b.value }];
    });
    const wrong = checked.filter(({ is, should }) => Math.abs(is.value - should) > 0.51 * 10 ** -is.places);
    if (checked.length < 3 || wrong.length !== 1) continue;
    for (const { i, is, should } of wrong) {
      const reason = `in the other rows "${head[c]}" is "${head[c - 2]}" times "${head[c - 1]}", which is ${printed(should)} here`;
      report({
        reason,
        node: rows[i] as Row,
        actual: printed(is.value),
        expected: printed(should),
        note: texts[i]?.[0] ?? '',
      });
    }
  }
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || /^[-–—\s]*$/.test(text) || /^(?:n\/?a|nil)$/i.test(text);
}

function printed(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 4 });
}
