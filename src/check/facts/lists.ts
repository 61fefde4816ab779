/** Lists whose pieces are single paragraphs. */
import type { Block } from '../../model/document.ts';
import { blockLists, once, type Passage, type Subject } from '../subject.ts';

/** The last line of a piece of a list, and its passage. */
export interface ListPiece {
  readonly at: Passage;
  readonly text: string;
}

/** Every list of two pieces or more, each piece a single paragraph. */
export const lists = once((subject: Subject): readonly (readonly ListPiece[])[] => {
  const passages = new Map<unknown, Passage>(subject.passages.map((passage) => [passage.node, passage]));
  const found: ListPiece[][] = [];
  for (const blocks of blockLists(subject)) {
    let list: ListPiece[] = [];
    const end = (): void => {
      if (list.length > 1) found.push(list);
      list = [];
    };
    for (const block of blocks) {
      const piece = isPiece(block) ? pieceOf(block, passages) : undefined;
      if (piece === undefined) end();
      else list.push(piece);
    }
    end();
  }
  return found;
});

function isPiece(block: Block): boolean {
  return block.type === 'item' || (block.type === 'clause' && block.kind === 'limb' && block.heading === undefined);
}

function pieceOf(block: Block, passages: ReadonlyMap<unknown, Passage>): ListPiece | undefined {
  if (!('children' in block)) return undefined;
  const [only, ...more] = block.children;
  const at = passages.get(only);
  if (at === undefined) return undefined;
  // Where limbs stand below it, its own text is a lead-in that ends as it likes.
  return { at, text: more.length > 0 ? '' : at.text.trimEnd() };
}

/** What announces pieces of its own, though they stand beside it. */
const LEAD_IN = /(?::|\bincluding[;,]?|\bfollowing;)$/i;

/** The same lists, cut behind each piece that announces others, as lists do that were taken from print. */
export const partsOf = once((subject: Subject): readonly (readonly ListPiece[])[] =>
  lists(subject).flatMap((list) => {
    const parts: ListPiece[][] = [[]];
    for (const piece of list) {
      parts.at(-1)?.push(piece);
      if (LEAD_IN.test(piece.text)) parts.push([]);
    }
    return parts.filter((part) => part.length > 1 && part.every(({ text }) => text !== ''));
  }),
);
