/** A version of another document that is cited once, where two others are cited again and again. */
import type { Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const OF = /\b[Vv]ersion\s+(\d+(?:\.\d+)+)\s+of\s+(?:the\s+)?((?:\p{Lu}[\p{L}\d]*)(?:\s\p{Lu}[\p{L}\d]*){0,4})/gu;
const BEHIND = /(?<![\p{L}])((?:\p{Lu}[\p{L}\d]*)(?:\s\p{Lu}[\p{L}\d]*){0,4}),?\s+\(?(?:version|v)\s?(\d+(?:\.\d+)+)/gu;

export const versionVariant: Rule = {
  id: 'version-variant',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'A version of a document that is cited once, where other versions of it are cited several times.',
  why: 'A proposal speaks of the version in force and of the one proposed. A third number is often a slip.',
  good: 'We propose version 2.2 of the Code. It takes effect as version 2.2 of the Code.',
  bad: 'We propose version 2.2 of the Code. Version 2.2 of the Code is attached. In May, version 2.3 of the Code takes effect.',
  check: (subject, report) => {
    const versions = new Map<string, Map<string, Use[]>>();
    const add = (name: string, version: string, use: Use): void => {
      const known = versions.get(name) ?? new Map<string, Use[]>();
      pushTo(known, version, use);
      versions.set(name, known);
    };
    for (const expression of [OF, BEHIND]) {
      for (const [at, match] of matches(subject, expression)) {
        const [text, a = '', b = ''] = match;
        const [version, name] = /^\d/.test(a) ? [a, b] : [b, a];
        add(name.trim(), version, { at, start: match.index, end: match.index + text.trimEnd().length });
      }
    }
    const anywhere = new Map<string, number>();
    for (const [, match] of matches(subject, /\b(?:version|v)\s?(\d+(?:\.\d+)+)/gi))
      anywhere.set(match[1] ?? '', (anywhere.get(match[1] ?? '') ?? 0) + 1);
    for (const [name, known] of versions) {
      const often = [...known.keys()].filter((version) => (anywhere.get(version) ?? 0) > 1);
      for (const [version, [first]] of known) {
        if (first === undefined || often.length === 0 || (anywhere.get(version) ?? 0) > 1) continue;
        const actual = first.at.text.slice(first.start, first.end);
        report({
          reason: `version ${version} of ${name} is cited once, and ${often.join(' and ')} elsewhere`,
          ...first,
          actual,
          expected: often.join(' or '),
        });
      }
    }
  },
};
