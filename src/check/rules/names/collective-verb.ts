/** One body with verbs in the singular and in the plural. */
import { type Use, useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const NUMBER: Readonly<Record<string, 'singular' | 'plural'>> = {
  has: 'singular',
  is: 'singular',
  was: 'singular',
  does: 'singular',
  have: 'plural',
  are: 'plural',
  were: 'plural',
  do: 'plural',
};
const VERB =
  /(?<![\p{L}\p{N}]|\b(?:of|from|to|with|by|and|or|between|under|in|for|at|on)\s(?:the\s)?)(\p{Lu}{2,12}\d?) (has|have|is|are|was|were|do|does)\b/gu;

export const collectiveVerb: Rule = {
  id: 'collective-verb',
  group: 'names',
  severity: 'note',
  english: true,
  says: 'A body whose verbs are now in the singular, now in the plural.',
  why: 'One body takes one number throughout.',
  good: 'DCC has concluded. DCC is consulting. DCC was right.',
  bad: 'DCC has concluded. DCC is consulting. DCC have done so.',
  check: (subject, report) => {
    const names = new Map<string, Record<'singular' | 'plural', Use[]>>();
    for (const [at, match] of matches(subject, VERB)) {
      const number = NUMBER[match[2] ?? ''];
      const name = match[1] as string;
      if (number === undefined || /s$/.test(name)) continue;
      const uses = names.get(name) ?? { singular: [], plural: [] };
      uses[number].push(useOf(at, match));
      names.set(name, uses);
    }
    for (const [name, { singular, plural }] of names) {
      const [few, many] = singular.length < plural.length ? [singular, plural] : [plural, singular];
      if (few.length === 0 || many.length < few.length * 2) continue;
      const reason = `verbs of "${name}" are ${few === plural ? 'plural' : 'singular'} here, and the reverse elsewhere`;
      for (const use of few) report({ reason, ...use, actual: use.at.text.slice(use.start, use.end) });
    }
  },
};
