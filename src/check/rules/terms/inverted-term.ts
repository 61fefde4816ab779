/** A term whose words stand the other way round: `Event of Force Majeure` for `Force Majeure Event`. */

import { isQuoted } from '../../facts/quotations.ts';
import { definedTerms } from '../../facts/terms.ts';
import { capitalPhrases } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const INVERTED =
  /(?<![\p{L}])(\p{Lu}\p{Ll}+) (?:of|for) (?:the |an? )?((?:\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+){0,2})(?! \p{Lu})(?![\p{L}])/gu;

export const invertedTerm: Rule = {
  id: 'inverted-term',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'A defined term whose words stand the other way round, such as Event of Force Majeure for Force Majeure Event.',
  why: 'The definition is of the one form; a reader may take the other for another thing.',
  good: '“**Force Majeure Event**” means a storm. A Force Majeure Event excuses it.',
  bad: '“**Force Majeure Event**” means a storm. An Event of Force Majeure excuses it.',
  check: (subject, report) => {
    const terms = new Set(definedTerms(subject).map(({ term }) => term));
    for (const { text, uses } of capitalPhrases(subject).values()) if (uses.length > 2) terms.add(text);
    for (const [at, match] of matches(subject, INVERTED)) {
      const [actual, last = '', first = ''] = match;
      const expected = `${first} ${last}`;
      const end = match.index + actual.length;
      if (!terms.has(expected) || terms.has(actual) || isQuoted(subject, at, match.index, end)) continue;
      report({ reason: `elsewhere it is the "${expected}"`, at, start: match.index, end, actual, expected });
    }
  },
};
