/** Terms that are written with capitals in one place and without them in another. */

import { definedTerms } from '../../facts/terms.ts';
import { capitalPhrases, type ReportedUses, reportedUses, singular, type Use, wordsOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { ReportFound, Rule } from '../../rule.ts';
import { matches, type Subject } from '../../subject.ts';

/** Terms that legal texts define nearly everywhere. */
const USUAL: ReadonlySet<string> = new Set(['working day', 'business day', 'effective date', 'commencement date']);

export const termCapitals: Rule = {
  id: 'term-capitals',
  group: 'terms',
  severity: 'warning',
  english: true,
  says: 'A term that is written with capitals in one place and without them in another.',
  why: 'Without its capital the word has its everyday meaning, and the definition may not apply.',
  good: 'An appeal is made within 10 Working Days. After 10 Working Days it lapses.',
  bad: 'An appeal is made within 10 Working Days. After a 10 working day period it lapses.',
  check: (subject, report) => {
    const terms = termsOf(subject);
    const reported = reportedUses();
    const longest = [...smallUses(subject, terms)].sort((a, b) => b[0].split(' ').length - a[0].split(' ').length);
    reportSingle(subject, reported, report);
    for (const [key, uses] of longest) {
      const term = terms.get(key) as Term;
      const first = uses.find((use) => !reported.has(use));
      if (first === undefined) continue;
      for (const use of uses) reported.add(use);
      const actual = first.at.text.slice(first.start, first.end);
      const certain = USUAL.has(key);
      const count = uses.length === 1 ? '' : ` (${uses.length} times)`;
      const reason = `a term is written without capitals here${count}, and with them elsewhere`;
      report({ reason, ...first, actual, expected: term.text, severity: certain ? 'warning' : 'note' });
    }
  },
};

interface Term {
  readonly text: string;
  readonly defined: boolean;
}

/** Terms of two or three words by their words in small letters and in the singular. */
function termsOf(subject: Subject): Map<string, Term> {
  const defined = new Set(definedTerms(subject).map(({ term }) => keyOf(term.split(' '))));
  const terms = new Map<string, Term>();
  for (const { text, words, uses } of capitalPhrases(subject).values()) {
    const key = keyOf(words);
    const known = defined.has(key) || USUAL.has(key);
    if (words.length > 3 || words.some((word) => /\p{Lu}.*\p{Lu}|\d/u.test(word))) continue;
    if (!known && uses.filter((use) => !opensSentence(use)).length < 2) continue;
    if (!terms.has(key)) terms.set(key, { text, defined: defined.has(key) });
  }
  return terms;
}

function opensSentence({ at, start }: Use): boolean {
  return /(?:^|[.?!:;“"‘]\s*)$/.test(at.text.slice(0, start));
}

function keyOf(words: readonly string[]): string {
  return words.map((word) => singular(word).toLowerCase()).join(' ');
}

function smallUses(subject: Subject, terms: ReadonlyMap<string, Term>): Map<string, Use[]> {
  const found = new Map<string, Use[]>();
  const firsts = new Set([...terms.keys()].map((key) => key.split(' ')[0]));
  for (const at of subject.passages) {
    if (at.kind === 'heading' || at.kind === 'caption') continue;
    const words = wordsOf(at);
    words.forEach((word, i) => {
      if (/\p{Lu}/u.test(word.text) || !firsts.has(singular(word.text).toLowerCase())) return;
      for (const count of [2, 3]) {
        const chosen = words.slice(i, i + count);
        if (chosen.length < count || chosen.some((other) => /\p{Lu}/u.test(other.text))) continue;
        const key = keyOf(chosen.map((other) => other.text));
        if (!terms.has(key)) continue;
        pushTo(found, key, { at, start: word.start, end: (chosen.at(-1) ?? word).end });
      }
    });
  }
  return found;
}

/** Words that are a term in many texts, and everyday words in as many places. */
const EVERYDAY: ReadonlySet<string> = new Set(
  'party person day month year date notice agreement contract term service claim law information data record order product work works right interest fee charge price loss cost site area member user account content form action event report period policy law material use change request schedule system test document material program source'.split(
    ' ',
  ),
);

/** Defined terms of one word that stand behind an article without their capital, a few times against many. */
function reportSingle(subject: Subject, reported: ReportedUses, report: ReportFound): void {
  const terms = new Map(
    definedTerms(subject)
      .filter(({ term }) => /^\p{Lu}\p{Ll}{3,}$/u.test(term) && !EVERYDAY.has(singular(term).toLowerCase()))
      .map(({ term, node }) => [singular(term).toLowerCase(), { term, node }]),
  );
  if (terms.size === 0) return;
  const small = new Map<string, Use[]>();
  const capital = new Map<string, number>();
  for (const [at, match] of matches(
    subject,
    /\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Aa]ny|[Ee]very|[Ss]uch)\s+(\p{L}\p{Ll}{3,})(?=[\s.,;:)])/gu,
  )) {
    const word = match[1] as string;
    const key = singular(word).toLowerCase();
    const known = terms.get(key);
    if (known === undefined || at.ancestors.includes(known.node) || at.kind === 'heading') continue;
    const start = match.index + match[0].length - word.length;
    if (/^\p{Lu}/u.test(word)) capital.set(key, (capital.get(key) ?? 0) + 1);
    else pushTo(small, key, { at, start, end: start + word.length });
  }
  for (const [key, [first, ...more]] of small) {
    if (first === undefined || (more.length + 1) * 2 > (capital.get(key) ?? 0)) continue;
    for (const use of [first, ...more]) {
      if (reported.has(use)) continue;
      reported.add(use);
      const actual = use.at.text.slice(use.start, use.end);
      const reason = 'a defined term is written without its capital here';
      report({ reason, ...use, actual, expected: terms.get(key)?.term ?? '', severity: 'note' });
    }
  }
}
