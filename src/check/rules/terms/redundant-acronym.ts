/** An abbreviation with the word behind it that it already holds: `UAT testing`. */
import { type Acronym, acronyms } from '../../facts/acronyms.ts';
import { singular } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';

export const redundantAcronym: Rule = {
  id: 'redundant-acronym',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'An abbreviation with a word behind it that its last letter stands for.',
  why: 'The last letter already stands for the word behind it.',
  good: 'Joint Panel Testing (JPT) begins in May. JPT ends in June.',
  bad: 'Joint Panel Testing (JPT) begins in May. JPT testing ends in June.',
  check: (subject, report) => {
    for (const acronym of acronyms(subject).values()) {
      const last = lastWord(acronym);
      if (last === undefined) continue;
      for (const { at, start, end } of acronym.uses) {
        const next = /^ (\p{L}+)(?!\s+\p{Lu})/u.exec(at.text.slice(end))?.[1];
        if (next === undefined || stem(next) !== stem(last)) continue;
        const reason = `"${acronym.text}" already holds the word "${last}"`;
        const actual = `${acronym.text} ${next}`;
        report({ reason, at, start, end: end + next.length + 1, actual, expected: acronym.text });
      }
    }
  },
};

/** The word that the last letter of an abbreviation stands for. */
function lastWord({ text, expansions }: Acronym): string | undefined {
  const last = expansions[0]?.words.match(/\p{L}+(?=\P{L}*$)/u)?.[0];
  const letter = text.replace(/\d+$/, '').at(-1);
  return last !== undefined && /^\p{L}\p{Ll}{3,}$/u.test(last) && last[0]?.toUpperCase() === letter ? last : undefined;
}

function stem(word: string): string {
  return singular(word)
    .toLowerCase()
    .replace(/(?<=\p{L}{4})ing$/u, '');
}
