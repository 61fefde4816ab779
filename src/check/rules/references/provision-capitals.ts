/** The word for a provision with a capital in one place and without it in another: `Clause 8`, `clause 4.3`. */
import { typedReferences } from '../../facts/references.ts';
import type { Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { once, type Subject } from '../../subject.ts';

interface Capitals {
  /** Within a sentence, where a capital is chosen. */
  readonly capital: ReadonlyMap<string, readonly Use[]>;
  /** The words that open a sentence with a capital, which says little. */
  readonly opening: ReadonlySet<string>;
  readonly small: ReadonlyMap<string, readonly Use[]>;
}

const capitals = once((subject: Subject): Capitals => {
  const capital = new Map<string, Use[]>();
  const small = new Map<string, Use[]>();
  const opening = new Set<string>();
  for (const { at, start, end, word } of typedReferences(subject)) {
    if (at.kind === 'heading' || word === 'Part') continue;
    if (/^\p{Ll}/u.test(at.text.slice(start))) pushTo(small, word, { at, start, end });
    else if (/(?:^|[.?!:;•|\n]\s*)$/.test(at.text.slice(0, start))) opening.add(word);
    else pushTo(capital, word, { at, start, end });
  }
  return { capital, opening, small };
});

export const provisionCapitals: Rule = {
  id: 'provision-capitals',
  group: 'references',
  severity: 'note',
  english: true,
  says: 'The word for a provision with a capital in one place and without it in another.',
  why: 'A capital here and none there is read as a difference that is not meant.',
  good: 'It is set out in Clause 8. Under Clause 4.3, it ends.',
  bad: 'It is set out in Clause 8. Under clause 4.3, it ends.',
  check: (subject, report) => {
    const { capital, small } = capitals(subject);
    for (const [word, uses] of small) {
      const others = capital.get(word) ?? [];
      if (others.length === 0 && !isAlone(word, capitals(subject))) continue;
      const inSmall = others.length === 0 || uses.length <= others.length;
      const few = inSmall ? uses : others;
      const [first] = few;
      if (first === undefined) continue;
      const count = few.length === 1 ? '' : ` (${few.length} times)`;
      const reason = `the word for a provision has ${inSmall ? 'no' : 'a'} capital here${count}, and ${inSmall ? 'one' : 'none'} elsewhere`;
      report({ reason, ...first, actual: first.at.text.slice(first.start, first.end) });
    }
  },
};

/** A word in small letters, where every other word for a provision has a capital. */
function isAlone(word: string, { capital, opening, small }: Capitals): boolean {
  return opening.has(word) && capital.size > 0 && small.size === 1 && (small.get(word)?.length ?? 0) < 3;
}
