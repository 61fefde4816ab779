/** Tracked changes that can't stand beside those of another author, told from the part that carries them alone. */

import { descendants, type Element, type Part } from '../tree.ts';
import { insertedMarks, isDeletion, isInsertedRow, isInsertion, nextParagraph, saysFormerly } from './before-change.ts';
import { movesIn } from './moves.ts';

const CELLS = new Set(['w:cellIns', 'w:cellDel', 'w:cellMerge']);
/** What holds paragraphs and is none. */
const HOLDERS = new Set(['w:tbl', 'w:sdt', 'w:customXml']);
const BLOCKS = new Set(['w:p', 'w:tbl', 'w:tr', 'w:tc']);

/**
 * The marks of a part that are settled before a comparison: cells that came or went, whole blocks, and marks of
 * paragraphs that nothing follows with which they could be joined. What goes with what was inserted around it is passed
 * over.
 */
export function unkeepable(part: Part): Element[] {
  const found: Element[] = [];
  for (const element of descendants(part.root, (one) => !isInsertedRow(one) && !isInsertion(one))) {
    if (CELLS.has(element.name) || isAroundBlocks(element)) found.push(element);
    else if (element.name === 'w:p' && cannotGo(element)) found.push(...insertedMarks(element));
  }
  return found;
}

function isAroundBlocks(element: Element): boolean {
  return (isInsertion(element) || isDeletion(element)) && element.children.some(({ name }) => BLOCKS.has(name));
}

/** Whether the mark of a paragraph was inserted and cannot go again, since the paragraph, or its container, needs it. */
function cannotGo(paragraph: Element): boolean {
  if (insertedMarks(paragraph).length === 0 || nextParagraph(paragraph) !== undefined) return false;
  const siblings = paragraph.parent?.children ?? [];
  const own = siblings.indexOf(paragraph);
  let first = own;
  while (first > 0 && !HOLDERS.has((siblings[first - 1] as Element).name) && !stands(siblings[first - 1])) first--;
  if (siblings.slice(first, own + 1).some(saysFormerly)) return true;
  const isNeeded = paragraph.parent?.name !== 'w:sdtContent' && isLast(siblings, own);
  return isNeeded && !stands(siblings[first - 1]);
}

/** Whether an element is a paragraph whose mark was there before. */
function stands(element: Element | undefined): boolean {
  return element?.name === 'w:p' && insertedMarks(element).length === 0;
}

function isLast(siblings: readonly Element[], at: number): boolean {
  return siblings.slice(at + 1).every(({ name }) => name !== 'w:p' && !HOLDERS.has(name));
}

/** Marks with all that belong to the same moves: one half of a move says nothing without the other. */
export function withMoves(part: Part, marks: readonly Element[]): readonly Element[] {
  const moves = movesIn(part);
  const names = new Set(marks.map((mark) => moves.get(mark)).filter((name) => name !== undefined));
  if (names.size === 0) return marks;
  const moved = [...moves].filter(([, name]) => names.has(name)).map(([element]) => element);
  return [...new Set([...marks, ...moved])];
}
