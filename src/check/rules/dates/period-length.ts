/** Periods that the dates of the document do not give. */
import type { Calendar } from '../../calendar.ts';
import { issueDay, printDay, respondDates } from '../../facts/dates.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const MORE: Readonly<Record<string, number>> = { fourteen: 14, fifteen: 15, twenty: 20, thirty: 30 };
const PERIOD = new RegExp(
  `\\b(\\d{1,3}|${NUMBERS.join('|')}|${Object.keys(MORE).join('|')})[\\s-](working[\\s-]|business[\\s-]|calendar[\\s-])?(day|week)s?['’]?\\s+(?:consultation|comment|response)(?:\\s+(?:period|window))?`,
  'gi',
);

export const periodLength: Rule = {
  id: 'period-length',
  group: 'dates',
  severity: 'warning',
  english: true,
  needs: ['calendar'],
  says: 'A stated length of the consultation that its dates do not give, however days are counted.',
  why: 'The period that is promised and the dates that are set do not agree, however days are counted.',
  good: 'Date: 3 April 2023\n\nRespond by: 17 April 2023\n\nThis is a two-week consultation period.',
  bad: 'Date: 14 April 2023\n\nRespond by: 2 May 2023\n\nThis is a ten-day consultation period.',
  check: (subject, report) => {
    const from = issueDay(subject);
    const to = respondDates(subject)[0]?.day;
    const { calendar } = subject;
    if (from === undefined || to === undefined || to < from || calendar === undefined) return;
    for (const [at, match] of matches(subject, PERIOD)) {
      const [text, count = '', kind = '', unit = ''] = match;
      const length = numberOf(count) * (unit.toLowerCase() === 'week' ? 7 : 1);
      const counted = countDays(from, to, calendar);
      if (agrees(length, /working|business/i.test(kind), counted)) continue;
      const reason = `${printDay(from)} to ${printDay(to)} is ${counted.calendar} calendar days, and ${counted.working} Working Days with neither the day of issue nor the last day counted (${counted.working + counted.last} with the last; ${calendar.nation})`;
      report({ reason, at, start: match.index, end: match.index + text.length, actual: text });
    }
  },
};

function numberOf(text: string): number {
  const word = text.toLowerCase();
  return MORE[word] ?? (NUMBERS.includes(word) ? NUMBERS.indexOf(word) + 1 : Number(word));
}

interface Counted {
  readonly calendar: number;
  /** Working Days between the two, neither end counted. */
  readonly working: number;
  /** 1 where the last day is a Working Day. */
  readonly last: 0 | 1;
}

function countDays(from: number, to: number, calendar: Calendar): Counted {
  let working = 0;
  for (let day = from + 1; day < to; day++) if (calendar.isWorkingDay(day)) working += 1;
  return { calendar: to - from, working, last: calendar.isWorkingDay(to) ? 1 : 0 };
}

/** The day of issue is not counted (Clause counting rules, CPR 2.8); a bare "day" may be meant either way, but with its last. */
function agrees(length: number, working: boolean, counted: Counted): boolean {
  const days = [counted.calendar, counted.calendar + 1];
  const workingDays = [counted.working + counted.last, counted.working + counted.last + 1];
  return (working ? workingDays : [...days, ...workingDays]).includes(length);
}
