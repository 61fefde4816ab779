/** A table whose caption calls it a figure. */
import { walk } from '../../../model/walk.ts';
import type { Rule } from '../../rule.ts';

export const tableCalledFigure: Rule = {
  id: 'table-called-figure',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A table whose caption calls it a figure.',
  why: 'A reader looks for a drawing.',
  good: '::table{number="1" title="Fees"}\n\n| Step | Fee |\n| --- | --- |\n| One | 5 |',
  bad: '::table{number="1" title="Fees" word="Figure"}\n\n| Step | Fee |\n| --- | --- |\n| One | 5 |',
  check: (subject, report) => {
    walk(subject.document, (node) => {
      if (node.type !== 'table' || node.word !== 'Figure' || node.rows.length < 2) return;
      report({
        reason: 'a table is called a figure',
        node,
        actual: `Figure ${node.label ?? ''}`.trim(),
        expected: 'Table',
      });
    });
  },
};
