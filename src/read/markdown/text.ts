/** A text node of mdast as runs and blanks: line breaks become spaces, `[DD MMM YYYY]` a blank, `\[` stays text. */
import type { Text as MdastText } from 'mdast';
import type { Place } from '../../message.ts';
import type { Marks } from '../../model/document.ts';
import { type Context, complain, placeOf } from './context.ts';
import type { EscapeData } from './parse.ts';
import type { Piece } from './piece.ts';

/** Brackets that a file from elsewhere leaves to be filled in; others are ordinary text there. */
const LOOKS_BLANK =
  /^\[\s*(?:[●•_…. ]+|(?:D{1,2}|M{1,4}|Y{2,4})(?:[\s./-]+(?:D{1,2}|M{1,4}|Y{2,4}))*|(?:insert|date|name|amount|number)\b.*)\s*\]$/iu;

/** The runs and blanks of a text node. */
export function textPieces(node: MdastText, marks: Marks | undefined, context: Context): Piece[] {
  const escapes = (node.data as EscapeData | undefined)?.escapes ?? [];
  const escaped = new Set(escapes);
  const place = placeOf(context, node);
  const pieces: Piece[] = [];
  let from = 0;
  let next = 0;
  const addText = (end: number): void => {
    const kept: number[] = [];
    for (; next < escapes.length && (escapes[next] as number) < end; next++)
      kept.push((escapes[next] as number) - from);
    if (end > from) pieces.push(run(node.value.slice(from, end), kept, marks, place));
  };
  for (const blank of brackets(node, escaped, context)) {
    addText(blank.start);
    const text = withSpaces(node.value.slice(blank.start, blank.end), (at) => escaped.has(at + blank.start));
    pieces.push({ inline: { type: 'blank', text, ...(marks === undefined ? {} : { marks }), place } });
    while (next < escapes.length && (escapes[next] as number) < blank.end) next++;
    from = blank.end;
  }
  addText(node.value.length);
  return pieces;
}

function run(value: string, escapes: readonly number[], marks: Marks | undefined, place: Place): Piece {
  const set = new Set(escapes);
  const inline = {
    type: 'text',
    value: withSpaces(value, (at) => set.has(at)),
    ...(marks === undefined ? {} : { marks }),
    place,
  } as const;
  return escapes.length === 0 ? { inline } : { inline, escapes };
}

/** A line break in the source is a space; one that was written as a character reference is meant. */
function withSpaces(value: string, escaped: (at: number) => boolean): string {
  return value.includes('\n') ? value.replace(/\n/g, (line, at: number) => (escaped(at) ? line : ' ')) : value;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The bracketed ranges that are blanks. In Legal Markdown a bracket that belongs to nothing is an error. */
function brackets(node: MdastText, escaped: ReadonlySet<number>, context: Context): Range[] {
  const found: Range[] = [];
  let open: number | undefined;
  for (const { 0: bracket, index } of node.value.matchAll(/[[\]]/g)) {
    if (escaped.has(index)) continue;
    if (bracket === '[') {
      if (open !== undefined) strayBracket(node, context);
      open = index;
    } else if (open === undefined) strayBracket(node, context);
    else {
      const range = { start: open, end: index + 1 };
      if (isBlank(node.value.slice(range.start, range.end), node, context)) found.push(range);
      open = undefined;
    }
  }
  if (open !== undefined) strayBracket(node, context);
  return found;
}

function isBlank(text: string, node: MdastText, context: Context): boolean {
  if (!context.strict) return LOOKS_BLANK.test(text);
  if (!text.startsWith('[^')) return true;
  complain(context, node, 'footnote-without-text', `footnote ${text} has no text`, {
    note: `write "${text}: …" at the end of the file`,
  });
  return false;
}

function strayBracket(node: MdastText, context: Context): void {
  if (!context.strict) return;
  complain(context, node, 'stray-bracket', 'a bracket that is neither a blank nor a reference', {
    note: 'write an ordinary bracket as \\[ or \\]',
  });
}
