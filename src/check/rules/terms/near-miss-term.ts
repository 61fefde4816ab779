/** Terms that are a letter off another term. */
import { distance } from 'fastest-levenshtein';
import { AMERICAN_WORDS } from '../../data/american-words.ts';
import { rarerUses } from '../../facts/rarer-terms.ts';
import { type Phrase, singular } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';

export const nearMissTerm: Rule = {
  id: 'near-miss-term',
  group: 'terms',
  severity: 'warning',
  english: true,
  says: 'A term in capitals that is one or two letters off another term of the document.',
  why: 'A term that is a letter off a defined one has no definition, and may be read as another thing.',
  good: 'Each Testing Issue is recorded. The Testing Issue is closed, and no Testing Issue stays open.',
  bad: 'Each Testing Issue is recorded. The Testing Issue is closed, and no Testing Tissue stays open.',
  check: (subject, report) => {
    const counts = ({ uses, words }: Phrase) => uses.length <= 2 && !words.some(isShouted);
    for (const { use, rare, common } of rarerUses(subject, isSlip, counts)) {
      const reason = 'a term is a letter or two off another that is used more often';
      // Short words are near many others: only one use against three is a slip.
      const short = rare.words.some((word, i) => word !== common.words[i] && word.length < 5);
      const severity = short && (rare.uses.length > 1 || common.uses.length < 3) ? 'note' : 'warning';
      report({ reason, ...use, actual: rare.text, expected: common.text, severity });
    }
  },
};

/** Long words, one or two letters apart, that are not forms of one word. */
function isSlip(rare: string, common: string): boolean {
  if (Math.abs(rare.length - common.length) > 2) return false;
  if (Math.min(rare.length, common.length) < 4 || /\d/.test(rare + common)) return false;
  const [a, b] = [singular(rare).toLowerCase(), singular(common).toLowerCase()];
  // Another rule reports the spelling of another English.
  if (british(a) === british(b)) return false;
  if (a === b || a.startsWith(b) || b.startsWith(a)) return false;
  return distance(a, b) <= (a.length >= 9 ? 2 : 1);
}

function isShouted(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word);
}

function british(word: string): string {
  return (AMERICAN_WORDS.get(word) ?? word).replace(/licens/, 'licenc').replace(/iz/, 'is');
}
