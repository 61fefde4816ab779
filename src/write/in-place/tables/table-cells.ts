/**
 * Marks of the cells of a row that both tables have: cells that came or went (ISO/IEC 29500-1, 17.13.5.1 and 17.13.5.3),
 * and cells that lie otherwise.
 */

import type { Merge } from '../../../word/grid.ts';
import { childOf } from '../../../word/tree.ts';
import type { CellBlock, TableBlock } from '../lines/blocks.ts';
import { goneCell } from '../marks/bring.ts';
import type { Copying } from '../marks/copy.ts';
import { comeBlocks, compareBlocks } from '../story.ts';
import type { CellPair } from './cells.ts';
import { propertiesChange, putInto } from './table-properties.ts';

/** Writes what changed in the cells of a row into after's. */
export function pairRowCells(copying: Copying, { part }: TableBlock, cells: readonly CellPair[]): void {
  const edits = copying.session.output.edits(part);
  let gone = '';
  let end = 0;
  for (const { before, after } of cells) {
    if (after === undefined) {
      if (before !== undefined) gone += goneCell(copying, before, true);
      continue;
    }
    edits.insert(after.element.start, gone, -1);
    [gone, end] = ['', after.element.end];
    if (before === undefined) comeCell(copying, after);
    else pairCell(copying, before, after);
  }
  edits.insert(end, gone, -1);
}

function comeCell({ session, into }: Copying, { element, blocks }: CellBlock): void {
  putInto(session, into, element, 'w:tcPr', `<${into.w}cellIns${session.marker.attributes(into.w)}/>`);
  comeBlocks(session, blocks);
}

function pairCell(copying: Copying, before: CellBlock, after: CellBlock): void {
  const { session, from, into } = copying;
  const merge = mergeChange(copying, before, after);
  const told = merge === '' ? [] : ['w:vMerge'];
  const change = propertiesChange(copying, before.element, after.element, 'w:tcPr', told);
  putInto(session, into, after.element, 'w:tcPr', merge + change);
  compareBlocks(session, {
    from,
    former: before.blocks,
    into: { part: into, element: after.element },
    blocks: after.blocks,
  });
}

const MERGES = { restart: 'rest', continue: 'cont' } as const satisfies Record<Merge, string>;

/** A vertical merge that is another than it was (17.13.5.2), told in place of the merge itself. */
function mergeChange({ session, into }: Copying, before: CellBlock, after: CellBlock): string {
  if (before.merge === after.merge) return '';
  const { w } = into;
  const merge = childOf(childOf(after.element, 'w:tcPr'), 'w:vMerge');
  if (merge !== undefined) session.output.edits(into).replace(merge.start, merge.end, '');
  const now = after.merge === undefined ? '' : ` ${w}vMerge="${MERGES[after.merge]}"`;
  const former = before.merge === undefined ? '' : ` ${w}vMergeOrig="${MERGES[before.merge]}"`;
  return `<${w}cellMerge${session.marker.attributes(w)}${now}${former}/>`;
}
