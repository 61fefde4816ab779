/** How alike rows and cells are, by their words; each bag is made once. */

import type { Block, CellBlock, RowBlock } from '../lines/blocks.ts';
import { type Aligning, Numbers } from '../pairing/aligning.ts';
import { type Bag, bagOf, likeness } from '../pairing/bags.ts';

/** Likeness from 0 to 1. */
export interface Measure {
  rows(before: RowBlock, after: RowBlock): number;
  cells(before: CellBlock, after: CellBlock): number;
}

export function measureWith(aligning: Aligning): Measure {
  const words = new Numbers();
  const known = new Map<RowBlock | CellBlock, Bag>();
  const bagFor = (of: RowBlock | CellBlock, blocks: () => readonly Block[]): Bag => {
    const bag = known.get(of) ?? bagOfAll(blocks(), words, aligning);
    known.set(of, bag);
    return bag;
  };
  const ofRow = (row: RowBlock) => bagFor(row, () => row.cells.flatMap(({ blocks }) => blocks));
  const ofCell = (cell: CellBlock) => bagFor(cell, () => cell.blocks);
  return {
    rows: (before, after) => Math.max(likeness(ofRow(before), ofRow(after)), commonCells(before, after)),
    cells: (before, after) => (before.key === after.key ? 1 : likeness(ofCell(before), ofCell(after))),
  };
}

function bagOfAll(blocks: readonly Block[], words: Numbers, aligning: Aligning): Bag {
  const bag = new Map<number, number>();
  for (const block of blocks) {
    for (const [word, count] of bagOf(block, words, aligning)) bag.set(word, (bag.get(word) ?? 0) + count);
  }
  return bag;
}

/** The share of cells that say the same in both rows; empty ones say nothing. */
function commonCells(before: RowBlock, after: RowBlock): number {
  const left = new Map<string, number>();
  for (const { key } of before.cells) if (key !== '') left.set(key, (left.get(key) ?? 0) + 1);
  let common = 0;
  for (const { key } of after.cells) {
    const count = left.get(key) ?? 0;
    if (count > 0) common++;
    left.set(key, count - 1);
  }
  return (2 * common) / Math.max(1, saying(before) + saying(after));
}

const saying = ({ cells }: RowBlock): number => cells.filter(({ key }) => key !== '').length;
