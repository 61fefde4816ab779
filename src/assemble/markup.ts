/** Text and markup told apart: what comes from data is escaped, and only what we or an author wrote is Markdown. */
import { mapAroundOpenPlaces } from './open-place.ts';

const MARKUP = Symbol('markup');

/** Legal Markdown that may be inserted as it stands. Data can't pretend to be it: the key is a private symbol. */
export interface Markup {
  readonly [MARKUP]: string;
}

/** Vouches for a piece of Legal Markdown. */
export function markup(source: string): Markup {
  return Object.assign(Object.create(null) as object, { [MARKUP]: source, [Symbol.toPrimitive]: () => source });
}

export function isMarkup(value: unknown): value is Markup {
  return typeof value === 'object' && value !== null && MARKUP in value;
}

export function markupSource(value: Markup): string {
  return value[MARKUP];
}

/** White space that runs together, and characters that print nothing. A no-break space is kept: it is meant. */
const BLANKS = /[\p{Cc} \u2028\u2029]+/gu;

/** Every mark that CommonMark, GFM, directives or Legal Markdown may read; each can be escaped (CommonMark 2.4). */
const MARKS = /[!"#$&()*+./:;<=>?@[\\\]^_`{|}~-]/g;

/** A text as Legal Markdown that prints just that text, on one line; white space runs together. */
export function escapeText(text: string): string {
  return text.replace(BLANKS, ' ').replace(MARKS, '\\$&');
}

/** A text from data as Legal Markdown: as `escapeText` gives it, but for open places, which are blanks. */
export function escapeData(text: string): string {
  return mapAroundOpenPlaces(text, escapeText);
}

/** A text as a double-quoted scalar of front matter. JSON strings are YAML double-quoted scalars (YAML 1.2, 1.2). */
export function quoteForFrontMatter(text: string): string {
  return JSON.stringify(text.replace(BLANKS, ' '));
}

/** A text as the quoted value of a directive's attribute, in which character references are read. */
export function quoteForAttribute(text: string): string {
  const inner = text.replace(BLANKS, ' ').replace(/[&"<>{}`]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return `"${inner}"`;
}

/** A hyperlink; the address is one that `isAddress` accepts. */
export function hyperlink(address: string, text: string): string {
  const safe = address.replace(/[<>\\\s]/g, (mark) => encodeURIComponent(mark));
  return `[${escapeText(text)}](<${safe}>)`;
}

/** Whether an address may stand in a publication: the web, or e-mail. */
export function isAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s<>\\\p{Cc}]+$/u.test(address);
}
