/** Bookmarks: the name each anchor has in the file, on each side, and how a field can print the label it stands at. */
import type { Look } from './look.ts';
import type { SettledPara, SettledStory } from './settle.ts';
import { AFTER, BEFORE, BOTH, common, EACH_SIDE, has, type Side, type Sides, union, without } from './sides.ts';
import type { AnchorPiece } from './slot.ts';

/** What a bookmark stands at: a paragraph that Word numbers, a label that is typed, or neither. */
export interface Anchored {
  readonly name: string;
  readonly prints: 'number' | 'label' | 'nothing';
}

/** Word's bookmark names have at most 40 characters: a letter or `_`, then letters, digits and `_`. */
const LONGEST_NAME = 40;

export class Anchors {
  readonly #bySide: { readonly [side in Side]: Map<string, Anchored> } = { 1: new Map(), 2: new Map() };
  readonly #names = new Map<AnchorPiece, string>();

  /** The anchors of all stories of a document; of two with one id on one side, the first holds it. */
  constructor(stories: readonly SettledStory[]) {
    const held = new Map<string, Sides>();
    const found = stories.flatMap((story) => anchorsIn(story, held));
    const used = new Set<string>();
    // Where both sides have the id in places of their own, that of after has the name.
    const last = (anchor: Found): number => (anchor.piece.sides === BEFORE ? 1 : 0);
    for (const { piece, para, holds } of [...found].sort((a, b) => last(a) - last(b))) {
      const name = freeName(bookmarkName(piece.id), piece.sides, used);
      this.#names.set(piece, name);
      for (const side of EACH_SIDE) {
        if (has(holds, side)) this.#bySide[side].set(piece.id, { name, prints: printsOn(para, side) });
      }
    }
  }

  /** What an id stands at on a side. */
  find(id: string, side: Side): Anchored | undefined {
    return this.#bySide[side].get(id);
  }

  /** The name that a bookmark's opening edge writes, if it is the one that holds its id. */
  nameOf(piece: AnchorPiece): string | undefined {
    return this.#names.get(piece);
  }
}

interface Found {
  readonly piece: AnchorPiece;
  readonly para: SettledPara;
  /** The sides on which it is the first to have its id. */
  readonly holds: Sides;
}

function anchorsIn(story: SettledStory, held: Map<string, Sides>): Found[] {
  return story.flatMap((block) => {
    if (block.type === 'table') {
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => anchorsIn(cell.blocks, held)));
    }
    return block.pieces.flatMap((piece): Found[] => {
      if (piece.type !== 'anchor' || piece.edge !== 'start') return [];
      const holds = without(piece.sides, held.get(piece.id) ?? 0);
      held.set(piece.id, union(piece.sides, held.get(piece.id) ?? 0));
      return holds === 0 ? [] : [{ piece, para: block, holds }];
    });
  });
}

function freeName(stem: string, sides: Sides, used: Set<string>): string {
  const variant = sides === BEFORE ? '_before' : '_again';
  let name = stem;
  for (let i = 1; used.has(name.toLowerCase()); i++) {
    const ending = i === 1 ? variant : `${variant}${i}`;
    name = stem.slice(0, LONGEST_NAME - ending.length) + ending;
  }
  used.add(name.toLowerCase());
  return name;
}

/** An id as a bookmark name: `-` becomes `_`, as does whatever else Word would not have. */
export function bookmarkName(id: string): string {
  const name = id.replace(/^ heading (\d+)$/, '_Toc$1').replace(/[^\p{L}\p{Nd}_]/gu, '_');
  return (/^[\p{L}_]/u.test(name) ? name : `_${name}`).slice(0, LONGEST_NAME);
}

function printsOn(para: SettledPara, side: Side): Anchored['prints'] {
  if (para.pieces.some((piece) => piece.type === 'label' && common(piece.sides, side) !== 0)) return 'label';
  return isNumbered(side === AFTER ? para.look : (para.lookBefore ?? para.look)) ? 'number' : 'nothing';
}

function isNumbered(look: Look): boolean {
  return look.list !== undefined && look.list.shape.format.kind !== 'bullet';
}

/** The bookmark that both sides, or the one given, can be led to. */
export function linkName(anchors: Anchors, id: string, sides: Sides): string | undefined {
  const side = has(sides, AFTER) ? AFTER : BEFORE;
  return anchors.find(id, side)?.name ?? (sides === BOTH ? anchors.find(id, BEFORE)?.name : undefined);
}
