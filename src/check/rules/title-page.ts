/** What the title pages of a pack say against its manifest. */
import { dayOf } from '../calendar.ts';
import { PACK_TEXT } from '../examples.ts';
import { dayIn, printDay } from '../facts/dates.ts';
import { linesOf } from '../locate.ts';
import type { PackText, PackView } from '../pack.ts';
import type { PackRule, Tell } from '../rule.ts';

const PAGE = (date: string) =>
  `---\ntitle: T\nprovision: Section\nproperties:\n  Date: ${date}\n  Respond by: 17 January 2020\n---\n\n# 1 Terms\n`;
const EXAMPLE = { before: PACK_TEXT, after: PACK_TEXT, dates: { issued: '2019-12-19', respondBy: '2020-01-17' } };

export const titlePage: PackRule = {
  id: 'title-page',
  group: 'packs',
  severity: 'error',
  says: 'A title page of a pack with another date, deadline, contact or classification than its manifest.',
  good: { ...EXAMPLE, texts: { consultation: PAGE('19 December 2019') } },
  bad: { ...EXAMPLE, texts: { consultation: PAGE('18 December 2019') } },
  checkPack: (pack, tell) => {
    for (const text of pack.texts) {
      const { properties = {}, classification } = text.subject.document.meta;
      for (const [key, said] of Object.entries(properties)) tellFact(pack, text, key, said, tell);
      if (classification !== undefined) tellFact(pack, text, 'classification', classification, tell);
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

function tellFact(pack: PackView, text: PackText, key: string, said: string, tell: Tell): void {
  const expected = FACTS.find((fact) => fact.key.test(key))?.expected(pack);
  if (expected === undefined || agrees(said, expected)) return;
  const reason = `the title page says another "${key}" than the manifest`;
  tell({ reason, place: placeOfFact(text, key), actual: said, expected });
}

function agrees(said: string, expected: string): boolean {
  const day = dayIn(expected);
  if (day === undefined) return said === expected;
  const [ours, theirs] = [TIME.exec(expected)?.[0], TIME.exec(said)?.[0]];
  return (dayIn(said) ?? day) === day && (theirs ?? ours) === ours;
}

/** The line of the front matter that says it. */
function placeOfFact({ file, subject: { source } }: PackText, key: string) {
  const at = source?.search(new RegExp(`^\\s*["']?${key.replace(/[^\w ]/g, '.')}["']?:`, 'mi')) ?? -1;
  return source === undefined || at < 0
    ? { file }
    : { file, ...linesOf(source).at(at + (source[at] === '\n' ? 1 : 0)) };
}
