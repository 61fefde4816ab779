/** Plain lines for a terminal: columns, counts, and words in the plural. */
import { oneLine } from '../message.ts';

/** A cell longer than this pushes its own row out and not the whole column. */
const WIDEST = 44;

/** Rows in columns, each as wide as its widest cell; `paints` colours a cell, its width apart. */
export function columns(rows: readonly (readonly string[])[], paints: readonly ((text: string) => string)[]): string[] {
  const clean = rows.map((row) => row.map(oneLine));
  const widths = paints.map((_, i) => widthOf(clean.map((row) => row[i] ?? '')));
  return clean.map((row) =>
    row
      .map((cell, i) => paintCell(cell, widths[i] ?? 0, paints[i]))
      .join('  ')
      .trimEnd(),
  );
}

function widthOf(cells: readonly string[]): number {
  return cells.reduce((width, cell) => (cell.length > WIDEST ? width : Math.max(width, cell.length)), 0);
}

function paintCell(cell: string, width: number, paint: ((text: string) => string) | undefined): string {
  return (paint?.(cell) ?? cell) + ' '.repeat(Math.max(0, width - cell.length));
}

/** `1 change`, `2 changes`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The examples at the end of a command's help, a line each. */
export function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  ${line}`)].join('\n');
}
