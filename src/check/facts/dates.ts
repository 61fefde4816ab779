/** The dates, times and deadlines that a text states. */
import { once, type Passage, type Subject } from '../subject.ts';

export type DateForm = 'words' | 'short month' | 'dots' | 'slashes' | 'ISO' | 'American';

export interface StatedDate {
  readonly at: Passage;
  /** UTF-16 offsets in the passage's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Days since 1970-01-01; `undefined` where there is no such date. */
  readonly day: number | undefined;
  /** The name of the weekday as printed, where there is one. */
  readonly weekday?: string;
  readonly form: DateForm;
  /** Set where the year has two digits. */
  readonly shortYear?: true;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
export const MONTH_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const DATES = new RegExp(
  [
    `(?:\\b(?<weekday>${WEEKDAYS.join('|')}|Sun|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat),?\\s+(?:the\\s+)?)?`,
    '(?:',
    `(?<![\\d.,/-])(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<m1>${MONTH_NAMES})\\.?,?\\s+(?<y1>\\d{4}|\\d{2}(?=\\s*(?:[.,;:)]|$)))(?!\\d)`,
    '|(?<![\\d.,/-])(?<d2>\\d{1,2})(?<sep>[./])(?<m2>\\d{1,2})\\k<sep>(?<y2>\\d{4})(?![\\d])',
    '|(?<![\\d.,/-])(?<y3>\\d{4})-(?<m3>\\d{2})-(?<d3>\\d{2})(?![\\d])',
    `|\\b(?<m4>${MONTH_NAMES})\\.?\\s+(?<d4>\\d{1,2})(?:st|nd|rd|th)?,\\s+(?<y4>\\d{4})(?!\\d)`,
    ')',
  ].join(''),
  'g',
);

/** Every date of a text, in reading order. */
export const statedDates = once((subject: Subject): readonly StatedDate[] =>
  subject.passages.flatMap((passage) => (/\d/.test(passage.text) ? datesIn(passage) : [])),
);

function datesIn(passage: Passage): StatedDate[] {
  return [...passage.text.matchAll(DATES)].map((match): StatedDate => {
    const g = match.groups ?? {};
    return {
      at: passage,
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      day: dayOfMatch(g),
      ...(g.weekday === undefined ? {} : { weekday: g.weekday }),
      form: formOf(g),
      ...(yearOf(g).length === 2 ? { shortYear: true } : {}),
    };
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

function yearOf(g: Groups): string {
  return g.y1 ?? g.y2 ?? g.y3 ?? g.y4 ?? '';
}

function dayOfMatch(g: Groups): number | undefined {
  const month = g.m1 ?? g.m4;
  const monthNumber = month === undefined ? Number(g.m2 ?? g.m3) : monthOf(month);
  const year = yearOf(g);
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  return dayNumber(fullYear, monthNumber, Number(g.d1 ?? g.d2 ?? g.d3 ?? g.d4));
}

/** The day of the first date of a text that stands on its own; `undefined` where there is none. */
export function dayIn(text: string): number | undefined {
  const match = new RegExp(DATES.source).exec(text);
  return match === null ? undefined : dayOfMatch(match.groups ?? {});
}

/** The time of day at the end of a text, `16:00 on`, as `16:00`, and where it begins. */
export function timeBefore(text: string): { readonly text: string; readonly start: number } | undefined {
  const match =
    /\b([01]\d|2[0-3])[:.]([0-5]\d)\s+(?:hours\s+)?(?:on|,)?\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+)?$/.exec(
      text,
    );
  return match === null ? undefined : { text: `${match[1]}:${match[2]}`, start: match.index };
}

function formOf(g: Groups): DateForm {
  if (g.y3 !== undefined) return 'ISO';
  if (g.y2 !== undefined) return g.sep === '.' ? 'dots' : 'slashes';
  if (g.y4 !== undefined) return 'American';
  return MONTHS.includes((g.m1 ?? '').toLowerCase()) ? 'words' : 'short month';
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

/** `undefined` for 31 June. */
function dayNumber(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.getTime() / 86_400_000 : undefined;
}

/** `Thursday`. */
export function weekdayOf(day: number): string {
  return WEEKDAYS[(((day + 4) % 7) + 7) % 7] as string;
}

/** `31 January 2020`. */
export function printDay(day: number): string {
  const date = new Date(day * 86_400_000);
  const month = MONTHS[date.getUTCMonth()] as string;
  return `${date.getUTCDate()} ${month[0]?.toUpperCase()}${month.slice(1)} ${date.getUTCFullYear()}`;
}

const ISSUED = /^\W*(?:date(?: of issue| issued)?|issued|issue date|publication date|published)\W*$/i;

/** The day of issue: as it is set, or as the head of the document says (`Date: 19 December 2019`). */
export const issueDay = once((subject: Subject): number | undefined => {
  const { issued } = subject.settings;
  if (issued !== undefined) return Date.parse(`${issued}T00:00:00Z`) / 86_400_000;
  return statedDates(subject).find((date) => ISSUED.test(lineBefore(date)))?.day;
});

function lineBefore({ at, start }: StatedDate): string {
  return at.text.slice(at.text.lastIndexOf('\n', start - 1) + 1, start);
}

const RESPOND =
  /(?:\brespond(?:ed)?\b[^.]*\bby\b|\b(?:views|comments|replies|submissions)\b[^.]*\bby\b|\bresponses?\b[^.]*\bby\b|\b(?:consultation|call|it) closes\b(?: at| on| by)?|^\W*clos(?:es|ing)\b(?: date)?(?: at| on| by|:)?|\bclosing date\b|\bdeadline (?:for (?:responses|comments|replies|responding)|to respond)\b[^.]*|^\W*(?:the )?deadline\b[^.]*)[^.]{0,60}$/i;

/** The dates by which responses are wanted. */
export const respondDates = once((subject: Subject): readonly StatedDate[] =>
  statedDates(subject).filter((date) => date.day !== undefined && RESPOND.test(sentenceBefore(date))),
);

/** What stands before a date in its sentence; another date ends it. */
export function sentenceBefore(date: StatedDate): string {
  const before = date.at.text.slice(Math.max(0, date.start - 160), date.start);
  const cut = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf('; '));
  const rest = before.slice(cut + 1);
  return rest.replace(new RegExp(`^[\\s\\S]*\\d{1,2}\\s+(?:${MONTH_NAMES})\\s+\\d{4}`), '');
}
