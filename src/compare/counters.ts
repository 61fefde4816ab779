/** Columns that count their rows: 1, 2, 3. Their values say where a row stands, not which row it is. */

import type { Document, Node, Row, Table } from '../model/document.ts';
import { gridOf } from '../model/grid.ts';
import { CHILD_LISTS, childList } from '../model/walk.ts';

/** Rows that a column must count before it is taken for a counter. */
const LEAST = 3;

/** Whether the values of a column, from top to bottom and headings left out, count up from 0 or 1; years do not. */
export function countsUp(values: readonly string[]): boolean {
  const numbers = values.filter((value) => value !== '').map((value) => /^\(?(\d{1,6})[.)]?$/.exec(value)?.[1]);
  if (numbers.length < LEAST || Number(numbers[0]) > 1) return false;
  return numbers.every((value, i) => value !== undefined && (i === 0 || Number(value) === Number(numbers[i - 1]) + 1));
}

/** The columns of a table that count, by index. */
export function counterColumns(table: Table): Set<number> {
  const rows = gridOf(table).filter((_, i) => table.rows[i]?.header !== true);
  // Without a marked heading row, the first row may be one.
  const found = new Set<number>();
  for (let column = 0; column < table.columns.length; column++) {
    const values = rows.map((texts) => texts[column] ?? '');
    if (countsUp(values) || (table.rows[0]?.header !== true && countsUp(values.slice(1)))) found.add(column);
  }
  return found;
}

/** The cells of counting columns and what stands in them, each with its table. */
export function countersOf(document: Document): ReadonlyMap<Node, Table> {
  const found = new Map<Node, Table>();
  const add = (node: Node, table: Table): void => {
    found.set(node, table);
    for (const child of childList(node, 'children')) if (CHILD_LISTS[child.type].length > 0) add(child, table);
  };
  const visit = (node: Node): void => {
    if (node.type === 'table') {
      const columns = counterColumns(node);
      for (const row of columns.size === 0 ? [] : node.rows) {
        for (const [cell, column] of columnsOf(row)) if (columns.has(column)) add(cell, node);
      }
    }
    for (const name of CHILD_LISTS[node.type]) {
      for (const child of childList(node, name)) if (CHILD_LISTS[child.type].length > 0) visit(child);
    }
  };
  visit(document);
  return found;
}

/** The cells of a row, each with its first column. */
function columnsOf(row: Row): [Node, number][] {
  let column = 0;
  return row.cells.map((cell) => {
    const first = column;
    column += cell.columnSpan ?? 1;
    return [cell, first];
  });
}
