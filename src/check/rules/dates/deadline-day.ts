/** Deadlines on a day on which nobody works. */
import { respondDates, weekdayOf } from '../../facts/dates.ts';
import type { Rule } from '../../rule.ts';

export const deadlineDay: Rule = {
  id: 'deadline-day',
  group: 'dates',
  severity: 'warning',
  english: true,
  needs: ['calendar'],
  says: 'A deadline for responses on a weekend or a bank holiday.',
  why: 'Nobody is there to receive or to send on that day.',
  good: 'Respond by: 17 January 2020',
  bad: 'Respond by: 18 January 2020',
  check: (subject, report) => {
    const { calendar } = subject;
    if (calendar === undefined) return;
    for (const { at, start, end, day, text } of respondDates(subject)) {
      if (day === undefined || calendar.isWorkingDay(day)) continue;
      const name = calendar.holidayOn(day) ?? weekdayOf(day);
      const reason = `the deadline is no Working Day (${name}, ${calendar.nation})`;
      report({ reason, at, start, end, actual: text });
    }
  },
};
