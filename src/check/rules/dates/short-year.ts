/** A month with a year of two digits, where the same month has all four elsewhere: `June 24`, `June 2024`. */

import { MONTH_NAMES } from '../../facts/dates.ts';
import { useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const SHORT = new RegExp(
  `(?<!\\d{1,2}(?:st|nd|rd|th)? )\\b(${MONTH_NAMES}) ['’]?(\\d{2})(?![\\d:]|,? \\d{4}|st|nd|rd|th)`,
  'g',
);
const LONG = new RegExp(`(?<!\\d{1,2}(?:st|nd|rd|th)? )\\b(${MONTH_NAMES}) (\\d{4})(?!\\d)`, 'g');

export const shortYear: Rule = {
  id: 'short-year',
  group: 'dates',
  severity: 'note',
  english: true,
  says: 'A month with a year of two digits, which can be read as a day, where the year has four elsewhere.',
  why: 'Two digits behind a month can be read as a day.',
  good: 'The June 2024 plan is the plan of June 2024.',
  bad: 'The June 24 plan is the plan of June 2024.',
  check: (subject, report) => {
    const long = new Set(matches(subject, LONG).map(([, match]) => `${match[1]} ${match[2]?.slice(2)}`));
    for (const [at, match] of matches(subject, SHORT)) {
      if (!long.has(`${match[1]} ${match[2]}`)) continue;
      const reason = 'a year has two digits, so that it can be read as a day';
      const expected = `${match[1]} 20${match[2]}`;
      report({ reason, ...useOf(at, match), actual: match[0], expected });
    }
  },
};
