/** A paragraph that stands word for word in two provisions. */
import { isQuoted } from '../../facts/quotations.ts';
import type { Rule } from '../../rule.ts';
import type { Passage } from '../../subject.ts';

/** A shorter paragraph may well come twice. */
const SHORTEST = 8;

export const repeatedClause: Rule = {
  id: 'repeated-clause',
  group: 'text',
  severity: 'note',
  says: 'A paragraph that stands word for word twice.',
  why: 'One of the two may be forgotten when the other is amended. It may be meant, as in two schedules of one form.',
  good: 'A party may end this Agreement by a notice of 20 days.\n\nA party may end the Lease by a notice of 20 days.',
  bad: 'A party may end this Agreement by a notice of 20 days.\n\nA party may end this Agreement by a notice of 20 days.',
  check: (subject, report) => {
    const first = new Map<string, Passage>();
    for (const at of subject.passages) {
      const text = at.text.trim().replace(/\s+/g, ' ');
      if (
        at.kind !== 'text' ||
        at.style !== undefined ||
        text.split(' ').length < SHORTEST ||
        isQuoted(subject, at, 0, at.text.length)
      )
        continue;
      const earlier = first.get(text);
      if (earlier === undefined) first.set(text, at);
      else {
        const note = `first in ${earlier.cite || 'an earlier paragraph'}`;
        report({
          reason: 'the same paragraph stands twice',
          at,
          start: 0,
          end: at.text.length,
          actual: text.slice(0, 120),
          note,
        });
      }
    }
  },
};
