/** Bookmarks as anchors: which of them a document keeps, and under which id. */
import type { Piece, WordBlock, WordText } from './word.ts';

/** The id under which a bookmark is kept; `undefined` for one that is not. */
export type AnchorNames = (bookmark: string) => string | undefined;

/** What fields and links refer to, by the name of the bookmark. */
const REFERENCE = /^\s*(?:REF|PAGEREF|NOTEREF|FTNREF)\s+"?([^\s"\\]+)|\\l\s+"?([^\s"\\]+)/gi;

/** Names that Word makes up for its own ends; they are kept only where something refers to them. */
const MADE_UP = /^_/;

/**
 * The ids of all bookmarks that are referred to, or that have a name which a person gave. Tables of contents do not
 * count as referring. Names are folded into what an anchor may be made of; one that is taken gets a number.
 */
export function anchorNames(texts: readonly WordText[]): AnchorNames {
  const bookmarks: string[] = [];
  const wanted = new Set<string>();
  for (const text of texts) {
    for (const blocks of [text.blocks, ...[...text.stories.values()].map((story) => story.blocks)]) {
      eachParagraph(blocks, (pieces, contents) => collect(pieces, contents, bookmarks, wanted));
    }
  }
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of bookmarks) {
    if (ids.has(name) || (MADE_UP.test(name) && !wanted.has(name))) continue;
    ids.set(name, unique(fold(name), taken));
  }
  return (bookmark) => ids.get(bookmark);
}

function collect(pieces: readonly Piece[], contents: boolean, bookmarks: string[], wanted: Set<string>): void {
  let code = '';
  for (const piece of pieces) {
    if (piece.kind === 'bookmark') bookmarks.push(piece.name);
    if (contents) continue;
    if (piece.kind === 'link' && piece.anchor !== undefined) wanted.add(piece.anchor);
    if (piece.kind === 'instruction') code += piece.value;
    else if (piece.kind === 'field' && code !== '') {
      for (const match of code.matchAll(REFERENCE)) wanted.add((match[1] ?? match[2]) as string);
      code = '';
    }
  }
}

/** Calls `visit` with the pieces of every paragraph, those in tables and text boxes included. */
export function eachParagraph(
  blocks: readonly WordBlock[],
  visit: (pieces: readonly Piece[], contents: boolean) => void,
): void {
  for (const block of blocks) {
    if (block.kind === 'table') {
      for (const row of block.rows) for (const cell of row.cells) eachParagraph(cell.blocks, visit);
      continue;
    }
    visit(block.pieces, block.contents);
    for (const piece of block.pieces) if (piece.kind === 'box') eachParagraph(piece.blocks, visit);
  }
}

/** `_Ref4711` as `ref4711`, `My_clause` as `My-clause`. */
function fold(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^[-.]+/, '');
  const folded = MADE_UP.test(name) ? plain.toLowerCase() : plain;
  return folded === '' ? 'anchor' : folded;
}

function unique(id: string, taken: Set<string>): string {
  let name = id;
  for (let i = 2; taken.has(name); i++) name = `${id}-${i}`;
  taken.add(name);
  return name;
}
