/** Names of parties, as the settings spell them, that a text prints otherwise or a letter or two off. */
import { distance } from 'fastest-levenshtein';
import { definedTerms } from '../../facts/terms.ts';
import { singular, type Use, type Word, wordsOf } from '../../facts/words.ts';
import { escapeExpression } from '../../locate.ts';
import type { ReportFound, Rule } from '../../rule.ts';
import { matches, type Passage, type Subject } from '../../subject.ts';

const HEAD = '---\ntitle: T\nprovision: Clause\nproperties:\n  check-parties: Smart Metering Limited\n---\n\n';

export const partyName: Rule = {
  id: 'party-name',
  group: 'names',
  severity: 'warning',
  says: 'A party of the settings whose name is printed otherwise, such as Ltd for Limited, or a letter or two off.',
  why: 'The settings give the name of the party as it is registered.',
  good: `${HEAD}Notices go to Smart Metering Limited. Smart Metering Limited’s address is below.`,
  bad: `${HEAD}Notices go to Smart Metring Limited. Smart Metering Ltd's address is below.`,
  check: (subject, report) => {
    const parties = [...new Set(subject.settings.parties.map((party) => party.trim()))].filter(Boolean);
    for (const party of parties) reportForms(party, parties, subject, report);
    reportNear(parties, subject, report);
  },
};

/** The same name with other spaces, hyphens, capitals, or another word for its legal form. */
function reportForms(party: string, parties: readonly string[], subject: Subject, report: ReportFound): void {
  for (const [at, match] of matches(subject, formsOf(party))) {
    const [actual] = match;
    const use = { at, start: match.index, end: match.index + actual.length };
    if (actual === party || parties.some((other) => actual === other || isPartOf(use, other))) continue;
    if (!/^\p{Lu}/u.test(actual) || isShouted(at) || isInAddress(use)) continue;
    report({ reason: 'the name of a party is printed otherwise', ...use, actual, expected: party });
  }
}

const FORMS: Readonly<Record<string, string>> = {
  limited: '(?:Limited|Ltd\\.?)',
  ltd: '(?:Limited|Ltd\\.?)',
  plc: '(?:plc|Public Limited Company)',
  and: '(?:and|&)',
  '&': '(?:and|&)',
};

function formsOf(party: string): RegExp {
  const words = party.split(/[\s-]+/).map((word) => FORMS[word.replace(/\.$/, '').toLowerCase()] ?? looseWord(word));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s\\u00a0-]*')}(?![\\p{L}\\p{N}])`, 'giu');
}

function looseWord(word: string): string {
  return escapeExpression(word).replace(/['’]/g, "['’]");
}

/** Whether a longer name of a party stands there. */
function isPartOf({ at, start, end }: Use, party: string): boolean {
  const from = at.text.indexOf(party, Math.max(0, start - party.length));
  return from >= 0 && from <= start && from + party.length >= end && party.length > end - start;
}

function isShouted({ text }: Passage): boolean {
  return !/\p{Ll}/u.test(text);
}

function isInAddress({ at, start, end }: Use): boolean {
  return /[@/.]$/.test(at.text.slice(0, start)) || /^(?:[@/]|\.\p{L})/u.test(at.text.slice(end));
}

/** Shorter names are too near to other words. */
const SHORTEST = 6;

function reportNear(parties: readonly string[], subject: Subject, report: ReportFound): void {
  const long = parties
    .filter((party) => party.length >= SHORTEST)
    .map((name) => ({ name, size: name.split(' ').length }));
  if (long.length === 0) return;
  const known = new Set([...parties, ...subject.settings.terms, ...definedTerms(subject).map(({ term }) => term)]);
  for (const at of subject.passages) {
    const words = wordsOf(at);
    for (const { name, size } of long) {
      for (let i = 0; i + size <= words.length; i++) {
        const use = windowOf(at, words, i, size);
        if (use === undefined || known.has(use.text) || !isNear(use.text, name)) continue;
        const { text: actual, ...where } = use;
        report({ reason: 'a name is a letter or two off that of a party', ...where, actual, expected: name });
      }
    }
  }
}

/** Words that follow one another, of which the first and the last have a capital; a possessive ending is left out. */
function windowOf(at: Passage, words: readonly Word[], first: number, size: number) {
  const [from, to] = [words[first], words[first + size - 1]];
  if (from === undefined || to === undefined || !/^\p{Lu}/u.test(from.text) || !/^\p{Lu}/u.test(to.text))
    return undefined;
  const text = at.text.slice(from.start, to.end).replace(/['’]s?$/, '');
  const use = { at, start: from.start, end: from.start + text.length };
  return isInAddress(use) ? undefined : { ...use, text };
}

/** One letter of a short name, two of a long one; a plural, another number or another case is no slip. */
function isNear(actual: string, name: string): boolean {
  if (Math.abs(actual.length - name.length) > 2 || digits(actual) !== digits(name)) return false;
  const [a, b] = [singular(actual).toLowerCase(), singular(name).toLowerCase()];
  return a !== b && distance(a, b) <= (name.length >= 12 ? 2 : 1);
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
