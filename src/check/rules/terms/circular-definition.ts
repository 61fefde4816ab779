/** Terms that are defined by one another, or by themselves. */
import { plainText } from '../../../model/walk.ts';
import { type DefinedTerm, definedTerms } from '../../facts/terms.ts';
import type { Rule } from '../../rule.ts';

/** What a definition says, behind the verb. */
const MEANING = /\b(?:means?|shall mean|is|are)\b([\s\S]{0,600})/i;

export const circularDefinition: Rule = {
  id: 'circular-definition',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'Terms that are defined by one another, or a term that is defined by itself.',
  why: 'Neither definition says what is meant until the other does. It is harmless where one of them says enough by itself.',
  good: '“**Fee**” means a sum for the Work.\n\n“**Work**” means the digging of a well.',
  bad: '“**Fee**” means a sum for the Work.\n\n“**Work**” means whatever is done for the Fee.',
  check: (subject, report) => {
    const terms = definedTerms(subject).filter(({ by }) => by === 'definition');
    const meanings = new Map(terms.map((term) => [term.term, MEANING.exec(plainText(term.node as never))?.[1] ?? '']));
    const reported = new Set<string>();
    for (const term of terms) {
      const other = terms.find((candidate) => isCircle(term, candidate, meanings));
      if (other === undefined || reported.has(term.term)) continue;
      reported.add(term.term).add(other.term);
      const reason =
        other === term
          ? `"${term.term}" is defined by itself`
          : `"${term.term}" and "${other.term}" are defined by one another`;
      report({ reason, ...term.use, actual: term.term });
    }
  },
};

function isCircle(a: DefinedTerm, b: DefinedTerm, meanings: ReadonlyMap<string, string>): boolean {
  return holds(meanings.get(a.term) ?? '', b.term) && holds(meanings.get(b.term) ?? '', a.term);
}

function holds(text: string, term: string): boolean {
  const at = text.indexOf(term);
  if (at < 0 || /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return false;
  return (
    !/^(?:[\p{L}\p{N}-]|\s\p{Lu})/u.test(text.slice(at + term.length)) && !/\p{Lu}\p{L}*\s$/u.test(text.slice(0, at))
  );
}
