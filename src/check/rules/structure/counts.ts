/** Counts below a table of values: sums that do not add up, counts that were not brought up to date. */
import { COUNTED_TABLE } from '../../examples.ts';
import { type CountBlock, type CountRow, countBlocks } from '../../facts/counts.ts';
import type { ReportFound, Rule } from '../../rule.ts';

export const counts: Rule = {
  id: 'counts',
  group: 'structure',
  severity: 'warning',
  says: 'Counts of a table of values that do not add up, in a row or against the other columns.',
  why: 'A count was brought up to date in one place and not in another.',
  good: COUNTED_TABLE,
  bad: COUNTED_TABLE.replace('| 2 | 1 | 1 | 1 | 5 |', '| 2 | 1 | 1 | 1 | 7 |'),
  check: (subject, report) => {
    for (const block of countBlocks(subject)) {
      for (const row of block.counts) {
        reportSum(row, report);
        reportTotal(row, report);
      }
      if (block.counts.length > 1) reportColumns(block, report);
    }
  },
};

function reportSum(row: CountRow, report: ReportFound): void {
  const { total, figures } = row;
  const sum = figures.reduce((a, figure) => a + figure.before, 0);
  if (total === undefined || total.before === sum) return;
  const reason = `the counts of "${row.value}" do not add up to their total`;
  report({ reason, at: row.at, node: row.node, actual: total.text, expected: String(sum) });
}

/** A count that was brought up to date in a row whose total was not. */
function reportTotal({ total, figures, value, at, node }: CountRow, report: ReportFound): void {
  const before = figures.reduce((a, figure) => a + figure.before, 0);
  const after = figures.reduce((a, figure) => a + figure.after, 0);
  if (total === undefined || before === after || total.before !== before || total.after === after) return;
  const reason = `a count of "${value}" was brought up to date, and their total was not`;
  report({ reason, at, node, severity: 'note', actual: total.text, expected: String(after) });
}

/** Each row of the table counts once in every column, so that the counts of every column have one sum. */
function reportColumns(block: CountBlock, report: ReportFound): void {
  const width = Math.min(...block.counts.map(({ figures }) => figures.length));
  const before = sums(block.counts, width, 'before');
  const after = sums(block.counts, width, 'after');
  const usual = mostOf(before);
  const added = addedRows(block);
  const changed = block.counts.filter((row) => row.figures.some((figure) => figure.before !== figure.after));
  if (changed.length === 0) {
    reportUneven(block, before, usual, report);
    return;
  }
  for (let column = 0; column < width; column++) {
    const rise = (after[column] as number) - (before[column] as number);
    const risen = changed.filter((row) => differs(row, column));
    if (rise <= added || risen.length < 2) continue;
    const first = risen[0] as CountRow;
    const names = risen.map(({ value }) => `"${value}"`).join(' and ');
    const reason = `${names} both rise in column ${column + 1}, but ${added === 1 ? 'one row was' : `${added} rows were`} added, which counts once in a column`;
    report({
      reason,
      at: first.at,
      node: first.node,
      actual: first.text.trim(),
      expected: 'one of the two left as it was',
    });
  }
  for (const row of block.counts) if (!changed.includes(row)) reportLeftBehind(row, changed, added, report);
}

/** A count that was left as it was, though the rows added have that value in the columns where no other count rose. */
function reportLeftBehind(row: CountRow, changed: readonly CountRow[], added: number, report: ReportFound): void {
  const expected = row.figures.map((figure, column) =>
    changed.some((other) => differs(other, column)) ? figure.before : figure.before + added,
  );
  const reason = `other counts were brought up to date, and those of "${row.value}" were not`;
  report({
    reason,
    at: row.at,
    node: row.node,
    actual: row.figures.map(({ text }) => text).join(' '),
    expected: expected.join(' '),
  });
}

function differs(row: CountRow, column: number): boolean {
  const figure = row.figures[column];
  return figure !== undefined && figure.before !== figure.after;
}

function reportUneven(block: CountBlock, columns: readonly number[], usual: number, report: ReportFound): void {
  const odd = columns.findIndex((sum) => sum !== usual);
  const [first] = block.counts;
  if (odd < 0 || first === undefined) return;
  const reason = `the counts of column ${odd + 1} add up to ${columns[odd]}, those of the others to ${usual}`;
  report({ reason, at: first.at, node: first.node, severity: 'warning' });
}

function addedRows({ grand }: CountBlock): number {
  const figure = grand?.figures[0];
  return figure === undefined ? 1 : Math.max(1, figure.after - figure.before);
}

function sums(counts: readonly CountRow[], width: number, side: 'before' | 'after'): number[] {
  return Array.from({ length: width }, (_, i) => counts.reduce((sum, row) => sum + (row.figures[i]?.[side] ?? 0), 0));
}

function mostOf(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
