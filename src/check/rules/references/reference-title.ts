/** References that name a title which is not that of what they cite: `Clause 11 (Notices)`, where Clause 11 is headed Law. */
import { provisionsNamed } from '../../facts/provisions.ts';
import { isQuoted } from '../../facts/quotations.ts';
import { typedReferences } from '../../facts/references.ts';
import type { Rule } from '../../rule.ts';

const TITLE = /^\s?\(([^()]{3,90})\)/;

/** What stands in brackets behind a reference without being a title. */
const NO_TITLE =
  /^(?:as|and|or|the|a|an|if|so|in|on|to|see|for|with|which|where|except|other|subject|whether|but|of|including|excluding|collectively|together|each|an?d|inclusive|above|below|both|all|clean|compared|amended|repealed|not|when|by|from|at|page|version|revised|new|draft)\b|[“”"‘’]|\d/i;

export const referenceTitle: Rule = {
  id: 'reference-title',
  group: 'references',
  severity: 'warning',
  english: true,
  says: 'A reference whose title in brackets is not that of the provision which it cites.',
  why: 'The number or the title is wrong, and a reader cannot know which. Where the title is that of another provision, that one is named.',
  good: '# 1 Term\n\nSee Clause 2 (Law).\n\n# 2 Law\n\nEnglish law applies.',
  bad: '# 1 Term\n\nSee Clause 2 (Notices).\n\n# 2 Law\n\nEnglish law applies.',
  check: (subject, report) => {
    for (const { at, start, end, word, number, qualified } of typedReferences(subject)) {
      const title = TITLE.exec(at.text.slice(end))?.[1]?.trim();
      if (title === undefined || NO_TITLE.test(title) || qualified !== undefined || number.includes('(')) continue;
      const known = provisionsNamed(subject, word);
      const [cited, another] = known?.get(number) ?? [];
      if (cited?.heading === undefined || another !== undefined || isQuoted(subject, at, start, end)) continue;
      if (isAlike(title, cited.heading)) continue;
      const right = [...(known ?? [])].find(([, list]) =>
        list.some(({ heading }) => heading !== undefined && even(heading) === even(title)),
      );
      // In small letters the brackets may describe the provision rather than name it.
      const severity = right === undefined && /^\p{Ll}/u.test(title) ? 'note' : 'warning';
      report({
        reason: `${word} ${number} is headed "${cited.heading}"`,
        at,
        start,
        end: end + (TITLE.exec(at.text.slice(end))?.[0].length ?? 0),
        actual: `${word} ${number} (${title})`,
        expected:
          right === undefined
            ? cited.heading
            : `${word} ${number} (${cited.heading}), or ${word} ${right[0]} (${title})`,
        severity,
      });
    }
  },
};

function even(title: string): string {
  return title
    .toLowerCase()
    .replace(/\b(?:the|of|an?|and)\b|[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same words, or some of them cut off. */
function isAlike(title: string, heading: string): boolean {
  const [a, b] = [even(title), even(heading)];
  return a === b || a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a) || ` ${b} `.includes(` ${a} `);
}
