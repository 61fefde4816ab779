/** What is stated of rows that are not shown, held against itself and against the rows that are. */
import type { Report } from '../../message.ts';
import { compareKeys, type MatrixTable, widthOf } from '../table.ts';
import { about, listed, type MatrixVersion, placePart, settingsOfTable, type Verified } from './version.ts';

export function checkRest({ version }: Verified, report: Report): void {
  for (const table of version.tables) {
    checkCounts(table, version, report);
    checkBefore(table, version, report);
  }
}

/** So many rows have so many cells in each column, whatever stands in them. */
function checkCounts(table: MatrixTable, version: MatrixVersion, report: Report): void {
  const { rest } = table;
  if (rest?.counts === undefined) return;
  const at = {
    ...about(table, undefined, 'matrix/rest', 'error'),
    ...placePart(settingsOfTable(version, table)?.place),
  };
  const sums = Array.from({ length: widthOf(table) }, (_, i) =>
    Object.values(rest.counts ?? {}).reduce((sum, list) => sum + (list[i] ?? 0), 0),
  );
  if (rest.rows === undefined) {
    report({ ...at, reason: 'counts of rows that are not shown are stated, and not how many rows there are' });
    return;
  }
  const wrong = sums.flatMap((sum, i) => (sum === rest.rows ? [] : [`${sum} in ${table.headings.values[i] ?? ''}`]));
  if (wrong.length === 0) return;
  const reason = `${rest.rows} rows that are not shown cannot have counts that add up to ${sameSum(sums) ?? listed(wrong)}`;
  const alike = sameSum(sums);
  report({
    ...at,
    reason,
    ...(alike === undefined
      ? { expected: `${rest.rows} in each column` }
      : { expected: `rows: ${alike}, or counts that add up to ${rest.rows}` }),
  });
}

function sameSum(sums: readonly number[]): number | undefined {
  return sums.every((sum) => sum === sums[0]) ? sums[0] : undefined;
}

/** Rows that are not shown stand in front of the first that is. */
function checkBefore(table: MatrixTable, version: MatrixVersion, report: Report): void {
  const before = table.rest?.before;
  const [first] = table.rows;
  if (before === undefined || first === undefined || before === first.key) return;
  const at = { ...about(table, undefined, 'matrix/rest'), ...placePart(settingsOfTable(version, table)?.place) };
  if (table.shape.order === 'any') {
    report({
      ...at,
      severity: 'error',
      reason: `rows stand in any order, so none can be said to stand before ${before}`,
    });
    return;
  }
  const isShownBefore = compareKeys(first.key, before) < 0;
  const reason = isShownBefore
    ? `rows that are not shown are said to stand before ${before}, and ${first.key} is shown before it`
    : `rows that are not shown are said to stand before ${before}, which is not the first that is shown`;
  report({ ...at, severity: isShownBefore ? 'error' : 'warning', reason, actual: before, expected: first.key });
}
