/** Rows and cells that were inserted or deleted (ISO/IEC 29500-1, 17.13.5), and the columns of the table that such cells make up. */
import { attribute, childOf, descendants, type Element, type Part } from '../tree.ts';

/** The mark of a cell that was inserted or deleted. */
export function cellMark(cell: Element): Element | undefined {
  return childOf(cell, 'w:tcPr')?.children.find(({ name }) => name === 'w:cellIns' || name === 'w:cellDel');
}

/** The cells of a table or a row, those of tables within them left aside. */
function* cellsOf(holder: Element): Generator<Element> {
  for (const element of descendants(holder, ({ name }) => name !== 'w:tc')) if (element.name === 'w:tc') yield element;
}

/** The mark of a row that was inserted or deleted. */
export function rowMark(row: Element): Element | undefined {
  return childOf(row, 'w:trPr')?.children.find(({ name }) => name === 'w:ins' || name === 'w:del');
}

/** The mark of the first cell of a table that came or went, or of the first such row. */
function firstMark(table: Element): Element | undefined {
  for (const cell of cellsOf(table)) {
    const mark = cellMark(cell);
    if (mark !== undefined) return mark;
  }
  for (const row of descendants(table, ({ name }) => name !== 'w:tr')) {
    const mark = row.name === 'w:tr' ? rowMark(row) : undefined;
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/**
 * Where marked cells begin in the grid, from 0: in that of the table with all inserted cells for an insertion, in that
 * with all deleted ones for a deletion. Each row is counted once.
 */
export class CellPlaces {
  readonly #part: Part;
  readonly #places = new Map<Element, number>();
  readonly #rows = new Set<Element>();
  readonly #tables = new Map<Element, Element | undefined>();

  constructor(part: Part) {
    this.#part = part;
  }

  /** The grid column of the cell of a mark; `undefined` for any other element. */
  of(mark: Element): number | undefined {
    if (mark.name !== 'w:cellIns' && mark.name !== 'w:cellDel') return undefined;
    let row = mark.parent;
    while (row !== undefined && row.name !== 'w:tr') row = row.parent;
    if (row === undefined) return undefined;
    if (!this.#rows.has(row)) this.#count(row);
    return this.#places.get(mark);
  }

  /** The mark in its table that a change of the grid belongs to, which itself names no author. */
  markOfGrid(gridChange: Element): Element | undefined {
    const table = gridChange.parent?.parent;
    if (table?.name !== 'w:tbl') return undefined;
    if (!this.#tables.has(table)) this.#tables.set(table, firstMark(table));
    return this.#tables.get(table);
  }

  #count(row: Element): void {
    this.#rows.add(row);
    let after = this.#number(childOf(childOf(row, 'w:trPr'), 'w:gridBefore'), 0);
    let before = after;
    for (const cell of cellsOf(row)) {
      const properties = childOf(cell, 'w:tcPr');
      const former = childOf(childOf(properties, 'w:tcPrChange'), 'w:tcPr') ?? properties;
      const mark = cellMark(cell);
      if (mark !== undefined) this.#places.set(mark, mark.name === 'w:cellIns' ? after : before);
      if (mark?.name !== 'w:cellDel') after += this.#number(childOf(properties, 'w:gridSpan'), 1);
      if (mark?.name !== 'w:cellIns') before += this.#number(childOf(former, 'w:gridSpan'), 1);
    }
  }

  #number(element: Element | undefined, absent: number): number {
    const value = element === undefined ? absent : Number(attribute(this.#part, element, 'w:val'));
    return Number.isInteger(value) ? value : absent;
  }
}
