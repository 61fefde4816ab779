/** What a template can call: one helper a line in the table, each a small function of its arguments. */
import { type CalendarDate, daysBetween, parseDate, printDate, printDeadline, printWeekdayDate } from './dates.ts';
import { TemplateFault } from './fault.ts';
import {
  escapeText,
  hyperlink,
  isAddress,
  isMarkup,
  type Markup,
  markup,
  quoteForAttribute,
  quoteForFrontMatter,
} from './markup.ts';
import { type Cited, citeAll, type Join, listed } from './references.ts';
import type { Helper, Helpers } from './template.ts';

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
    anchor: ([id]) => markup(anchor(textOf(id))),
    attachment: ([id]) => found(names.attachments, id, 'attachment'),
    attribute: ([text]) => markup(quoteForAttribute(textOf(text))),
    cite: ([document, ...anchors], named) => cite(names.after, document, anchors, named),
    citeBefore: ([document, ...anchors], named) => cite(names.before, document, anchors, named),
    concat: (pieces) => pieces.map(textOf).join(''),
    date: ([date]) => printDate(dateOf(date)),
    days: ([from, to]) => daysBetween(dateOf(from), dateOf(to)),
    deadline: ([date]) => printDeadline(dateOf(date)),
    email: ([address]) => email(textOf(address)),
    heading: ([section]) => heading(section),
    link: ([address, text]) => link(textOf(address), textOf(text ?? address)),
    list: ([words]) => list(words),
    md: ([value]) => trusted(value),
    question: ([id]) => found(names.questions, id, 'question'),
    quoted: ([text]) => markup(quoteForFrontMatter(textOf(text))),
    weekdayDate: ([date]) => printWeekdayDate(dateOf(date)),
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

function anchor(id: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(id)) return id;
  throw new TemplateFault(`"${id}" cannot be an anchor: letters, digits and dashes can`);
}

function list(words: unknown): string {
  // Lists of the data have no methods of their own.
  if (Array.isArray(words)) return listed(Array.from(words as ArrayLike<unknown>, textOf));
  throw new TemplateFault('a list of texts is wanted as argument');
}

function email(address: string): Markup {
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
