/** The grid of a table as it was, where columns came or went, or cells cover others than they did (ISO/IEC 29500-1, 17.13.5.33). */

import { declared } from '../../../word/declared.ts';
import { digest } from '../../../word/document-fingerprint.ts';
import { childOf, type Element, isEmptyTag } from '../../../word/tree.ts';
import type { TableBlock } from '../lines/blocks.ts';
import { type Copying, copyInner } from '../marks/copy.ts';
import type { RowMatch } from './matching.ts';

/** Tracks the grid where the widths of columns are not all that differs: there are more of them, or cells cover others. */
export function changeGrid(copying: Copying, before: TableBlock, after: TableBlock, rows: readonly RowMatch[]): void {
  const { session, from, into } = copying;
  const [x, y] = [childOf(before.element, 'w:tblGrid'), childOf(after.element, 'w:tblGrid')];
  if (x === undefined || y === undefined) return;
  if (columnsIn(x) === columnsIn(formerly(y)) && !lieOtherwise(rows)) return;
  session.unkept(
    into,
    y.children.filter(({ name }) => name === 'w:tblGridChange'),
  );
  if (digest(session.before, from, x) === digest(session.after, into, y)) return;
  const { w } = into;
  const former = `<${w}tblGrid>${copyInner(copying, x)}</${w}tblGrid>`;
  const change = declared(copying, `<${w}tblGridChange ${w}id="${session.marker.id()}">${former}</${w}tblGridChange>`);
  const edits = session.output.edits(into);
  if (isEmptyTag(into, y)) edits.replace(y.start, y.end, `<${w}tblGrid>${change}</${w}tblGrid>`);
  else edits.insert(y.closeStart, change);
}

function columnsIn(grid: Element | undefined): number {
  return grid?.children.filter(({ name }) => name === 'w:gridCol').length ?? 0;
}

/** The grid before a tracked change of it. */
function formerly(grid: Element): Element | undefined {
  return childOf(childOf(grid, 'w:tblGridChange'), 'w:tblGrid') ?? grid;
}

function lieOtherwise(rows: readonly RowMatch[]): boolean {
  return rows.some(({ cells }) => cells.some(({ before, after }) => before?.span !== after?.span));
}
