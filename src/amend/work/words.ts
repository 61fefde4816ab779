/** Edits of words: where words stand in running text, and the text once they are replaced. */
import type { Inline } from '../../model/document.ts';
import { marksAt, printed, printedAll, sliceInlines, textRun } from './inlines.ts';

/** Where words stand, offsets into what the text prints, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const QUOTES = '[“”„‟"«»‘’‚‛\']';
const DASHES = '[-‐‑‒–—−]';

/** All places where words stand; white space, quotation marks and dashes of any kind are alike, letters are not. */
export function placesOfWords(text: string, words: string): Span[] {
  const plain = words.replace(/\s+/g, ' ').trim();
  if (plain === '') return [];
  const source = [...plain].map(patternOf).join('');
  const front = /^[\p{L}\p{N}]/u.test(plain) ? '(?<![\\p{L}\\p{N}])' : '';
  const back = /[\p{L}\p{N}]$/u.test(plain) ? '(?![\\p{L}\\p{N}])' : '';
  return [...text.matchAll(new RegExp(front + source + back, 'gu'))].map((match) => ({
    start: match.index as number,
    end: (match.index as number) + match[0].length,
  }));
}

function patternOf(char: string): string {
  if (char === ' ') return '\\s+';
  if (/[“”„‟"«»‘’‚‛']/.test(char)) return QUOTES;
  if (/[-‐‑‒–—−]/.test(char)) return DASHES;
  return char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The text with other words in place of a span. */
export function replaceSpan(inlines: readonly Inline[], { start, end }: Span, words: readonly Inline[]): Inline[] {
  const length = printedAll(inlines).length;
  return [
    ...sliceInlines(inlines, 0, start, { start: true, end: true }),
    ...words,
    ...sliceInlines(inlines, end, length, { start: end > start, end: true }),
  ];
}

/** Whether a footnote or drawing hangs on the words of a span. */
export function carriesNote(inlines: readonly Inline[], { start, end }: Span): boolean {
  let at = 0;
  for (const inline of inlines) {
    const width = printed(inline).length;
    if (width === 0 && at > start && at < end) return true;
    at += width;
  }
  return false;
}

/** Gives words the marks of what stands at an offset, unless they bring their own. The words are changed in place. */
export function asThere(words: readonly Inline[], inlines: readonly Inline[], offset: number): readonly Inline[] {
  const marks = marksAt(inlines, offset);
  for (const inline of words) {
    if (inline.type === 'text' && inline.marks === undefined && marks !== undefined) Object.assign(inline, { marks });
  }
  return words;
}

/** The span together with one of the spaces around it, so that taking it out leaves no two. */
export function withSpace(text: string, { start, end }: Span): Span {
  const [front, back] = [text[start - 1] ?? '', text[end] ?? ''];
  if (isSpace(front) && (back === '' || isSpace(back) || /[.,;:)!?]/.test(back))) return { start: start - 1, end };
  return front === '' && isSpace(back) ? { start, end: end + 1 } : { start, end };
}

const isSpace = (char: string): boolean => /^\s$/.test(char);

/** Words that are put behind others: a space between, unless they begin with a mark that stands close. */
export function spacedBehind(words: readonly Inline[], front: string): Inline[] {
  const first = printedAll(words)[0] ?? '';
  return /^[\s.,;:)!?’”%]/.test(first) || /[\s([“‘]$/.test(front) || front === ''
    ? [...words]
    : [textRun(' '), ...words];
}

/** Words that are put in front of others, with a space between. */
export function spacedBefore(words: readonly Inline[], back: string): Inline[] {
  const text = printedAll(words);
  return /[\s([“‘]$/.test(text) || /^[\s.,;:)!?’”]/.test(back) || back === '' ? [...words] : [...words, textRun(' ')];
}

/** Where words at the end of a paragraph go: in front of its full stop, behind its semicolon or comma. */
export function endOffset(text: string, words: string): number | undefined {
  const length = text.trimEnd().length;
  const last = text[length - 1] ?? '';
  if (/^[.;:,]/.test(words)) return /[.;:,]/.test(last) ? undefined : length;
  if (/^(?:and|or)$/i.test(words.replace(/[.;,]$/, ''))) return last === '.' ? undefined : length;
  if (/[.;]$/.test(words)) return last === '.' || last === ';' ? length : length;
  return /[.;,]/.test(last) ? length - 1 : length;
}
