/** Names with a number that are printed in several ways: `SMETS2`, `SMETS 2`, `SMETS2+`. */

import type { Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const NAME = /(?<![\p{L}\p{N}.])(\p{Lu}{3,}\p{Ll}?)([\s\u00a0-]?)(\d{1,3})(\+?)(?![\p{L}\p{N}]|\.\d|-\d)/gu;

export const nameSpacing: Rule = {
  id: 'name-spacing',
  group: 'terms',
  severity: 'warning',
  says: 'A name with a number that is printed in more than one way.',
  why: 'A search for the one form does not find the other.',
  good: 'A SMETS2 Device is tested. Each SMETS2 Device counts.',
  bad: 'A SMETS2 Device is tested. Each SMETS 2 Device counts. The SMETS2 rules apply.',
  check: (subject, report) => {
    const groups = new Map<string, Map<string, Use[]>>();
    for (const [at, match] of matches(subject, NAME)) {
      const [text, letters = '', gap, digits = ''] = match;
      if (gap === '-' || /^(?:PART|TABLE|ANNEX|CLAUSE|SECTION|SCHEDULE|CHAPTER|ARTICLE|FIGURE|VERSION)$/.test(letters))
        continue;
      const forms = groups.get(letters + digits) ?? new Map<string, Use[]>();
      const use = { at, start: match.index, end: match.index + text.length };
      pushTo(forms, text, use);
      groups.set(letters + digits, forms);
    }
    for (const forms of groups.values()) {
      if (forms.size < 2) continue;
      const sorted = [...forms].sort((a, b) => b[1].length - a[1].length);
      const counted = sorted.map(([text, uses]) => `"${text}" (${uses.length})`).join(', ');
      for (const [text, uses] of sorted.slice(1)) {
        const [first] = uses as [Use];
        report({
          reason: `a name is printed in several ways: ${counted}`,
          ...first,
          actual: text,
          expected: sorted[0]?.[0] ?? '',
        });
      }
    }
  },
};
