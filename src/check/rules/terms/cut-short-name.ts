/** Names made of a month and a number that lose their noun: `November 19` for `November 19 Release`. */

import { MONTH_NAMES } from '../../facts/dates.ts';
import { type Use, useOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const NAME = new RegExp(`\\b(${MONTH_NAMES})\\s+(\\d{2}|20\\d{2})(?![\\d,]*\\d)(\\s+\\p{Lu}\\p{Ll}+)?`, 'gu');

export const cutShortName: Rule = {
  id: 'cut-short-name',
  group: 'terms',
  severity: 'warning',
  english: true,
  says: 'A name made of a month and a year, such as November 19 Release, that is printed without its noun elsewhere.',
  why: 'Without its noun the name can be read as a date.',
  good: 'The November 19 Release is tested. Users of the November 19 Release test it.',
  bad: 'The November 19 Release is tested. The November 19 Release is used. Users of November 19, if any, test it.',
  check: (subject, report) => {
    const full = new Map<string, number>();
    const bare = new Map<string, Use[]>();
    for (const [at, match] of matches(subject, NAME)) {
      const name = `${match[1]} ${match[2]}`;
      if (/\d\s*$/.test(at.text.slice(Math.max(0, match.index - 3), match.index))) continue;
      if (match[3] !== undefined) full.set(name + match[3], (full.get(name + match[3]) ?? 0) + 1);
      else pushTo(bare, name, useOf(at, match));
    }
    for (const [name, uses] of bare) {
      const named = [...full].find(([text, count]) => text.startsWith(`${name} `) && count > 1);
      if (named === undefined) continue;
      for (const use of uses) {
        const severity = use.at.kind === 'heading' ? 'note' : 'warning';
        const reason = `"${name}" alone can be read as a date; elsewhere it is "${named[0]}"`;
        report({ reason, ...use, actual: name, expected: named[0], severity });
      }
    }
  },
};
