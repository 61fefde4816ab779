/** A name that stands in the singular in one place and in the plural in another, behind the same words. */
import { singular, type Use, type Word, wordsOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { once, type Passage, type Subject } from '../../subject.ts';

/** Behind one of these, either number may stand. */
const LOOSE: ReadonlySet<string> = new Set(
  'the a an any each every all that this these those its their his her our your such no one other of for to in by with and or from on at as under between per is are was were be which where than not only if when into about both either'.split(
    ' ',
  ),
);

/** Names of two words and more behind the same two words, by their words in the singular; then by their last word. */
const names = once((subject: Subject): ReadonlyMap<string, Map<string, Use[]>> => {
  const found = new Map<string, Map<string, Use[]>>();
  for (const at of subject.passages) {
    const words = wordsOf(at);
    for (let i = 2; i < words.length; i++) {
      const name = nameFrom(at, words, i);
      const last = name?.at(-1);
      if (name === undefined || last === undefined) continue;
      const before = `${words[i - 2]?.text} ${words[i - 1]?.text}`.toLowerCase();
      const key = `${before} ${name
        .slice(0, -1)
        .map((word) => word.text)
        .join(' ')} ${singular(last.text)}`;
      const known = found.get(key) ?? new Map<string, Use[]>();
      pushTo(known, last.text, { at, start: (name[0] as Word).start, end: last.end });
      found.set(key, known);
    }
  }
  return found;
});

/** The whole name that begins at a word, where a verb, a noun or an adjective stands before it. */
function nameFrom(at: Passage, words: readonly Word[], i: number): readonly Word[] | undefined {
  const before = words[i - 1] as Word;
  if (!/^\p{Ll}{3}/u.test(before.text) || LOOSE.has(before.text)) return undefined;
  let end = i;
  while (isName(words[end]) && at.text.slice(words[end - 1]?.end, words[end]?.start) === ' ') end += 1;
  return end - i > 1 && end - i < 5 ? words.slice(i, end) : undefined;
}

function isName(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}\p{Ll}{2,}$/u.test(word.text);
}

export const phraseNumber: Rule = {
  id: 'phrase-number',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'A name in the singular that stands in the plural behind the same words elsewhere, or the reverse.',
  why: 'One of the two forms is a slip, or two things are meant.',
  good: 'Users wish to send Access Requests to Devices. Others wish to send Access Requests to Hubs.',
  bad: 'Users wish to send Access Requests to Devices. Others wish to send Access Request to Hubs.',
  check: (subject, report) => {
    for (const forms of names(subject).values()) {
      if (forms.size !== 2) continue;
      const [[rare, uses], [common]] = [...forms].sort(
        (a, b) => a[1].length - b[1].length || a[0].length - b[0].length,
      ) as [[string, Use[]], [string, Use[]]];
      const [first] = uses;
      if (first === undefined) continue;
      const actual = first.at.text.slice(first.start, first.end);
      const expected = actual.slice(0, -rare.length) + common;
      report({ reason: 'a name stands in another number behind the same words elsewhere', ...first, actual, expected });
    }
  },
};
