/** What a line of plain text looks like where it begins something: a heading, a bullet, a limb, a footnote, a row. */

export type Shape =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'bullet'; readonly mark: string; readonly indent: number; readonly text: string }
  | { readonly kind: 'limb'; readonly label: string; readonly text: string }
  | { readonly kind: 'numbered'; readonly label: string; readonly text: string }
  | { readonly kind: 'footnote'; readonly number: string; readonly text: string }
  | { readonly kind: 'row' | 'values' | 'question' | 'fact' | 'rule'; readonly text: string };

/** How each shape is told, in this order. */
const TELL: readonly ((line: string) => Shape | undefined)[] = [
  (line) => (/^\s*(?:-{3,}|_{3,}|\*{3,})\s*$/.test(line) ? { kind: 'rule', text: line } : undefined),
  (line) => {
    const match = /^(#{1,6})\s+(.*)$/.exec(line);
    if (match === null) return undefined;
    const text = unmarked(match[2] as string);
    return QUESTION.test(text) ? { kind: 'question', text } : { kind: 'heading', depth: match[1]?.length ?? 1, text };
  },
  (line) => {
    const match = /^\s*<sup>(\d{1,3})<\/sup>\s+(.*)$/.exec(line);
    return match === null ? undefined : { kind: 'footnote', number: match[1] as string, text: match[2] as string };
  },
  (line) => ((line.match(/\t/g)?.length ?? 0) >= 2 ? { kind: 'row', text: line } : undefined),
  (line) => (QUESTION.test(unmarked(line)) ? { kind: 'question', text: unmarked(line) } : undefined),
  (line) => (FACT.test(unmarked(line)) ? { kind: 'fact', text: line } : undefined),
  (line) => {
    const match = /^(\s*)([-•▪◦‣–*]|o)\s+(?=\S)(.*)$/.exec(line);
    if (match === null || /^\s*\*\S/.test(line)) return undefined;
    const rest = match[3] as string;
    const limb = limbOf(rest);
    if (limb !== undefined) return limb;
    return { kind: 'bullet', mark: match[2] as string, indent: (match[1] as string).length, text: rest };
  },
  (line) => limbOf(line.trim()),
  (line) => (VALUES.test(line) ? { kind: 'values', text: line } : undefined),
  (line) => {
    const match = /^\s*(\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}\.)\s+(?=["'“‘(]?\p{Lu})(.*)$/u.exec(unmarked(line));
    return match === null ? undefined : { kind: 'numbered', label: match[1] as string, text: match[2] as string };
  },
  (line) => {
    const match = /^\s*(\d{1,2})\s+(\p{Lu}[^.;:]{2,60})$/u.exec(line);
    return match === null ? undefined : { kind: 'numbered', label: match[1] as string, text: match[2] as string };
  },
  (line) => {
    const match = /^\s*\*\*([^*]+)\*\*\s*$/.exec(line);
    return match === null ? undefined : { kind: 'heading', depth: 4, text: match[1] as string };
  },
];

const QUESTION = /^(?:[A-Z]{2,6}\s+)?(?:Q|Question\s)\d{1,2}[.:]?$/;
const FACT = /^\p{Lu}\p{L}+(?: \p{L}+){0,2}:\s+\S.{0,60}$/u;

/** A row of a table of values: its key twice, as `8.4 8.4 Update Inventory`, or the counts below it. */
const VALUES = /^\s*(?:\d+(?:\.\d+)+\s+\d+(?:\.\d+)+(?:\s|$)|(?:Count|Total|Sum)\b[^.]*\d\s*$)/i;

function limbOf(text: string): Shape | undefined {
  const match = /^\(?([a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)\s+(?=\S)(.*)$/.exec(text);
  if (match === null) return undefined;
  const label = text.slice(0, text.indexOf(')') + 1);
  return { kind: 'limb', label, text: match[2] as string };
}

/** A text without the signs that surround it as a whole. */
export function unmarked(text: string): string {
  const inner = text.trim().replace(/<\/?[bi]>/g, '');
  return /^\*\*[^*]+\*\*$/.test(inner) || /^\*[^*]+\*$/.test(inner) ? inner.replace(/^\*+|\*+$/g, '') : inner;
}

/** What a line begins; `undefined` where it may go on with the line before it. */
export function shapeOf(line: string): Shape | undefined {
  for (const tell of TELL) {
    const shape = tell(line);
    if (shape !== undefined) return shape;
  }
  return undefined;
}
