/** A legal text as a page: what the page shows, and beside it the same as data, so that it can be read back. */
import { UnusableInput } from '../message.ts';
import type { Redline } from '../model/redline.ts';
import { type HtmlOptions, writeHtml } from '../write/html/index.ts';
import { isRedlineData, type LegalTextSides, redlineData, sidesOfData } from './amendment-data.ts';

const OPEN = '<script type="application/json" id="keeling-legal-text">';
const CLOSE = '</script>';

/** The page of a legal text. */
export function amendmentPage(text: Redline, options: HtmlOptions = {}): string {
  const data = JSON.stringify(redlineData(text)).replaceAll('<', '\\u003c');
  return writeHtml(text, options).replace(/<\/body>\n<\/html>\n$/, () => `${OPEN}${data}${CLOSE}\n</body>\n</html>\n`);
}

/** Both sides of the legal text that a page shows. Throws `UnusableInput` where the page is another, or was edited. */
export function readAmendmentPage(page: string, file: string): LegalTextSides {
  const start = page.indexOf(OPEN);
  const end = page.indexOf(CLOSE, start);
  if (start < 0 || end < 0) throw refused('this page is no legal text that "keeling amend draft" wrote', file);
  const redline = redlineIn(page.slice(start + OPEN.length, end), file);
  if (shown(page, file) !== shown(writeHtml(redline), file)) {
    throw refused('the page was edited: what it shows is not what it was drafted as', file);
  }
  return sidesOfData(redline, file);
}

function redlineIn(source: string, file: string): Redline {
  try {
    const value: unknown = JSON.parse(source);
    if (isRedlineData(value)) return value;
  } catch {
    // Told below.
  }
  throw refused('the data of the page is not that of a legal text', file);
}

/** What a reader sees of the text: words, marks and numbers. */
function shown(page: string, file: string): string {
  const article = /<article>([\s\S]*)<\/article>([\s\S]*?)<\/main>/.exec(page);
  if (article === null) throw refused('this page has no text', file);
  return article[0].replace(/ (?:class|id|data-c|href|style|aria-[a-z]+|title)="[^"]*"/g, '').replace(/\s+/g, ' ');
}

function refused(reason: string, file: string): UnusableInput {
  return new UnusableInput({
    severity: 'error',
    rule: 'amend/page',
    reason,
    place: { file },
    note: 'draft it again, or apply the Word or Markdown file',
  });
}
