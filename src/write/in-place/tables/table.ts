/** Tables that both sides have, and tables that have come: rows paired, their cells compared, the others marked as rows. */
import type { RowBlock, TableBlock } from '../lines/blocks.ts';
import { goneRow } from '../marks/bring.ts';
import type { Copying } from '../marks/copy.ts';
import type { Session } from '../session.ts';
import { comeBlocks } from '../story.ts';
import { matchRows } from './matching.ts';
import { pairRowCells } from './table-cells.ts';
import { changeGrid } from './table-grid.ts';
import { changeProperties, putInto } from './table-properties.ts';

/** Writes what changed from one table to the other into after's. */
export function pairTables(copying: Copying, before: TableBlock, after: TableBlock): void {
  const { session } = copying;
  const matches = matchRows(session, before, after);
  changeProperties(copying, before.element, after.element, 'w:tblPr');
  changeGrid(copying, before, after, matches);
  const edits = session.output.edits(after.part);
  let [i, j] = [0, 0];
  const gone = (to: number, at: number): void => {
    for (; i < to; i++) edits.insert(at, goneRow(copying, before.rows[i] as RowBlock), -1);
  };
  for (const match of matches) {
    const next = after.rows[j] as RowBlock;
    gone(match.before, next.element.start);
    for (; j < match.after; j++) comeRow(session, after, after.rows[j] as RowBlock);
    const [x, y] = [before.rows[match.before] as RowBlock, after.rows[match.after] as RowBlock];
    changeProperties(copying, x.element, y.element, 'w:trPr');
    pairRowCells(copying, after, match.cells);
    [i, j] = [match.before + 1, match.after + 1];
  }
  gone(before.rows.length, after.rows[j]?.element.start ?? after.element.closeStart);
  for (; j < after.rows.length; j++) comeRow(session, after, after.rows[j] as RowBlock);
}

/** Marks a table that only after has: each of its rows has come. */
export function comeTable(session: Session, table: TableBlock): void {
  for (const row of table.rows) comeRow(session, table, row);
}

function comeRow(session: Session, { part }: TableBlock, { element, cells }: RowBlock): void {
  putInto(session, part, element, 'w:trPr', `<${part.w}ins${session.marker.attributes(part.w)}/>`);
  for (const cell of cells) comeBlocks(session, cell.blocks);
}
