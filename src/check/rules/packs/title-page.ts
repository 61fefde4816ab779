/** What the title pages of a pack say against its manifest. */
import { dayOf } from '../../calendar.ts';
import { PACK_TEXT } from '../../examples.ts';
import { dayIn, printDay } from '../../facts/dates.ts';
import { linesOf } from '../../locate.ts';
import type { PackText, PackView } from '../../pack.ts';
import type { PackRule, ReportFound } from '../../rule.ts';

const PAGE = (date: string) =>
  `---\ntitle: T\nprovision: Section\nproperties:\n  Date: ${date}\n  Respond by: 17 January 2020\n---\n\n# 1 Terms\n`;
const EXAMPLE = { before: PACK_TEXT, after: PACK_TEXT, dates: { issued: '2019-12-19', respondBy: '2020-01-17' } };

export const titlePage: PackRule = {
  id: 'title-page',
  group: 'packs',
  severity: 'error',
  says: 'A title page of a pack with another date, deadline, contact or classification than its manifest.',
  why: 'The manifest sets what the title page says.',
  good: { ...EXAMPLE, texts: { consultation: PAGE('19 December 2019') } },
  bad: { ...EXAMPLE, texts: { consultation: PAGE('18 December 2019') } },
  checkPack: (pack, report) => {
    for (const text of pack.texts) {
      const { properties = {}, classification } = text.subject.document.meta;
      for (const [key, stated] of Object.entries(properties)) reportFact(pack, text, key, stated, report);
      if (classification !== undefined) reportFact(pack, text, 'classification', classification, report);
    }
  },
};

/** What a line of a title page should say, by its name; a date may be printed in any form, and a time left out. */
const FACTS: readonly { readonly key: RegExp; readonly expected: (pack: PackView) => string | undefined }[] = [
  { key: /^(?:date|issued|date of issue|issue date)$/i, expected: ({ dates }) => dates && printed(dates.issued) },
  {
    key: /^(?:respond by|responses by|closing date|deadline)$/i,
    expected: ({ dates }) => dates && printed(dates.respondBy),
  },
  { key: /^classification$/i, expected: ({ classification }) => classification },
  { key: /^(?:contact|send to|respond to)$/i, expected: ({ contact }) => contact },
];

const TIME = /\b(?:[01]\d|2[0-3]):[0-5]\d\b/;

/** `16:00 on 17 January 2020`. */
function printed(date: string): string {
  const day = printDay(dayOf(date.slice(0, 10)));
  const time = TIME.exec(date.slice(11))?.[0];
  return time === undefined ? day : `${time} on ${day}`;
}

function reportFact(pack: PackView, text: PackText, key: string, stated: string, report: ReportFound): void {
  const expected = FACTS.find((fact) => fact.key.test(key))?.expected(pack);
  if (expected === undefined || agrees(stated, expected)) return;
  const reason = `the title page says another "${key}" than the manifest`;
  report({ reason, place: placeOfFact(text, key), actual: stated, expected });
}

function agrees(stated: string, expected: string): boolean {
  const day = dayIn(expected);
  if (day === undefined) return stated === expected;
  const [ours, theirs] = [TIME.exec(expected)?.[0], TIME.exec(stated)?.[0]];
  return (dayIn(stated) ?? day) === day && (theirs ?? ours) === ours;
}

/** The line of the front matter that says it. */
function placeOfFact({ file, subject: { source } }: PackText, key: string) {
  const at = source?.search(new RegExp(`^\\s*["']?${key.replace(/[^\w ]/g, '.')}["']?:`, 'mi')) ?? -1;
  return source === undefined || at < 0
    ? { file }
    : { file, ...linesOf(source).at(at + (source[at] === '\n' ? 1 : 0)) };
}
