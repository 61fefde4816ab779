/** Dates in the texts of a pack against those of its manifest. */
import { dayOf } from '../../calendar.ts';
import { PACK_TEXT } from '../../examples.ts';
import { printDay, respondDates, type StatedDate, sentenceBefore, statedDates, timeBefore } from '../../facts/dates.ts';
import type { PackDates, PackText } from '../../pack.ts';
import type { PackRule, ReportFound } from '../../rule.ts';

const EXAMPLE = {
  before: PACK_TEXT,
  after: PACK_TEXT,
  dates: { issued: '2019-12-19', respondBy: '2020-01-17T16:00', amendment: '2020-01-31' },
};
const SAID = 'Please respond by 16:00 on 17 January 2020. The amendment is made on 31 January 2020.';

export const packDates: PackRule = {
  id: 'pack-dates',
  group: 'packs',
  severity: 'error',
  says: 'A text of a pack with another deadline than its manifest, or with a date that is a year off one of the manifest.',
  why: 'The manifest sets the dates, and the text states others.',
  good: { ...EXAMPLE, texts: { consultation: SAID } },
  bad: { ...EXAMPLE, texts: { consultation: SAID.replace('17 January', '18 January') } },
  checkPack: ({ dates, texts }, report) => {
    if (dates === undefined) return;
    for (const text of texts) {
      reportDeadlines(text, dates, report);
      reportYears(text, dates, report);
    }
  },
};

function reportDeadlines(packText: PackText, { respondBy }: PackDates, report: ReportFound): void {
  const day = dayOf(respondBy.slice(0, 10));
  const time = respondBy.slice(11, 16);
  // What the title page says is reported by the rule of its own.
  for (const date of deadlinesIn(packText).filter(({ at }) => at.kind !== 'cover')) {
    const { at, start, end, text } = date;
    if (date.day !== day) {
      const reason = 'the date by which to respond is not that of the manifest';
      report({ reason, at, start, end, actual: text, expected: printDay(day) });
    }
    const stated = timeBefore(date.at.text.slice(0, start));
    if (time === '' || stated === undefined || stated.text === time) continue;
    const reason = 'the time by which to respond is not that of the manifest';
    report({ reason, at, start: stated.start, end: stated.start + 5, actual: stated.text, expected: time });
  }
}

/** In a response template, `send it by` a date is a deadline too. */
function deadlinesIn({ role, subject }: PackText): readonly StatedDate[] {
  const known = respondDates(subject);
  if (role !== 'response-template') return known;
  const sent = statedDates(subject).filter((date) => date.day !== undefined && SENT.test(sentenceBefore(date)));
  return [...new Set([...known, ...sent])];
}

const SENT = /\b(?:send|sent|return|returned|submit|submitted)\b.*\b(?:by|before|no later than)\b[^.]{0,30}$/i;

/** The day and month of a date of the manifest with a year beside its own: one of the two was mistyped. */
function reportYears(packText: PackText, dates: PackDates, report: ReportFound): void {
  const { issued, respondBy, amendment, others } = dates;
  const known = [issued, respondBy, ...(amendment === undefined ? [] : [amendment]), ...Object.values(others ?? {})];
  const days = new Set(known.map((date) => dayOf(date.slice(0, 10))));
  const reported = new Set(deadlinesIn(packText));
  for (const date of statedDates(packText.subject)) {
    const { at, start, end, text, day } = date;
    if (day === undefined || days.has(day) || reported.has(date) || at.kind === 'cover') continue;
    const right = [...days].find((other) => isYearOff(day, other));
    if (right === undefined) continue;
    const reason = 'a date has the day and month of one of the manifest, and the year before or after it';
    report({ reason, at, start, end, actual: text, expected: printDay(right), severity: 'warning' });
  }
}

function isYearOff(a: number, b: number): boolean {
  const sameDay = printDay(a).replace(/\d{4}$/, '') === printDay(b).replace(/\d{4}$/, '');
  return sameDay && Math.abs(a - b) <= 366;
}
