/** The words in which questions ask for reasons. */
import { useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';

const ASKS = /\bPlease (?:provide|give|explain|state|set out)\b[^.?!]*[.?!]/g;

export const questionWording: Rule = {
  id: 'question-wording',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'Questions that ask for reasons in different words.',
  why: 'The same request in two wordings is read as two requests.',
  good: ':::question\nWhy? Please give your reasons.\n:::\n\n:::question\nHow? Please give your reasons.\n:::',
  bad: ':::question\nWhy? Please give your reasons.\n:::\n\n:::question\nHow? Please give reasons for your view.\n:::',
  check: (subject, report) => {
    const asked = subject.passages
      .filter((at) => at.style === 'question')
      .flatMap((at) => [...at.text.matchAll(ASKS)].slice(-1).map((match) => ({ at, match })));
    const [first] = asked;
    const reported = new Set([first?.match[0]]);
    for (const { at, match } of asked) {
      if (reported.has(match[0])) continue;
      reported.add(match[0]);
      const reason = 'questions ask for reasons in different words';
      report({
        reason,
        ...useOf(at, match),
        actual: match[0],
        expected: first?.match[0] ?? '',
      });
    }
  },
};
