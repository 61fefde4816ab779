/** Figures run together where a redline lost its marks. */
import { COUNTED_TABLE } from '../../examples.ts';
import { type CountBlock, type CountRow, countBlocks } from '../../facts/counts.ts';
import type { Rule } from '../../rule.ts';

export const flattenedFigure: Rule = {
  id: 'flattened-figure',
  group: 'structure',
  severity: 'warning',
  says: 'Two figures run together where a redline lost its marks, such as 1819 for 18 and 19.',
  why: 'Deleted and inserted figures ran together when the marks of a redline were lost.',
  good: COUNTED_TABLE,
  bad: COUNTED_TABLE.replace('| 2 | 1 | 1 | 1 | 5 |', '| 23 | 1 | 1 | 1 | 5 |'),
  check: (subject, report) => {
    for (const block of countBlocks(subject)) {
      for (const row of rowsOf(block)) {
        for (const { text, before, after } of row.figures) {
          if (before === after) continue;
          const reason = `"${text}" is ${before} and ${after} run together: the row adds up with ${before}`;
          report({ reason, ...spot(row, text), actual: text, expected: `${before} struck, ${after} inserted` });
        }
      }
    }
  },
};

function rowsOf(block: CountBlock): CountRow[] {
  return block.grand === undefined ? [...block.counts] : [...block.counts, block.grand];
}

function spot({ at, node, text: line }: CountRow, text: string) {
  const start = at.text === line ? at.text.lastIndexOf(text, at.text.search(/\d[\d\s]*$/) + text.length + 8) : -1;
  return start < 0 ? { at, node } : { at, start, end: start + text.length };
}
