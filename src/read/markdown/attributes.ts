/** What stands in braces: `{#outcome fixed}` behind a label, a heading, or a defined term. */
import { type Piece, plainPiece, slicePiece } from './piece.ts';

/** Words that may stand in braces. */
const WORDS = ['fixed', 'inside', 'part', 'clause', 'limb'] as const;
type Word = (typeof WORDS)[number];

export interface Attributes {
  readonly id?: string;
  /** A label that can't be recognised in running text. */
  readonly label?: string;
  /** The depth of a heading beyond six. */
  readonly level?: number;
  readonly words: ReadonlySet<Word>;
}

/** The kind of clause that attributes name. */
export function kindSaid(attributes: Attributes): 'part' | 'clause' | 'limb' | undefined {
  return (['part', 'clause', 'limb'] as const).find((kind) => attributes.words.has(kind));
}

/** Attributes and the pieces without them. */
export interface Braced {
  readonly attributes: Attributes;
  readonly pieces: Piece[];
}

/** How far apart braces may stand, so that a hostile file can't make the search for them slow. */
const LONGEST = 4_000;

const NONE: Attributes = { words: new Set() };

/**
 * Takes attributes off the front of pieces, with the one space behind them. `undefined` where no brace opens
 * there, `'unknown'` where what stands in the braces is not understood.
 */
export function leadingBraces(pieces: readonly Piece[]): Braced | 'unknown' | undefined {
  const [first, ...rest] = pieces;
  const text = plainPiece(first);
  if (first === undefined || text === undefined || !text.value.startsWith('{') || isEscaped(first, 0)) return undefined;
  const end = closingBrace(first, text.value, 0);
  if (end < 0) return undefined;
  const attributes = readAttributes(first, text.value, 1, end);
  if (attributes === undefined) return 'unknown';
  const next =
    end + 1 < text.value.length && /\s/.test(text.value.charAt(end + 1)) && !isEscaped(first, end + 1)
      ? end + 2
      : end + 1;
  const left = next < text.value.length ? [slicePiece(first, text, next, text.value.length)] : [];
  return { attributes, pieces: [...left, ...rest] };
}

/** Takes attributes off the end of a heading, with the white space before them. */
export function trailingBraces(pieces: readonly Piece[]): Braced | 'unknown' | undefined {
  const last = pieces[pieces.length - 1];
  const text = plainPiece(last);
  const end = (text?.value.length ?? 0) - 1;
  if (last === undefined || text === undefined || text.value[end] !== '}' || isEscaped(last, end)) return undefined;
  const start = openingBrace(last, text.value, end);
  if (start < 0 || (start > 0 && !/\s/.test(text.value.charAt(start - 1)))) return undefined;
  const attributes = readAttributes(last, text.value, start + 1, end);
  if (attributes === undefined) return 'unknown';
  let keep = start;
  while (keep > 0 && /[ \t]/.test(text.value.charAt(keep - 1)) && !isEscaped(last, keep - 1)) keep--;
  const before = pieces.slice(0, -1);
  return { attributes, pieces: keep > 0 ? [...before, slicePiece(last, text, 0, keep)] : before };
}

export function isEscaped(piece: Piece, at: number): boolean {
  return piece.escapes?.includes(at) === true;
}

/** Where the brace that opens at `start` closes; braces and quotation marks in values are escaped. */
function closingBrace(piece: Piece, value: string, start: number): number {
  for (let at = value.indexOf('}', start); at >= 0 && at < start + LONGEST; at = value.indexOf('}', at + 1)) {
    if (!isEscaped(piece, at)) return at;
  }
  return -1;
}

/** Where the brace that closes at `end` opens. */
function openingBrace(piece: Piece, value: string, end: number): number {
  const first = Math.max(0, end - LONGEST);
  for (let at = end - 1; at >= first; at--) if (value[at] === '{' && !isEscaped(piece, at)) return at;
  return -1;
}

function readAttributes(piece: Piece, value: string, start: number, end: number): Attributes | undefined {
  let result: Attributes | undefined = NONE;
  for (const token of tokens(piece, value, start, end)) {
    result = result === undefined ? undefined : withToken(result, token);
  }
  return result;
}

/** Splits at white space outside quotation marks. */
export function tokens(piece: Piece, value: string, start: number, end: number): string[] {
  const result: string[] = [];
  let token = '';
  let quoted = false;
  for (let at = start; at < end; at++) {
    const char = value.charAt(at);
    const plain = !isEscaped(piece, at);
    if (plain && char === '"') quoted = !quoted;
    else if (plain && !quoted && /\s/.test(char)) {
      if (token !== '') result.push(token);
      token = '';
    } else token += char;
  }
  return token === '' ? result : [...result, token];
}

function withToken(attributes: Attributes, token: string): Attributes | undefined {
  const word = WORDS.find((known) => known === token);
  if (word !== undefined) return { ...attributes, words: new Set([...attributes.words, word]) };
  if (/^#./s.test(token)) return attributes.id === undefined ? { ...attributes, id: token.slice(1) } : undefined;
  if (token.startsWith('label=')) return { ...attributes, label: token.slice(6) };
  const level = /^level=(\d{1,2})$/.exec(token)?.[1];
  return level === undefined ? undefined : { ...attributes, level: Number(level) };
}
