/** Definitions: `**Testing Issue** {#testing-issue} means …`, `“Testing Issue” {#testing-issue} means …`. */
import { definedTerm, termAtStart } from '../../model/define.ts';
import { leadingBraces } from './attributes.ts';
import { inlinesOf, type Piece, plainPiece, slicePiece } from './piece.ts';

export interface FoundDefinition {
  readonly term: string;
  readonly id?: string;
  /** The paragraph without the braces. */
  readonly pieces: readonly Piece[];
}

/** How many inlines are looked at. */
const SO_FAR = 50;

/** The term that a paragraph defines. A space that is written as a character reference keeps it a paragraph. */
export function readDefinition(all: readonly Piece[]): FoundDefinition | undefined {
  const behind = termAtStart(inlinesOf(all.slice(0, 3)));
  if (behind === undefined) return undefined;
  const { pieces, id } = withoutBraces(all, behind.at, behind.offset);
  if (isEscapedSpace(pieces[behind.at], behind.offset)) return undefined;
  const term = definedTerm(inlinesOf(pieces.slice(0, SO_FAR)))?.term;
  return term === undefined ? undefined : { term, ...(id === undefined ? {} : { id }), pieces };
}

function isEscapedSpace(piece: Piece | undefined, from: number): boolean {
  const space = (plainPiece(piece)?.value ?? '').slice(from).search(/\s/);
  return space >= 0 && piece?.escapes?.includes(space + from) === true;
}

/** Takes the braces out of ` {#anchor} means …`, which stands in the piece at `at` from `offset` on. */
function withoutBraces(
  pieces: readonly Piece[],
  at: number,
  offset: number,
): { pieces: readonly Piece[]; id?: string } {
  const [piece, text] = [pieces[at], plainPiece(pieces[at])];
  if (piece === undefined || text === undefined || !text.value.startsWith(' {', offset)) return { pieces };
  const open = offset + 1;
  const braced = leadingBraces([slicePiece(piece, text, open, text.value.length)]);
  if (braced === undefined || braced === 'unknown') return { pieces };
  const rest = braced.pieces[0];
  const behind = plainPiece(rest)?.value ?? '';
  const joined = {
    inline: { ...text, value: text.value.slice(0, open) + behind },
    escapes: [
      ...(piece.escapes ?? []).filter((place) => place < open),
      ...(rest?.escapes ?? []).map((place) => place + open),
    ],
  };
  const { id } = braced.attributes;
  return { pieces: [...pieces.slice(0, at), joined, ...pieces.slice(at + 1)], ...(id === undefined ? {} : { id }) };
}
