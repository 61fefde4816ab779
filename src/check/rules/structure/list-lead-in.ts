/** Lists that are announced by a semicolon. */
import type { Rule } from '../../rule.ts';

export const listLeadIn: Rule = {
  id: 'list-lead-in',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A list that is announced by a semicolon where a colon belongs.',
  why: 'A colon announces a list.',
  good: 'It has duties, including:\n\n- tests; and\n- data.',
  bad: 'It has duties, including;\n\n- tests; and\n- data.',
  check: (subject, report) => {
    for (const at of subject.passages) {
      const match = /\b(?:including|the following|as follows|such as|namely);$/i.exec(at.text.trimEnd());
      if (match === null) continue;
      const end = at.text.trimEnd().length;
      const reason = 'a semicolon stands before a list, where a colon belongs';
      report({ reason, at, start: end - 1, end, actual: match[0], expected: `${match[0].slice(0, -1)}:` });
    }
  },
};
