/** Abbreviations that are never spelt out. */
import { KNOWN_ACRONYMS } from '../../data/known-acronyms.ts';
import { acronyms } from '../../facts/acronyms.ts';
import { definedTerms, leavesToOthers } from '../../facts/terms.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A word of so many capitals is rather a name than an abbreviation. */
const LONG = 7;

export const undefinedAcronym: Rule = {
  id: 'undefined-acronym',
  group: 'terms',
  severity: 'warning',
  english: true,
  needs: ['speller'],
  says: 'An abbreviation that is used and never spelt out.',
  good: 'The Testing Advisory Group (TAG) meets. The TAG decides.',
  bad: 'The TAG meets. The TAG decides.',
  check: (subject, report) => {
    const known = new Set([...KNOWN_ACRONYMS, ...subject.settings.acronyms, ...subject.settings.terms]);
    const all = acronyms(subject);
    const elsewhere = definesElsewhere(subject);
    for (const { text, uses, expansions } of all.values()) {
      const stem = text.replace(/\d+$/, '');
      if (expansions.length > 0 || known.has(text) || known.has(stem) || hasNumbered(all, text)) continue;
      const [first] = uses;
      if (text.length > 3 && subject.speller?.knows(text.toLowerCase()) === true) continue;
      if (first === undefined) continue;
      const times = uses.length === 1 ? 'once' : `${uses.length} times`;
      const reason = `"${text}" is used ${times} and never spelt out`;
      report({
        reason,
        ...first,
        actual: text,
        severity: text === stem && text.length > 2 && text.length < LONG && !elsewhere ? 'warning' : 'note',
      });
    }
  },
};

/** `SMETS` alone is told where `SMETS1` or `SMETS2` is not. */
function hasNumbered(all: ReadonlyMap<string, unknown>, text: string): boolean {
  return ['1', '2', '3'].some((digit) => all.has(text + digit));
}

/** A document with definitions of its own that leaves the rest to those of another. */
function definesElsewhere(subject: Subject): boolean {
  return definedTerms(subject).some(({ by }) => by !== 'brackets') && leavesToOthers(subject);
}
