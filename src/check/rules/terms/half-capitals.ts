/** Names whose last word has a capital in one place and none in another: `DCC Solution`, `DCC solution`. */

import { capitalPhrases, type Use, wordsOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';

export const halfCapitals: Rule = {
  id: 'half-capitals',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'A name in capitals whose last word has a capital in one place and none in another.',
  why: 'The same name with and without a capital looks like a term and a description.',
  good: 'The DCC Solution is tested. Each part of the DCC Solution counts.',
  bad: 'The DCC Solution is tested. Each part of the DCC solution counts.',
  check: (subject, report) => {
    const phrases = capitalPhrases(subject);
    const found = new Map<string, Use[]>();
    for (const at of subject.passages) {
      if (at.kind === 'heading' || at.kind === 'caption') continue;
      const words = wordsOf(at);
      words.forEach((word, i) => {
        const before = words[i - 1];
        if (before === undefined || !/^\p{Lu}+[\p{Lu}\d]+$|^\p{Lu}\d/u.test(before.text)) return;
        if (!/^\p{Ll}{3}/u.test(word.text) || at.text.slice(before.end, word.start) !== ' ') return;
        const name = `${before.text} ${word.text[0]?.toUpperCase()}${word.text.slice(1)}`;
        if (!phrases.has(name)) return;
        pushTo(found, name, { at, start: before.start, end: word.end });
      });
    }
    for (const [name, [first, ...more]] of found) {
      if (first === undefined) continue;
      const count = more.length === 0 ? '' : ` (${more.length + 1} times)`;
      const reason = `the last word of a name has no capital here${count}, and one elsewhere`;
      report({ reason, ...first, actual: first.at.text.slice(first.start, first.end), expected: name });
    }
  },
};
