/** Dates for responses that do not agree. */
import { printDay, respondDates } from '../../facts/dates.ts';
import type { Rule } from '../../rule.ts';

export const respondBy: Rule = {
  id: 'respond-by',
  group: 'dates',
  severity: 'warning',
  english: true,
  says: 'Dates by which to respond that do not agree.',
  good: 'Respond by: 17 January 2020\n\nThe consultation closes on 17 January 2020.',
  bad: 'Respond by: 17 January 2020\n\nThe consultation closes on 18 January 2020.',
  check: (subject, report) => {
    const [first, ...rest] = respondDates(subject);
    if (first?.day === undefined) return;
    for (const { at, start, end, day, text } of rest) {
      if (day === first.day) continue;
      const note = `${first.at.cite || 'the head of the document'} says ${printDay(first.day)}`;
      report({
        reason: 'the dates by which to respond do not agree',
        at,
        start,
        end,
        actual: text,
        expected: first.text,
        note,
      });
    }
  },
};
