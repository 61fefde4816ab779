/** Dates still to come that lie before the date of issue. */
import { issueDay, printDay, type StatedDate, sentenceBefore, statedDates } from '../../facts/dates.ts';
import type { Rule } from '../../rule.ts';

/** What is said of a day to come. */
const TO_COME =
  /\b(?:will|shall|propos(?:e|es|ed|ing)|plans?|intends?|expects?|respond by|responses? by|with effect from|takes? effect|comes? into (?:force|effect)|no later than|closes?)\b[^.]*$/i;
const PAST = /\b(?:was|were|has|had|have been|did|ran|issued|published|held|concluded)\b[^.]{0,60}$/i;

export const dateBeforeIssue: Rule = {
  id: 'date-before-issue',
  group: 'dates',
  severity: 'warning',
  english: true,
  says: 'A date still to come that lies before the date of issue.',
  why: 'What is still to come cannot lie before the day on which the text says so.',
  good: 'Date: 19 December 2019\n\nThe proposed amendment date is 31 January 2020.',
  bad: 'Date: 19 December 2019\n\nThe proposed amendment date is 31 January 2019.',
  check: (subject, report) => {
    const issued = issueDay(subject);
    if (issued === undefined) return;
    for (const date of statedDates(subject)) {
      if (date.day === undefined || date.day >= issued || !isToCome(date)) continue;
      const { at, start, end, text } = date;
      const note = `issued on ${printDay(issued)}`;
      report({ reason: 'a date still to come lies before the date of issue', at, start, end, actual: text, note });
    }
  },
};

function isToCome(date: StatedDate): boolean {
  const before = sentenceBefore(date);
  return TO_COME.test(before) && !PAST.test(before);
}
