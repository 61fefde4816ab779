/** Rows of a table inserted beside others, or deleted. */
import type { Block, Row, Table } from '../../model/document.ts';
import type { Fit } from '../fit.ts';
import type { Instruction } from '../instruction.ts';
import type { Found } from '../work/resolve.ts';
import { note, type Refused, type Task } from './task.ts';

/** Takes rows out of their tables. */
export function deleteRows(found: readonly Found[], task: Task): Fit | Refused {
  const byTable = new Map<Found['node'], Set<number>>();
  for (const { node, rows = [] } of found) byTable.set(node, new Set([...(byTable.get(node) ?? []), ...rows]));
  for (const [node, rows] of byTable) {
    const table = node.block as Table;
    if (!rows.size || table.rows.some((row) => row.cells.some(({ rowSpan = 1 }) => rowSpan > 1))) {
      return {
        reason: 'the rows of this table are joined by cells that span several: restate the table',
        certain: true,
      };
    }
    node.block = { ...table, rows: table.rows.filter((_, i) => !rows.has(i)) };
    note(task, 'amended', node);
  }
  return 'words';
}

/** Puts the rows of a table that the instruction shows behind or before a row. */
export function insertRowsBeside(
  { form }: Instruction,
  { node, rows = [] }: Found,
  blocks: readonly Block[],
  task: Task,
): Fit | Refused {
  const [only, ...more] = blocks;
  const table = node.block as Table;
  if (only?.type !== 'table' || more.length > 0)
    return { reason: 'the rows to be inserted are not shown as a table', certain: true };
  const heads = only.rows.filter((row) => row.header === true);
  const added: readonly Row[] = only.rows
    .filter((row) => row.header !== true || heads.length === only.rows.length)
    .map(({ header: _, ...row }) => row);
  if (added.some(({ cells }) => cells.length !== table.columns.length))
    return {
      reason: `the rows to be inserted have not ${table.columns.length} cells, as the table has`,
      certain: true,
    };
  const at = (rows[0] as number) + (form === 'insert-before' ? 0 : 1);
  node.block = { ...table, rows: [...table.rows.slice(0, at), ...added, ...table.rows.slice(at)] };
  note(task, 'amended', node);
  return 'exact';
}
