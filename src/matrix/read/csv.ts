/** Comma-separated values (RFC 4180): reading text into records, and writing records that no spreadsheet runs. */

/** A line of values, and the line of the file where it begins, from 1. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/** What was read, and what is wrong with it. */
export interface CsvText {
  readonly records: readonly CsvRecord[];
  readonly faults: readonly CsvFault[];
}

/** What is wrong, in words for a message, and the line. */
export interface CsvFault {
  readonly reason: string;
  readonly line: number;
}

/** One field: quoted, with quotation marks doubled, or plain up to the next comma or end of line. */
const FIELD = /"((?:[^"]|"")*)("?)([^,\r\n]*)|[^,\r\n]*/y;

/** Characters that nobody sees and no text needs: controls but tab and line ends, and marks of width nought. */
const UNSEEN = /(?![\t\r\n])[\p{Cc}\p{Cf}\ufffd]/u;

/** Reads records; a byte order mark and empty lines are left out. Line ends are LF, CRLF or CR. */
export function readCsv(text: string): CsvText {
  const records: CsvRecord[] = [];
  const faults: CsvFault[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const start = line;
    const fields: string[] = [];
    for (let more = true; more; ) {
      const field = readField(text, at);
      fields.push(field.value);
      for (const reason of field.faults) faults.push({ reason, line });
      line += lineEnds(text, at, field.end);
      at = field.end;
      more = text[at] === ',';
      if (more) at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    if (fields.length > 1 || fields[0]?.trim() !== '') records.push({ fields, line: start });
  }
  return { records, faults };
}

interface Field {
  readonly value: string;
  readonly end: number;
  readonly faults: readonly string[];
}

function readField(text: string, at: number): Field {
  FIELD.lastIndex = at;
  const match = FIELD.exec(text);
  const end = FIELD.lastIndex;
  const whole = match?.[0] ?? '';
  if (match?.[1] === undefined) {
    const stray = whole.includes('"') ? ['a quotation mark stands in a field that is not in quotation marks'] : [];
    return { value: unguarded(whole), end, faults: [...stray, ...unseen(whole)] };
  }
  const value = match[1].replaceAll('""', '"') + (match[3] ?? '');
  const open = match[2] === '"' ? [] : ['a quotation mark is opened and never closed'];
  const behind =
    match[3] === '' ? [] : [`there is text behind the closing quotation mark: ${JSON.stringify(match[3])}`];
  return { value: unguarded(value), end, faults: [...open, ...behind, ...unseen(whole)] };
}

function unseen(text: string): string[] {
  const found = UNSEEN.exec(text)?.[0];
  if (found === undefined) return [];
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return [`a field holds a character that nobody sees or that was not understood (U+${code})`];
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 ? text.charCodeAt(i - 1) !== 13 || i === from : code === 13) count += 1;
  }
  return count;
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
