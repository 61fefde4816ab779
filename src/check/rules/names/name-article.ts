/** One body with "the" before its name in some places and without it in others. */
import type { Use } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

/** A name in capitals as the subject of a verb; as part of another name ("the DCC solution") it says nothing. */
const SUBJECT =
  /(?<![\p{L}\p{N}])((?:[Tt]he )?)(\p{Lu}{3,}) (?:will|shall|may|must|has|have|had|is|was|does|would|can|could|considers?|concluded|proposed|proposes|ran)\b/gu;

export const nameArticle: Rule = {
  id: 'name-article',
  group: 'names',
  severity: 'note',
  english: true,
  says: 'A body whose name has "the" before it in some places and not in others.',
  why: 'A body has "the" before its name or has not.',
  good: 'DCC will report. DCC may ask. DCC has agreed. DCC shall act.',
  bad: 'DCC will report. DCC may ask. DCC has agreed. The DCC shall act.',
  check: (subject, report) => {
    const names = new Map<string, Record<'with' | 'without', Use[]>>();
    for (const [at, match] of matches(subject, SUBJECT)) {
      const name = match[2] as string;
      const uses = names.get(name) ?? { with: [], without: [] };
      const use = { at, start: match.index, end: match.index + (match[1] ?? '').length + name.length };
      uses[match[1] === '' ? 'without' : 'with'].push(use);
      names.set(name, uses);
    }
    for (const [name, { with: withThe, without }] of names) {
      const [few, many] = withThe.length < without.length ? [withThe, without] : [without, withThe];
      const [first] = few;
      if (first === undefined || many.length < 3 || many.length < few.length * 1.5) continue;
      const count = few.length === 1 ? 'once' : `${few.length} times`;
      const expected = few === withThe ? name : `the ${name}`;
      const reason = `a name stands ${count} ${few === withThe ? 'with' : 'without'} "the", and otherwise elsewhere`;
      report({ reason, ...first, actual: first.at.text.slice(first.start, first.end), expected });
    }
  },
};
