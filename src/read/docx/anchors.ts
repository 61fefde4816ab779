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
 * count as referring. Names are folded into what an anchor may be made of; one that is taken gets a number. A paragraph
 * has one anchor: all bookmarks of it have the id of the first that is kept, but for those of a note.
 */
export function anchorNames(texts: readonly WordText[]): AnchorNames {
  const paragraphs: (readonly Piece[])[] = [];
  const wanted = new Set<string>();
  for (const text of texts) {
    for (const blocks of [text.blocks, ...[...text.stories.values()].map((story) => story.blocks)]) {
      eachParagraph(blocks, (pieces, contents) => {
        if (pieces.some(isBookmark)) paragraphs.push(pieces);
        if (!contents) collectReferences(pieces, wanted);
      });
    }
  }
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const pieces of paragraphs) {
    const kept = (name: string): boolean => !ids.has(name) && (!MADE_UP.test(name) || wanted.has(name));
    for (const names of markingsOf(pieces, kept)) {
      const [first] = names;
      const id = first === undefined ? '' : unique(fold(first), taken);
      for (const name of names) ids.set(name, id);
    }
  }
  return (bookmark) => ids.get(bookmark);
}

function isBookmark(piece: Piece): boolean {
  return piece.kind === 'bookmark';
}

/** The bookmarks of a paragraph that are kept, and each that stands right before the call of a note by itself. */
function markingsOf(pieces: readonly Piece[], kept: (name: string) => boolean): (readonly string[])[] {
  const own = new Set<string>();
  const notes: string[][] = [];
  /** The first that began since the last thing that is shown. */
  let fresh: string | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'bookmark') {
      if (!kept(piece.name) || own.has(piece.name)) continue;
      own.add(piece.name);
      fresh ??= piece.name;
    } else if (piece.kind === 'note') {
      if (fresh !== undefined && own.delete(fresh)) notes.push([fresh]);
      fresh = undefined;
    } else if (piece.kind === 'text' || piece.kind === 'break' || piece.kind === 'opaque') fresh = undefined;
  }
  return own.size > 0 ? [[...own], ...notes] : notes;
}

function collectReferences(pieces: readonly Piece[], wanted: Set<string>): void {
  let code = '';
  for (const piece of pieces) {
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
