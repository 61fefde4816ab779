/**
 * Two Markdown texts as one, with `<del>` and `<ins>` around what either has alone; and that one taken apart again, to
 * the letter. A line that only one text has is marked behind its sign (`- `, `## `, `| `), so that viewers show it.
 */
import { UnusableInput } from '../message.ts';
import { stretches } from './sequence.ts';

type Fate = 'ins' | 'del';

/** A line, and how many empty lines stand in front of it. */
interface Line {
  readonly gap: number;
  readonly text: string;
}

/** Both texts in one. Throws `UnusableInput` where a text has such marks of its own. */
export function mergeTexts(before: string, after: string): string {
  for (const text of [before, after]) if (/<\/?(?:ins|del)>/.test(text)) throw marksOfItsOwn();
  const merged = merge(before, after, true);
  if (isFaithful(merged, before, after)) return merged;
  const plain = merge(before, after, false);
  if (isFaithful(plain, before, after)) return plain;
  throw marksOfItsOwn();
}

function marksOfItsOwn(): UnusableInput {
  const reason = 'the text has <ins> or <del> of its own, so that Markdown cannot show what is amended';
  return new UnusableInput({ severity: 'error', rule: 'amend/marks', reason, note: 'write it as .docx' });
}

function isFaithful(merged: string, before: string, after: string): boolean {
  const split = splitText(merged);
  return split.before === withEnd(before) && split.after === withEnd(after);
}

function withEnd(text: string): string {
  return print(linesOf(text));
}

function merge(before: string, after: string, inside: boolean): string {
  const same = (x: Line, y: Line): boolean => x.gap === y.gap && x.text === y.text;
  const lines = stretches(linesOf(before), linesOf(after), same).flatMap((stretch): Line[] =>
    'both' in stretch ? [stretch.both[0]] : mergeLines(stretch.a, stretch.b, inside),
  );
  return print(lines);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const line of text.replace(/\n+$/, '').split('\n')) {
    if (line === '') gap += 1;
    else {
      lines.push({ gap, text: line });
      gap = 0;
    }
  }
  return lines;
}

function print(lines: readonly Line[]): string {
  return `${lines.map(({ gap, text }) => '\n'.repeat(gap) + text).join('\n')}\n`;
}

/** Stretches of more pairs of lines than this are not searched for lines that are alike. */
const MOST_PAIRS = 400;

/** Lines in the place of others: those that are alike word by word, the rest one after the other. */
function mergeLines(a: readonly Line[], b: readonly Line[], inside: boolean): Line[] {
  const search = inside && a.length * b.length <= MOST_PAIRS;
  const alike = (x: Line, y: Line): boolean => search && mergeLine(x, y) !== undefined;
  return stretches(a, b, alike).flatMap((stretch): Line[] => {
    if ('both' in stretch) return [mergeLine(...stretch.both) as Line];
    return [...stretch.a.map((line) => marked(line, 'del')), ...stretch.b.map((line) => marked(line, 'ins'))];
  });
}

