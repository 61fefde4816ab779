/** Which version of a document is in force on a date, by what the versions say of themselves. */
import { UnusableInput } from '../message.ts';
import type { Meta } from '../model/document.ts';
import { documentNamed, type Library, type LibraryVersion } from './library.ts';
import { byText } from './names.ts';
import { readMeta } from './read.ts';

/**
 * The version of `document` in force on `date` (ISO 8601, `2020-01-31`): the one that took effect last, on that day
 * or before. A draft, and a version without an effective date, is never in force. `undefined` where none is.
 * Throws `UnusableInput` where there is no such document, or the date is none.
 */
export async function inForce(library: Library, document: string, date: string): Promise<LibraryVersion | undefined> {
  if (!isDate(date)) {
    const reason = `"${date}" is no date`;
    throw new UnusableInput({ severity: 'error', rule: 'library/not-a-date', reason, expected: 'YYYY-MM-DD' });
  }
  const { versions } = documentNamed(library, document);
  const dated = await Promise.all(
    versions.map(async (version) => ({ version, meta: (await readMeta(library, version)).value })),
  );
  return newestInForce(dated, date)?.version;
}

/** Versions come in their order, so that of two with one date the later version stands. */
function newestInForce<T extends { readonly meta: Meta }>(dated: readonly T[], date: string): T | undefined {
  const effective = (one: T): string => one.meta.effective ?? '';
  return dated
    .filter((one) => one.meta.status !== 'draft' && effective(one) !== '' && effective(one) <= date)
    .sort((a, b) => byText(effective(a), effective(b)))
    .at(-1);
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}
