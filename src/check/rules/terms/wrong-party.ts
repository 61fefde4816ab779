/** A party by a name that the agreement gives to nobody: the Client, where the parties are the Supplier and the Customer. */
import { ROLES } from '../../data/roles.ts';
import { isAmending, isQuoted } from '../../facts/quotations.ts';
import { definedTerms } from '../../facts/terms.ts';
import { singular, type Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches, type Subject } from '../../subject.ts';

const ROLE =
  /\b(?:[Tt]he|[Aa]n?|[Aa]ny|[Ee]ach|[Ss]uch|[Ee]ither)\s+(\p{Lu}\p{Ll}+)(?:['’]s|s['’])?(?!\s+(?:\p{Lu}|of the \p{Lu}))(?![\p{L}\p{N}-])/gu;

/** So many uses of a role that nobody has are the language of the text. */
const HABIT = 6;

export const wrongParty: Rule = {
  id: 'wrong-party',
  group: 'terms',
  severity: 'warning',
  english: true,
  says: 'A party by a name that the agreement gives to nobody, such as the Client for the Customer.',
  why: 'The words come from another agreement, and it is open whom they bind.',
  good: 'Made by A (the “Supplier”) and B (the “Customer”). The Supplier acts for the Customer.',
  bad: 'Made by A (the “Supplier”) and B (the “Customer”). The Supplier acts for the Client.',
  check: (subject, report) => {
    const parties = partiesOf(subject);
    if (parties.size < 2) return;
    const named = namedIn(subject);
    const uses = new Map<string, Use[]>();
    for (const [at, match] of matches(subject, ROLE)) {
      const role = match[1] ?? '';
      const key = singular(role).toLowerCase();
      if (!ROLES.has(key) || named.has(key) || at.kind === 'heading' || subject.settings.terms.includes(role)) continue;
      const start = match.index + match[0].indexOf(role);
      if (isQuoted(subject, at, start, start + 1) || isAmending(at)) continue;
      pushTo(uses, key, { at, start, end: start + role.length });
    }
    for (const list of uses.values()) {
      if (list.length > HABIT) continue;
      for (const use of list) {
        const actual = use.at.text.slice(use.start, use.end);
        report({ reason: `no party is called the ${actual}`, ...use, actual, expected: [...parties].join(' or ') });
      }
    }
  },
};

/** The roles that brackets or definitions give. */
function partiesOf(subject: Subject): Set<string> {
  return new Set(
    definedTerms(subject)
      .map(({ term }) => term.replace(/^the /i, ''))
      .filter((term) => ROLES.has(singular(term).toLowerCase())),
  );
}

/** Every word that is quoted, defined or in a definition's term, in small letters and the singular. */
function namedIn(subject: Subject): Set<string> {
  const quoted = matches(subject, /[“"‘']([^“”"‘’'\n]{2,60})[”"’']/g).map(([, match]) => match[1] ?? '');
  const called = matches(
    subject,
    /\b(?:called|referred to as|known as|as|\()\s*(?:the )?(\p{Lu}\p{Ll}+)\b(?=[).,;])/gu,
  ).map(([, match]) => match[1] ?? '');
  const terms = [...definedTerms(subject).map(({ term }) => term), ...quoted, ...called];
  return new Set(terms.flatMap((term) => term.split(/[^\p{L}]+/u)).map((word) => singular(word).toLowerCase()));
}
