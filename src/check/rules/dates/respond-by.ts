/** Dates for responses that do not agree. */
import { printDay, respondDates, type StatedDate } from '../../facts/dates.ts';
import { sentencesOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';

export const respondBy: Rule = {
  id: 'respond-by',
  group: 'dates',
  severity: 'warning',
  english: true,
  says: 'Dates by which to respond that do not agree.',
  why: 'Who reads the later date answers too late. Dates for one question, one group or an event are left out.',
  good: 'Respond by: 17 January 2020\n\nThe consultation closes on 17 January 2020.',
  bad: 'Respond by: 17 January 2020\n\nThe consultation closes on 18 January 2020.',
  check: (subject, report) => {
    const dates = respondDates(subject).filter((date) => !isForSome(date));
    const [first, ...rest] = dates;
    if (first?.day === undefined) return;
    for (const { at, start, end, day, text } of rest) {
      if (day === first.day) continue;
      const note = `${first.at.cite || 'the head of the document'} says ${printDay(first.day)}`;
      const severity = at.kind === 'cell' || first.at.kind === 'cell' || at.kind === 'note' ? 'note' : 'warning';
      report({
        reason: 'the dates by which to respond do not agree',
        at,
        start,
        end,
        actual: text,
        expected: first.text,
        note,
        severity,
      });
    }
  },
};

/** A deadline for one question, one part or one group, one that was put off, or one that is past. */
const SOME =
  /\bquestions?\s+\d|\b(?:part|chapter|section|annex|proposal)s?\s+\w+\b.*\bby\b|\bextend(?:ed|s)?\b|\b(?:previous|original|earlier|first|second|initial|final|last|interim|further|late|workshop|webinar|meeting|event|ballot|registration|register|bookings?|expressions? of interest|nominations?|appeals?|objections?|voting|votes?|tender|applications?|if you|in (?:Scotland|Wales|Northern Ireland|Welsh|English))\b|\b(?:closed|was|were|had)\b/i;

function isForSome(date: StatedDate): boolean {
  const { at, start, end } = date;
  const sentence = sentencesOf(at.text).find((one) => one.start <= start && start < one.end) ?? { start: 0, end };
  return SOME.test(at.text.slice(sentence.start, sentence.end));
}
