/** Words in capitals that are used as terms are, in a document that defines its terms and does not define these. */
import { KNOWN_NAMES } from '../../data/known-names.ts';
import { definedTerms, leavesToOthers } from '../../facts/terms.ts';
import { singular, type Use, type Word, wordsOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches, once, type Passage, type Subject } from '../../subject.ts';

/** So many definitions show that a document means to define its terms. */
const ENOUGH = 5;
/** And so many, that every term is meant to be among them. */
const MANY = 10;
/** So many uses show that a word is meant as a term; a name of several words needs one less. */
const TIMES = 3;

/** A heading may be cited in capitals; a word that is used more often than this is a term all the same. */
const CITED = 4;

/** Titles that a document gives to itself: `this Agreement`. */
const SELF = /\bth(?:is|ese)\s+((?:\p{Lu}[\p{L}-]+\s+){0,3}\p{Lu}[\p{L}-]+)/gu;

/** `hereinafter called the Seller`, and a party that a description names. */
const CALLED =
  /\b(?:called|referred to as|known as|designated|styled)\s+(?:as\s+)?(?:the\s+)?[“"‘']?(\p{Lu}[\p{L}]+(?:\s\p{Lu}[\p{L}]+){0,3})/gu;

/** Words with which a text speaks of itself, its readers and its signatories. */
const COMMON: ReadonlySet<string> = new Set(
  `you your we us our party agreement deed contract code act licence license policy term condition order regulation rule
  bylaw lease note warrant certificate plan document letter undertaking constitution charter guarantee effective date
  bill statute ordinance treaty convention protocol memorandum undersigned board committee company corporation
  foundation institute agency authority university society association federal public internet software web app
  government department ministry member licensor licensee`.split(/\s+/),
);

/** `“Code” means …`, `Code: the …` in bold, and whatever stands in quotation marks at the head of a paragraph. */
const MEANS =
  /(?:^|[\s(])[“"‘']([^“”"‘’'\n]{2,60})[”"’'][^.;]{0,40}?(?:means?|includes?|has the (?:same )?meaning|refers? to|is defined|shall mean|in relation to)\b|^\s*[“"‘']?(\p{Lu}[\p{L} -]{2,50}?)[”"’']?\s+(?:means?|shall mean|has the meaning)\b/gu;

/** How many definitions the document has, in whatever form. */
function definitionsOf(subject: Subject): number {
  const formal = definedTerms(subject).filter(({ by }) => by !== 'brackets').length;
  return formal + matches(subject, MEANS).length;
}

/** Every defined term, and every word that is part of one, in the singular and in small letters. */
const defined = once((subject: Subject): ReadonlySet<string> => {
  const known = new Set<string>();
  const add = (term: string): void => {
    const words = term
      .trim()
      .replace(/^(?:the|an?|each|any)\s+/i, '')
      .split(/\s+/);
    known.add(keyOf(words));
    for (const word of words) known.add(keyOf([word]));
  };
  for (const { term } of definedTerms(subject)) add(term);
  for (const { text } of subject.passages) {
    for (const match of text.matchAll(MEANS)) add(match[1] ?? match[2] ?? '');
    for (const match of text.matchAll(/[“"]([^“”"\n]{2,60})[”"]/g)) add(match[1] as string);
    for (const expression of [SELF, CALLED]) for (const match of text.matchAll(expression)) add(match[1] as string);
  }
  return known;
});

/** The headings, which a reference may print in capitals. */
const headed = once((subject: Subject): ReadonlySet<string> => {
  const titles = subject.passages.filter(({ kind }) => kind === 'heading' || kind === 'caption');
  return new Set(
    titles.map(({ text }) =>
      keyOf(
        text
          .replace(/[^\p{L}\s-]/gu, '')
          .trim()
          .split(/\s+/),
      ),
    ),
  );
});

function keyOf(words: readonly string[]): string {
  return words.map((word) => singular(word.replace(/^\P{L}+|['’]s$|\P{L}+$/gu, '')).toLowerCase()).join(' ');
}

const DETERMINER = /^(?:the|a|an|any|each|every|such|that|this|all|no|its|their)$/i;

/** Names in capitals behind a determiner, within a sentence, by their words in the singular. */
function usedAsTerms(subject: Subject): Map<string, Use[]> {
  const found = new Map<string, Use[]>();
  for (const at of subject.passages) {
    if (at.kind !== 'text') continue;
    const words = wordsOf(at);
    words.forEach((word, i) => {
      if (!DETERMINER.test(word.text)) return;
      const name = nameBehind(at, words, i);
      const [first, last] = [name[0], name.at(-1)];
      if (first === undefined || last === undefined) return;
      pushTo(found, keyOf(name.map(({ text }) => text)), { at, start: first.start, end: last.end });
    });
  }
  return found;
}

function nameBehind(at: Passage, words: readonly Word[], i: number): readonly Word[] {
  let end = i + 1;
  while (end < words.length && at.text.slice(words[end - 1]?.end, words[end]?.start) === ' ') {
    if (!/^\p{Lu}[\p{Ll}-]{2,}(?:['’]s?)?$/u.test(words[end]?.text ?? '')) break;
    end += 1;
  }
  // A number, an abbreviation or "of" behind it makes a name of it, or a reference.
  const behind = at.text
    .slice(words[end - 1]?.end)
    .match(/^\s(?:\p{Lu}|\d|of (?:the )?\p{Lu}|for \p{Lu}|and \p{Lu})|^\s?\((?:\d|\p{Lu})/u);
  return behind === null && end - i <= 4 ? words.slice(i + 1, end) : [];
}

export const undefinedTerm: Rule = {
  id: 'undefined-term',
  group: 'terms',
  severity: 'warning',
  english: true,
  says: 'A word in capitals that is used as a term is, and that the definitions of the document lack.',
  why: 'A capital promises a definition. The document defines its other terms, and not this one, or its definition was removed.',
  good: '**Code** means a.\n\n**Fee** means b.\n\n**Hub** means c.\n\n**Plan** means d.\n\n**User** means e.\n\nIt binds each User, the User may pay the Fee to a Hub under the Code and the Plan, and a User may leave.',
  bad: '**Code** means a.\n\n**Fee** means b.\n\n**Hub** means c.\n\n**Plan** means d.\n\n**User** means e.\n\nIt binds each Buyer, the Buyer may pay the Fee to a Hub under the Code and the Plan, a User or any Buyer.',
  check: (subject, report) => {
    if (definitionsOf(subject) < ENOUGH) return;
    const known = defined(subject);
    const many = definitionsOf(subject) >= MANY && !leavesToOthers(subject);
    for (const [key, uses] of usedAsTerms(subject)) {
      const [first] = uses;
      const words = key.split(' ');
      const enough = words.length > 1 ? TIMES - 1 : TIMES;
      if (first === undefined || uses.length < enough || known.has(key) || words.every((word) => known.has(word)))
        continue;
      if (headed(subject).has(key) && uses.length < CITED) continue;
      const actual = first.at.text.slice(first.start, first.end);
      if (words.some((word) => KNOWN_NAMES.has(word)) || subject.settings.terms.includes(actual)) continue;
      if (words.length === 1 && COMMON.has(key)) continue;
      const reason = `"${actual}" is used ${uses.length} times as a term, and not defined`;
      // A name of three words, or of a body, is rather a name than a term.
      const name = words.length > 2 || COMMON.has(words.at(-1) ?? '');
      const certain = many && uses.length > TIMES && !name;
      report({ reason, ...first, actual, severity: certain ? 'warning' : 'note' });
    }
  },
};
