/**
 * Reads Word files (ISO/IEC 29500, transitional and strict; .docx, .docm, .dotx, .dotm) in two stages: from the
 * package to typed Word parts, and from those to the model. Nothing is followed out of the file or written.
 */
import type { Report } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import type { Redline } from '../../model/redline.ts';
import type { Limits } from '../../word/limits.ts';
import { refuseAsTooLarge } from '../../word/package.ts';
import type { FieldResults, WordParts } from './context.ts';
import { makeDocument } from './document.ts';
import { tellLeftOut } from './left-out.ts';
import { readWordParts } from './parts.ts';
import { makeRedline } from './redline/index.ts';

export { DEFAULT_LIMITS, type Limits } from '../../word/limits.ts';
export { type BesideText, readBeside, type WordComment } from './beside.ts';
export type { FieldResults, WordParts } from './context.ts';
export { readWordParts } from './parts.ts';

export interface DocxReadOptions {
  /** The file's name, for messages and places. */
  readonly file?: string;
  /** Which side of tracked changes the document takes; `accept` where absent. */
  readonly tracked?: 'accept' | 'reject';
  /** Whether what fields last showed counts that Word works out anew (`REF`, `PAGE`, `TOC`, …); `keep` where absent. */
  readonly results?: FieldResults;
  readonly limits?: Partial<Limits>;
}

/**
 * Reads a Word file as a clean document. Every block and run has its place: the offsets of its element (`w:p`, `w:tbl`,
 * `w:tr`, `w:tc`, and from the first to the last `w:t` or the like of a run of text) in the part's text, in UTF-16 code
 * units. What is not taken over is told in messages of the rules `read/docx-…`. Throws `UnusableInput` where no document
 * can result.
 */
export function readDocx(bytes: Uint8Array, options: DocxReadOptions, report: Report): Document {
  const parts = readWordParts(bytes, options, report);
  const side = options.tracked === 'reject' ? 'before' : 'after';
  const document = makeDocument(parts, { side, keepsRuns: false, tells: true, results: options.results });
  tellLeftOut(parts, side);
  parts.tally.finish();
  return document;
}

/** Both sides of tracked changes. */
export interface DocxSides {
  readonly before: Document;
  readonly after: Document;
}

/**
 * Reads a Word file once and gives both sides of its tracked changes: what `readDocx` gives with `reject` and with
 * `accept`; with `keepsRuns` the runs of changed paragraphs stay apart, each with its place. Throws `UnusableInput` where
 * no document can result.
 */
export function readDocxSides(
  bytes: Uint8Array,
  { keepsRuns = false, ...options }: Omit<DocxReadOptions, 'tracked'> & { readonly keepsRuns?: boolean },
  report: Report,
): DocxSides {
  const parts = readWordParts(bytes, options, report);
  if (keepsRuns) refuseTooManyMarks(parts);
  const { results } = options;
  const before = makeDocument(parts, { side: 'before', keepsRuns, tells: false, results });
  const after = makeDocument(parts, { side: 'after', keepsRuns, tells: true, results });
  tellLeftOut(parts, undefined);
  parts.tally.finish();
  return { before, after };
}

/**
 * Reads a Word file with its tracked changes kept. Accepting all of them gives what `readDocx` gives with
 * `tracked: 'accept'`, rejecting them what it gives with `'reject'`. Authors and dates stand in the summaries of the
 * changes. Throws `UnusableInput` where no document can result.
 */
export function readDocxRedline(bytes: Uint8Array, options: Omit<DocxReadOptions, 'tracked'>, report: Report): Redline {
  const parts = readWordParts(bytes, options, report);
  refuseTooManyMarks(parts);
  const before = makeDocument(parts, { side: 'before', keepsRuns: true, tells: false });
  const after = makeDocument(parts, { side: 'after', keepsRuns: true, tells: true });
  tellLeftOut(parts, undefined);
  parts.tally.finish();
  return makeRedline(parts, before, after);
}

function refuseTooManyMarks(parts: WordParts): void {
  const { marks } = parts.opened.limits;
  const tooMany = [parts.main, parts.footnotes, parts.endnotes].some(
    (text) => text !== undefined && text.marks > marks,
  );
  if (tooMany) refuseAsTooLarge(parts.opened, `the file has more than ${marks} tracked changes`);
}
