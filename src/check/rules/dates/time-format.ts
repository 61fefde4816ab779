/** Times of day in more than one form. */
import { type Use, useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const FORMS: readonly (readonly [string, RegExp])[] = [
  ['16:00', /(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])/g],
  ['1600', /(?<![\d:.,£$€/-])(?:[01]\d|2[0-3])[0-5]0(?=\s+(?:hours?\b|on\s+\d|on\s+\p{Lu}\p{Ll}+day\b))/gu],
  ['4pm', /(?<![\d:.])(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?\s?[ap]\.?m\b\.?/gi],
];

export const timeFormat: Rule = {
  id: 'time-format',
  group: 'dates',
  severity: 'note',
  says: 'Times of day in more than one form.',
  why: 'Times in one form are compared at a glance.',
  good: 'Respond by 16:00 on 17 January 2020; it closes at 16:00.',
  bad: 'Respond by 1600 on 17 January 2020; it closes at 16:00.',
  check: (subject, report) => {
    const forms = FORMS.map(([name, expression]) => {
      const uses = [...matches(subject, expression)].map(([at, match]): Use => useOf(at, match));
      return { name, uses };
    }).filter(({ uses }) => uses.length > 0);
    const [common, ...rest] = forms.sort((a, b) => b.uses.length - a.uses.length);
    for (const { name, uses } of rest) {
      const use = uses[0] as Use;
      const reason = `times are written in more than one form: here as ${name}`;
      report({
        reason,
        ...use,
        actual: use.at.text.slice(use.start, use.end),
        expected: `the form of ${common?.name}`,
      });
    }
  },
};
