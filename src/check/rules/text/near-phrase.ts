/** A word that is a letter off the one that stands in the same phrase elsewhere. */
import { distance } from 'fastest-levenshtein';
import { vocabulary } from '../../facts/vocabulary.ts';
import { singular, type Use, wordsOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { once, type Subject } from '../../subject.ts';

/** The words between the same two before and two behind them, or the same three on one side. */
const frames = once((subject: Subject): ReadonlyMap<string, Map<string, Use[]>> => {
  const found = new Map<string, Map<string, Use[]>>();
  for (const at of subject.passages) {
    const words = wordsOf(at);
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as (typeof words)[number];
      if (!/^\p{Ll}{6,}$/u.test(word.text)) continue;
      const [left, right, next] = [words[i - 1], words[i + 1], words[i + 2]];
      if (left === undefined || right === undefined || next === undefined) continue;
      const key = `${left.text} * ${right.text} ${next.text}`.toLowerCase();
      const group = found.get(key) ?? new Map<string, Use[]>();
      pushTo(group, word.text, { at, start: word.start, end: word.end });
      found.set(key, group);
    }
  }
  return found;
});

export const nearPhrase: Rule = {
  id: 'near-phrase',
  group: 'text',
  severity: 'warning',
  english: true,
  says: 'A word that is one letter off the one in the same phrase elsewhere, such as "resting" for "testing".',
  why: 'The same phrase stands elsewhere with a word that is one letter off: one of the two is a slip.',
  good: 'The Panel may order testing by an expert. It shall order testing by an expert where testing is due.',
  bad: 'The Panel may order testing by an expert. It shall order resting by an expert where testing is due. All testing ends.',
  check: (subject, report) => {
    const words = vocabulary(subject);
    const count = (word: string): number => words.get(word)?.count ?? 0;
    for (const group of frames(subject).values()) {
      if (group.size !== 2) continue;
      const [[a, uses], [b, others]] = [...group] as [[string, Use[]], [string, Use[]]];
      if (distance(a, b) !== 1 || singular(a) === singular(b) || a[0] === b[0]) continue;
      const aIsRare = count(a) < count(b);
      const [rare, common, found] = aIsRare ? [a, b, uses] : [b, a, others];
      if (count(rare) > 1 || count(common) < 3) continue;
      const reason = 'a word is a letter off the one that stands in the same phrase elsewhere';
      report({ reason, ...(found[0] as Use), actual: rare, expected: common });
    }
  },
};
