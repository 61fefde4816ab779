/** The rules on dates, in the order in which they are listed. A new one is a file beside this and a line here. */
import type { Rule } from '../../rule.ts';
import { dateBeforeIssue } from './date-before-issue.ts';
import { dateFormat } from './date-format.ts';
import { dateSequence } from './date-sequence.ts';
import { deadlineDay } from './deadline-day.ts';
import { disagreeingDates } from './disagreeing-dates.ts';
import { impossibleDate } from './impossible-date.ts';
import { leadingZero } from './leading-zero.ts';
import { periodLength } from './period-length.ts';
import { periodVariant } from './period-variant.ts';
import { respondBy } from './respond-by.ts';
import { shortYear } from './short-year.ts';
import { timeFormat } from './time-format.ts';
import { weekday } from './weekday.ts';

export const DATES_RULES: readonly Rule[] = [
  weekday,
  impossibleDate,
  dateBeforeIssue,
  disagreeingDates,
  dateFormat,
  shortYear,
  leadingZero,
  timeFormat,
  respondBy,
  deadlineDay,
  periodLength,
  periodVariant,
  dateSequence,
];
