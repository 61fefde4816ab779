import { describe, expect, it } from 'vitest';
import {
  type CalendarDate,
  daysBetween,
  isBefore,
  parseDate,
  printDate,
  printDeadline,
  printWeekdayDate,
} from '../../src/assemble/dates.ts';

function date(text: string): CalendarDate {
  const parsed = parseDate(text);
  if (parsed === undefined) throw new Error(`${text} is no date`);
  return parsed;
}

describe('a date', () => {
  it.each([
    '2020-02-30',
    '2019-02-29',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '20-1-1',
    '2020-01-17T24:00',
    'soon',
    '',
  ])('is not read from %j', (text) => expect(parseDate(text)).toBeUndefined());

  it('is printed with the day and year in full', () => {
    expect(printDate(date('2019-12-19'))).toBe('19 December 2019');
    expect(printDate(date('2024-02-29'))).toBe('29 February 2024');
  });

  it.each([
    ['2020-01-31', 'Friday 31 January 2020'],
    ['2019-01-31', 'Thursday 31 January 2019'],
    ['2023-05-31', 'Wednesday 31 May 2023'],
    ['2023-05-02', 'Tuesday 2 May 2023'],
    ['1970-01-01', 'Thursday 1 January 1970'],
    ['1969-12-31', 'Wednesday 31 December 1969'],
    ['1900-03-01', 'Thursday 1 March 1900'],
  ])('has the weekday that the calendar gives: %s', (text, printed) => {
    expect(printWeekdayDate(date(text))).toBe(printed);
  });

  it('is a deadline with its time', () => {
    expect(printDeadline(date('2020-01-17T16:00'))).toBe('16:00 on Friday 17 January 2020');
    expect(printDeadline(date('2020-01-17'))).toBe('Friday 17 January 2020');
  });

  it('is so many days from another', () => {
    expect(daysBetween(date('2023-04-14'), date('2023-05-02'))).toBe(18);
    expect(daysBetween(date('2019-12-31'), date('2020-01-01'))).toBe(1);
  });

  it('is before another', () => {
    expect(isBefore(date('2020-01-16'), date('2020-01-17'))).toBe(true);
    expect(isBefore(date('2020-01-17'), date('2020-01-17'))).toBe(false);
    expect(isBefore(date('2020-01-17T09:00'), date('2020-01-17T16:00'))).toBe(true);
    expect(isBefore(date('2020-01-17T16:00'), date('2020-01-17T09:00'))).toBe(false);
  });
});
