/** Quotations in the words of an instruction: each becomes one token, so that no form looks inside it. */

/** Opening marks and what closes each. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '"': '"',
  "'": "'",
  '``': "''",
};

/** Any mark that may open a quotation, at the beginning of a text. */
const OPENS = /^(?:``|[“‘„«‹"'])/;

/** A text in which each quotation is a token, and what the quotations say. */
export interface Quoted {
  readonly text: string;
  readonly quotes: readonly string[];
  /** Where each quotation stands in the source, without its marks: UTF-16 offsets, half-open. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Private-use characters around the number of a quotation; those of the text itself are never in a legal text. */
const [FRONT, BACK] = ['\ue000', '\ue001'];

/** A regular expression for one token. */
export const QUOTE_TOKEN = `${FRONT}\\d+${BACK}`;

/** The opening mark at the beginning of a text. */
export function openingMark(text: string): string | undefined {
  return OPENS.exec(text)?.[0];
}

/** Takes the quotations out of a text. A mark that nothing closes stays where it is. */
export function takeQuotes(source: string): Quoted {
  const clean = source.replace(/[\ue000\ue001]/g, ' ');
  const quotes: string[] = [];
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (let at = 0; at < clean.length; ) {
    const end = quotationEnd(clean, at);
    if (end === undefined) {
      text += clean[at];
      at += 1;
      continue;
    }
    quotes.push(clean.slice(at + end.mark.length, end.at).trim());
    spans.push({ start: at + end.mark.length, end: end.at });
    text += `${FRONT}${quotes.length - 1}${BACK}`;
    at = end.at + end.width;
  }
  return { text, quotes, spans };
}

interface QuotationEnd {
  readonly mark: string;
  /** Where the closing mark stands, and how wide it is. */
  readonly at: number;
  readonly width: number;
}

/** The end of the quotation that opens at an offset; nested ones of the same mark are counted. */
function quotationEnd(text: string, start: number): QuotationEnd | undefined {
  const mark = openingMark(text.slice(start, start + 2));
  if (mark === undefined || /[\p{L}\p{N}]/u.test(text[start - 1] ?? '')) return undefined;
  const closing = PAIRS[mark] as string;
  const width = mark === '``' ? 2 : 1;
  let depth = 0;
  for (let at = start + mark.length; at < text.length; at++) {
    if (mark !== closing && text.startsWith(mark, at) && isOpening(text, at)) depth += 1;
    else if (isClosing(text, at, mark, closing)) {
      if (depth === 0) return { mark, at, width };
      depth -= 1;
    }
  }
  return undefined;
}

function isOpening(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

/** An apostrophe closes nothing: a letter stands behind it. */
function isClosing(text: string, at: number, mark: string, closing: string): boolean {
  if (mark === '``') return text.startsWith(closing, at);
  if (!closing.includes(text[at] as string)) return false;
  const single = mark === '‘' || mark === "'";
  return !single || (!/[\p{L}\p{N}]/u.test(text[at + 1] ?? '') && !/\s/.test(text[at - 1] ?? ''));
}

/** The quotation that a token stands for. */
export function quoteOf(token: string, quotes: readonly string[]): string {
  return quotes[Number(token.slice(1, -1))] ?? '';
}

/** A text with its quotations put back, in curly marks. */
export function withQuotes(text: string, quotes: readonly string[]): string {
  return text.replace(new RegExp(QUOTE_TOKEN, 'g'), (token) => `“${quoteOf(token, quotes)}”`);
}
