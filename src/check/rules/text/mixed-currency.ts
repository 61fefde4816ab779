/** A sum in another currency than all the others. */

import { type Use, useOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const SIGN = /(?:(US|A|C|NZ|HK|S)?([£€$¥])|\b(GBP|USD|EUR|AUD|CAD)\s)(?=\s?\[?(?:\d|●))|[£€$¥](?=\))/g;
const NAMES: Readonly<Record<string, string>> = { GBP: '£', USD: '$', EUR: '€' };

export const mixedCurrency: Rule = {
  id: 'mixed-currency',
  group: 'text',
  severity: 'note',
  says: 'A single sum in another currency than the other sums of the document.',
  why: 'A sign that was typed for another changes the sum. Where several sums have another currency, it is meant.',
  good: 'The fee is £400. The limit is £500,000. The cap is £900.',
  bad: 'The fee is £400. The limit is $500,000. The cap is £900.',
  check: (subject, report) => {
    const uses = new Map<string, Use[]>();
    for (const [at, match] of matches(subject, SIGN)) {
      const sign = NAMES[match[3] ?? ''] ?? match[3] ?? match[0].trim();
      pushTo(uses, sign, useOf(at, match));
    }
    const [common, ...others] = [...uses].sort((a, b) => b[1].length - a[1].length);
    for (const [sign, [first, more]] of others) {
      if (first === undefined || more !== undefined || common === undefined || common[1].length < 2) continue;
      const actual = /^\S+\s?[\d,.]*/.exec(first.at.text.slice(first.start))?.[0] ?? sign;
      const reason = `a sum is in ${sign} here, and ${common[1].length} others are in ${common[0]}`;
      report({
        reason,
        at: first.at,
        start: first.start,
        end: first.start + actual.length,
        actual,
        expected: common[0],
      });
    }
  },
};
