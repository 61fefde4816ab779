/** Comma-separated values (RFC 4180): reading text into records, and writing records that no spreadsheet runs. */

/** A line of values, and the line of the file where it begins, from 1. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/** What was read, and the line where a quoted field was left open, if one was. */
export interface CsvText {
  readonly records: readonly CsvRecord[];
  readonly openQuote?: number;
}

/** One field: quoted, with quotation marks doubled, or plain up to the next comma or end of line. */
const FIELD = /"((?:[^"]|"")*)("?)([^,\r\n]*)|[^,\r\n]*/y;

/** Reads records; a byte order mark and lines without any text are left out. Line ends are LF, CRLF or CR. */
export function readCsv(text: string): CsvText {
  const records: CsvRecord[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let openQuote: number | undefined;
  while (at < text.length) {
    const start = line;
    const fields: string[] = [];
    for (let more = true; more; ) {
      const field = readField(text, at);
      fields.push(field.value);
      if (!field.closed) openQuote ??= line;
      line += lineEnds(text.slice(at, field.end));
      at = field.end;
      more = text[at] === ',';
      if (more) at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    if (fields.some((value) => value.trim() !== '')) records.push({ fields, line: start });
  }
  return { records, ...(openQuote === undefined ? {} : { openQuote }) };
}

function readField(text: string, at: number): { readonly value: string; readonly end: number; closed: boolean } {
  FIELD.lastIndex = at;
  const match = FIELD.exec(text);
  const end = FIELD.lastIndex;
  if (match?.[1] === undefined) return { value: unguarded(match?.[0] ?? ''), end, closed: true };
  const value = match[1].replaceAll('""', '"') + (match[3] ?? '');
  return { value: unguarded(value), end, closed: match[2] === '"' };
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** What a spreadsheet takes for a formula, whatever quotation marks stand around it. */
const FORMULA = /^[=+\-@\t\r]/;

/** Writes records with LF, a field in quotation marks where it needs them, and one that would run as text. */
export function writeCsv(records: readonly (readonly string[])[]): string {
  return records.map((fields) => `${fields.map(writeField).join(',')}\n`).join('');
}

/** An apostrophe in front makes a spreadsheet take the field as text; reading takes it off again. */
function writeField(value: string): string {
  const safe = FORMULA.test(value.replace(/^'+/, '')) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function unguarded(value: string): string {
  return value.startsWith("'") && FORMULA.test(value.replace(/^'+/, '')) ? value.slice(1) : value;
}
