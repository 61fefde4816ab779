/** Tables too large for the screen: headings and key columns stay in sight, and rows without a change can be hidden. */
import type { Table } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { plainText, walk } from '../../model/walk.ts';
import { element, type Html } from './escape.ts';
import { revisionOf } from './marks.ts';
import type { Context } from './page.ts';

/** A table beyond either stands in a frame of its own, in which it is scrolled. */
const MOST_COLUMNS = 8;
const MOST_ROWS = 25;
/** The width of a key column that stays in sight, where another does beside it. */
const KEY_WIDTH = 8;
/** In fewer rows a change is found at a glance. */
const FEW_ROWS = 12;

/** Whether a table stands in a frame. */
export function framed({ columns, rows }: Table<Revision>): boolean {
  return columns.length > MOST_COLUMNS || rows.length > MOST_ROWS;
}

/** Rules that keep the key columns of a framed table in sight. Spans would put other cells in their place. */
export function keyRules(table: Table<Revision>, number: number): string[] {
  const plain = table.rows.every(({ cells }) =>
    cells.every(({ columnSpan = 1, rowSpan = 1 }) => columnSpan * rowSpan === 1),
  );
  const header = table.rows.find((row) => row.header === true);
  if (!framed(table) || !plain || header === undefined) return [];
  const headings = header.cells.map((cell) => plainText(cell).replace(/\s+/g, ' ').trim());
  const keys = table.keyedBy.map((heading) => headings.indexOf(heading)).filter((at) => at >= 0);
  const width = keys.length > 1 ? `min-width:${KEY_WIDTH}em;max-width:${KEY_WIDTH}em;` : '';
  return keys.map((at, i) => {
    const cell = `>:nth-child(${at + 1})`;
    const place = `position:sticky;left:${i * KEY_WIDTH}em;${width}`;
    return (
      `@media screen{.t-${number} tr${cell}{${place}z-index:1}.t-${number} thead tr${cell}{z-index:3}` +
      `.t-${number} tbody tr:not(.ins):not(.del)${cell}{background:var(--paper)}}`
    );
  });
}

/** A switch that hides the rows without a change; nothing where all or none have one. */
export function onlyChanged(table: Table<Revision>, { page, fate }: Context): Html {
  const rows = table.rows.filter((row) => row.header !== true);
  if (page.changes.size === 0 || fate !== undefined || rows.length < FEW_ROWS) return '';
  const changed = rows.filter(isChanged).length;
  if (changed === 0 || changed === rows.length) return '';
  const label = `Show only the ${changed} of ${rows.length} rows that change`;
  return element('label', { class: 'only' }, `${element('input', { type: 'checkbox' })}<span>${label}</span>`);
}

function isChanged(row: Table<Revision>['rows'][number]): boolean {
  let found = false;
  walk<Revision>(row, (node) => {
    found ||= revisionOf(node) !== undefined;
  });
  return found;
}
