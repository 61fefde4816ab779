/** The caption below a picture: its number, which references print, and its words, with the sides on which each stands. */
import type { Inline, Picture } from '../../../model/document.ts';
import { figureName } from '../../../model/picture.ts';
import type { Revision } from '../../../model/redline.ts';
import { anchorPieces, bySide, type Label, openingPieces } from '../pieces.ts';
import { EACH_SIDE, has, type PerSide, perSide, type Sides, sidesOf, union } from '../sides.ts';
import type { Piece, Slot } from '../slot.ts';

type Tracked = Inline<Revision>;

/** Whether inlines are pictures and nothing else, so that their paragraph is a figure. */
export function isFigure(inlines: readonly Tracked[]): boolean {
  return inlines.length > 0 && inlines.every((inline) => inline.type === 'picture');
}

/** The captions of the pictures among inlines that stand on `around`, each as a paragraph. */
export function captionSlots(inlines: readonly Tracked[], around: Sides): Slot[] {
  const captioned = perSide(around, (side) =>
    inlines.filter(
      (inline): inline is Picture<Revision> =>
        inline.type === 'picture' && has(sidesOf(inline, around), side) && hasCaption(inline),
    ),
  );
  const count = Math.max(0, ...EACH_SIDE.map((side) => captioned[side]?.length ?? 0));
  return Array.from({ length: count }, (_, i) => captionSlot(perSide(around, (side) => captioned[side]?.[i])));
}

/** Whether a picture has a caption to stand below it, by which its anchor is found too. */
export function hasCaption(picture: Picture<Revision>): boolean {
  return picture.caption !== undefined || picture.label !== undefined;
}

function captionSlot(pictures: PerSide<Picture<Revision>>): Slot {
  const sides = EACH_SIDE.filter((side) => pictures[side] !== undefined).reduce<Sides>(union, 0);
  const ids = perSide(sides, (side) => {
    const id = pictures[side]?.id;
    return id === undefined ? [] : [id];
  });
  const labels = perSide(sides, (side): Label | undefined => {
    const picture = pictures[side];
    const label = picture === undefined ? undefined : figureName(picture);
    return label === undefined ? undefined : { label, gap: picture?.caption === undefined ? '' : ' ' };
  });
  const captions = perSide(sides, (side) => pictures[side]?.caption);
  const text = bySide(captions, sides).map(
    ([stands, caption]): Piece => ({ type: 'text', sides: stands, text: caption }),
  );
  const pieces = [...openingPieces(ids, labels, sides), ...text, ...anchorPieces(ids, sides, 'end')];
  return { type: 'slot', sides, starts: sides, look: perSide(sides, () => ({ style: 'FigureCaption' })), pieces };
}
