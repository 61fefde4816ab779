/** A duty that is said with another verb than all the others: `must` where the text says `shall`. */
import { isAmending, isQuoted } from '../../facts/quotations.ts';
import type { Use } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

/** A person as the subject of a duty. */
const DUTY =
  /(?:\b(?:[Tt]he|[Ee]ach|[Ee]very|[Aa]ny|[Aa]n?|[Ee]ither|[Nn]o)\s+(?:\p{Lu}[\p{L}-]+\s+){1,3}|\b(?:[Ee]ach|[Tt]he|[Ee]ither|[Aa]ny|[Aa]) (?:party|parties|person)\s+)(shall|must|will)\s+(?!have (?:the right|been)\b|be (?:entitled|deemed|subject)\b)\p{Ll}+/gu;

/** So many duties show what the rule of the text is. */
const ENOUGH = 8;

export const modalVerb: Rule = {
  id: 'modal-verb',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'A duty with "must" or "will" where the text says "shall", or the reverse.',
  why: 'Two verbs for one kind of duty invite the argument that two kinds are meant.',
  good: Array.from({ length: 8 }, (_, i) => `The Buyer shall do ${i}.`).join(' '),
  bad: `${Array.from({ length: 8 }, (_, i) => `The Buyer shall do ${i}.`).join(' ')} The Buyer must do more.`,
  check: (subject, report) => {
    const uses: Record<string, Use[]> = { shall: [], must: [], will: [] };
    for (const [at, match] of matches(subject, DUTY)) {
      const verb = match[1] as string;
      const start = match.index + match[0].lastIndexOf(verb, match[0].length - 2);
      if (isQuoted(subject, at, start, start + 1) || isAmending(at)) continue;
      uses[verb.toLowerCase()]?.push({ at, start, end: start + verb.length });
    }
    const [[rule = '', main = []] = [], ...others] = Object.entries(uses).sort((a, b) => b[1].length - a[1].length);
    if (main.length < ENOUGH) return;
    for (const [verb, few] of others) {
      if (few.length * 8 > main.length) continue;
      for (const use of few) {
        report({
          reason: `a duty is said with "${verb}" here, and with "${rule}" ${main.length} times elsewhere`,
          ...use,
          actual: verb,
          expected: rule,
        });
      }
    }
  },
};
