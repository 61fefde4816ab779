/** Dates that are in no calendar. */
import { statedDates } from '../../facts/dates.ts';
import { isQuoted } from '../../facts/quotations.ts';
import type { Rule } from '../../rule.ts';

export const impossibleDate: Rule = {
  id: 'impossible-date',
  group: 'dates',
  severity: 'error',
  says: 'A date that does not exist, such as 31 June.',
  why: 'There is no such day, so that nothing can happen on it.',
  good: 'It ends on 30 June 2020.',
  bad: 'It ends on 31 June 2020.',
  check: (subject, report) => {
    for (const { at, start, end, day, text, form } of statedDates(subject)) {
      if (day !== undefined || form === 'dots' || form === 'slashes' || form === 'ISO') continue;
      if (isQuoted(subject, at, start, end) || /\b(?:such as|e\.g\.|like)\s*$/.test(at.text.slice(0, start))) continue;
      report({ reason: 'there is no such date', at, start, end, actual: text });
    }
  },
};
