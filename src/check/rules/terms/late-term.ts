/** Terms that are given in brackets, and used before that. */
import { type DefinedTerm, definedTerms } from '../../facts/terms.ts';
import { type Use, wordsIn, wordsOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import type { Passage, Subject } from '../../subject.ts';

export const lateTerm: Rule = {
  id: 'late-term',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'A term that is used before the words that say what it stands for.',
  why: 'Whoever reads from the beginning meets the term before its meaning.',
  good: '# 1 Scope\n\nThe rules of the Panel (the “Panel Rules”) apply.\n\n# 2 Time\n\nThe Panel Rules end in May.',
  bad: '# 1 Scope\n\nThe Panel Rules end in May.\n\n# 2 Time\n\nThe rules of the Panel (the “Panel Rules”) apply.',
  check: (subject, report) => {
    const terms = definedTerms(subject);
    // What a list of definitions gives too may be used anywhere.
    const listed = new Set(terms.filter(({ by }) => by !== 'brackets').map(({ term }) => term));
    const given = terms
      .filter(({ term }) => !listed.has(term))
      .filter(({ term, by, use }) => by === 'brackets' && /\s/.test(term) && use.at.kind === 'text');
    const uses = firstUses(subject, given);
    for (const { term, use } of given) {
      const early = uses.get(term);
      if (early === undefined || !isBefore(early, use)) continue;
      const reason = `"${term}" is used before it is said what it stands for`;
      report({ reason, ...early, actual: term, note: `said in ${use.at.cite || 'a later paragraph'}` });
    }
  },
};

/** Where each term stands first. The text is gone through once, since there may be many terms. */
function firstUses(subject: Subject, terms: readonly DefinedTerm[]): ReadonlyMap<string, Use> {
  const waiting = new Map<string, string[]>();
  for (const term of new Set(terms.map((one) => one.term))) pushTo(waiting, wordsIn(term)[0]?.text ?? '', term);
  const found = new Map<string, Use>();
  for (const at of subject.passages) {
    if (terms.length === 0 || !isRead(at)) continue;
    for (const { text, start } of wordsOf(at)) {
      for (const term of waiting.get(text) ?? []) {
        const end = start + term.length;
        if (!found.has(term) && at.text.startsWith(term, start) && isWhole(at.text, start, end))
          found.set(term, { at, start, end });
      }
    }
  }
  return found;
}

/** Whether a stretch is neither part of a longer word nor quoted. */
function isWhole(text: string, start: number, end: number): boolean {
  return !/[“"‘']/.test(text[start - 1] ?? '') && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
}

/** Titles, headings and what stands before the first numbered provision have no order with the rest. */
function isRead(at: Passage): boolean {
  return (
    (at.kind === 'text' || at.kind === 'note') &&
    at.ancestors.some((node) => node.type === 'clause' && node.label !== undefined)
  );
}

function isBefore(a: Use, b: Use): boolean {
  return a.at.index < b.at.index || (a.at.index === b.at.index && a.end < b.start);
}
