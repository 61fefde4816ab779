/** Which days are Working Days: neither a Saturday, a Sunday nor a public holiday of the nation that is set. */
import { PROCLAIMED } from './data/proclaimed-holidays.ts';

export interface Calendar {
  /** The nation, as it was asked for. */
  readonly nation: string;
  /** The name of the public holiday on a day (days since 1970-01-01), where it is one. */
  readonly holidayOn: (day: number) => string | undefined;
  readonly isWorkingDay: (day: number) => boolean;
}

const DAY = 86_400_000;

/** Holidays that are kept but on which business goes on. */
const CLOSED: ReadonlySet<string> = new Set(['public', 'bank']);

/**
 * The calendar of a nation, named by ISO 3166-1 or 3166-2 (`GB-ENG`, `GB-SCT`, `IE`). `undefined` where its holidays
 * are not known. Holidays come from the package date-holidays; those of the United Kingdom that it has wrong, since a
 * proclamation moved or added them once, from a table of our own.
 */
export async function loadCalendar(nation: string): Promise<Calendar | undefined> {
  const { default: Holidays } = await import('date-holidays');
  const [country = '', ...region] = nation.split('-');
  const source = new Holidays();
  if (!Object.hasOwn(source.getCountries(), country)) return undefined;
  if (region.length > 0 && !Object.hasOwn(source.getStates(country) ?? {}, region[0] as string)) return undefined;
  source.init(country, region[0] as string);
  const years = new Map<number, Map<number, string>>();
  const yearOf = (year: number): Map<number, string> => {
    let days = years.get(year);
    if (days === undefined) {
      days = holidaysOf(source.getHolidays(year), country === 'GB' ? year : undefined);
      years.set(year, days);
    }
    return days;
  };
  const holidayOn = (day: number): string | undefined => yearOf(new Date(day * DAY).getUTCFullYear()).get(day);
  const isWeekend = (day: number): boolean => [0, 6].includes(new Date(day * DAY).getUTCDay());
  return { nation, holidayOn, isWorkingDay: (day) => !isWeekend(day) && holidayOn(day) === undefined };
}

interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly type: string;
}

function holidaysOf(holidays: readonly Holiday[], year: number | undefined): Map<number, string> {
  const days = new Map<number, string>();
  for (const { date, name, type } of holidays) if (CLOSED.has(type)) days.set(dayOf(date.slice(0, 10)), name);
  for (const { date, name } of PROCLAIMED) {
    if (year === undefined || !date.startsWith(`${year}-`)) continue;
    if (name === undefined) days.delete(dayOf(date));
    else days.set(dayOf(date), name);
  }
  return days;
}

/** Days since 1970-01-01 of an ISO date. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}
