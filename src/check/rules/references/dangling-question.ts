/** References to questions that are not asked. */
import { questions } from '../../facts/questions.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const QUESTION = /(?<![\p{L}\d])((?:\p{Lu}{2,6}\s+)?)(?:Questions?\s|Q)(\d{1,3})(?!\d|[.,]\d|\s+(?:19|20)\d\d)/gu;

export const danglingQuestion: Rule = {
  id: 'dangling-question',
  group: 'references',
  severity: 'warning',
  says: 'A reference to a question that the document does not ask.',
  why: 'An answer to a question that is not asked goes nowhere, and a reader looks for a part that is missing.',
  good: '# Q1 Reasons\n\nWhy?\n\n# Q2 Means\n\nHow? See your answer to Q1.',
  bad: '# Q1 Reasons\n\nWhy?\n\n# Q2 Means\n\nHow? See your answer to Q3.',
  check: (subject, report) => {
    const asked = questions(subject);
    if (asked.length < 2) return;
    const known = new Map<string, number[]>();
    for (const { prefix, number } of asked) pushTo(known, seriesOf(prefix), number);
    const heads = new Set(asked.map(({ at }) => at));
    for (const [at, match] of matches(subject, QUESTION)) {
      const [actual, series = '', number] = match;
      const numbers = known.get(seriesOf(series));
      if (numbers === undefined || numbers.includes(Number(number)) || (heads.has(at) && match.index < 4)) continue;
      const end = match.index + actual.length;
      report({ reason: `there is no question ${actual}`, at, start: match.index, end, actual });
    }
  },
};

/** `FTC` of `FTC Q1`; empty for a question without such a name. */
function seriesOf(prefix: string): string {
  return prefix.replace(/(?:Question|Q)?\s*$/, '').trim();
}
