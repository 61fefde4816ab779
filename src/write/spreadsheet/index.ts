/** Sheets of texts as an Excel workbook. Every cell is text, so that no program runs it or takes 6.10 for a number. */
import writeWorkbook from 'write-excel-file/node';
import { UnusableInput } from '../../message.ts';

/** A sheet: its name, its records with the headings first, and how many columns stay in sight. */
export interface SheetContent {
  readonly name: string;
  readonly records: readonly (readonly string[])[];
  /** How many columns on the left stay where they are; none where absent. */
  readonly frozenColumns?: number;
}

/** Widths in characters. */
const NARROWEST = 8;
const WIDEST = 48;

/**
 * Writes sheets with a heading row in bold that stays in sight, columns as wide as what they hold, and landscape pages.
 * Throws `UnusableInput` for a text that the writer would confuse with a name of JavaScript's own, such as `toString`.
 */
export async function writeSpreadsheet(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const made = sheets.map(({ name, records, frozenColumns }, i) => ({
    data: records.map((record, line) => record.map((text) => cellOf(text, line === 0))),
    sheet: sheetName(name, i),
    columns: widths(records).map((width) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: 1,
    ...(frozenColumns === undefined ? {} : { stickyColumnsCount: frozenColumns }),
  }));
  return new Uint8Array(await writeWorkbook(made).toBuffer());
}

function cellOf(text: string, isHeading: boolean) {
  if (text === '') return null;
  if (text in {}) throw unwritable(text);
  const cell = { value: text, type: String, format: '@', wrap: true, alignVertical: 'top' as const };
  return isHeading ? { ...cell, fontWeight: 'bold' as const } : cell;
}

function unwritable(text: string): UnusableInput {
  const reason = `a cell that says "${text}" cannot be written to a workbook`;
  return new UnusableInput({ severity: 'error', rule: 'write/spreadsheet', reason, note: 'write CSV instead' });
}

/** A sheet's name has 31 characters at most, and none of `\ / ? * [ ] :` (29500-1, 18.2.19). */
function sheetName(name: string, index: number): string {
  const plain = name
    .replace(/[\\/?*[\]:]/g, ' ')
    .trim()
    .slice(0, 31);
  return plain === '' ? `Sheet ${index + 1}` : plain;
}

function widths(records: readonly (readonly string[])[]): number[] {
  const longest: number[] = [];
  for (const record of records) {
    for (const [i, text] of record.entries()) longest[i] = Math.max(longest[i] ?? 0, text.length);
  }
  return longest.map((length) => Math.min(WIDEST, Math.max(NARROWEST, length + 2)));
}
