/** Dates in more than one form. */

import { type DateForm, statedDates } from '../../facts/dates.ts';
import type { Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';

const NAMES = {
  words: '31 May 2023',
  'short month': '31 Mar 2023',
  dots: '31.05.2023',
  slashes: '31/05/2023',
  ISO: '2023-05-31',
  American: 'May 31, 2023',
} satisfies Record<DateForm, string>;

export const dateFormat: Rule = {
  id: 'date-format',
  group: 'dates',
  severity: 'note',
  says: 'Dates in more than one form, or with a year of two digits.',
  why: 'Figures in two orders can be misread; one form is enough.',
  good: 'From 1 May 2023 to 31 May 2023.',
  bad: 'From 1 May 2023 to 31 May 23.',
  check: (subject, report) => {
    const forms = new Map<string, Use[]>();
    for (const { at, start, end, form, shortYear } of statedDates(subject)) {
      const name = shortYear === true ? `${NAMES[form].slice(0, -4)}23` : NAMES[form];
      pushTo(forms, name, { at, start, end });
    }
    const [common, ...rest] = [...forms].sort((a, b) => b[1].length - a[1].length);
    for (const [name, uses] of rest) {
      const use = uses[0] as Use;
      const actual = use.at.text.slice(use.start, use.end);
      const count = uses.length === 1 ? '' : ` (${uses.length} dates)`;
      const reason = `dates are written in more than one form: here as ${name}${count}`;
      report({ reason, ...use, actual, expected: `the form of ${common?.[0]}` });
    }
  },
};
