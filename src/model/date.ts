/** Dates as a document prints them. */

/** The months in English, January first. */
export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `31 January 2020` of `2020-01-31`; what is no date is printed as it is. */
export function longDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}
