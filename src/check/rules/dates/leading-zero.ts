/** A day with a nought before it in a date that is written in words: `02 May 2023`. */
import { statedDates } from '../../facts/dates.ts';
import type { Rule } from '../../rule.ts';

export const leadingZero: Rule = {
  id: 'leading-zero',
  group: 'dates',
  severity: 'note',
  says: 'A day with a nought before it in a date that is written in words.',
  why: 'Dates in words are written without a nought.',
  good: 'It closes on 2 May 2023.',
  bad: 'It closes on 02 May 2023.',
  check: (subject, report) => {
    const found = statedDates(subject).filter(({ form, text }) => form === 'words' && /(?:^|\s)0\d\s/.test(text));
    const [first] = found;
    if (first === undefined) return;
    const { at, start, end, text } = first;
    const count = found.length === 1 ? '' : ` (${found.length} dates)`;
    const reason = `a date in words has a nought before its day${count}`;
    report({ reason, at, start, end, actual: text, expected: text.replace(/(^|\s)0(?=\d\s)/, '$1') });
  },
};
