/** One pair of quotation marks around several values, each of which has its own elsewhere: `'Yes, No and Maybe'`. */
import { useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const QUOTED = /[“"‘']([^“”"‘’'\n]{2,120}?)\s?[”"’'](?![\p{L}\p{N}])/gu;
const PARTS = /,\s*(?:and|or)\s+|,\s*|\s+(?:and|or)\s+/;

export const quotationSpan: Rule = {
  id: 'quotation-span',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'One pair of quotation marks around several values that are quoted one by one elsewhere.',
  why: 'Each value is quoted by itself elsewhere, so that these read as one value.',
  good: 'A test is marked ‘Passed’ or ‘Failed’. Those marked ‘Passed’ end; those marked ‘Failed’ go on.',
  bad: 'A test is marked ‘Passed or Failed’. Those marked ‘Passed’ end; those marked ‘Failed’ go on.',
  check: (subject, report) => {
    const found = matches(subject, QUOTED);
    const quoted = new Set(found.map(([, match]) => (match[1] as string).trim()));
    for (const [at, match] of found) {
      const words = (match[1] as string).trim();
      const parts = words.split(PARTS);
      if (parts.length < 2 || parts.filter((part) => part !== words && quoted.has(part)).length < 2) continue;
      const reason =
        'one pair of quotation marks stands around several values, each of which is quoted alone elsewhere';
      const expected = parts.map((part) => `‘${part}’`).join(', ');
      report({ reason, ...useOf(at, match), actual: match[0], expected });
    }
  },
};
