/** Two words for one thing, in one and the same phrase. */
import { SYNONYMS } from '../../data/synonyms.ts';
import { singular, type Use, type Word, wordsOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { once, type Passage, type Subject } from '../../subject.ts';

/** Words whose meaning is near, by each of them. */
const SETS: ReadonlyMap<string, number> = new Map(
  SYNONYMS.flatMap((set, i) => set.map((word): [string, number] => [word, i])),
);

interface Framed {
  readonly word: string;
  readonly set: number;
  readonly uses: Use[];
}

/** Each such word with the two words around it that make its frame. */
const framed = once((subject: Subject): ReadonlyMap<string, Map<string, Framed>> => {
  const frames = new Map<string, Map<string, Framed>>();
  for (const at of subject.passages) addFrames(at, frames);
  return frames;
});

function addFrames(at: Passage, frames: Map<string, Map<string, Framed>>): void {
  const words = wordsOf(at);
  words.forEach((word, i) => {
    const plain = singular(word.text).toLowerCase();
    const set = SETS.get(plain);
    if (set === undefined) return;
    for (const key of framesOf(words, i, set)) {
      const group = frames.get(key) ?? new Map<string, Framed>();
      const found = group.get(plain) ?? { word: plain, set, uses: [] };
      found.uses.push({ at, start: word.start, end: word.end });
      frames.set(key, group.set(plain, found));
    }
  });
}

/** Two words before and three behind it, or three before and two behind. */
function framesOf(words: readonly Word[], i: number, set: number): string[] {
  return [
    [2, 3],
    [3, 2],
  ].flatMap(([left = 0, right = 0]) => {
    const around = [...words.slice(Math.max(0, i - left), i), ...words.slice(i + 1, i + 1 + right)];
    return around.length < left + right
      ? []
      : [`${set} ${left} ${around.map((word) => word.text.toLowerCase()).join(' ')}`];
  });
}

export const twoWordsForOne: Rule = {
  id: 'two-words-for-one',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'One phrase with two words for the same thing, such as issue and defect.',
  why: 'Two words for one thing invite the argument that two things are meant.',
  good: 'A member may report late issues at the meeting. The chair may report late issues at the meeting too.',
  bad: 'A member may report late issues at the meeting. The chair may report late defects at the meeting too.',
  check: (subject, report) => {
    const reported = new Set<string>();
    for (const group of framed(subject).values()) {
      if (group.size < 2) continue;
      const [common, ...rare] = [...group.values()].sort((a, b) => b.uses.length - a.uses.length);
      for (const { word, uses } of rare) {
        const use = uses[0] as Use;
        const key = `${use.at.index} ${use.start}`;
        if (reported.has(key)) continue;
        reported.add(key);
        const actual = use.at.text.slice(use.start, use.end);
        const reason = `the same phrase says "${common?.word}" elsewhere, and "${word}" here`;
        report({ reason, ...use, actual, expected: common?.word ?? '' });
      }
    }
  },
};
