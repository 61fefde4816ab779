/** The page: its size and margins, and how much of it the text has. Distances in twips. */
import type { PageFrame } from '../../word/brand/index.ts';

export type { PageFrame };

/** A4 with the margins of the default style. */
export const A4: PageFrame = {
  width: 11906,
  height: 16838,
  top: 1361,
  bottom: 1304,
  left: 1247,
  right: 1247,
  header: 624,
  footer: 567,
};

export function textWidth({ width, left, right }: PageFrame): number {
  return width - left - right;
}

export function textHeight({ height, top, bottom }: PageFrame): number {
  return height - top - bottom;
}

/** The same paper on its side, as Word turns it: the margins go round with the paper. */
export function turned(frame: PageFrame): PageFrame {
  const { width, height, top, bottom, left, right } = frame;
  return { ...frame, width: height, height: width, top: right, bottom: left, left: top, right: bottom };
}
