/** Two periods for one thing: `pay within 30 days of the invoice` here, `within 45 days` there. */
import { NUMBER_IN_WORDS, numberInWords } from '../../facts/number-words.ts';
import { isAmending, isQuoted } from '../../facts/quotations.ts';
import type { Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const PERIOD = new RegExp(
  `((?:[\\p{L}'’]+\\s+){2,4})((?:not less than|at least|no later than|not later than|not more than|within|for|after)\\s+(?:a (?:further )?period of\\s+)?)(\\d{1,4}|${NUMBER_IN_WORDS})(?:\\s*\\(\\d+\\))?\\s+((?:working |business |calendar )?(?:days?|weeks?|months?|years?|hours?))['’]?\\s+((?:of|after|from|before|following)\\s+(?:[\\p{L}'’]+[ ]?){2,6}|(?:(?:prior )?(?:written )?notice\\b[^.;,]{0,40}))`,
  'giu',
);

/** What a paragraph with a period has. */
const COUNTED = /\b(?:day|week|month|year|hour)/i;

interface Period extends Use {
  readonly length: string;
  readonly actual: string;
}

export const periodVariant: Rule = {
  id: 'period-variant',
  group: 'dates',
  severity: 'note',
  english: true,
  says: 'Two periods for what reads as one thing, such as 30 days here and 45 days there.',
  why: 'The same words stand before and behind both periods, so that they may be meant of the same duty.',
  good: 'The Buyer shall pay the Fee within 30 days of the receipt of an invoice.',
  bad: 'The Buyer shall pay the Fee within 30 days of the receipt of an invoice.\n\nThe Buyer shall pay the Fee within 45 days of the receipt of an invoice.',
  check: (subject, report) => {
    const periods = new Map<string, Period[]>();
    for (const [at, match] of matches(subject, PERIOD, COUNTED)) {
      const [whole, before = '', how = '', count = '', unit = '', behind = ''] = match;
      const start = match.index + before.length;
      if (isQuoted(subject, at, start, start + 1) || isAmending(at)) continue;
      const words = before.trim().toLowerCase().split(/\s+/).slice(-3).join(' ');
      const key = `${words} * ${how.trim().toLowerCase()} * ${behind.trim().toLowerCase()}`;
      const number = /^\d/.test(count) ? Number(count) : numberInWords(count);
      const actual = whole.slice(before.length).trim();
      pushTo(periods, key, {
        at,
        start,
        end: start + actual.length,
        length: `${number} ${unit.toLowerCase().replace(/s$/, '')}`,
        actual,
      });
    }
    for (const [first, ...rest] of periods.values()) {
      for (const { length, actual, ...use } of rest) {
        if (first === undefined || length === first.length) continue;
        const note = `see ${first.at.cite || 'an earlier paragraph'}`;
        report({
          reason: `the same words stand with another period elsewhere: ${first.length}s`,
          ...use,
          actual,
          expected: first.actual,
          note,
        });
      }
    }
  },
};
