/** Bodies whose names are not quite right. */
import { mentionsBodies, NAMED_BODIES } from '../../facts/bodies.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

export const bodyName: Rule = {
  id: 'body-name',
  group: 'names',
  severity: 'warning',
  english: true,
  says: 'A government department whose name is not quite right, such as Department of for Department for.',
  why: 'The name of a department is a proper name, and this is not quite it.',
  good: 'Responses go to the Department for Work and Pensions.',
  bad: 'Responses go to the Department of Work and Pensions.',
  check: (subject, report) => {
    if (!mentionsBodies(subject)) return;
    for (const { body, full } of NAMED_BODIES) {
      for (const [at, match] of matches(subject, full)) {
        const [actual] = match;
        const start = match.index;
        if (even(actual) === even(body.name)) continue;
        report({
          reason: 'the name of the body is not quite right',
          at,
          start,
          end: start + actual.length,
          actual,
          expected: body.name,
        });
      }
    }
  },
};

/** An ampersand and a comma before `and` are matters of style. */
function even(name: string): string {
  return name.replace(/&/g, 'and').replace(/,/g, '');
}
