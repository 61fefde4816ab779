/** A number in words with another in figures behind it: `thirty (20) days`. */
import { NUMBER_IN_WORDS, numberInWords } from '../../facts/number-words.ts';
import { isQuoted } from '../../facts/quotations.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const UNIT =
  '(?:pounds?(?: sterling)?|dollars?|euros?|per ?cent(?:um)?|(?:working |business |calendar )?(?:days?|weeks?|months?|years?)|hours?|minutes?|copies|shares|of one per ?cent)';
const BOTH = new RegExp(
  `\\b(${NUMBER_IN_WORDS})((?:\\s+${UNIT})?)\\s*\\(\\s*(?:(?:£|€|\\$|US\\$|GBP|USD|EUR)\\s?)?(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.0+)?\\s?%?(?:\\s+${UNIT})?\\s*\\)`,
  'giu',
);

export const wordsAndFigures: Rule = {
  id: 'words-and-figures',
  group: 'text',
  severity: 'warning',
  english: true,
  says: 'A number in words that differs from the figures in brackets behind it.',
  why: 'Where words and figures differ, a court has to choose (usually the words). One of the two was edited and the other forgotten.',
  good: 'The Buyer pays within thirty (30) days.',
  bad: 'The Buyer pays within thirty (20) days.',
  check: (subject, report) => {
    for (const [at, match] of matches(subject, BOTH)) {
      const [actual, words = '', , figures = ''] = match;
      const [said, printed] = [numberInWords(words), Number(figures.replaceAll(',', ''))];
      const [start, end] = [match.index, match.index + actual.length];
      if (said === undefined || said === printed || isQuoted(subject, at, start, end)) continue;
      // "section two (3)" cites, and "two (2021)" is a year.
      if (
        /\b(?:clause|section|paragraph|article|schedule|part|chapter|item|rule|table)\s+$/i.test(
          at.text.slice(0, start),
        )
      )
        continue;
      if (printed > 1800 && printed < 2200 && said < 100) continue;
      report({ reason: `the words say ${said}, and the figures ${figures}`, at, start, end, actual });
    }
  },
};
