/** Words that the dictionary of the text's own English does not have. */
import { distance } from 'fastest-levenshtein';
import { AMERICAN_WORDS } from '../../data/american-words.ts';
import { LEGAL_WORDS } from '../../data/legal-words.ts';
import { isAmerican, isForeignText } from '../../facts/language.ts';
import { isQuoted } from '../../facts/quotations.ts';
import { vocabulary } from '../../facts/vocabulary.ts';
import type { Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { ReportFound, Rule } from '../../rule.ts';
import type { Speller } from '../../speller.ts';
import { matches, type Subject } from '../../subject.ts';

/** A suggestion takes milliseconds to find: so many words have one. */
const MOST_ASKED = 12;

/** A word that comes this often is the document's own. */
const OWN = 3;

export const spelling: Rule = {
  id: 'spelling',
  group: 'text',
  severity: 'warning',
  english: true,
  needs: ['speller'],
  says: 'A word that the dictionary does not have and that is near one it has.',
  why: 'British, American or either spelling is taken, as the language of the document or its own words say. Words of law, words that come three times, and words made of others are known. A word one letter off a known one is a warning, others are notes.',
  good: 'The consultation is open.',
  bad: 'The consultaton is open.',
  check: (subject, report) => {
    const { speller } = subject;
    if (speller === undefined) return;
    reportCapitals(subject, speller, report);
    const british = !isAmerican(subject);
    let asked = 0;
    const own = new Set(
      [...subject.settings.terms, ...subject.settings.parties].flatMap((term) =>
        term.toLowerCase().split(/[^\p{L}]+/u),
      ),
    );
    for (const [word, { first, count }] of vocabulary(subject)) {
      if (count >= OWN || own.has(word) || LEGAL_WORDS.has(word) || speller.knows(word) || isMade(word, speller.knows))
        continue;
      // Another rule reports American forms in a British text.
      if (british && AMERICAN_WORDS.has(word)) continue;
      if (isQuoted(subject, first.at, first.start, first.end) || isForeignText(first.at.text)) continue;
      asked += 1;
      const suggestion = word.length > 20 || asked > MOST_ASKED ? undefined : speller.suggest(word)[0];
      const near =
        suggestion !== undefined && !/[\s-]|\p{Lu}/u.test(suggestion) && isSlip(word, suggestion) && word.length > 5;
      const shared = { reason: `the dictionary does not have "${word}"`, ...first, actual: word };
      const severity =
        near && count === 1 && isTyping(word, suggestion) && !/\b(?:lorem|ipsum|dolor)\b/i.test(first.at.text)
          ? 'warning'
          : 'note';
      report(suggestion === undefined ? { ...shared, severity } : { ...shared, severity, expected: suggestion });
    }
  },
};

/** Words put together of words that are known: `subclause`, `firmware`, `redesignated`, `enrolments`. */
function isMade(word: string, knows: (word: string) => boolean): boolean {
  const prefix =
    /^(?:re|de|non|un|pre|sub|over|under|inter|intra|multi|co|cyber|micro|mis|out|up|web|counter|cross)(\p{L}{4,})$/u.exec(
      word,
    );
  if (prefix !== null && knows(prefix[1] as string)) return true;
  for (let cut = 3; cut <= word.length - 4; cut++) {
    if (knows(word.slice(0, cut)) && knows(word.slice(cut)) && cut >= 4) return true;
  }
  return ENDINGS.some(([ending, back]) => {
    const base = word.endsWith(ending) ? word.slice(0, -ending.length) : '';
    return base.length > 3 && back.some((more) => knows(base + more));
  });
}

/** Endings that make a word of law of a verb or a noun, and what they took the place of. */
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['s', ['']],
  ['ers', ['', 'e']],
  ['er', ['', 'e']],
  ['ments', ['']],
  ['ment', ['']],
  ['als', ['', 'e']],
  ['al', ['', 'e']],
  ['atory', ['ate']],
  ['ory', ['e', '']],
  ['ors', ['e', 'er', '']],
  ['or', ['e', 'er', '']],
  ['ees', ['', 'e']],
  ['ee', ['', 'e']],
  ['ability', ['able', '']],
  ['ness', ['']],
  ['wide', ['']],
  ['holder', ['']],
  ['holders', ['']],
];

/** One letter off, or two that changed places. */
function isSlip(word: string, meant: string): boolean {
  if (distance(word, meant) <= 1) return true;
  if (word.length !== meant.length) return false;
  const at = [...word].findIndex((letter, i) => letter !== meant[i]);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) === meant;
}

/** A letter that is lost, doubled or swapped within a word, or a vowel for another: so people type. Others may be other words. */
function isTyping(word: string, meant: string): boolean {
  const at = [...word].findIndex((letter, i) => letter !== meant[i]);
  if (at === 0) return false;
  if (word.length !== meant.length || distance(word, meant) > 1) return at > 0 || meant.length > word.length;
  return /[aeiouy]/.test(word[at] ?? '') && /[aeiouy]/.test(meant[at] ?? '');
}

const CAPITAL =
  /\b(?:[Tt]he|[Aa]n?|[Aa]ny|[Ee]ach|[Ee]very|[Ss]uch|[Nn]o|[Oo]ther)\s+(\p{Lu}\p{Ll}{5,})(?=\s\p{Ll}|[.,;:)])/gu;

/** A word behind an article that has a capital as terms do, and is a letter off a word that the text or the dictionary has. */
function reportCapitals(subject: Subject, speller: Speller, report: ReportFound): void {
  const uses = new Map<string, Use[]>();
  for (const [at, match] of matches(subject, CAPITAL)) {
    const word = match[1] as string;
    const start = match.index + match[0].length - word.length;
    pushTo(uses, word, { at, start, end: start + word.length });
  }
  const known = new Set([...uses].filter(([, list]) => list.length > 1).map(([word]) => word.toLowerCase()));
  let asked = 0;
  for (const [word, [use, more]] of uses) {
    const small = word.toLowerCase();
    if (
      use === undefined ||
      more !== undefined ||
      speller.knows(word) ||
      LEGAL_WORDS.has(small) ||
      isMade(small, speller.knows)
    )
      continue;
    if (
      AMERICAN_WORDS.has(small) ||
      isQuoted(subject, use.at, use.start, use.end) ||
      subject.settings.terms.includes(word)
    )
      continue;
    asked += 1;
    if (asked > MOST_ASKED / 3) return;
    const own = [...known].find((other) => isSlip(small, other));
    const meant = own ?? speller.suggest(small).find((other) => !/[\s-]|\p{Lu}/u.test(other) && isSlip(small, other));
    if (meant === undefined) continue;
    const swapped = distance(small, meant) === 2;
    const expected = `${meant[0]?.toUpperCase()}${meant.slice(1)}`;
    report({
      reason: `the dictionary does not have "${word}"`,
      ...use,
      actual: word,
      expected,
      severity: own !== undefined || swapped ? 'warning' : 'note',
    });
  }
}
