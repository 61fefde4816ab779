/** Amending instructions as files: their legal text in Markdown, and reading one back from Markdown or Word. */
import { type Amendment, mergeTexts, parseAmendment, splitText } from '../amend/index.ts';
import { hasErrors, type Message, type Outcome, type Report, UnusableInput } from '../message.ts';
import { acceptAll, rejectAll } from '../model/decide.ts';
import type { Document } from '../model/document.ts';
import { cleanRedline, type Redline } from '../model/redline.ts';
import { readDocxRedline } from '../read/docx/index.ts';
import { readMarkdown } from '../read/markdown/index.ts';
import { writeMarkdown } from '../write/markdown/index.ts';
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
  const messages: Message[] = [];
  const report: Report = (message) => {
    if (!isExpected(message)) messages.push(message);
  };
  const bytes = await readBytes(source);
  const lossy = /\.doc[xm]$/i.test(source.file);
  if (!lossy && !/\.(?:md|markdown)$/i.test(source.file)) throw unknownFormat(source);
  const amendment = lossy ? fromWord(bytes, source, report) : fromMarkdown(decode(bytes, source), source, report);
  if (hasErrors(messages)) throw new UnusableInput(messages);
  return { value: { amendment, lossy }, messages };
}

/** What a legal text does not restate, its references cannot reach; and one may stand in it twice. */
function isExpected({ rule }: Message): boolean {
  return rule === 'read/dangling-reference';
}

function fromWord(bytes: Uint8Array, { shown }: Source, report: Report): Amendment {
  const redline = readDocxRedline(bytes, { file: shown }, report);
  return parseAmendment(rejectAll(redline), acceptAll(redline), report);
}

function fromMarkdown(text: string, { shown }: Source, report: Report): Amendment {
  const { before, after } = splitText(text);
  const read = (side: string, tell: Report): Document => readMarkdown(side, { file: shown, mode: 'auto' }, tell);
  // What is wrong with both sides is told once.
  const said = new Set<string>();
  const once: Report = (message) => {
    const key = `${message.rule} ${message.reason}`;
    if (!said.has(key)) report(message);
    said.add(key);
  };
  return parseAmendment(read(before, once), read(after, once), report);
}

function unknownFormat({ shown }: Source): UnusableInput {
  const reason = `"${shown}" is no legal text that is read`;
  const note = 'it is a .docx with tracked changes, or the .md that "keeling amend draft" writes';
  return new UnusableInput({ severity: 'error', rule: 'cli/usage', reason, note });
}
