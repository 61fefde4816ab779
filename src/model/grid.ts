/** The texts of a table by row and grid column, the cells that spans cover counted. */
import type { Cell, Row, Table } from './document.ts';
import { plainText } from './walk.ts';

/**
 * For each row the text of each grid column, on one line. A cell that spans columns or rows answers for its first place; what
 * it covers is empty, and so is a cell that does not count.
 */
export function gridOf<R>(
  { rows }: Pick<Table<R>, 'rows'>,
  counts: (cell: Cell<R>) => boolean = () => true,
): string[][] {
  /** For each column, how many rows below are covered still. */
  const covered: number[] = [];
  return rows.map((row) => rowTexts(row, covered, counts));
}

function rowTexts<R>(row: Row<R>, covered: number[], counts: (cell: Cell<R>) => boolean): string[] {
  const texts: string[] = [];
  const skip = (): void => {
    while ((covered[texts.length] ?? 0) > 0) {
      covered[texts.length] = (covered[texts.length] as number) - 1;
      texts.push('');
    }
  };
  for (const cell of row.cells) {
    skip();
    const text = !counts(cell) ? '' : plainText(cell).replace(/\s+/g, ' ').trim();
    for (let i = 0; i < (cell.columnSpan ?? 1); i++) {
      covered[texts.length] = (cell.rowSpan ?? 1) - 1;
      texts.push(i === 0 ? text : '');
    }
  }
  skip();
  return texts;
}
