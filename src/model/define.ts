/** Which paragraphs define a term, and which continue a definition behind its limbs: one rule for readers and writers. */
import type { Block, Inline, Text } from './document.ts';

/** A paragraph that reads as a definition: of which term, and where the text right behind the term begins. */
export interface DefinedTerm {
  readonly term: string;
  /** The inline in which the text behind the term begins. */
  readonly at: number;
  /** Where in that inline, in UTF-16 code units. */
  readonly offset: number;
}

/**
 * What a paragraph defines: bold text or text in quotation marks at its beginning, then `means` or the like, perhaps with
 * other names of the same thing or what the term is used of in between. `undefined` where it defines nothing.
 */
export function definedTerm<R>(inlines: readonly Inline<R>[]): DefinedTerm | undefined {
  const found = termAtStart(inlines);
  if (found === undefined) return undefined;
  const rest = textBehind(inlines, found);
  const defines = DEFINES.test(rest) || (found.quoted && STANDS_FOR.test(rest));
  return defines ? { term: found.term, at: found.at, offset: found.offset } : undefined;
}

/** A term that may be defined; `quoted` where it stands in quotation marks. */
export interface TermAtStart extends DefinedTerm {
  readonly quoted: boolean;
}

/** The term that a paragraph begins with: bold, in quotation marks, or both; perhaps behind where it is used. */
export function termAtStart<R>(inlines: readonly Inline<R>[]): TermAtStart | undefined {
  const [first] = inlines;
  if (!isText(first)) return undefined;
  if (!isMarked(first)) {
    const lead = LEAD_IN.exec(first.value)?.[0].length ?? 0;
    const rest = first.value.slice(lead);
    const quoted = QUOTED.exec(rest);
    const alone = lead === 0;
    if (quoted === null) return QUOTE_ALONE.test(rest) ? boldTerm(inlines, 1, alone) : undefined;
    const name = quoted.slice(1).find((text) => text !== undefined) ?? '';
    return termOf(name, 0, lead + quoted[0].length, alone);
  }
  return first.marks?.bold === true ? boldTerm(inlines, 0, false) : undefined;
}

/** `In this Order, “X” means`, `For the purposes of Clause 5, “X” means`. */
const LEAD_IN = /^(?:in|under|for|for (?:the )?purposes? of|as used in) [^“”"‘’:;]{1,100}?[,:]?\s+(?=[“"‘])/i;

/** A term of a length that terms have, in quotation marks of one kind. */
const QUOTED = /^(?:“([^“”]{1,120})”|"([^"]{1,120})"|‘([^‘’]{1,120})’)(?=[\s,(:–—]|$)/;
const QUOTE_ALONE = /^["'“‘]$/;

function boldTerm<R>(inlines: readonly Inline<R>[], i: number, opened: boolean): TermAtStart | undefined {
  const [term, behind] = [inlines[i], inlines[i + 1]];
  if (!isText(term) || term.marks?.bold !== true || !isText(behind) || isMarked(behind)) return undefined;
  const name = term.value.trim();
  const plain = unquoted(name);
  const closing = /^["'”’]?/.exec(behind.value)?.[0].length ?? 0;
  return termOf(plain, i + 1, closing, opened || plain !== name);
}

function termOf(term: string, at: number, offset: number, quoted: boolean): TermAtStart | undefined {
  const name = term.trim();
  return name === '' ? undefined : { term: name, at, offset, quoted };
}

/** A term without the quotation marks that a text may set it in, bold as it is. */
function unquoted(term: string): string {
  return /^[“"‘'„«](.+)[”"’'“»]$/s.exec(term)?.[1] ?? term;
}

/** How much of the text behind a term is looked at, in UTF-16 code units. */
const SO_FAR = 300;

/** The text behind a term, in which bold words stand in quotation marks; notes are passed over, anything else ends it. */
function textBehind<R>(inlines: readonly Inline<R>[], { at, offset }: DefinedTerm): string {
  let text = '';
  for (const [i, inline] of inlines.slice(at).entries()) {
    if (inline.type === 'note') continue;
    if (!isText(inline) || text.length > SO_FAR) break;
    const value = i === 0 ? inline.value.slice(offset) : inline.value;
    text += inline.marks?.bold === true && !/["“”‘’]/.test(value) ? `“${value}”` : value;
  }
  return text;
}

const TERM = '["“‘][^"“”‘’]{1,120}["”’]+';

/** What may stand between a term and its verb: other names, in brackets or not, and what it is used of. */
const BETWEEN = [
  `,?\\s+(?:or|and)\\s+(?:the\\s+)?${TERM}`,
  `,\\s+${TERM}`,
  '\\s*\\([^()]{1,100}\\)',
  ',\\s(?!(?:"|“|‘))[^,;:.]{1,150},',
  '\\s+(?:including|in relation to|in respect of|when used|as used|with respect to|of)\\s[^,;:.]{1,90}?',
].join('|');

const VERB =
  '(?:(?:shall |will |each |both |all )?(?:means?|includes?|has the(?: same)? meanings?|have the(?: same)? meanings?)|(?:is|are) defined|(?:shall |will )?refers? to)';

const DEFINES = new RegExp(`^(?:${BETWEEN})*,?\\s+${VERB}(?![\\p{L}\\p{N}])`, 'u');

/** `“Act”: the Gas Act 1986`, `“Act” – the Gas Act 1986`. */
const STANDS_FOR = /^\s*[:–—]\s+\S/;

/** Whether a run has any formatting. */
function isMarked<R>(text: Text<R>): boolean {
  return Object.keys(text.marks ?? {}).length > 0;
}

function isText<R>(inline: Inline<R> | undefined): inline is Text<R> {
  return inline?.type === 'text';
}

/** Whether a block goes on with the sentence that a list interrupted: `and includes …`. */
export function closingWords<R>(block: Block<R>): boolean {
  if (block.type !== 'para' || block.style !== undefined) return false;
  const first = block.children[0];
  return isText(first) && /^\p{Ll}/u.test(first.value);
}
