/** Abbreviations that are never spelt out. */
import { KNOWN_ACRONYMS } from '../../data/known-acronyms.ts';
import { type Acronym, acronyms } from '../../facts/acronyms.ts';
import { definedTerms, leavesToOthers } from '../../facts/terms.ts';
import type { Use } from '../../facts/words.ts';
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
  why: 'A reader outside the trade cannot know it. It is a warning where the document spells out its other abbreviations, and a note where it mostly does not.',
  good: 'The Testing Advisory Group (TAG) meets. The TAG decides.',
  bad: 'The Testing Advisory Group (TAG) meets. The TAG and the TDB decide.',
  check: (subject, report) => {
    const known = new Set([...KNOWN_ACRONYMS, ...subject.settings.acronyms, ...subject.settings.terms]);
    const all = acronyms(subject);
    const missing = [...all.values()].filter((acronym) => isMissing(acronym, all, known, subject));
    const spelt = [...all.values()].filter(({ expansions }) => expansions.length > 0).length;
    // A document that leaves more abbreviations open than it spells out is written for people who know them.
    const habit = spelt > 0 && missing.length <= Math.max(2, spelt) && !definesElsewhere(subject);
    for (const { text, uses } of missing) {
      const [first] = uses as readonly [Use];
      const times = uses.length === 1 ? 'once' : `${uses.length} times`;
      const plain = /^\p{Lu}+$/u.test(text) && text.length > 2 && text.length < LONG;
      const certain = habit && plain && uses.some((use) => isNoun(use));
      report({
        reason: `"${text}" is used ${times} and never spelt out`,
        ...first,
        actual: text,
        severity: certain ? 'warning' : 'note',
      });
    }
  },
};

function isMissing(
  { text, uses, expansions }: Acronym,
  all: ReadonlyMap<string, unknown>,
  known: ReadonlySet<string>,
  subject: Subject,
): boolean {
  const stem = text.replace(/\d+$/, '');
  if (uses.length === 0 || expansions.length > 0 || known.has(text) || known.has(stem) || hasNumbered(all, text))
    return false;
  if (text.length > 3 && subject.speller?.knows(text.toLowerCase()) === true) return false;
  if (isNamed(text, subject)) return false;
  return !uses.some((use) => isIntroduced(use) || isPlace(use) || isCompany(use));
}

/** `commonly known as the "DMCA"`, `“DMCA”`: the text says that it is a name. */
function isIntroduced({ at, start, end }: Use): boolean {
  return (
    /(?:[“"‘'(]|\b(?:known as|called|referred to as|abbreviated (?:as|to)|or|i\.e\.,?) (?:the )?[“"‘']?)$/.test(
      at.text.slice(0, start),
    ) && /^(?:[”"’')]|[.,;]|$)/.test(at.text.slice(end))
  );
}

/** Whether it stands in quotation marks or alone in brackets anywhere, in a heading or in capitals too. */
function isNamed(text: string, subject: Subject): boolean {
  const marks = [`"${text}"`, `“${text}”`, `(${text})`, `'${text}'`, `‘${text}’`];
  return subject.passages.some((at) => at.text.includes(text) && marks.some((mark) => at.text.includes(mark)));
}

/** A postcode or its district: `BS1 4AA`, and what stands in an address. */
function isPlace({ at, start, end }: Use): boolean {
  return (
    /^\p{Lu}{1,2}\d[\p{Lu}\d]?$/u.test(at.text.slice(start, end)) ||
    /^\s\d{5}(?:-\d{4})?\b|^\s?\d\p{Lu}{2}\b/u.test(at.text.slice(end))
  );
}

/** The form of a company behind its name: `Acme SRL`. */
function isCompany({ at, start, end }: Use): boolean {
  return COMPANY_FORMS.has(at.text.slice(start, end)) && /\p{Lu}[\p{L}&.,'’-]*\s$/u.test(at.text.slice(0, start));
}

const COMPANY_FORMS: ReadonlySet<string> = new Set(
  'SRL SARL SAS SA SPA AG KG KGAA BV NV AB AS ASA OY OYJ LLC LLP LP PLC INC LTD PTY CIC CIO EEIG SE SICAV SCA UG EURL KK PT BHD SDN DAC ULC'.split(
    ' ',
  ),
);

/** Whether it stands in a sentence as a noun does, and is no part of a longer name or a code. */
function isNoun({ at, start, end }: Use): boolean {
  if (at.kind !== 'text') return false;
  const [before, behind] = [at.text.slice(Math.max(0, start - 20), start), at.text.slice(end, end + 12)];
  return (
    /(?:\b(?:the|a|an|of|to|by|from|with|and|or|in|for|each|any)\s|^|[.;]\s)$/i.test(before) &&
    /^(?:\s\p{Ll}|[.,;:)]|['’]s|$)/u.test(behind)
  );
}

/** `SMETS` alone is told where `SMETS1` or `SMETS2` is not. */
function hasNumbered(all: ReadonlyMap<string, unknown>, text: string): boolean {
  return ['1', '2', '3'].some((digit) => all.has(text + digit));
}

/** A document with definitions of its own that leaves the rest to those of another. */
function definesElsewhere(subject: Subject): boolean {
  return definedTerms(subject).some(({ by }) => by !== 'brackets') && leavesToOthers(subject);
}
