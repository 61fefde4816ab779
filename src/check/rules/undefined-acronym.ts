/** Abbreviations that are never spelt out. */
import { KNOWN_ACRONYMS } from '../data/known-acronyms.ts';
import { acronyms } from '../facts/acronyms.ts';
import type { Rule } from '../rule.ts';

export const undefinedAcronym: Rule = {
  id: 'undefined-acronym',
  group: 'terms',
  severity: 'warning',
  english: true,
  says: 'An abbreviation that is used and never spelt out.',
  good: 'The Testing Advisory Group (TAG) meets. The TAG decides.',
  bad: 'The TAG meets. The TAG decides.',
  check: (subject, tell) => {
    const known = new Set([...KNOWN_ACRONYMS, ...subject.settings.acronyms, ...subject.settings.terms]);
    const all = acronyms(subject);
    for (const { text, uses, expansions } of all.values()) {
      const stem = text.replace(/\d+$/, '');
      if (expansions.length > 0 || known.has(text) || known.has(stem)) continue;
      const [first] = uses;
      if (first === undefined) continue;
      const times = uses.length === 1 ? 'once' : `${uses.length} times`;
      const reason = `"${text}" is used ${times} and never spelt out`;
      tell({ reason, ...first, actual: text, severity: text === stem ? 'warning' : 'note' });
    }
  },
};
