/** Plain lines for a terminal: columns, counts, and words in the plural. */
import { oneLine } from '../message.ts';

/** Rows in columns, each as wide as its widest cell; `paints` colours a cell once it has its width. */
export function columns(rows: readonly (readonly string[])[], paints: readonly ((text: string) => string)[]): string[] {
  const clean = rows.map((row) => row.map(oneLine));
  const widths = paints.map((_, i) => clean.reduce((widest, row) => Math.max(widest, (row[i] ?? '').length), 0));
  return clean.map((row) =>
    row
      .map((cell, i) => paintCell(cell, widths[i] ?? 0, paints[i]))
      .join('  ')
      .trimEnd(),
  );
}

function paintCell(cell: string, width: number, paint: ((text: string) => string) | undefined): string {
  return (paint?.(cell) ?? cell) + ' '.repeat(width - cell.length);
}

/** `1 change`, `2 changes`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The examples at the end of a command's help, a line each. */
export function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  ${line}`)].join('\n');
}
