/** One name in a longer and a shorter form: `JPT Spring Report` and `JPT Report`, `SMX CODE` and `CODE`. */
import { acronyms } from '../../facts/acronyms.ts';
import { definedTerms } from '../../facts/terms.ts';
import { capitalRunsOf, type Use, type Word } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { ReportFound, Rule } from '../../rule.ts';
import { once, type Subject } from '../../subject.ts';

interface Name {
  readonly words: readonly string[];
  readonly uses: Use[];
}

/** The whole names in capitals that end in an abbreviation. */
const names = once((subject: Subject): readonly Name[] => {
  const found = new Map<string, Name>();
  for (const at of subject.passages) {
    for (const run of capitalRunsOf(at)) {
      const last = run.at(-1);
      if (last === undefined || !/^\p{Lu}{3,}$/u.test(last.text)) continue;
      const words = run.map((word) => word.text).filter((word, i) => i > 0 || !isOpening(run[0], word));
      const key = words.join(' ');
      const name = found.get(key) ?? { words, uses: [] };
      name.uses.push({ at, start: last.end - key.length, end: last.end });
      found.set(key, name);
    }
  }
  return [...found.values()];
});

/** The first word of a sentence has its capital from there. */
function isOpening(word: Word | undefined, text: string): boolean {
  return /^(?:The|This|Each|A|An)$/.test(text) || (word?.opens === true && /^\p{Lu}\p{Ll}+$/u.test(text));
}

export const nameVariant: Rule = {
  id: 'name-variant',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'A name that is cut short in one place and stands in full in another.',
  why: 'A name that is cut short may be taken for another.',
  good: 'The ABC Spring JPTR is sent out. The ABC Spring JPTR ends.',
  bad: 'The ABC Spring JPTR is sent out. The ABC Spring JPTR ends. The ABC JPTR is kept.',
  check: (subject, report) => {
    reportShortened(names(subject), report);
    reportDefined(subject, report);
  },
};

/** The same first and last word, with other words between them. */
function reportShortened(all: readonly Name[], report: ReportFound): void {
  const groups = new Map<string, Name[]>();
  for (const name of all) {
    if (name.words.length > 1) pushTo(groups, `${name.words[0]} ${name.words.at(-1)}`, name);
  }
  for (const group of groups.values()) {
    const [common, ...rare] = [...group].sort((a, b) => b.uses.length - a.uses.length);
    if (common === undefined) continue;
    for (const { words, uses } of rare) {
      const [short, long] = words.length < common.words.length ? [words, common.words] : [common.words, words];
      const [first] = uses;
      if (first === undefined || !isWithin(short, long)) continue;
      const reason = 'a name is given in a longer and in a shorter form';
      report({ reason, ...first, actual: words.join(' '), expected: common.words.join(' ') });
    }
  }
}

function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) if (word === short[at]) at += 1;
  return at === short.length && short.length < long.length;
}

/** The last word alone of a name that was given in brackets, where it is no name by itself. */
function reportDefined(subject: Subject, report: ReportFound): void {
  const given = definedTerms(subject).filter(({ by }) => by === 'brackets');
  const known = new Set(given.map(({ term }) => term));
  for (const { term } of given) {
    const last = term.split(' ').at(-1) ?? '';
    const acronym = acronyms(subject).get(last);
    if (last === term || known.has(last) || acronym === undefined) continue;
    const alone = acronym.uses.filter(
      ({ at, start }) => !/(?:\p{Lu}[\p{L}\d]*|[“"‘'-])\s?$/u.test(at.text.slice(0, start)),
    );
    const [first] = alone;
    const full = acronym.uses.length - alone.length;
    if (first === undefined || alone.length * 2 > full) continue;
    const reason = `a name is cut short here, and stands in full ${full} times`;
    report({ reason, ...first, actual: last, expected: term });
  }
}
