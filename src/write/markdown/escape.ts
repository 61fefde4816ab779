/** Which characters of a text would be syntax where they stand, as data, and how each is kept from it. */

/** Where a text stands in its paragraph, as far as escaping asks. */
export interface Standing {
  /** Nothing stands before it in its paragraph, heading or cell. */
  readonly first: boolean;
  /** Nothing stands behind it. */
  readonly last: boolean;
  /** It begins a line, so that `-`, `#` or `1.` would open a block. */
  readonly opensBlock: boolean;
  /** It stands right behind a bracket, where `(` or `:` would belong to it. */
  readonly afterBracket: boolean;
  readonly inCell: boolean;
  /** The offset to escape so that its beginning is not taken for a label; `undefined` where it is not. */
  readonly labelAt?: ((text: string) => number | undefined) | undefined;
  /** From where on its first space is to be written as a reference, so that what it divides does not read as one. */
  readonly hideSpaceFrom?: number | undefined;
}

/** A text in the middle of a paragraph. */
export const MIDDLE: Standing = { first: false, last: false, opensBlock: false, afterBracket: false, inCell: false };

/** Characters with a meaning wherever they stand, and those that have one in some places. */
const UNSAFE = /[\\`*[\]{<&_~|\n\r\t]/g;

const EVERY = /[\s\S]/g;

/** Whether a character at `at` needs escaping; those not named need it always. */
const ONLY_WHERE: Readonly<Record<string, (text: string, at: number, standing: Standing) => boolean>> = {
  '<': (text, at, { last }) => /^<(?:[A-Za-z/!?]|$)/.test(text.slice(at, at + 2)) && !(last && at === text.length - 1),
  '&': (text, at) => /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/.test(text.slice(at, at + 40)),
  _: (text, at) => !isWord(text[at - 1]) || !isWord(text[at + 1]),
  '~': (text, at) => at === 0 || at === text.length - 1 || text[at - 1] === '~' || text[at + 1] === '~',
  '|': (_, __, { inCell }) => inCell,
};

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** What opens a block at the beginning of a line, and the character of it to escape. */
const OPENERS: readonly (readonly [RegExp, number])[] = [
  [/^#{1,6}(?=[ \t]|$)/, 0],
  [/^>/, 0],
  [/^[-+](?=[ \t]|$)/, 0],
  [/^(?:-[ \t]*){3,}$/, 0],
  [/^::/, 0],
  [/^\d{1,9}[.)](?=[ \t]|$)/, -1],
];

/** A text as Markdown that reads back as the same text. */
export function escapeText(text: string, standing: Standing): string {
  const forced = forcedEscapes(text, standing);
  const pattern = forced.size === 0 ? UNSAFE : EVERY;
  return text.replace(pattern, (character: string, at: number) => {
    if (forced.has(at)) return protect(character);
    if (!UNSAFE_ONE.test(character)) return character;
    return ONLY_WHERE[character]?.(text, at, standing) === false ? character : protect(character);
  });
}

const UNSAFE_ONE = new RegExp(UNSAFE.source);

/** A backslash where one is allowed, else a character reference. */
function protect(character: string): string {
  return /[!-/:-@[-`{-~]/.test(character) ? `\\${character}` : `&#${character.codePointAt(0)};`;
}

/** The places that must be escaped for where the text stands, not for what it says. */
function forcedEscapes(text: string, standing: Standing): Set<number> {
  const forced = new Set<number>();
  const end = text.length - 1;
  if (standing.first && /^[^\S\v\f]/.test(text)) forced.add(0);
  if (standing.last && /[ \t]$/.test(text)) forced.add(end);
  if (!standing.last && text.endsWith('!')) forced.add(end);
  if (standing.afterBracket && /^[(:]/.test(text)) forced.add(0);
  const whole = standing.last ? text : `${text}\uFFFC`;
  if (standing.opensBlock) addOpener(whole, forced);
  if (standing.hideSpaceFrom !== undefined) forced.add(spaceFrom(text, standing.hideSpaceFrom));
  const label = standing.first ? standing.labelAt?.(whole.slice(0, 300)) : undefined;
  if (label !== undefined) forced.add(label);
  return forced;
}

/** The offset of the first white space at or behind another; -1 where there is none. */
function spaceFrom(text: string, from: number): number {
  const found = text.slice(from).search(/\s/);
  return found < 0 ? -1 : found + from;
}

function addOpener(text: string, forced: Set<number>): void {
  for (const [opener, where] of OPENERS) {
    const found = opener.exec(text);
    if (found !== null) forced.add(where < 0 ? found[0].length - 1 : where);
  }
}

/** The character to escape so that a label is none: its bracket or stop, else the space in it, else its first. */
export function labelEscape(text: string): number {
  const sign = /^[^\s.()]*[.()]/.exec(text);
  if (sign !== null) return sign[0].length - 1;
  return Math.max(0, text.search(/\s/));
}
