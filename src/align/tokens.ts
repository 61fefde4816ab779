/**
 * Cutting legal text into the tokens that a reader compares: a clause number with its limbs, a sum of money, a date,
 * an address, a hyphenated word and a defined term stay whole.
 */

/** A piece of a text: UTF-16 offsets, half-open. Tokens cover their text without gap or overlap. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: TokenKind;
}

export type TokenKind = 'word' | 'number' | 'space' | 'mark' | 'atom';

/** The character that stands for a node that is no text: a footnote call, a cross-reference, a drawing. */
export const ATOM = '\ufffc';

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** What stays whole, the longest and most special first. */
const PIECES: readonly (readonly [TokenKind, string])[] = [
  ['atom', ATOM],
  ['space', '[\\s\\u00a0]+'],
  ['word', `(?:https?://|www\\.)[^\\s<>"“”${ATOM}]*[^\\s<>"“”.,;:!?)\\]${ATOM}]`],
  ['word', '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+'],
  ['number', `\\d{1,2} ${MONTH} \\d{4}`],
  ['number', '\\d{1,4}[/-]\\d{1,2}[/-]\\d{1,4}(?![\\w])'],
  ['number', '[£€$]\\s?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?(?:million|billion|bn|m|k)\\b)?'],
  ['number', '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?%?'],
  ['number', '\\d{1,2}:\\d{2}(?!\\d)'],
  [
    'number',
    '[A-Z]?\\d+[A-Z]{0,2}(?:\\.\\d+[A-Z]{0,2})+(?:\\((?:[a-z]{1,4}|[A-Z]{1,3}|\\d{1,3})\\))*(?![\\p{L}\\p{N}])%?',
  ],
  ['number', '\\d+[A-Z]{0,2}(?:\\((?:[a-z]{1,4}|[A-Z]{1,3}|\\d{1,3})\\))+'],
  ['number', '\\d+(?:\\.\\d+)?%?(?![\\p{L}\\p{N}])'],
  ['number', '\\((?:[a-z]{1,4}|[A-Z]{1,2}|\\d{1,3})\\)'],
  ['word', "[\\p{L}\\p{N}\\p{M}_]+(?:[-\\u2010\\u2011&/.'’](?=[\\p{L}\\p{N}])[\\p{L}\\p{N}\\p{M}_]+)*\\+?"],
  ['mark', '.'],
];

/** Neighbours of one kind share a group, so that few groups are looked at for each token. */
const GROUPS = PIECES.reduce<[TokenKind, string][]>((groups, [kind, source]) => {
  const last = groups[groups.length - 1];
  if (last?.[0] === kind) last[1] += `|${source}`;
  else groups.push([kind, source]);
  return groups;
}, []);

const PATTERN = new RegExp(GROUPS.map(([, source]) => `(${source})`).join('|'), 'gsu');

/** The terms that a text's tokens keep whole, by their first word; made once for two documents. */
export type Terms = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Cuts a text into tokens. */
export function tokenise(text: string, terms: Terms = NO_TERMS): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PATTERN)) {
    let group = 0;
    while (match[group + 1] === undefined) group++;
    const { index: start, 0: found } = match;
    const [kind] = GROUPS[group] as [TokenKind, string];
    if (kind === 'word' && UNSPACED.test(found)) for (const token of unspacedWords(found, start)) tokens.push(token);
    else tokens.push({ start, end: start + found.length, text: found, kind });
  }
  return terms.size === 0 ? tokens : joinTerms(tokens, terms);
}

/** Letters of scripts that put no space between words: Thai, Lao, Burmese, Khmer, kana, Han. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;
/** Of these, the ones in which a character is about a word. */
const IDEOGRAPH = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a text without spaces: each ideograph or kana, and what a dictionary tells apart of the rest (UAX #29). */
function* unspacedWords(text: string, at: number): Generator<Token> {
  for (const { segment, index } of SEGMENTER.segment(text)) {
    const pieces = IDEOGRAPH.test(segment) ? Array.from(segment) : [segment];
    let start = at + index;
    for (const piece of pieces) {
      yield { start, end: start + piece.length, text: piece, kind: 'word' };
      start += piece.length;
    }
  }
}

const NO_TERMS: Terms = new Map();

/** Makes the table of terms of more than one word; the longest of those that begin alike comes first. */
export function termTable(terms: Iterable<string>): Terms {
  const table = new Map<string, string[][]>();
  for (const term of new Set(terms)) {
    const words = tokenise(term.trim()).map((token) => token.text);
    if (words.length < 2 || words.length > 24) continue;
    const first = words[0] as string;
    table.set(first, [...(table.get(first) ?? []), words]);
  }
  for (const list of table.values()) list.sort((x, y) => y.length - x.length);
  return table;
}

function joinTerms(tokens: readonly Token[], terms: Terms): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token;
    const words = terms.get(token.text)?.find((candidate) => standsAt(tokens, i, candidate));
    const length = words?.length ?? 1;
    joined.push(length === 1 ? token : spanning(tokens, i, length));
    i += length;
  }
  return joined;
}

function standsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, k) => {
    const token = tokens[at + k];
    return token?.text === word || (token?.kind === 'space' && /^\s+$/.test(word));
  });
}

function spanning(tokens: readonly Token[], at: number, length: number): Token {
  const run = tokens.slice(at, at + length);
  const first = run[0] as Token;
  return {
    start: first.start,
    end: (run[length - 1] as Token).end,
    text: run.map((token) => token.text).join(''),
    kind: 'word',
  };
}

const QUOTES: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '\u00ad': '',
};

/** What `foldTypography` would change; most texts hold none of it. */
const FOLDED = /[^\S ]|\s\s|[‘’‚‛′“”„‟″«»‐‑\u00ad]/;

/** A text with white space and the style of quotation marks and hyphens set aside; what is left is the words. */
export function foldTypography(text: string): string {
  if (!FOLDED.test(text)) return text;
  return text.replace(/[\s\u00a0]+/g, ' ').replace(/[‘’‚‛′“”„‟″«»‐‑\u00ad]/g, (mark) => QUOTES[mark] as string);
}

/** Words that carry no meaning of their own; an island of them between two edits helps no reader. */
const STOP_WORDS = new Set(
  (
    'a an and any are as at be been but by can for from had has have if in into is it its may must no not of on or ' +
    'shall should such that the their them then there these they this those to was were where which who will with within would'
  ).split(' '),
);

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text, marks and white space left out; in scripts without spaces one by one. */
export function wordsOf(text: string): readonly string[] {
  const words = text.match(WORD) ?? [];
  return UNSPACED.test(text) ? words.flatMap((word) => splitUnspaced(word)) : words;
}

function splitUnspaced(word: string): string[] {
  return UNSPACED.test(word) ? Array.from(unspacedWords(word, 0), ({ text }) => text) : [word];
}

/** How much a token counts when two texts are held against each other: nothing, little, or in full. */
export function tokenWeight(token: Token): number {
  if (token.kind === 'space') return 0;
  if (token.kind === 'mark') return 0.1;
  return wordWeight(token.text);
}

/** How much a word counts: a stop word a third of any other. */
export function wordWeight(word: string): number {
  return STOP_WORDS.has(word.toLowerCase()) ? 0.3 : 1;
}
