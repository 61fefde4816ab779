/** How cells lie in the grid of their table (ISO/IEC 29500-1, 17.4.17, 17.4.84): where each begins, what it covers, how it is merged. */

import { formerly } from './tracked/before-change.ts';
import { attribute, childOf, type Element, type Part } from './tree.ts';

/** `restart` begins a vertical merge, `continue` belongs to the cell above. */
export type Merge = 'restart' | 'continue';

/** Where a cell lies. */
export interface CellLayout {
  /** The grid column at which it begins, from 0. */
  readonly column: number;
  /** How many grid columns it covers. */
  readonly span: number;
  readonly merge: Merge | undefined;
}

/** Word has at most 63 columns; a hostile count must not make a grid of millions. */
const WIDEST = 1000;

/** The layouts of a row's cells, in order, as they are once tracked changes are rejected. */
export function cellLayouts(part: Part, row: Element, cells: readonly Element[]): CellLayout[] {
  let column = leftOut(part, row, 'w:gridBefore');
  return cells.map((cell) => {
    const properties = formerly(childOf(cell, 'w:tcPr'));
    const span = count(part, childOf(properties, 'w:gridSpan'), 1);
    const layout = { column, span, merge: mergeOf(part, properties) };
    column += span;
    return layout;
  });
}

function mergeOf(part: Part, properties: Element | undefined): Merge | undefined {
  const merge = childOf(properties, 'w:vMerge');
  if (merge === undefined) return undefined;
  return attribute(part, merge, 'w:val') === 'restart' ? 'restart' : 'continue';
}

function leftOut(part: Part, row: Element, name: string): number {
  return count(part, childOf(formerly(childOf(row, 'w:trPr')), name), 0);
}

function count(part: Part, element: Element | undefined, least: number): number {
  const value = element === undefined ? least : Number.parseInt(attribute(part, element, 'w:val') ?? '', 10);
  return Math.min(WIDEST, Math.max(least, Number.isNaN(value) ? least : value));
}

/** A string that is equal just where the cells of two rows lie alike. */
export function shapeOf(part: Part, row: Element, layouts: readonly CellLayout[]): string {
  return `${edgesOf(part, row)}|${layouts.map(({ span, merge }) => `${span}${merge ?? ''}`).join('|')}`;
}

/** What of a row's layout no mark of a cell can tell: columns left out at its edges, and merges of the older kind. */
export function edgesOf(part: Part, row: Element): string {
  const merged = row.children.some((cell) => childOf(childOf(cell, 'w:tcPr'), 'w:hMerge') !== undefined);
  return `${leftOut(part, row, 'w:gridBefore')},${leftOut(part, row, 'w:gridAfter')}${merged ? '-' : ''}`;
}

/** How many grid columns rows need. */
export function widthOf(rows: readonly { readonly cells: readonly CellLayout[] }[]): number {
  return rows.reduce((width, { cells }) => {
    const last = cells[cells.length - 1];
    return last === undefined ? width : Math.max(width, last.column + last.span);
  }, 0);
}
