/** Abbreviations that are spelt out only after their first use. */
import { KNOWN_ACRONYMS } from '../../data/known-acronyms.ts';
import { acronyms } from '../../facts/acronyms.ts';
import { definedTerms } from '../../facts/terms.ts';
import type { Rule } from '../../rule.ts';
import type { Passage } from '../../subject.ts';

/** A word of more capitals is a word. */
const LONG = 6;

export const lateAcronym: Rule = {
  id: 'late-acronym',
  group: 'terms',
  severity: 'warning',
  english: true,
  says: 'An abbreviation that is used before it is spelt out.',
  why: 'Whoever reads from the beginning cannot know what the letters stand for.',
  good: 'The Testing Advisory Group (TAG) meets. The TAG decides.',
  bad: 'The TAG decides.\n\nIts members are those of the Testing Advisory Group (TAG).',
  check: (subject, report) => {
    const known = new Set([...KNOWN_ACRONYMS, ...subject.settings.acronyms]);
    const defined = new Set(
      definedTerms(subject)
        .filter(({ by }) => by !== 'brackets')
        .map(({ term }) => term),
    );
    for (const { text, uses, expansions } of acronyms(subject).values()) {
      const [first] = uses;
      const inText = expansions.filter(({ at }) => at.kind !== 'note');
      const spelt = inText.reduce((a, b) => (a === undefined || before(b, a) ? b : a), inText[0]);
      if (first === undefined || spelt === undefined || known.has(text)) continue;
      // Titles and lists of terms stand apart from the order in which a text is read.
      if (first.at.kind === 'heading' || spelt.at.kind === 'cell' || spelt.at.kind === 'heading') continue;
      if (spelt.at.node.type === 'para' && spelt.at.ancestors.some(({ type }) => type === 'definition')) continue;
      if (!before(first, spelt) || first.at === spelt.at || isTitle(first.at)) continue;
      if (defined.has(text) || text.length > LONG || /[“"‘']$/.test(first.at.text.slice(0, first.start))) continue;
      const reason = `"${text}" is used before it is spelt out`;
      const severity = isFront(first.at) && !isFront(spelt.at) ? 'note' : 'warning';
      report({
        severity,
        reason,
        ...first,
        actual: text,
        expected: spelt.words,
        note: `spelt out in ${spelt.at.cite || 'a later paragraph'}`,
      });
    }
  },
};

function before(a: { at: { index: number }; start: number }, b: { at: { index: number }; start: number }): boolean {
  return a.at.index < b.at.index || (a.at.index === b.at.index && a.start < b.start);
}

/** A subtitle or a summary stands before the first numbered provision. */
function isFront(at: Passage): boolean {
  return !at.ancestors.some((node) => node.type === 'clause' && node.label !== undefined);
}

/** A line of a title page: before the first provision, and no sentence. */
function isTitle(at: Passage): boolean {
  return isFront(at) && !/\p{Ll}[.;:?!]/u.test(at.text);
}
