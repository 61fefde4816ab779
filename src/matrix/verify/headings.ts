/** The headings of tables held against the shape and against one another. */
import type { Report } from '../../message.ts';
import { headingTexts, numbered } from '../read/headings.ts';
import type { MatrixTable } from '../table.ts';
import { about, listed, quoted, repeatedIn, type Verified } from './version.ts';

const RULE = 'matrix/headings';

export function checkHeadings({ version }: Verified, report: Report): void {
  for (const table of version.tables) {
    checkRepeated(table, report);
    checkOwn(table, report);
  }
  checkAlike(version.tables, report);
}

function checkRepeated(table: MatrixTable, report: Report): void {
  const twice = repeatedIn(headingTexts(table.headings, table.shape).map((heading) => heading.toLowerCase()));
  if (twice.length > 0)
    report({ ...about(table, undefined, RULE, 'error'), reason: `a heading stands twice: ${quoted(twice)}` });
  const empty = table.headings.values.filter((heading) => heading === '').length;
  if (empty > 0) report({ ...about(table, undefined, RULE, 'error'), reason: `${empty} columns have no heading` });
}

/** Headings that the shape gives: all of them, or those that are numbered. */
function checkOwn(table: MatrixTable, report: Report): void {
  const { headings, numbered: form } = table.shape.valueColumns;
  const found = table.headings.values;
  if (headings !== undefined && headings.join('\n') !== found.join('\n')) {
    const reason = `the ${table.shape.nouns.column[1]} are not those of the shape, in its order`;
    report({ ...about(table, undefined, RULE, 'error'), reason, actual: quoted(found), expected: quoted(headings) });
  }
  if (form === undefined) return;
  const expected = found.map((_, i) => numbered(table.shape, i + 1));
  const known = new Set(expected);
  const wrong = found.flatMap((heading, i) => (heading === expected[i] ? [] : [i]));
  if (wrong.length === 0 || found.filter((heading) => known.has(heading)).length * 2 < found.length) return;
  const reason = 'numbered headings are not those of their places';
  const [actual, right] = [found, expected].map((list) => quoted(wrong.map((i) => list[i] ?? '')));
  report({ ...about(table, undefined, RULE, 'error'), reason, actual: actual ?? '', expected: right ?? '' });
}

/** Tables of one version have the same columns. */
function checkAlike(tables: readonly MatrixTable[], report: Report): void {
  const [first, ...others] = tables;
  if (first === undefined) return;
  for (const table of others) {
    const [was, is] = [first, table].map(({ headings, shape }) => headingTexts(headings, shape));
    if (was === undefined || is === undefined || was.join('\n') === is.join('\n')) continue;
    const differing = is.filter((heading, i) => heading !== was[i]);
    const reason = `its columns are not those of Table ${first.number}`;
    const count = is.length === was.length ? [] : [`${is.length} columns`];
    report({
      ...about(table, undefined, RULE),
      reason,
      actual: listed([...count, ...differing.map((text) => `"${text}"`)]),
      expected: listed(was.filter((heading, i) => heading !== is[i]).map((text) => `"${text}"`)),
    });
  }
}
