/** The order of the questions of a consultation. */
import { questions } from '../../facts/questions.ts';
import type { Rule } from '../../rule.ts';

export const questionOrder: Rule = {
  id: 'question-order',
  group: 'structure',
  severity: 'warning',
  says: 'Questions that are out of order, or whose numbers repeat or leave a gap.',
  why: 'Answers are collated by number: one that is missing or comes twice is lost.',
  good: '# Q1 Reasons\n\nWhy?\n\n# Q2 Means\n\nHow?',
  bad: '# Q1 Reasons\n\nWhy?\n\n# Q3 Means\n\nHow?',
  check: (subject, report) => {
    const last = new Map<string, number>();
    for (const { at, start, end, prefix, number } of questions(subject)) {
      const expected = (last.get(prefix) ?? 0) + 1;
      if (number !== expected) {
        const actual = `${prefix}${number}`;
        const reason = `${actual} is not the next question`;
        report({ reason, at, start, end, actual, expected: `${prefix}${expected}` });
      }
      last.set(prefix, number);
    }
  },
};
