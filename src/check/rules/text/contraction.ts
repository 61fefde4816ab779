/** Contractions, such as `doesn't`, in a text that is otherwise formal. */
import { useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const CONTRACTION =
  /\b(?:(?:is|are|was|were|do|does|did|has|have|had|would|could|should|must|need|wo|ca|sha)n['’]t|(?:I|you|we|they)['’](?:re|ve|ll)|(?:that|there|here|what|let)['’]s(?= \p{Ll}))/giu;

const QUICK = /\p{Ll}['’](?:t|re|ve|ll|s)\b/u;

/** More of them are how the text means to speak. */
const HABIT = 8;

export const contraction: Rule = {
  id: 'contraction',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'A contraction, such as "doesn\'t", in a text that has few of them.',
  why: 'A formal text writes the words in full. A text with many contractions is left alone.',
  good: 'The Panel does not meet in August.',
  bad: "The Panel doesn't meet in August.",
  check: (subject, report) => {
    // An apostrophe of this kind is rare, and quickly looked for.
    if (!subject.passages.some(({ text }) => QUICK.test(text))) return;
    const found = matches(subject, CONTRACTION);
    if (found.length > HABIT) return;
    for (const [at, match] of found) {
      const reason = 'a contraction stands in a formal text';
      report({ reason, ...useOf(at, match), actual: match[0] });
    }
  },
};
