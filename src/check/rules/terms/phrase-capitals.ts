/** A word with a capital between words with which it has none elsewhere: `Any Member Wishing to …`. */
import { type Use, type Word, wordsOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { once, type Subject } from '../../subject.ts';

/** Words that have a capital somewhere within a sentence, in small letters: few enough that the rest need no frame. */
const capitalWords = once((subject: Subject): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const at of subject.passages) {
    for (const { text, opens } of wordsOf(at)) {
      if (!opens && /^\p{Lu}\p{Ll}{3,}$/u.test(text)) found.add(text.toLowerCase());
    }
  }
  return found;
});

/** The words between the same two before them and the same one behind, by how they are written. */
const frames = once((subject: Subject): ReadonlyMap<string, Map<string, Use[]>> => {
  const found = new Map<string, Map<string, Use[]>>();
  const wanted = capitalWords(subject);
  for (const at of subject.passages) {
    const kind = at.kind === 'heading' || at.kind === 'caption' ? 'heading' : 'text';
    const words = wordsOf(at);
    for (let i = 2; i < words.length - 1; i++) {
      const [word, left] = [words[i] as Word, words[i - 1] as Word];
      if (word.opens || left.opens) continue;
      const small = word.text.toLowerCase();
      if (!wanted.has(small)) continue;
      const key = `${kind} ${words[i - 2]?.text} ${left.text} ${small} ${words[i + 1]?.text}`;
      const known = found.get(key) ?? new Map<string, Use[]>();
      pushTo(known, word.text, { at, start: word.start, end: word.end });
      found.set(key, known);
    }
  }
  return found;
});

export const phraseCapitals: Rule = {
  id: 'phrase-capitals',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'A word with a capital that has none between the same words elsewhere.',
  why: 'The same words have no capital elsewhere, so that it is a slip or a difference that is not meant.',
  good: '# Any User seeking to move\n\nIt acts.\n\n# Any User seeking to stay\n\nIt waits.\n\n# Any User seeking to end\n\nIt ends.',
  bad: '# Any User seeking to move\n\nIt acts.\n\n# Any User seeking to stay\n\nIt waits.\n\n# Any User Seeking to end\n\nIt ends.',
  check: (subject, report) => {
    for (const forms of frames(subject).values()) {
      if (forms.size !== 2) continue;
      const [[, rare], [common, many]] = [...forms].sort((a, b) => a[1].length - b[1].length) as [
        [string, Use[]],
        [string, Use[]],
      ];
      const [first] = rare;
      if (first === undefined || rare.length > 1 || many.length < 2) continue;
      const actual = first.at.text.slice(first.start, first.end);
      const reason = 'a word is written with other capitals between the same words elsewhere';
      report({ reason, ...first, actual, expected: common });
    }
  },
};
