/** Terms that are defined twice. */
import { plainText } from '../../../model/walk.ts';
import { isQuoted } from '../../facts/quotations.ts';
import { type DefinedTerm, definedTerms, isTerm, MEANS } from '../../facts/terms.ts';
import type { Rule } from '../../rule.ts';

/** A definition that holds for a part of the document alone. */
const SCOPED =
  /\b(?:in|for the purposes? of|under) this (?:clause|section|paragraph|article|part|schedule|annex|appendix|chapter|sub-?section|rule|regulation|division|subdivision)\b/i;

export const repeatedDefinition: Rule = {
  id: 'repeated-definition',
  group: 'terms',
  severity: 'error',
  says: 'A term that is defined twice.',
  why: 'The text has two meanings for one word, and nothing says which holds where. It is an error within one list, and a warning where the two stand apart, since each may hold for its own part of the text.',
  good: '**Party** means a person.\n\n**Code** means the law.',
  bad: '**Party** means a person.\n\n**Party** means the law.',
  check: (subject, report) => {
    const first = new Map<string, DefinedTerm>();
    for (const defined of definedTerms(subject)) {
      const { term, use, by, node } = defined;
      if (by === 'brackets' || (by === 'definition' && !MEANS.test(plainText(node as never))) || !isTerm(term))
        continue;
      const earlier = first.get(term);
      if (earlier === undefined) {
        first.set(term, defined);
        continue;
      }
      const [a, b] = [earlier, defined].map((one) =>
        one.use.at.ancestors.findLast((around) => around.type === 'clause' || around.type === 'document'),
      );
      const quoted = isQuoted(subject, use.at, 0, 1) && !/^\s*["“]/.test(use.at.text);
      const scoped = [earlier, defined].some((one) => SCOPED.test(plainText(one.node as never)));
      const severity = quoted || scoped ? 'note' : a === b && by === earlier.by ? 'error' : 'warning';
      report({
        reason: `"${term}" is defined twice`,
        ...use,
        actual: term,
        note: `first in ${earlier.use.at.cite || 'an earlier paragraph'}`,
        severity,
      });
    }
  },
};
