/** Weekdays that are not those of their dates. */
import { printDay, type StatedDate, statedDates, weekdayOf } from '../../facts/dates.ts';
import { isQuoted } from '../../facts/quotations.ts';
import type { Rule } from '../../rule.ts';

export const weekday: Rule = {
  id: 'weekday',
  group: 'dates',
  severity: 'error',
  says: 'A weekday that is not that of its date.',
  why: 'Either the weekday or the date is wrong, and a reader cannot know which. Older calendars, quotations and abbreviated weekdays weigh less.',
  good: 'It ends on Friday 31 January 2020.',
  bad: 'It ends on Friday 31 January 2019.',
  check: (subject, report) => {
    for (const date of statedDates(subject)) {
      const { at, start, end, day, weekday: printed, text } = date;
      if (day === undefined || printed === undefined || agrees(day, printed) || isAmbiguous(date, printed)) continue;
      const expected = `${weekdayOf(day)} ${printDay(day)}`;
      // "The Sun 1 May 2020" is a newspaper, and older dates are of another calendar.
      const certain = printed.length > 5 && day > GREGORIAN && at.kind !== 'note' && !isQuoted(subject, at, start, end);
      report({
        reason: `${printDay(day)} is a ${weekdayOf(day)}`,
        at,
        start,
        end,
        actual: text,
        expected,
        severity: certain ? 'error' : 'warning',
      });
    }
  },
};

/** 14 September 1752, the first day of the calendar of today in Britain, in days since 1970-01-01. */
const GREGORIAN = Date.UTC(1752, 8, 14) / 86_400_000;

function agrees(day: number, printed: string): boolean {
  return weekdayOf(day).startsWith(printed.slice(0, 3));
}

/** In figures the month may come first, as in the United States. */
function isAmbiguous({ form, text }: StatedDate, printed: string): boolean {
  const match = form === 'slashes' || form === 'dots' ? /(\d+)[./](\d+)[./](\d+)/.exec(text) : null;
  return (
    match !== null && agrees(Date.UTC(Number(match[3]), Number(match[1]) - 1, Number(match[2])) / 86_400_000, printed)
  );
}
