/** From a Word file of running prose to Markdown, with a second reader that tells what the prose lacks. */
import type { Message, Report } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { cleanRedline } from '../../model/redline.ts';
import { plainText } from '../../model/walk.ts';
import { readDocx } from '../../read/docx/index.ts';
import { readProse } from '../../read/prose/index.ts';
import { writeMarkdown } from '../../write/markdown/index.ts';
import { readBytes, type Source } from '../read.ts';

/** Prose, and its Markdown without front matter. */
export interface Prose {
  readonly document: Document;
  readonly markdown: string;
}

/** What neither reader takes over; the reader of legal text is the one that tells. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'read/docx-comment',
  'read/docx-header',
  'read/docx-footer',
  'read/docx-tracked',
  'read/docx-hidden-text',
]);

/**
 * Reads a Word file as prose. The reader of legal text goes over it first, since it knows the limits of a file and what
 * stands in it: words that it finds and the prose lacks are told. Throws `UnusableInput` where the file is none.
 */
export async function importProse(source: Source, report: Report): Promise<Prose> {
  const bytes = await readBytes(source);
  const whole = readDocx(bytes, { file: source.shown }, (message) => {
    if (LEFT_OUT.has(message.rule)) report(message);
  });
  const document = await readProse(bytes, { file: source.shown }, report);
  const missing = missingWords(whole, document);
  if (missing.length > 0) report(leftOut(source, missing));
  return { document, markdown: bodyOf(writeMarkdown(cleanRedline(document))) };
}

/** Prose has no front matter. */
function bodyOf(markdown: string): string {
  return markdown.replace(/^---\n[\s\S]*?\n---\n+/, '');
}

/** The words of one text that are not in another, each as often as it is missing; labels, which prose lacks, set aside. */
function missingWords(whole: Document, prose: Document): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(prose)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsOf(whole).filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

function wordsOf(document: Document): string[] {
  return plainText(document).match(/[\p{L}\p{M}]{2,}/gu) ?? [];
}

function leftOut(source: Source, missing: readonly string[]): Message {
  return {
    severity: 'warning',
    rule: 'import/prose-lacks',
    reason: `the prose lacks ${missing.length} words that stand in the file`,
    place: { file: source.shown },
    actual: missing.slice(0, 12).join(' '),
    note: 'what is printed from fields, text boxes or numbering may be among them',
  };
}
