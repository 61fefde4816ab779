/** Weekdays that are not those of their dates. */
import { printDay, statedDates, weekdayOf } from '../../facts/dates.ts';
import type { Rule } from '../../rule.ts';

export const weekday: Rule = {
  id: 'weekday',
  group: 'dates',
  severity: 'error',
  says: 'A weekday that is not that of its date.',
  good: 'It ends on Friday 31 January 2020.',
  bad: 'It ends on Friday 31 January 2019.',
  check: (subject, report) => {
    for (const { at, start, end, day, weekday: printed, text } of statedDates(subject)) {
      if (day === undefined || printed === undefined || weekdayOf(day).startsWith(printed.slice(0, 3))) continue;
      const expected = `${weekdayOf(day)} ${printDay(day)}`;
      report({ reason: 'the weekday is not that of the date', at, start, end, actual: text, expected });
    }
  },
};
