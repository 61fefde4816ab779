/** Ranges of provisions that run backwards. */

import { isAmending, isQuoted } from '../../facts/quotations.ts';
import { useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

/** A word in the plural and two numbers; a hyphen or a dash between plain numbers may be part of one (`28-2-312`). */
const RANGE =
  /(?<!\bfrom )\b(?:Clauses|Sections|Paragraphs|Articles|Tables|Rows|Rules|Regulations)\s+(\d+(?:\.\d+)*)(?:\s+(?:to|through)\s+|\s*–\s*)(?:(?:Clause|Section|Paragraph|Article|Table|Row|Rule|Regulation)\s+)?(\d+(?:\.\d+)*)(?![\d.]*\d|[-–]\d|\p{L})/giu;

export const reversedRange: Rule = {
  id: 'reversed-range',
  group: 'references',
  severity: 'error',
  says: 'A range of provisions that runs backwards.',
  why: 'A range that runs backwards holds nothing; one of its ends is a slip.',
  good: 'Clauses 20.35 to 20.37 apply.',
  bad: 'Clauses 20.37 to 20.35 apply.',
  check: (subject, report) => {
    for (const [at, match] of matches(subject, RANGE)) {
      if (order(match[1] as string, match[2] as string) <= 0) continue;
      const reason = 'a range of provisions runs backwards';
      if (isQuoted(subject, at, match.index, match.index + 1) || isAmending(at)) continue;
      report({ reason, ...useOf(at, match), actual: match[0] });
    }
  },
};

/** Below 0 where `a` comes first, part by part; numbers of unequal depth are not told apart. */
function order(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  if (left.length !== right.length) return 0;
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? 0 : (left[at] as number) - (right[at] as number);
}
