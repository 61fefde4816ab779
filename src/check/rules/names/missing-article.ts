/** A name that has "the" before it behind a preposition nearly everywhere, and lacks it in a place or two. */
import { type Use, type Word, wordsOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { once, type Passage, type Subject } from '../../subject.ts';

interface Uses {
  /** Behind a preposition. */
  readonly bare: Use[];
  withThe: number;
  /** As the subject of a sentence, or wherever else a name without "the" shows what the habit is. */
  withoutThe: number;
}

const PREPOSITION = /^(?:of|in|within|under|to|with|by|from|using|into|against|through|on)$/;
/** What may follow a name that is a thing of its own, and no part of another name. */
const ENDS =
  /^(?:[.,;:?!)]|$|\s(?:and|or|is|was|are|will|shall|may|must|to|in|on|by|for|as|that|which|where|with|of)\b)/;

/** Names that end in an abbreviation, by whether "the" stands before them. */
const names = once((subject: Subject): ReadonlyMap<string, Uses> => {
  const found = new Map<string, Uses>();
  for (const at of subject.passages) {
    if (at.kind === 'heading' || at.kind === 'caption' || !/\p{Lu}{3}/u.test(at.text)) continue;
    const words = wordsOf(at);
    for (const [i, first] of words.entries()) {
      const end = nameEnd(at, words, i);
      const before = words[i - 1];
      if (end === undefined) continue;
      const name = at.text.slice(first.start, end);
      const uses = found.get(name) ?? { bare: [], withThe: 0, withoutThe: 0 };
      const near = before !== undefined && at.text.slice(before.end, first.start) === ' ' ? before.text : '';
      if (/^the$/i.test(near)) uses.withThe += 1;
      else if (PREPOSITION.test(near) && ENDS.test(at.text.slice(end))) uses.bare.push({ at, start: first.start, end });
      else if (ENDS.test(at.text.slice(end)) && at.kind !== 'cell') uses.withoutThe += 1;
      found.set(name, uses);
    }
  }
  return found;
});

/** Where the name ends that begins at a word: an abbreviation, and what stands in capitals before it. */
function nameEnd(at: Passage, words: readonly Word[], i: number): number | undefined {
  const before = words[i - 1];
  if (
    before !== undefined &&
    isCapital(before) &&
    at.text.slice(before.end, words[i]?.start) === ' ' &&
    !/^the$/i.test(before.text)
  )
    return undefined;
  let end: number | undefined;
  for (let j = i; j < Math.min(words.length, i + 4) && isCapital(words[j]); j++) {
    if (j > i && at.text.slice(words[j - 1]?.end, words[j]?.start) !== ' ') break;
    end = /^\p{Lu}{3,}\d?$/u.test(words[j]?.text ?? '') ? words[j]?.end : undefined;
  }
  return end;
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text);
}

export const missingArticle: Rule = {
  id: 'missing-article',
  group: 'names',
  severity: 'note',
  english: true,
  says: 'A name without "the" behind a preposition, where it has one nearly everywhere else.',
  why: 'The name has "the" nearly everywhere else.',
  good: 'It is in the ABCD. The ABCD ends. See the ABCD. Of the ABCD, the ABCD says all. It is under the ABCD.',
  bad: 'It is in the ABCD. The ABCD ends. See the ABCD. Of the ABCD, the ABCD says all. It is under ABCD.',
  check: (subject, report) => {
    for (const [name, { bare, withThe, withoutThe }] of names(subject)) {
      if (withThe < 5 || bare.length > 3 || (bare.length + withoutThe) * 3 > withThe) continue;
      for (const use of bare) {
        const reason = `"the" stands before this name ${withThe} times, and not here`;
        report({ reason, ...use, actual: name, expected: `the ${name}` });
      }
    }
  },
};
