/** Definitions: `**Testing Issue** {#testing-issue} means …`. */
import { definedTerm } from '../../model/define.ts';
import { leadingBraces } from './attributes.ts';
import { inlinesOf, type Piece, plainPiece, slicePiece } from './piece.ts';

export interface FoundDefinition {
  readonly term: string;
  readonly id?: string;
  /** The paragraph without the braces. */
  readonly pieces: readonly Piece[];
}

/** The term that a paragraph defines. A space that is written as a character reference keeps it a paragraph. */
export function readDefinition(all: readonly Piece[]): FoundDefinition | undefined {
  const at = all.slice(0, 2).findIndex(({ inline }) => inline.type === 'text' && inline.marks?.bold === true) + 1;
  const verb = all[at];
  if (at === 0 || verb === undefined) return undefined;
  const { pieces, id } = withoutBraces(all, at);
  if (isEscapedSpace(pieces[at])) return undefined;
  const term = definedTerm(inlinesOf(pieces.slice(0, at + 1)))?.term;
  return term === undefined ? undefined : { term, ...(id === undefined ? {} : { id }), pieces };
}

function isEscapedSpace(piece: Piece | undefined): boolean {
  const value = plainPiece(piece)?.value ?? '';
  return piece?.escapes?.includes(value.search(/\s/)) === true;
}

/** Takes the braces out of ` {#anchor} means …`, the piece at `at`. */
function withoutBraces(pieces: readonly Piece[], at: number): { pieces: readonly Piece[]; id?: string } {
  const [piece, text] = [pieces[at], plainPiece(pieces[at])];
  const open = /^["'”’]? (?=\{)/.exec(text?.value ?? '')?.[0].length;
  if (piece === undefined || text === undefined || open === undefined) return { pieces };
  const braced = leadingBraces([slicePiece(piece, text, open, text.value.length)]);
  if (braced === undefined || braced === 'unknown') return { pieces };
  const rest = braced.pieces[0];
  const behind = plainPiece(rest)?.value ?? '';
  const joined = {
    inline: { ...text, value: text.value.slice(0, open) + behind },
    escapes: (rest?.escapes ?? []).map((offset) => offset + open),
  };
  const { id } = braced.attributes;
  return { pieces: [...pieces.slice(0, at), joined, ...pieces.slice(at + 1)], ...(id === undefined ? {} : { id }) };
}
