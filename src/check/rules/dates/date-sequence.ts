/** Dates of one agreement that are in the wrong order: a start before the agreement is made, an end before the start. */
import { printDay, type StatedDate, statedDates } from '../../facts/dates.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

const MADE = /\b(?:is )?(?:made|dated|entered into)(?: (?:on|as of|this))?\s*$/i;
const STARTS =
  /(?:commencement|start|effective) date[”"*’']*\s+(?:means|is|shall be)\s*(?:\w+\s){0,2}$|(?:commences?|starts?|begins?) (?:on|from)\s+$/i;
const ENDS =
  /(?:end|expiry|termination|completion|long ?stop) date[”"*’']*\s+(?:means|is|shall be)\s*(?:\w+\s){0,2}$|(?:ends?|expires?|terminates?) on\s+$/i;

export const dateSequence: Rule = {
  id: 'date-sequence',
  group: 'dates',
  severity: 'note',
  english: true,
  says: 'An agreement that starts before it is made, or ends before it starts.',
  why: 'One of the dates is usually left from an earlier draft. A start in the past may be meant.',
  good: 'This Agreement is made on 15 January 2024. “**Commencement Date**” means 1 February 2024.',
  bad: 'This Agreement is made on 15 January 2024. “**Commencement Date**” means 1 February 2023.',
  check: (subject, report) => {
    const [made, start, end] = [MADE, STARTS, ENDS].map((kind) => first(subject, kind));
    for (const [earlier, later, reason] of [
      [made, start, 'the agreement starts before it is made'],
      [start, end, 'the end lies before the start'],
    ] as const) {
      if (earlier?.day === undefined || later?.day === undefined || later.day >= earlier.day) continue;
      const { at, start: from, end: to, text } = later;
      report({
        reason,
        at,
        start: from,
        end: to,
        actual: text,
        note: `the earlier of the two should be ${printDay(earlier.day)}`,
      });
    }
  },
};

function first(subject: Subject, kind: RegExp): StatedDate | undefined {
  return statedDates(subject).find(
    ({ at, start, day }) => day !== undefined && kind.test(at.text.slice(Math.max(0, start - 80), start)),
  );
}
