/** Words that are written with a hyphen and without. */
import { type Use, wordsOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';

export const hyphenVariant: Rule = {
  id: 'hyphen-variant',
  group: 'terms',
  severity: 'note',
  says: 'A word that is written with a hyphen in one place and without it in another.',
  why: 'A search for the one form does not find the other.',
  good: 'The de-selection of a Device ends its de-selection period.',
  bad: 'The de-selection of a Device ends its deselection period. A de-selection is reported.',
  check: (subject, report) => {
    const forms = new Map<string, Map<string, Use[]>>();
    for (const at of subject.passages) {
      for (const { text, start, end } of wordsOf(at)) {
        if (text.length < 5 || !/^\p{Ll}[\p{Ll}-]+$/u.test(text)) continue;
        const key = text.replace(/-/g, '');
        const group = forms.get(key) ?? new Map<string, Use[]>();
        const uses = group.get(text);
        if (uses === undefined) group.set(text, [{ at, start, end }]);
        else uses.push({ at, start, end });
        forms.set(key, group);
      }
    }
    for (const group of forms.values()) {
      if (group.size < 2) continue;
      const [common, ...rare] = [...group].sort((a, b) => b[1].length - a[1].length);
      for (const [text, uses] of rare) {
        const count = uses.length === 1 ? 'once' : `${uses.length} times`;
        const reason = `a word is written "${text}" ${count} and "${common?.[0]}" elsewhere`;
        report({ reason, ...(uses[0] as Use), actual: text, expected: common?.[0] ?? '' });
      }
    }
  },
};
