/** Terms that are defined twice. */
import { definedTerms } from '../../facts/terms.ts';
import type { Rule } from '../../rule.ts';

export const repeatedDefinition: Rule = {
  id: 'repeated-definition',
  group: 'terms',
  severity: 'error',
  says: 'A term that is defined twice.',
  good: '**Party** means a person.\n\n**Code** means the law.',
  bad: '**Party** means a person.\n\n**Party** means the law.',
  check: (subject, report) => {
    const first = new Map<string, string>();
    for (const { term, use, by } of definedTerms(subject)) {
      if (by === 'brackets') continue;
      const earlier = first.get(term);
      if (earlier === undefined) first.set(term, use.at.cite);
      else report({ reason: `"${term}" is defined twice`, ...use, actual: term, note: `first in ${earlier}` });
    }
  },
};