/** The sign of a block at the beginning of a line: indentation, bullets, numbers, hashes, footnotes. */
const SIGN = /^\s*(?:>\s?)*(?:(?:[-*+]|\d+[.)]|#{1,6}|\[\^[^\]]*\]:)\s+)*/;

function marked({ gap, text }: Line, fate: Fate): Line {
  if (RULE.test(text)) return { gap, text };
  const cells = cellsOf(text);
  if (cells === undefined) {
    const sign = SIGN.exec(text)?.[0] ?? '';
    return { gap, text: `${sign}${tagged(text.slice(sign.length), fate)}` };
  }
  const empty = cells.every((cell) => cell.trim() === '');
  const tags = cells.map((cell, i) => (cell.trim() === '' && !(empty && i === 0) ? cell : taggedCell(cell, fate)));
  return { gap, text: `|${tags.join('|')}|` };
}

function taggedCell(cell: string, fate: Fate): string {
  const [, front = '', middle = '', end = ''] = /^(\s*)(.*?)(\s*)$/s.exec(cell) ?? [];
  return `${front}${tagged(middle, fate)}${end}`;
}

function tagged(text: string, fate: Fate): string {
  return `<${fate}>${text}</${fate}>`;
}

/** The line between the headings of a table and its rows, which no mark may touch: it shares the fate of the headings. */
const RULE = /^\|(?: :?-+:? \|)+$/;

/** The cells of a row between its bars; `undefined` where a line is no row. */
function cellsOf(text: string): string[] | undefined {
  if (!/^\|.*\|$/s.test(text)) return undefined;
  const cells = [...text.slice(1).matchAll(/((?:\\.|[^\\|])*)\|/gsu)].map(([, cell = '']) => cell);
  return `|${cells.join('|')}|` === text ? cells : undefined;
}

/** Two lines as one, word by word; `undefined` where they are too little alike, or the result would be misread. */
function mergeLine(a: Line, b: Line): Line | undefined {
  if (a.gap !== b.gap || RULE.test(a.text) || RULE.test(b.text)) return undefined;
  const [left, right] = [cellsOf(a.text), cellsOf(b.text)];
  if ((left === undefined) !== (right === undefined) || left?.length !== right?.length) return undefined;
  const text =
    left === undefined || right === undefined
      ? mergeProse(a.text, b.text)
      : `|${left.map((cell, i) => mergeCell(cell, right[i] as string)).join('|')}|`;
  return text === undefined || fateOf(text) !== undefined ? undefined : { gap: a.gap, text };
}

function mergeCell(a: string, b: string): string {
  if (a === b) return a;
  const pieces = [a, b].map((cell) => cell.trim());
  const struck = pieces[0] === '' ? '' : tagged(pieces[0] ?? '', 'del');
  const added = pieces[1] === '' ? '' : tagged(pieces[1] ?? '', 'ins');
  return ` ${struck}${added} `;
}

/** The least share of a line's words that both have, for it to be marked word by word. */
const ALIKE = 0.4;

function mergeProse(a: string, b: string): string | undefined {
  const sign = SIGN.exec(a)?.[0] ?? '';
  if (sign !== (SIGN.exec(b)?.[0] ?? '')) return undefined;
  const [left, right] = [wordsOf(a.slice(sign.length)), wordsOf(b.slice(sign.length))];
  const parts = stretches(left, right, (x, y) => x === y);
  const shared = parts.filter((part) => 'both' in part).length;
  if (shared < ALIKE * Math.max(left.length, right.length)) return undefined;
  const merged = parts.map((part) => {
    if ('both' in part) return part.both[0];
    const [struck, added] = [part.a.join(''), part.b.join('')];
    return (struck === '' ? '' : tagged(struck, 'del')) + (added === '' ? '' : tagged(added, 'ins'));
  });
  return sign + merged.join('');
}

/** Words and what stands between them; links, braces and escapes are never cut. */
function wordsOf(text: string): string[] {
  const word = /\[(?:\\.|[^\]\\])*\]\([^)]*\)|\{[^}]*\}|\\.|\*\*|[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*|\s+|[^\s]/gu;
  return text.match(word) ?? [];
}

/** A marked text as the two that it was made of. */
export function splitText(text: string): { readonly before: string; readonly after: string } {
  const before: Line[] = [];
  const after: Line[] = [];
  let above: Fate | undefined;
  for (const line of linesOf(text)) {
    const fate = RULE.test(line.text) ? above : fateOf(line.text);
    if (fate !== 'ins') before.push({ gap: line.gap, text: side(line.text, 'del') });
    if (fate !== 'del') after.push({ gap: line.gap, text: side(line.text, 'ins') });
    above = fate;
  }
  return { before: print(before), after: print(after) };
}

/** The fate of a line that only one text has: all that it says stands between one pair of marks. */
function fateOf(text: string): Fate | undefined {
  const cells = cellsOf(text);
  const pieces = cells?.filter((cell) => cell.trim() !== '') ?? [text.slice(SIGN.exec(text)?.[0].length)];
  const fates = new Set(pieces.map((piece) => wholeFate(piece.trim())));
  const [only] = fates;
  return fates.size === 1 ? only : undefined;
}

function wholeFate(text: string): Fate | undefined {
  const match = /^<(ins|del)>((?:(?!<\/?(?:ins|del)>).)*)<\/\1>$/s.exec(text);
  return match === null ? undefined : (match[1] as Fate);
}

/** The text of one side: what stands in its marks is kept without them, what stands in the other's goes. */
function side(text: string, kept: Fate): string {
  const gone = kept === 'ins' ? 'del' : 'ins';
  const without = new RegExp(`<${gone}>(?:(?!</${gone}>).)*</${gone}>`, 'gs');
  const cells = cellsOf(text);
  const strip = (piece: string): string =>
    piece.replace(without, '').replaceAll(`<${kept}>`, '').replaceAll(`</${kept}>`, '');
  if (cells === undefined) return strip(text);
  return `|${cells.map((cell) => (strip(cell).trim() === '' ? '  ' : strip(cell))).join('|')}|`;
}
