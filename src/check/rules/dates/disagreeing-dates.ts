/** One weekday, day and month in two years. */

import { type StatedDate, statedDates } from '../../facts/dates.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';

export const disagreeingDates: Rule = {
  id: 'disagreeing-dates',
  group: 'dates',
  severity: 'warning',
  says: 'One weekday, day and month with two years.',
  why: 'The same weekday, day and month with another year: the year was not brought up to date in one place.',
  good: 'On Friday 31 January 2020 it takes effect. Friday 31 January 2020 is the date.',
  bad: 'On Friday 31 January 2020 it takes effect. Friday 31 January 2019 is the date.',
  check: (subject, report) => {
    const groups = new Map<string, StatedDate[]>();
    for (const date of statedDates(subject)) {
      if (date.weekday === undefined || date.day === undefined) continue;
      const key = date.text.replace(/\d{4}$/, '');
      pushTo(groups, key, date);
    }
    for (const [first, ...rest] of groups.values()) {
      for (const { at, start, end, text } of rest) {
        if (text === first?.text) continue;
        const reason = 'the same weekday, day and month stand with another year elsewhere';
        report({ reason, at, start, end, actual: text, expected: first?.text ?? '' });
      }
    }
  },
};
