/** Bodies that did not exist on the date of the document. */
import { dayOf } from '../../calendar.ts';
import type { Body } from '../../data/government-bodies.ts';
import { mentionsBodies, NAMED_BODIES } from '../../facts/bodies.ts';
import { issueDay, printDay } from '../../facts/dates.ts';
import { type Use, useOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches, type Subject } from '../../subject.ts';

export const bodyOnDate: Rule = {
  id: 'body-on-date',
  group: 'names',
  severity: 'warning',
  english: true,
  says: 'A government department that did not exist on the date of the document.',
  why: 'The department had another name or did not exist on the date of the document.',
  good: 'Date: 14 April 2022\n\nResponses go to the Department for Business, Energy and Industrial Strategy.',
  bad: 'Date: 14 April 2023\n\nResponses go to the Department for Business, Energy and Industrial Strategy.',
  check: (subject, report) => {
    const day = issueDay(subject) ?? effectiveDay(subject);
    if (day === undefined || !mentionsBodies(subject)) return;
    for (const named of NAMED_BODIES) {
      const [first] = usesOf(subject, named);
      if (first === undefined || existed(named.body, day)) continue;
      if (/\b(?:then|former|formerly|predecessor)\b/i.test(first.at.text.slice(0, first.start))) continue;
      const { name, until, successors } = named.body;
      const ended = until !== undefined && day >= dayOf(until);
      const reason = ended ? `${name} ended on ${printDay(dayOf(until))}` : `${name} did not exist yet`;
      const shared = { reason: `${reason}; the document is of ${printDay(day)}`, ...first };
      const actual = first.at.text.slice(first.start, first.end);
      report(successors === undefined ? { ...shared, actual } : { ...shared, actual, expected: successors });
    }
  },
};

function usesOf(subject: Subject, { full, short }: (typeof NAMED_BODIES)[number]): Use[] {
  const uses: Use[] = [];
  for (const expression of [full, ...(short === undefined ? [] : [short])]) {
    for (const [at, match] of matches(subject, expression)) {
      uses.push(useOf(at, match));
    }
  }
  return uses.sort((a, b) => a.at.index - b.at.index || a.start - b.start);
}

function effectiveDay(subject: Subject): number | undefined {
  const { effective } = subject.document.meta;
  return effective !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(effective) ? dayOf(effective) : undefined;
}

function existed({ from, until }: Body, day: number): boolean {
  return (from === undefined || day >= dayOf(from)) && (until === undefined || day < dayOf(until));
}
