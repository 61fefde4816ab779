/** Two rows of a table of values with one number. */
import { COUNTED_TABLE } from '../../examples.ts';
import { countBlocks } from '../../facts/counts.ts';
import type { Rule } from '../../rule.ts';

export const repeatedRow: Rule = {
  id: 'repeated-row',
  group: 'structure',
  severity: 'warning',
  says: 'Two rows of a table of values with one number.',
  good: COUNTED_TABLE,
  bad: COUNTED_TABLE.replace('| 1.2 |', '| 1.1 |'),
  check: (subject, report) => {
    for (const { rows } of countBlocks(subject)) {
      const seen = new Map<string, string>();
      for (const { key, rest, at, node } of rows) {
        const name = rest.toLowerCase();
        const earlier = seen.get(key);
        if (earlier === undefined) seen.set(key, name);
        else report({ reason: `two rows are numbered ${key}`, at, node, actual: `${key} ${rest.slice(0, 60)}` });
      }
    }
  },
};
