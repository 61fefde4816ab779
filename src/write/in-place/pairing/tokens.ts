/** The tokens of lines laid end to end, with a token for each mark between two lines. */
import type { Numbers } from '../../../align/numbers.ts';
import { ATOM, type Token, tokenise } from '../../../align/tokens.ts';
import type { Line } from '../lines/lines.ts';
import { canBeField, type Link } from '../lines/links.ts';

export interface LineTokens {
  readonly list: Token[];
  readonly keys: number[];
  /** Which line each token is of. */
  readonly of: number[];
  readonly lines: readonly Line[];
  /** The link that each token stands in. */
  readonly links: (Link | undefined)[];
  /** Whether a field stands in them. */
  readonly fields: boolean;
}

/** Stands for the mark between two lines. */
export const MARK: Token = { start: 0, end: 0, text: ATOM, kind: 'atom' };

/** Cuts lines into tokens; `numbers` numbers what they say. */
export function tokensOf(lines: readonly Line[], numbers: Numbers): LineTokens {
  const fields = lines.some(({ pieces }) => pieces.some((piece) => piece.field !== undefined));
  const tokens: LineTokens = { list: [], keys: [], of: [], links: [], lines, fields };
  lines.forEach((line, k) => {
    const plain = line.pieces.every((piece) => piece.kind === 'text' && piece.context === '');
    let p = 0;
    for (const token of tokenise(line.text)) {
      if (!plain) while ((line.pieces[p]?.to ?? Number.POSITIVE_INFINITY) <= token.start) p++;
      tokens.links.push(line.linked ? linkAt(line, token, p) : undefined);
      add(tokens, token, numbers.of(plain ? token.text : tokenKey(line, token, p)), k);
    }
    if (k + 1 >= lines.length) return;
    tokens.links.push(undefined);
    add(tokens, MARK, numbers.of('\u2029'), k);
  });
  return tokens;
}

function add(tokens: LineTokens, token: Token, key: number, line: number): void {
  tokens.list.push(token);
  tokens.keys.push(key);
  tokens.of.push(line);
}

/** The link that a token stands in, or the first of them. */
function linkAt({ pieces }: Line, token: Token, first: number): Link | undefined {
  for (let p = first; (pieces[p]?.from ?? token.end) < token.end; p++) {
    const link = pieces[p]?.link;
    if (link !== undefined) return link;
  }
  return undefined;
}

/**
 * What makes two tokens the same: their text, what atoms stand in it, and the links that they stand in; of a link whose
 * target may change, only that it is one.
 */
function tokenKey(line: Line, token: Token, first: number): string {
  let key = token.text;
  const link = linkAt(line, token, first);
  for (let p = first; ; p++) {
    const piece = line.pieces[p];
    if (piece === undefined || piece.from >= token.end) return key;
    if (piece.kind === 'atom') key += `\u0002${piece.key}`;
    if (piece.context === '') continue;
    key += piece.link !== undefined && piece.link === link && canBeField(link) ? '\u0004' : `\u0004${piece.context}`;
  }
}
