/** Amending instructions as files: their legal text in Markdown, and reading one back from Markdown, Word or a page. */
import { extname } from 'node:path';
import {
  type Amendment,
  hasTypedMarks,
  mergeTexts,
  parseAmendment,
  sidesOfTypedMarks,
  splitText,
} from '../amend/index.ts';
import { hasErrors, type Message, type Outcome, type Report, UnusableInput } from '../message.ts';
import { acceptAll, rejectAll } from '../model/decide.ts';
import type { Document } from '../model/document.ts';
import { sameDocument } from '../model/equal.ts';
import { cleanRedline, type Redline } from '../model/redline.ts';
import { readDocxSides } from '../read/docx/index.ts';
import { readMarkdown } from '../read/markdown/index.ts';
import { writeMarkdown } from '../write/markdown/index.ts';
import type { LegalTextSides } from './amendment-data.ts';
import { readAmendmentPage } from './amendment-page.ts';
import { draftedSides } from './amendment-word.ts';
import { decode, readBytes, type Source } from './read.ts';

/** Instructions as they were read. */
export interface ReadAmendment {
  readonly amendment: Amendment;
  /** Whether the file may have lost what the baseline has, such as the targets of references. */
  readonly lossy: boolean;
}

/** The legal text as Markdown, in which each line says what was struck and what was inserted. */
export function amendmentMarkdown(text: Redline): string {
  const side = (document: Document): string => writeMarkdown(cleanRedline(document));
  return mergeTexts(side(rejectAll(text)), side(acceptAll(text)));
}

/** Reads a legal text. Throws `UnusableInput` where it is not understood, or is in no format that is read. */
export async function readAmendment(source: Source): Promise<Outcome<ReadAmendment>> {
  return amendmentIn(await readBytes(source), source);
}

/** Reads a legal text from the bytes of a file. Throws `UnusableInput` as `readAmendment` does. */
export async function amendmentIn(bytes: Uint8Array, source: Source): Promise<Outcome<ReadAmendment>> {
  const format = FORMATS[extname(source.file).toLowerCase()];
  if (format === undefined) throw unknownFormat(source);
  const messages: Message[] = [];
  const report: Report = (message) => {
    if (!isExpected(message)) messages.push(message);
  };
  const { sides, lossy } = await format(bytes, source, report);
  const { before, after } = sides;
  const amendment = parseAmendment(before, after, report);
  if (hasErrors(messages)) throw new UnusableInput(messages);
  return { value: { amendment, lossy }, messages };
}

/** The sides of a legal text, and whether they may say less than the version did. */
interface ReadSides {
  readonly sides: LegalTextSides;
  readonly lossy: boolean;
}

type Format = (bytes: Uint8Array, source: Source, report: Report) => Promise<ReadSides>;

const MARKDOWN: Format = async (bytes, source, report) => {
  const sides = fromMarkdown(decode(bytes, source), source, report);
  return isTyped(sides) ? { sides: sidesOfTypedMarks(sides.after), lossy: true } : { sides, lossy: false };
};
const PAGE: Format = async (bytes, source) => ({
  sides: readAmendmentPage(decode(bytes, source), source.shown),
  lossy: false,
});

/** As it was drafted, where the file still says that; else tracked changes; else what is struck through and underlined. */
const WORD: Format = async (bytes, { shown }, report) => {
  const sides = readDocxSides(bytes, { file: shown }, report);
  const drafted = await draftedSides(bytes, sides);
  if (drafted !== undefined) return { sides: drafted, lossy: false };
  return { sides: isTyped(sides) ? sidesOfTypedMarks(sides.after) : sides, lossy: true };
};

/** Whether nothing is tracked, and changes are marked in type. */
function isTyped({ before, after }: LegalTextSides): boolean {
  return sameDocument(before, after) && hasTypedMarks(after);
}

/** The formats of a legal text, by the ending of a file's name. */
const FORMATS: Readonly<Record<string, Format>> = {
  '.docx': WORD,
  '.docm': WORD,
  '.md': MARKDOWN,
  '.markdown': MARKDOWN,
  '.html': PAGE,
};

/** What a legal text does not restate, its references cannot reach; and one may stand in it twice. */
function isExpected({ rule }: Message): boolean {
  return rule === 'read/dangling-reference';
}

function fromMarkdown(text: string, { shown }: Source, report: Report): LegalTextSides {
  const strict = sidesOfMarkdown(text, shown, 'auto');
  if (!hasErrors(strict.messages) || !strict.messages.every(isLoose)) return told(strict, report);
  const lenient = sidesOfMarkdown(text, shown, 'lenient');
  return told(hasErrors(lenient.messages) ? strict : lenient, report);
}

/** What a legal text that was typed by hand may do: number its instructions without making a list of them. */
function isLoose({ severity, rule }: Message): boolean {
  return severity !== 'error' || rule === 'read/limb-outside-list';
}

function sidesOfMarkdown(text: string, file: string, mode: 'auto' | 'lenient'): Outcome<LegalTextSides> {
  const { before, after } = splitText(text);
  const messages: Message[] = [];
  const said = new Set<string>();
  // What is wrong with both sides is told once.
  const once: Report = (message) => {
    const key = `${message.rule} ${message.reason}`;
    if (!said.has(key) && !isExpected(message)) messages.push(message);
    said.add(key);
  };
  const read = (side: string): Document => readMarkdown(side, { file, mode }, once);
  return { value: { before: read(before), after: read(after) }, messages };
}

function told({ value, messages }: Outcome<LegalTextSides>, report: Report): LegalTextSides {
  for (const message of messages) report(message);
  return value;
}

function unknownFormat({ shown }: Source): UnusableInput {
  const reason = `"${shown}" is no legal text that is read`;
  const note = 'it is a .docx file, or the .md or .html file that "keeling amend draft" writes';
  return new UnusableInput({ severity: 'error', rule: 'cli/usage', reason, note });
}
