/** Words of an older legal style in a text that otherwise does without them. */

import { isQuoted } from '../../facts/quotations.ts';
import { useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const OLD =
  /\b(?:hereinbefore|hereinafter|hereinabove|hereinbelow|hereinunder|heretofore|hereunto|thereunto|theretofore|thereinafter|witnesseth|aforesaid|aforementioned|whereof|whomsoever|whatsoever|howsoever|inter alia|mutatis mutandis|to wit|know all men|by these presents|foregoing notwithstanding|thenceforth|hitherto|forthwith|notwithstanding anything (?:herein|to the contrary herein))\b/gi;

/** More of them are the style of the text. */
const HABIT = 6;

export const legalese: Rule = {
  id: 'legalese',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'A word of an older legal style, such as "hereinbefore", in a text that otherwise does without them.',
  why: 'Plain words say the same, and where the text is plain elsewhere a reader looks for a difference that is not meant. A text that is written in this style throughout is left alone.',
  good: 'Despite Clause 2, a party may leave.',
  bad: 'Notwithstanding anything hereinbefore contained, a party may leave.',
  check: (subject, report) => {
    const found = matches(subject, OLD).filter(
      ([at, match]) => !isQuoted(subject, at, match.index, match.index + match[0].length),
    );
    if (found.length > HABIT) return;
    for (const [at, match] of found) {
      const reason = `"${match[0]}" is a word of an older style`;
      report({
        reason,
        ...useOf(at, match),
        actual: match[0],
        expected: 'plain words',
      });
    }
  },
};
