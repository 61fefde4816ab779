/** Marks around text: Markdown's signs where CommonMark reads them for certain, HTML tags elsewhere. */
import type { Marks } from '../../model/document.ts';

export type MarkName = Exclude<keyof Marks, 'href'>;

/** The marks from the outermost in, with the sign that may say them and the tag that always can. */
export const MARKS: readonly { readonly mark: MarkName; readonly sign?: string; readonly tag: string }[] = [
  { mark: 'bold', sign: '**', tag: 'b' },
  { mark: 'italic', sign: '*', tag: 'i' },
  { mark: 'strike', sign: '~~', tag: 's' },
  { mark: 'underline', tag: 'u' },
  { mark: 'smallCaps', tag: 'small' },
  { mark: 'superscript', tag: 'sup' },
  { mark: 'subscript', tag: 'sub' },
  { mark: 'code', tag: 'code' },
];

/** The characters that touch a piece of Markdown: '' at the edge of a line, `undefined` where it is not known yet. */
export interface Neighbours {
  readonly before: string;
  readonly after: string | undefined;
}

/**
 * Whether a sign around `content` opens and closes there (CommonMark 0.31, 6.2): it must be left-flanking in front
 * and right-flanking behind, and touch no other sign. Characters outside the BMP are left to the tag.
 */
export function canSign(sign: string, content: string, { before, after }: Neighbours): boolean {
  const [first, last] = [content.charAt(0), content.slice(-1)];
  if (content === '' || after === undefined) return false;
  const around = [before, first, last, after];
  if (around.some((character) => character === sign[0] || /[\uD800-\uDFFF]/.test(character))) return false;
  return flanks(first, before) && flanks(last, after);
}

function flanks(inside: string, outside: string): boolean {
  if (/^\s?$/.test(inside)) return false;
  return !isPunctuation(inside) || /^\s?$/.test(outside) || isPunctuation(outside);
}

function isPunctuation(character: string): boolean {
  return /^[\p{P}\p{S}]$/u.test(character);
}

/** Text as code: between backticks where it can be, in a tag where it holds what code can't escape. */
export function codeSpan(value: string, escaped: string, inCell: boolean): string {
  if (/[\n\r\t[\]]|^ +$/.test(value) || (inCell && /[|\\]/.test(value))) return `<code>${escaped}</code>`;
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padded = /^`|`$/.test(value) || /^ .* $/s.test(value) ? ` ${value} ` : value;
  return fence + padded + fence;
}

/** A link's address, in angle brackets where it holds what would end it. */
export function address(url: string): string {
  if (/^[^\s<>()[\]\\&|]+$/.test(url)) return url;
  const safe = url
    .replace(/[\\<>[\]&|]/g, (sign) => `\\${sign}`)
    .replace(/[\n\r\t]/g, (space) => `&#${space.charCodeAt(0)};`);
  return `<${safe}>`;
}
