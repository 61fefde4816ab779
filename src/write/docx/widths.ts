/** How wide the columns of a table are: as its source says, or by how much text they hold. */
import type { Column, Table } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { plainText } from '../../model/walk.ts';
import type { Context } from './context.ts';
import { AFTER, attribute, BEFORE, has, type Side, type Sides, sidesOf } from './sides.ts';

/** Width of the text on the page, in twips: A4 less its margins. */
export const TEXT_WIDTH = 9412;

/** Of a character in a table, in twips, and what a cell's margins take. */
const CHARACTER = 105;
const CELL_MARGINS = 240;
/** Nothing is gained by making room for more than a few lines of text at once. */
const MOST_CHARACTERS = 90;
const FACT_WIDTHS = [2600, TEXT_WIDTH - 2600] as const;

/** The widths of `count` grid columns in twips. */
export function columnWidths(
  table: Table<Revision>,
  columns: readonly Column<Revision>[],
  view: Sides,
  count: number,
  left: number,
  place: Context['place'],
): number[] {
  if (place === 'facts') return [...FACT_WIDTHS];
  const total = (place === 'body' ? TEXT_WIDTH : TEXT_WIDTH / 2) - left;
  const stated = columns.map((column) => attribute(column, 'width', has(view, AFTER) ? AFTER : BEFORE));
  const whole = stated.length === count && stated.every((width) => width !== undefined && width > 0);
  return scaled(whole ? (stated as number[]) : byContent(table, view, count), total);
}

function scaled(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.max(200, Math.floor((weight / sum) * total)));
}

/** Between the longest word, which must not break, and the longest text, which may. */
function byContent(table: Table<Revision>, view: Sides, count: number): number[] {
  const longest = Array<number>(count).fill(0);
  const words = Array<number>(count).fill(4);
  const side: Side = has(view, AFTER) ? AFTER : BEFORE;
  for (const row of table.rows) {
    let column = 0;
    for (const cell of row.cells) {
      if (sidesOf(cell, view) === 0) continue;
      const span = Math.max(1, attribute(cell, 'columnSpan', side) ?? 1);
      if (span === 1 && column < count) {
        const text = plainText(cell);
        longest[column] = Math.max(longest[column] as number, Math.min(text.length, MOST_CHARACTERS));
        words[column] = Math.max(words[column] as number, longestWord(text));
      }
      column += span;
    }
  }
  return longest.map((length, i) => {
    const word = (words[i] as number) * CHARACTER;
    return CELL_MARGINS + word + Math.sqrt(Math.max(0, length * CHARACTER - word)) * 20;
  });
}

function longestWord(text: string): number {
  let longest = 0;
  for (const word of text.split(/\s+/)) longest = Math.max(longest, Math.min(word.length, 24));
  return longest;
}
