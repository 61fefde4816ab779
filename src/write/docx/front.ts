/**
 * The first page: the list of contents stays on it where it can, closer set if need be, and the text begins on the next
 * one, unless that would leave the first half empty.
 */
import type { PageFrame } from './frame.ts';
import { firstPageShare } from './pages.ts';
import type { SettledPara, SettledStory } from './settle.ts';

export interface Front {
  readonly body: SettledStory;
  /** Whether the lines of the list are close set. */
  readonly compact: boolean;
}

/** How much of the page title and list take, at least, for the text to begin on the next; and at most, to fit on it. */
const LEAST = 0.68;
const MOST = 0.92;

export function arrangeFront(body: SettledStory, frame: PageFrame): Front {
  const end = body.findLastIndex((block) => block.type === 'para' && block.look.style === 'ContentsEnd');
  if (end < 0) return { body, compact: false };
  const front = body.slice(0, end + 1);
  const open = firstPageShare(front, frame, false);
  if (open <= MOST) return { body: open >= LEAST ? body : withoutBreak(body, end), compact: false };
  const fits = firstPageShare(front, frame, true) <= MOST;
  return { body: fits ? body : withoutBreak(body, end), compact: true };
}

/** The text follows the list on the same page. */
function withoutBreak(body: SettledStory, end: number): SettledStory {
  const last = body[end] as SettledPara;
  const pieces = last.pieces.filter((piece) => piece.type !== 'break');
  return [...body.slice(0, end), { ...last, pieces }, ...body.slice(end + 1)];
}
