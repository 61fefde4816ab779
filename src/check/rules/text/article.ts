/** `a` where `an` belongs, and the reverse. */
import { PROSE } from '../../prose.ts';
import type { Rule } from '../../rule.ts';

/** What may be wrong; the rest need not be parsed. */
const SUSPECT =
  /\b[Aa] (?:[aeio](?!ne\b|u)|u(?!n[io]|[skt])|h(?:our|onest|onour|eir)|8|11\b|18\b)|\b[Aa]n (?:[B-DF-GJ-NP-TV-Zb-df-gj-np-tv-z]\p{Ll}|h(?!our|on|eir)|uni|use|eu|one\b)/u;

export const article: Rule = {
  id: 'article',
  group: 'text',
  severity: 'warning',
  english: true,
  needs: ['speller'],
  says: '"a" where "an" belongs, or the reverse.',
  why: 'The article goes by the sound: "an hour", "a European".',
  good: 'It takes an hour and a European licence.',
  bad: 'It takes a hour.',
  check: (subject, report) => {
    for (const at of subject.passages) {
      if (!SUSPECT.test(at.text)) continue;
      for (const { start, end, actual, expected } of PROSE.articles(at.text)) {
        if (/^\s+(?:\p{Lu}\b|historic|hotel|\p{L}+:\p{L})/u.test(at.text.slice(end))) continue;
        // A letter that names a provision is no article, and a word that no dictionary has may be read letter by letter.
        if (
          /(?:\d|\b(?:Sections?|Clauses?|paragraphs?|limbs?|items?|grade|class|type)) $/i.test(
            at.text.slice(Math.max(0, start - 14), start),
          )
        )
          continue;
        const next = /^\s+([\p{L}'’]+)/u.exec(at.text.slice(end))?.[1];
        if (next !== undefined && subject.speller?.knows(next) === false) continue;
        const shared = {
          reason:
            expected === undefined
              ? 'check "a" and "an"'
              : `use "${expected}" before ${/^an$/i.test(expected) ? 'a vowel sound' : 'a consonant sound'}`,
          at,
          start,
          end,
          actual,
        };
        report(expected === undefined ? shared : { ...shared, expected });
      }
    }
  },
};
