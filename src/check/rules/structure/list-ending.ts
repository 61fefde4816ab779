/** Pieces of a list with a stop in the wrong place. */
import { lists } from '../../facts/lists.ts';
import type { Rule } from '../../rule.ts';

export const listEnding: Rule = {
  id: 'list-ending',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A piece of a list with a stop in the wrong place, such as ", and;".',
  why: 'The stop belongs before the joining word.',
  good: 'It covers:\n\n- tests; and\n- data.',
  bad: 'It covers:\n\n- tests, and;\n- data.',
  check: (subject, report) => {
    for (const list of lists(subject)) {
      for (const { at, text } of list) {
        const match = /[,;]\s+(and|or)[,;:]$/i.exec(text);
        if (match === null) continue;
        const reason = 'the stop stands behind the joining word';
        report({ reason, at, start: match.index, end: text.length, actual: match[0], expected: `; ${match[1]}` });
      }
    }
  },
};
