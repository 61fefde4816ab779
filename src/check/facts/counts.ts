/**
 * Tables of values with counts below them, whether they are tables or lines of a plain text: rows that open with a
 * dotted number and give one value a column, then rows that count each value by column.
 */
import type { Node } from '../../model/document.ts';
import { plainText } from '../../model/walk.ts';
import { once, type Passage, type Subject } from '../subject.ts';

export interface ValueRow {
  readonly at: Passage;
  readonly node: Node;
  readonly text: string;
  /** The last dotted number at its beginning: `8.14.3`. */
  readonly key: string;
  /** What stands behind the key. */
  readonly rest: string;
}

/** A figure read as one number, or as two that ran together where a redline was taken as plain text. */
export interface Figure {
  readonly text: string;
  readonly before: number;
  readonly after: number;
}

export interface CountRow {
  readonly at: Passage;
  readonly node: Node;
  readonly text: string;
  /** The value that it counts, `N/A`; empty for the total of all. */
  readonly value: string;
  readonly figures: readonly Figure[];
  /** The sum at the end of the row, where it has one. */
  readonly total?: Figure;
}

export interface CountBlock {
  readonly rows: readonly ValueRow[];
  readonly counts: readonly CountRow[];
  /** The one figure below all counts, where there is one. */
  readonly grand?: CountRow;
}

const KEY = /^\s*(?:\d+(?:\.\d+)*\s+)?(\d+(?:\.\d+)+)\s+(\p{L}.*)$/su;
const COUNT = /^\s*(?:Count|Number) of (.+?)\s+(\d+(?:\s+\d+)+)\s*$/is;
const GRAND = /^\s*(?:Grand )?Total\b[^\d]*(\d+)\s*$/i;

interface RawCount {
  readonly at: Passage;
  readonly node: Node;
  readonly text: string;
  readonly value: string;
  readonly numbers: readonly string[];
}

interface OpenBlock {
  readonly rows: ValueRow[];
  readonly raw: RawCount[];
  grand?: { readonly at: Passage; readonly node: Node; readonly text: string; readonly number: string };
}

/** The blocks of a document, in reading order. */
export const countBlocks = once((subject: Subject): readonly CountBlock[] => {
  const blocks: OpenBlock[] = [];
  let open: OpenBlock | undefined;
  for (const { at, node, text } of linesOf(subject)) {
    const key = KEY.exec(text);
    const count = COUNT.exec(text);
    const grand = GRAND.exec(text);
    if (key !== null && isValues(text)) {
      if (open === undefined || open.raw.length > 0) {
        open = { rows: [], raw: [] };
        blocks.push(open);
      }
      open.rows.push({ at, node, text, key: key[1] ?? '', rest: key[2] ?? '' });
    } else if (count !== null && open !== undefined) {
      open.raw.push({ at, node, text, value: count[1] ?? '', numbers: (count[2] ?? '').split(/\s+/) });
    } else if (grand !== null && open !== undefined) open.grand = { at, node, text, number: grand[1] ?? '' };
    else if (text.trim() !== '') open = undefined;
  }
  return blocks.map(closeBlock);
});

/** Three values at least that are alike say that a line is a row of values, and no provision. */
function isValues(text: string): boolean {
  return (text.match(/(?<!\S)(?:N\/A|Mandatory|Optional|Yes|No|Y|N|X|✓|-)(?!\S)/g)?.length ?? 0) >= 4;
}

/** A row of a table, or a paragraph. */
function* linesOf(subject: Subject): Generator<{ at: Passage; node: Node; text: string }> {
  const seen = new Set<Node>();
  for (const at of subject.passages) {
    const row = at.ancestors.findLast((node) => node.type === 'row');
    if (row === undefined) yield { at, node: at.node, text: at.text };
    else if (!seen.has(row)) {
      seen.add(row);
      yield { at, node: row, text: row.cells.map((cell) => plainText(cell).trim()).join(' ') };
    }
  }
}

function closeBlock({ rows, raw, grand }: OpenBlock): CountBlock {
  const named = raw.map((count) => withWholeName(count, rows));
  const width = widthOf(named);
  const counts = named.map((count) => readCount(count, width));
  if (grand === undefined) return { rows, counts };
  const sums = counts.flatMap(({ total }) => (total === undefined ? [] : [total.before]));
  const sum = sums.reduce((a, b) => a + b, 0);
  const figure = split(grand.number, sum) ?? figureOf(grand.number);
  return { rows, counts, grand: { ...grand, value: '', figures: [figure] } };
}

/** How many columns are counted: a last figure that is the sum of those before it, in any row, is no column. */
function widthOf(counts: readonly RawCount[]): number {
  const least = Math.min(...counts.map(({ numbers }) => numbers.length));
  const summed = counts.some(({ numbers }) => {
    const values = numbers.map(Number);
    return (
      values.length === least &&
      values.slice(0, -1).reduce((a, b) => a + b, 0) === values.at(-1) &&
      values.some(Boolean)
    );
  });
  return summed ? least - 1 : least;
}

/** `Count of Mandatory SMETS 2 78 …`: a number belongs to the name where the rows have the name with it. */
function withWholeName(count: RawCount, rows: readonly ValueRow[]): RawCount {
  const [first, ...rest] = count.numbers;
  const longer = `${count.value} ${first}`;
  if (rest.length < 2 || !rows.some(({ text }) => text.includes(longer))) return count;
  return { ...count, value: longer, numbers: rest };
}

/** A figure is read as two only where the row adds up that way and not as it is printed. */
function readCount({ numbers, ...count }: RawCount, width: number): CountRow {
  const totalText = numbers.length > width ? numbers[width] : undefined;
  const values = numbers.slice(0, width);
  const plain = values.map(figureOf);
  if (totalText === undefined) return { ...count, figures: plain };
  const sum = plain.reduce((a, figure) => a + figure.before, 0);
  const total = figureOf(totalText);
  if (sum === total.before) return { ...count, figures: plain, total };
  for (const [i, text] of values.entries()) {
    const parted = split(text, total.before - (sum - Number(text)));
    if (parted !== undefined) return { ...count, figures: plain.with(i, parted), total };
  }
  return { ...count, figures: plain, total };
}

function figureOf(text: string): Figure {
  return { text, before: Number(text), after: Number(text) };
}

/** The figure that is `before` and another run together; `undefined` where it is not. */
function split(text: string, before: number): Figure | undefined {
  const start = String(before);
  const rest = text.slice(start.length);
  if (before < 0 || !text.startsWith(start) || !/^[1-9]\d*$|^0$/.test(rest)) return undefined;
  return { text, before, after: Number(rest) };
}
