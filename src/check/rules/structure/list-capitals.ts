/** Lists whose pieces begin now with a capital, now without. */
import { lists } from '../../facts/lists.ts';
import type { Rule } from '../../rule.ts';

export const listCapitals: Rule = {
  id: 'list-capitals',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A list whose pieces begin now with a capital, now without.',
  why: 'The pieces of one list begin alike.',
  good: 'It covers:\n\n- tests;\n- data; and\n- staff.',
  bad: 'It covers:\n\n- Tests of all;\n- data; and\n- staff.',
  check: (subject, report) => {
    for (const list of lists(subject)) {
      const small = list.filter(({ at }) => /^\p{Ll}/u.test(at.text));
      const capital = list.filter(({ at }) =>
        /^(?:The|Any|All|Each|A|An|\p{Lu}\p{Ll}+ (?:of|to|the|in|for)) ?\b/u.test(at.text),
      );
      const [first] = capital;
      if (first === undefined || capital.length >= small.length || small.length < 2) continue;
      const [word = ''] = first.at.text.split(' ', 1);
      const reason = 'a piece of a list begins with a capital, and others do not';
      report({ reason, at: first.at, start: 0, end: word.length, actual: word });
    }
  },
};
