/** Small words with a capital in the middle of a sentence. */
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const STRAY =
  /(?<=[\p{Ll}\d,)] )(In|Of|And|To|With|By|From|At|On|Under|Which|That|Where|Whether|Is|Are|Be) (?!re\b)(?=\p{Ll})/gu;

export const strayCapital: Rule = {
  id: 'stray-capital',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'A small word, such as "in" or "of", that has a capital in the middle of a sentence.',
  why: 'The capital looks like the beginning of a sentence, and none begins.',
  good: 'It is tested in accordance with the plan.',
  bad: 'It is tested In accordance with the plan.',
  check: (subject, report) => {
    for (const [at, match] of matches(subject, STRAY)) {
      if (at.kind === 'heading' || at.kind === 'caption') continue;
      const word = match[1] as string;
      const reason = 'a small word has a capital in the middle of a sentence';
      report({
        reason,
        at,
        start: match.index,
        end: match.index + word.length,
        actual: word,
        expected: word.toLowerCase(),
      });
    }
  },
};
