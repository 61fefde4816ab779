/** Dates as a manifest gives them (ISO 8601) and as a publication prints them; the weekday is always worked out. */
import { MONTHS } from '../model/date.ts';

/** A calendar date, with the time of day where one was given. Months and days count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 24-hour clock, `16:00`. */
  readonly time?: string;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T((?:[01]\d|2[0-3]):[0-5]\d))?$/;

/** Reads `2020-01-17` or `2020-01-17T16:00`; `undefined` where that is no date of the calendar. */
export function parseDate(text: string): CalendarDate | undefined {
  const [, year, month, day, time] = ISO.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (year === undefined || !exists(date)) return undefined;
  return time === undefined ? date : { ...date, time };
}

/** Whether the calendar has that day: a 31 February rolls over into March and so is not the same day. */
function exists(date: CalendarDate): boolean {
  const instant = new Date(dayNumber(date) * MS_A_DAY);
  return instant.getUTCMonth() === date.month - 1 && instant.getUTCDate() === date.day;
}

const MS_A_DAY = 86_400_000;

/** Days since 1 January 1970. */
function dayNumber(date: CalendarDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / MS_A_DAY;
}

/** `19 December 2019`. */
export function printDate(date: CalendarDate): string {
  return `${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
}

/** `Friday 31 January 2020`. */
export function printWeekdayDate(date: CalendarDate): string {
  return `${weekday(date)} ${printDate(date)}`;
}

/** `16:00 on Friday 17 January 2020`; without the time where none was given. */
export function printDeadline(date: CalendarDate): string {
  return date.time === undefined ? printWeekdayDate(date) : `${date.time} on ${printWeekdayDate(date)}`;
}

function weekday(date: CalendarDate): string {
  return WEEKDAYS[(((dayNumber(date) + 4) % 7) + 7) % 7] as string;
}

/** Calendar days from one date to a later one; 1 from today to tomorrow. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whether the first is the earlier, the time of day counted where both have one. */
export function isBefore(a: CalendarDate, b: CalendarDate): boolean {
  const days = daysBetween(a, b);
  return days > 0 || (days === 0 && a.time !== undefined && b.time !== undefined && a.time < b.time);
}
