/** Words that no British dictionary has. */
import { distance } from 'fastest-levenshtein';
import { LEGAL_WORDS } from '../../data/legal-words.ts';
import { isAmerican } from '../../facts/language.ts';
import { vocabulary } from '../../facts/vocabulary.ts';
import type { Rule } from '../../rule.ts';

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
  says: 'A word that the British dictionary does not have and that is near one it has.',
  good: 'The consultation is open.',
  bad: 'The consultaton is open.',
  check: (subject, report) => {
    const { speller } = subject;
    if (speller === undefined || isAmerican(subject)) return;
    let asked = 0;
    const own = new Set(
      [...subject.settings.terms, ...subject.settings.parties].flatMap((term) =>
        term.toLowerCase().split(/[^\p{L}]+/u),
      ),
    );
    for (const [word, { first, count }] of vocabulary(subject)) {
      if (count >= OWN || own.has(word) || LEGAL_WORDS.has(word) || speller.knows(word) || isMade(word, speller.knows))
        continue;
      asked += 1;
      const suggestion = word.length > 20 || asked > MOST_ASKED ? undefined : speller.suggest(word)[0];
      const near =
        suggestion !== undefined && !/[\s-]/.test(suggestion) && distance(word, suggestion) <= 1 && word.length > 5;
      const shared = { reason: 'the dictionary does not have this word', ...first, actual: word };
      const severity = near && count === 1 ? 'warning' : 'note';
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
  return false;
}
