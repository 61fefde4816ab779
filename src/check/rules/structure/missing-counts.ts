/** A table of values without the counts that another has. */
import { COUNTED_TABLE } from '../../examples.ts';
import { countBlocks } from '../../facts/counts.ts';
import type { Rule } from '../../rule.ts';

export const missingCounts: Rule = {
  id: 'missing-counts',
  group: 'structure',
  severity: 'warning',
  says: 'A table of values without the counts that others of its kind have.',
  why: 'The other tables have counts, so that they were forgotten here.',
  good: `${COUNTED_TABLE}\n\nAmend the next table:\n\n${COUNTED_TABLE}`,
  bad: `${COUNTED_TABLE}\n\nAmend the next table:\n\n${COUNTED_TABLE.split('\n').slice(0, 4).join('\n')}`,
  check: (subject, report) => {
    const blocks = countBlocks(subject);
    if (!blocks.some(({ counts }) => counts.length > 0)) return;
    for (const { rows, counts } of blocks) {
      const [first] = rows;
      if (counts.length > 0 || first === undefined || rows.length < 2) continue;
      const reason = `rows of a table are given without its counts, which another table has`;
      report({ reason, at: first.at, node: first.node, actual: first.text.trim() });
    }
  },
};
