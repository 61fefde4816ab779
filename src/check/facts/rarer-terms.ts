/** Phrases in capitals that are one word off another that is used more often. */
import type { Subject } from '../subject.ts';
import { definedTerms } from './terms.ts';
import { capitalPhrases, neighbours, type Phrase, reportedUses, type Use } from './words.ts';

/** A use of a phrase, and the phrase that is more common. */
export interface RarerUse {
  readonly use: Use;
  readonly rare: Phrase;
  readonly common: Phrase;
}

/** The uses of what is not defined and differs from something more common by words that are `alike`: the longest phrases first, no stretch of text twice. */
export function* rarerUses(
  subject: Subject,
  alike: (rare: string, common: string) => boolean,
  counts: (rare: Phrase) => boolean = () => true,
): Generator<RarerUse> {
  const defined = new Set(definedTerms(subject).map(({ term }) => term.toLowerCase()));
  const pairs = [...neighbours(capitalPhrases(subject), alike)]
    .filter(({ rare, common }) => common.uses.length > rare.uses.length && counts(rare))
    .filter(({ rare }) => !defined.has(rare.text.toLowerCase()))
    .sort((a, b) => b.rare.words.length - a.rare.words.length);
  const reported = reportedUses();
  for (const { rare, common } of pairs) {
    for (const use of rare.uses) {
      if (reported.has(use)) continue;
      reported.add(use);
      yield { use, rare, common };
    }
  }
}
