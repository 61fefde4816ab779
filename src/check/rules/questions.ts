/** The questions of a consultation: their numbers, their order and the words in which they ask for reasons. */
import type { Rule } from '../rule.ts';
import { once, type Passage, type Subject } from '../subject.ts';

interface Question {
  readonly at: Passage;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly number: number;
}

const NUMBER = /^\s*((?:\p{Lu}{2,6}\s+)?(?:Q|Question\s))(\d{1,3})\b[.:]?/u;

/** The questions where they are asked, in reading order. */
const questions = once((subject: Subject): readonly Question[] =>
  subject.passages.flatMap((at): Question[] => {
    if (at.kind === 'note' || (at.style !== 'question' && at.kind !== 'heading')) return [];
    const label = at.node.type === 'clause' ? (at.node.label ?? '') : '';
    const match = NUMBER.exec(`${label} ${at.text}`);
    if (match === null) return [];
    return [
      {
        at,
        start: 0,
        end: Math.max(0, match[0].length - label.length - 1),
        prefix: match[1] ?? '',
        number: Number(match[2]),
      },
    ];
  }),
);

export const questionOrder: Rule = {
  id: 'question-order',
  group: 'structure',
  severity: 'warning',
  says: 'Questions that are out of order, or whose numbers repeat or leave a gap.',
  good: '# Q1 Reasons\n\nWhy?\n\n# Q2 Means\n\nHow?',
  bad: '# Q1 Reasons\n\nWhy?\n\n# Q3 Means\n\nHow?',
  check: (subject, tell) => {
    const last = new Map<string, number>();
    for (const { at, start, end, prefix, number } of questions(subject)) {
      const expected = (last.get(prefix) ?? 0) + 1;
      if (number !== expected) {
        const actual = `${prefix}${number}`;
        const reason = `${actual} is not the next question`;
        tell({ reason, at, start, end, actual, expected: `${prefix}${expected}` });
      }
      last.set(prefix, number);
    }
  },
};

const ASKS = /\bPlease (?:provide|give|explain|state|set out)\b[^.?!]*[.?!]/g;

export const questionWording: Rule = {
  id: 'question-wording',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'Questions that ask for reasons in different words.',
  good: ':::question\nWhy? Please give your reasons.\n:::\n\n:::question\nHow? Please give your reasons.\n:::',
  bad: ':::question\nWhy? Please give your reasons.\n:::\n\n:::question\nHow? Please give reasons for your view.\n:::',
  check: (subject, tell) => {
    const asked = subject.passages
      .filter((at) => at.style === 'question')
      .flatMap((at) => [...at.text.matchAll(ASKS)].slice(-1).map((match) => ({ at, match })));
    const [first] = asked;
    const told = new Set([first?.match[0]]);
    for (const { at, match } of asked) {
      if (told.has(match[0])) continue;
      told.add(match[0]);
      const reason = 'questions ask for reasons in different words';
      tell({
        reason,
        at,
        start: match.index,
        end: match.index + match[0].length,
        actual: match[0],
        expected: first?.match[0] ?? '',
      });
    }
  },
};
