/** Titles that say the same words twice. */
import type { Rule } from '../../rule.ts';

export const repeatedTitleWords: Rule = {
  id: 'repeated-title-words',
  group: 'structure',
  severity: 'warning',
  english: true,
  says: 'A title that says the same two words or more twice.',
  why: 'The words were added twice when the title was put together.',
  good: '# Testing Approach Document for June 2024',
  bad: '# Testing Approach Document (June 2024) Approach Document',
  check: (subject, report) => {
    for (const at of subject.passages) {
      if ((at.kind !== 'heading' && at.kind !== 'caption') || at.text.length > 160) continue;
      const match =
        /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}]+(?:\s+\p{Lu}[\p{L}\p{N}]+)+)(?=[^\p{L}](?:.*?[^\p{L}])?\1(?![\p{L}\p{N}]))/u.exec(
          at.text,
        );
      if (match === null) continue;
      const words = match[1] as string;
      const second = at.text.indexOf(words, match.index + words.length);
      if (/\b(?:and|or|to|for)\b|[,/–&]/.test(at.text.slice(match.index + words.length, second))) continue;
      const reason = `the title says "${words}" twice`;
      report({
        reason,
        at,
        start: match.index,
        end: second + words.length,
        actual: at.text.slice(match.index, second + words.length),
      });
    }
  },
};
