/** One decision that is given to a department in one place and to its Secretary of State in another. */
import { GOVERNMENT_BODIES } from '../../data/government-bodies.ts';
import { type Use, useOf } from '../../facts/words.ts';
import { escapeExpression } from '../../locate.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const NAMES = GOVERNMENT_BODIES.flatMap(({ name, short }) => (short === undefined ? [name] : [name, short]))
  .map(escapeExpression)
  .join('|');
const ASKED =
  '\\b(?:refer(?:red)?|appeal(?:ed|s)?|right (?:of appeal|to refer)|escalated?|determin(?:ed|ation)|decision|approv(?:ed|al))\\b(?: (?:again|back))? (?:to|by|of|from) (?:the )?';
const MINISTER = new RegExp(`${ASKED}(Secretary of State|Minister)\\b`, 'gi');
const DEPARTMENT = new RegExp(`${ASKED}(${NAMES})(?![\\p{L}\\p{N}])`, 'giu');

export const departmentAndMinister: Rule = {
  id: 'department-and-minister',
  group: 'names',
  severity: 'note',
  english: true,
  says: 'A decision that is referred to a department in one place and to the Secretary of State in another.',
  why: 'In law the decision is that of the Secretary of State; naming the department in one place leaves it open who decides.',
  good: 'An appeal is referred to the Secretary of State. Reports go to BEIS.',
  bad: 'An appeal is referred to the Secretary of State. A late appeal is to be referred to BEIS.',
  check: (subject, report) => {
    const [minister] = matches(subject, MINISTER);
    if (minister === undefined) return;
    for (const [at, match] of matches(subject, DEPARTMENT)) {
      const use: Use = useOf(at, match);
      const reason = 'a decision is given to a department here, and to the Secretary of State elsewhere';
      report({
        reason,
        ...use,
        actual: match[0],
        expected: minister[1][0],
        note: `elsewhere in ${minister[0].cite || 'the text'}`,
      });
    }
  },
};
