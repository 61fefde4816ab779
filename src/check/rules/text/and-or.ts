/** "And/or", which leaves open what is meant. */

import { isQuoted } from '../../facts/quotations.ts';
import { useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

export const andOr: Rule = {
  id: 'and-or',
  group: 'text',
  severity: 'note',
  english: true,
  says: '"And/or", which leaves it open whether one thing or both are meant.',
  why: 'Courts have called it ambiguous. Write "A or B or both", or the word that is meant.',
  good: 'It covers death, personal injury, or both.',
  bad: 'It covers death and/or personal injury.',
  check: (subject, report) => {
    const found = matches(subject, /\band\s?\/\s?or\b/gi).filter(
      ([at, match]) => !isQuoted(subject, at, match.index, match.index + 6),
    );
    const [first] = found;
    if (first === undefined) return;
    const [at, match] = first;
    const count = found.length === 1 ? '' : ` (${found.length} times)`;
    const reason = `"and/or" leaves open what is meant${count}`;
    report({
      reason,
      ...useOf(at, match),
      actual: match[0],
      expected: '"or", or "… or both"',
    });
  },
};
