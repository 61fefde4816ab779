/** Rows of counts below a table, and the row that stands for rows that are not shown: what they say, and how they are told. */
import { type MatrixValue, parseValue, type Shape } from '../shape/shape.ts';
import type { MatrixRest } from '../table.ts';

/** A row of counts: whose it is, as `Count of Mandatory`, or `total` for the count of all that is required. */
export type CountLine = { readonly value: MatrixValue } | { readonly total: true };

/** What a row counts, where it is a row of counts of one of the shapes. */
export function countLine(texts: readonly string[], shapes: readonly Shape[]): CountLine | undefined {
  const words =
    texts
      .find((text) => /\p{L}/u.test(text))
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  if (words === '') return undefined;
  for (const shape of shapes) {
    const found = lineOf(words, shape);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lineOf(words: string, shape: Shape): CountLine | undefined {
  const { counts } = shape;
  if (counts === undefined) return undefined;
  const folded = words.toLowerCase();
  if (counts.total !== undefined && folded.startsWith(counts.total.toLowerCase())) return { total: true };
  const [head = '', tail = ''] = counts.label.toLowerCase().split('{value}');
  if (!folded.startsWith(head) || !folded.endsWith(tail) || words.length < head.length + tail.length) return undefined;
  const value = parseValue(shape, words.slice(head.length, words.length - tail.length));
  return value === undefined ? undefined : { value };
}

/** The label of the row of counts of a value. */
export function countLabel({ counts }: Shape, spelling: string): string {
  return (counts?.label ?? 'Count of {value}').replaceAll('{value}', spelling);
}

/** What stands for rows that are not shown. */
export function restLabel({ rows }: MatrixRest): string {
  return `(${rows === undefined ? 'further rows' : rows === 1 ? '1 row' : `${rows} rows`} not reproduced here)`;
}

/** What a row says of rows that are not shown, where that is all it says. */
export function readRest(texts: readonly string[]): MatrixRest | undefined {
  const said = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  const match = said.length === 1 ? /^\((?:(\d{1,9})|further) rows? not reproduced here\)$/.exec(said[0] ?? '') : null;
  if (match === null) return undefined;
  return match[1] === undefined ? {} : { rows: Number(match[1]) };
}
