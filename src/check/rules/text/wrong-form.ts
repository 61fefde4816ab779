/** Forms that are known to be wrong. */
import { WRONG_FORMS } from '../../data/wrong-forms.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

export const wrongForm: Rule = {
  id: 'wrong-form',
  group: 'text',
  severity: 'warning',
  english: true,
  says: 'A form that is known to be wrong, such as "changed marked" or "in regards to".',
  why: 'These are known slips of drafting, each with the form that is meant.',
  good: 'A change-marked version follows.',
  bad: 'A changed marked version follows.',
  check: (subject, report) => {
    for (const { find, expected, note, reason } of WRONG_FORMS) {
      for (const [at, match] of matches(subject, find)) {
        const end = match.index + match[0].length;
        const found = {
          reason: reason ?? `write "${expected}"`,
          at,
          start: match.index,
          end,
          actual: match[0],
          expected,
        };
        report(note === true ? { ...found, severity: 'note' } : found);
      }
    }
  },
};
