/** What a template can call: one helper a line in the table, each a small function of its arguments. */
import { type CalendarDate, daysBetween, parseDate, printDate, printDeadline, printWeekdayDate } from './dates.ts';
import { TemplateFault } from './fault.ts';
import {
  escapeData,
  escapeText,
  hyperlink,
  isAddress,
  isMarkup,
  type Markup,
  markup,
  quoteForAttribute,
  quoteForFrontMatter,
} from './markup.ts';
import { isOpenPlace, openPlace } from './open-place.ts';
import { UNNUMBERED } from './paragraphs.ts';
import { type Cited, citeAll, type Join, listed } from './references.ts';
import type { Helper, Helpers } from './template.ts';
import { capitalised, choose, withArticle } from './wording.ts';

/** What helpers look up by name. */
export interface Names {
  /** By document and anchor. */
  readonly after: ReadonlyMap<string, ReadonlyMap<string, Cited>>;
  readonly before: ReadonlyMap<string, ReadonlyMap<string, Cited>>;
  /** `Attachment 3`, by the attachment's id. */
  readonly attachments: ReadonlyMap<string, string>;
  /** `FTC Q1`, by the question's id. */
  readonly questions: ReadonlyMap<string, string>;
}

/** All helpers, by name. What each does, with an example, stands in `templates/README.md`. */
export function makeHelpers(names: Names): Helpers {
  return {
    a: ([text]) => withArticle(textOf(text)),
    anchor: ([id]) => markup(anchor(textOf(id))),
    attachment: ([id]) => found(names.attachments, id, 'attachment'),
    attribute: ([text]) => markup(quoteForAttribute(textOf(text))),
    capital: ([text]) => capitalised(textOf(text)),
    choose: ([things, ...forms]) => choose(countOf(things), forms.map(textOf)),
    cite: ([document, ...anchors], named) => cite(names.after, document, anchors, named),
    citeBefore: ([document, ...anchors], named) => cite(names.before, document, anchors, named),
    concat: (pieces) => pieces.map(textOf).join(''),
    date: ([date]) => printed(date, printDate),
    days: ([from, to]) => days(from, to),
    deadline: ([date]) => printed(date, printDeadline),
    email: ([address]) => email(textOf(address)),
    heading: ([section]) => heading(section),
    items: ([words]) => markup(items(words)),
    link: ([address, text]) => link(textOf(address), textOf(text ?? address)),
    list: ([words], named) => list(words, named),
    md: ([value]) => trusted(value),
    question: ([id]) => found(names.questions, id, 'question'),
    quoted: ([text]) => markup(quoteForFrontMatter(textOf(text))),
    unnumbered: () => markup(UNNUMBERED),
    weekdayDate: ([date]) => printed(date, printWeekdayDate),
  } satisfies Record<string, Helper>;
}

function found(map: ReadonlyMap<string, string>, id: unknown, what: string): string {
  const value = map.get(textOf(id));
  if (value === undefined) throw new TemplateFault(`there is no ${what} "${textOf(id)}"`);
  return value;
}

function cite(
  documents: ReadonlyMap<string, ReadonlyMap<string, Cited>>,
  document: unknown,
  anchors: readonly unknown[],
  named: Readonly<Record<string, unknown>>,
): string {
  const known = documents.get(textOf(document));
  if (known === undefined) throw new TemplateFault(`this pack has no such version of a document "${textOf(document)}"`);
  if (anchors.length === 0) throw new TemplateFault('an anchor is wanted');
  return citeAll(
    anchors.map((anchor) => citedBy(known, textOf(anchor))),
    joinOf(named.join),
  );
}

function citedBy(known: ReadonlyMap<string, Cited>, anchor: string): Cited {
  const cited = known.get(anchor);
  if (cited === undefined) throw new TemplateFault(`the document has no anchor "${anchor}"`);
  return cited;
}

function joinOf(value: unknown): Join | undefined {
  if (value === undefined || value === 'to' || value === 'and') return value;
  throw new TemplateFault('join is "to" or "and"');
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TemplateFault('a text is wanted as argument');
}

function dateOf(value: unknown): CalendarDate {
  const date = typeof value === 'string' ? parseDate(value) : undefined;
  if (date === undefined) throw new TemplateFault('a date is wanted as argument, such as dates.issued');
  return date;
}

/** A date as printed; one that is still open as the blank that it is. */
function printed(value: unknown, print: (date: CalendarDate) => string): string {
  return typeof value === 'string' && isOpenPlace(value) ? value.trim() : print(dateOf(value));
}

function days(from: unknown, to: unknown): string | number {
  const open = [from, to].some((value) => typeof value === 'string' && isOpenPlace(value));
  return open ? openPlace('the number of days') : daysBetween(dateOf(from), dateOf(to));
}

/** How many things a list or a group of values holds; a number counts for itself. */
function countOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length;
  throw new TemplateFault('a list is wanted as first argument');
}

function anchor(id: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(id)) return id;
  throw new TemplateFault(`"${id}" cannot be an anchor: letters, digits and dashes can`);
}

/** `{{list words}}`; of things, what `key` names of each, behind `before`: `{{list documents key="short" before="the "}}`. */
function list(things: unknown, { key, before = '' }: Readonly<Record<string, unknown>>): string {
  if (typeof things !== 'object' || things === null) throw new TemplateFault('a list is wanted as argument');
  const name = key === undefined ? undefined : textOf(key);
  const wordOf = (thing: unknown): string =>
    textOf(before) + textOf(name === undefined ? thing : (thing as Readonly<Record<string, unknown>> | null)?.[name]);
  return listed(Object.values(things).map(wordOf));
}

/** Texts as a list whose last two are joined by `and`: `- a; and`, `- b.`. */
function items(words: unknown): string {
  if (typeof words !== 'object' || words === null) throw new TemplateFault('a list is wanted as argument');
  const texts = Object.values(words).map(textOf);
  const ending = (i: number): string => (i === texts.length - 1 ? '.' : i === texts.length - 2 ? '; and' : ';');
  return texts.map((text, i) => `- ${escapeData(text)}${ending(i)}`).join('\n');
}

function email(address: string): Markup {
  if (isOpenPlace(address)) return markup(escapeData(address));
  if (!/^[^\s@<>()]+@[^\s@<>()]+$/.test(address)) throw new TemplateFault(`"${address}" is no e-mail address`);
  return markup(hyperlink(`mailto:${address}`, address));
}

function link(address: string, text: string): Markup {
  if (!isAddress(address)) throw new TemplateFault(`"${address}" is no address of the web`);
  return markup(hyperlink(address, text));
}

function trusted(value: unknown): Markup {
  if (isMarkup(value)) return value;
  throw new TemplateFault('md takes a narrative; text from data cannot become Markdown');
}

/** `## 2.1 DMCT completion {#dmct-completion}` of a section as `bind` makes it. */
function heading(section: unknown): Markup {
  const { depth, number, title, id } = (section ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof depth !== 'number') throw new TemplateFault('a section is wanted as argument');
  return markup(`${'#'.repeat(depth)} ${textOf(number)} ${escapeText(textOf(title))} {#${textOf(id)}}`);
}
