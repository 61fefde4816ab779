/** Lines joined to the pieces of a text: a paragraph, a heading, a bullet, a row, each over the lines that it takes. */
import type { Line } from './lines.ts';
import { type Shape, shapeOf } from './shape.ts';

/** A run of lines that belong together. */
export interface Piece {
  /** What it begins with; `undefined` for running text. */
  readonly shape: Shape | undefined;
  /** Its lines joined by spaces, the sign or label that its shape has set apart taken off. */
  text: string;
  /** UTF-16 offsets in the source, half-open. */
  readonly start: number;
  end: number;
  readonly line: number;
  /** The length of its last line, which says whether that line was full. */
  last: number;
}

/** A line that is at least this much of the longest is full: the next goes on with it. */
const FULL = 0.72;

/** The pieces of a text. `double` where empty lines part nothing. */
export function piecesOf(lines: readonly Line[], double: boolean): Piece[] {
  const width = Math.max(0, ...lines.map((line) => Math.min(line.text.length, 120)));
  const pieces: Piece[] = [];
  let hadRule = false;
  for (const line of lines) {
    const shape = shapeOf(line.text) ?? shortRow(pieces.at(-1), line);
    if (shape?.kind === 'rule') {
      hadRule = true;
      continue;
    }
    const previous = pieces.at(-1);
    if (previous !== undefined && continues(previous, shape, line, { double, width, hadRule })) append(previous, line);
    else {
      const resumed = shape === undefined ? resumedBy(line, pieces) : undefined;
      if (resumed !== undefined) append(resumed, line);
      else pieces.push(begin(shape, line));
    }
    hadRule = false;
  }
  return pieces;
}

/** Behind a row, one tab is enough for another. */
function shortRow(previous: Piece | undefined, { text, gap }: Line): Shape | undefined {
  const isRow = previous?.shape?.kind === 'row' && gap === 0 && /\S\t+\S/.test(text);
  return isRow ? { kind: 'row', text } : undefined;
}

/** A line of the contents that leads to its page by dots. */
const LED = /\.{4,}\s*\d{1,4}$/;

function begin(shape: Shape | undefined, line: Line): Piece {
  const text = (shape?.text ?? line.text).trim();
  return {
    shape,
    text,
    start: line.start,
    end: line.start + line.text.length,
    line: line.number,
    last: line.text.length,
  };
}

function append(piece: Piece, line: Line): void {
  piece.text += `${piece.text.endsWith('-') && /^\s*\p{Ll}/u.test(line.text) ? '' : ' '}${line.text.trim()}`;
  piece.end = line.start + line.text.length;
  piece.last = line.text.length;
}

interface Around {
  readonly double: boolean;
  readonly width: number;
  readonly hadRule: boolean;
}

const CLOSED: ReadonlySet<Shape['kind']> = new Set(['row', 'heading', 'question', 'fact']);

function continues(previous: Piece, shape: Shape | undefined, line: Line, around: Around): boolean {
  if (around.hadRule || LED.test(previous.text)) return false;
  if (previous.shape?.kind === 'values')
    return shape?.kind !== 'values' && line.gap < 4 && !startsBlock(line.text, shape);
  if (shape !== undefined || (previous.shape !== undefined && CLOSED.has(previous.shape.kind))) return false;
  if (!around.double && line.gap === 0) return true;
  if (!around.double || line.gap > 3) return false;
  if (/^\s*\p{Ll}/u.test(line.text) || isOpen(previous.text)) return true;
  if (/(?:[.:;?!]['’”"]?|\.\))$/.test(previous.text)) return false;
  return previous.last >= around.width * FULL || previous.text.endsWith(',');
}

/** Within a table of values any line goes on with the row, but for a sentence or an instruction. */
function startsBlock(text: string, shape: Shape | undefined): boolean {
  return shape?.kind === 'heading' || shape?.kind === 'bullet' || /^\s*\p{Lu}\p{Ll}+ .*[:.]$/u.test(text);
}

/** A bracket or quotation mark was opened, and not closed yet. */
function isOpen(text: string): boolean {
  const count = (sign: RegExp): number => text.match(sign)?.length ?? 0;
  return (
    count(/‘/g) > count(/’(?!\p{L})/gu) ||
    count(/“/g) > count(/”/g) ||
    count(/\(/g) > count(/(?<!^\(?[a-z0-9]{1,4})\)/g)
  );
}

/** The paragraph that a page break cut in two: the last running text, unfinished, where this line begins in small. */
function resumedBy(line: Line, pieces: readonly Piece[]): Piece | undefined {
  if (!/^\s*\p{Ll}/u.test(line.text)) return undefined;
  const last = pieces.findLast((piece) => piece.shape?.kind !== 'footnote');
  if (last === undefined || (last.shape !== undefined && CLOSED.has(last.shape.kind))) return undefined;
  const isList = last.shape?.kind === 'bullet' || last.shape?.kind === 'limb';
  if (/[.:?!]['’”"]?$/.test(last.text) || (isList && /[,;](?: and| or)?$/.test(last.text))) return undefined;
  return last;
}
