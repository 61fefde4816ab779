/** An Excel workbook (ISO/IEC 29500-1, 18) as sheets of texts. What a spreadsheet computed or took for something else is refused. */
import readWorkbook from 'read-excel-file/node';
import { type Message, type Report, UnusableInput } from '../../message.ts';
import { withDefaults } from '../../word/limits.ts';
import { openPackage, type Package, partText } from '../../word/package.ts';
import { tallyFor } from '../../word/tally.ts';
import { scanXml } from '../../word/xml.ts';

/** One sheet: its name, and its cells as texts, row by row. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** The number of a row in its sheet, from 1, and its texts. */
export interface SheetRow {
  readonly line: number;
  readonly texts: readonly string[];
}

/** A number as its cell holds it. */
interface NumberCell {
  readonly digits: string;
}

/** More cells are refused. */
const MOST_CELLS = 20_000_000;

/**
 * Reads the sheets of a workbook. Formulas, dates, truth values and numbers with a decimal point are reported as errors: a
 * formula is no text, and 6.10 that was taken for a number or a date is not what was typed. Throws `UnusableInput` for a
 * file that is no workbook or that goes beyond the limits.
 */
export async function readSpreadsheet(bytes: Uint8Array, file: string, report: Report): Promise<Sheet[]> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw refused(file, 'it is encrypted or in the older format', 'save it as .xlsx without a password');
  const tally = tallyFor(report);
  const opened = openPackage(bytes, file, withDefaults(undefined), tally);
  tally.finish();
  for (const part of sheetParts(opened)) refuseFormulas(opened, part, file, report);
  const sheets = await readWorkbook(Buffer.from(bytes), {
    trim: false,
    parseNumber: (digits: string): NumberCell => ({ digits }),
  }).catch((error: unknown) => {
    throw refused(
      file,
      `it is not understood as a workbook: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const cells = sheets.reduce((sum, { data }) => sum + data.reduce((all, row) => all + row.length, 0), 0);
  if (cells > MOST_CELLS) throw refused(file, `it has ${cells} cells, more than ${MOST_CELLS}`);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row, i) => ({
      line: i + 1,
      texts: row.map((cell, k) => textOf(cell, { file, sheet, line: i + 1, column: k + 1 }, report)),
    })),
  }));
}

function refused(file: string, reason: string, note?: string): UnusableInput {
  const message: Message = {
    severity: 'error',
    rule: 'read/spreadsheet',
    reason,
    place: { file },
    ...(note === undefined ? {} : { note }),
  };
  return new UnusableInput(message);
}

function sheetParts({ entries }: Package): string[] {
  return [...entries.values()].map(({ name }) => name).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name));
}

/** A cell's formula is the element `f` (18.3.1.40); the value beside it is what some program computed. */
function refuseFormulas(opened: Package, part: string, file: string, report: Report): void {
  const text = partText(opened, part) ?? '';
  const cells: string[] = [];
  let count = 0;
  let cell = '';
  const open = (tag: { readonly name: string; attribute(name: string): string | undefined }): void => {
    const name = tag.name.slice(tag.name.indexOf(':') + 1);
    if (name === 'c') cell = tag.attribute('r') ?? '';
    if (name !== 'f') return;
    count += 1;
    if (cells.length < 10) cells.push(cell);
  };
  scanXml(text, { open, close: () => undefined, text: () => undefined }, opened.limits.depth);
  if (count === 0) return;
  const reason = `${count} cells hold a formula, which is not taken for a text`;
  const note = 'paste them as values';
  report({
    severity: 'error',
    rule: 'read/spreadsheet-formula',
    reason,
    place: { file, part },
    actual: cells.join(', '),
    note,
  });
}

interface CellPlace {
  readonly file: string;
  readonly sheet: string;
  readonly line: number;
  readonly column: number;
}

function textOf(cell: unknown, { file, sheet, line, column }: CellPlace, report: Report): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  const place = { file, line, column };
  const say = (what: string, actual: string): void =>
    report({
      severity: 'error',
      rule: 'read/spreadsheet-value',
      reason: `a cell of the sheet "${sheet}" holds ${what}, not a text`,
      place,
      actual,
      note: 'give the cell the format Text, and type it again',
    });
  if (cell instanceof Date) {
    say('a date', cell.toISOString().slice(0, 10));
    return '';
  }
  if (typeof cell === 'object' && 'digits' in cell) {
    const digits = String(cell.digits);
    if (!/^-?\d+$/.test(digits)) say('a number with a decimal point or exponent', digits);
    return digits;
  }
  say('a truth value', String(cell));
  return String(cell);
}
