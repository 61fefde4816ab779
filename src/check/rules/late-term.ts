/** Terms that are given in brackets, and used before that. */
import { definedTerms } from '../facts/terms.ts';
import type { Use } from '../facts/words.ts';
import { escapeExpression } from '../locate.ts';
import type { Rule } from '../rule.ts';
import { matches, type Passage } from '../subject.ts';

/** So many definitions are a list of their own. */
const FEW = 2;

export const lateTerm: Rule = {
  id: 'late-term',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'A term that is used before the words that say what it stands for.',
  good: '# 1 Scope\n\nThe rules of the Panel (the “Panel Rules”) apply.\n\n# 2 Time\n\nThe Panel Rules end in May.',
  bad: '# 1 Scope\n\nThe Panel Rules end in May.\n\n# 2 Time\n\nThe rules of the Panel (the “Panel Rules”) apply.',
  check: (subject, tell) => {
    const terms = definedTerms(subject);
    // A list of definitions says where the others are, and frees the text from their order.
    if (terms.filter(({ by }) => by !== 'brackets').length > FEW) return;
    for (const { term, by, use } of terms) {
      if (by !== 'brackets' || !/\s/.test(term) || use.at.kind !== 'text') continue;
      const expression = new RegExp(`(?<![\\p{L}\\p{N}“"‘'])${escapeExpression(term)}(?![\\p{L}\\p{N}])`, 'gu');
      const first = matches(subject, expression).find(([at]) => isRead(at));
      if (first === undefined || first[0].index >= use.at.index) continue;
      const [at, match] = first;
      const early: Use = { at, start: match.index, end: match.index + match[0].length };
      const reason = `"${term}" is used before it is said what it stands for`;
      tell({ reason, ...early, actual: term, note: `said in ${use.at.cite || 'a later paragraph'}` });
    }
  },
};

/** Titles, headings and what stands before the first numbered provision have no order with the rest. */
function isRead(at: Passage): boolean {
  return (
    (at.kind === 'text' || at.kind === 'note') &&
    at.ancestors.some((node) => node.type === 'clause' && node.label !== undefined)
  );
}
