/** Cells that were inserted or deleted (ISO/IEC 29500-1, 17.13.5.1 and 17.13.5.3), by the column of the table that they make up. */
import { attribute, childOf, descendants, type Element, type Part } from '../tree.ts';

/** The mark of a cell that was inserted or deleted. */
export function cellMark(cell: Element): Element | undefined {
  return childOf(cell, 'w:tcPr')?.children.find(({ name }) => name === 'w:cellIns' || name === 'w:cellDel');
}

/** The cells of a table or a row, those of tables within them left aside. */
function* cellsOf(holder: Element): Generator<Element> {
  for (const element of descendants(holder, ({ name }) => name !== 'w:tc')) if (element.name === 'w:tc') yield element;
}

/** The first mark of a cell in the table that a change of its grid belongs to; the change itself names no author. */
export function firstCellMark(gridChange: Element): Element | undefined {
  const table = gridChange.parent?.parent;
  if (table?.name !== 'w:tbl') return undefined;
  for (const cell of cellsOf(table)) {
    const mark = cellMark(cell);
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
