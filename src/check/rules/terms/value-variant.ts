/** A value that is quoted in the text in another spelling than it has in a table. */
import { distance } from 'fastest-levenshtein';
import type { Rule } from '../../rule.ts';
import { matches, once, type Subject } from '../../subject.ts';

const QUOTED = /[“"‘']([^“”"‘’'\n]{2,50}?)\s?[”"’'](?![\p{L}\p{N}])/gu;

/** Short cells that come twice at least, by their letters and digits alone. */
const values = once((subject: Subject): ReadonlyMap<string, string> => {
  const counts = new Map<string, number>();
  for (const { kind, text } of subject.passages) {
    const value = text.trim();
    if (kind === 'cell' && value.length > 2 && value.split(/\s+/).length < 5)
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count > 1).map(([value]) => [even(value), value]));
});

function even(value: string): string {
  return value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const TABLE = '| Test | Result |\n| --- | --- |\n| 1 | Passed Early |\n| 2 | Passed Early |\n';

export const valueVariant: Rule = {
  id: 'value-variant',
  group: 'terms',
  severity: 'warning',
  says: 'A value that is quoted in the text in another spelling than the tables have.',
  why: 'A value that is spelt otherwise in the tables does not match them.',
  good: `Those marked ‘Passed Early’ end.\n\n${TABLE}`,
  bad: `Those marked ‘Passed-early’ end.\n\n${TABLE}`,
  check: (subject, report) => {
    const known = values(subject);
    if (known.size === 0) return;
    const printed = new Set(known.values());
    for (const [at, match] of matches(subject, QUOTED)) {
      const words = (match[1] as string).trim();
      if (at.kind === 'cell' || printed.has(words)) continue;
      const key = even(words);
      const expected = known.get(key) ?? [...known].find(([other]) => isNear(key, other))?.[1];
      if (expected === undefined) continue;
      const start = match.index + match[0].indexOf(words);
      const reason = 'a value is spelt in another way than in the tables';
      report({ reason, at, start, end: start + words.length, actual: words, expected });
    }
  },
};

/** A letter off; figures are meant to differ. */
function isNear(a: string, b: string): boolean {
  return Math.min(a.length, b.length) > 6 && a.replace(/\d/g, '') !== b.replace(/\d/g, '') && distance(a, b) === 1;
}
