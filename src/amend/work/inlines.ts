/** Running text cut and joined by offsets into what it prints. Footnotes and drawings have no width; a break has one. */
import type { Inline, Marks, Text } from '../../model/document.ts';

/** What an inline prints. */
export function printed(inline: Inline): string {
  if (inline.type === 'text') return inline.value;
  if (inline.type === 'crossReference' || inline.type === 'blank') return inline.text;
  return inline.type === 'break' ? '\n' : '';
}

/** What inlines print, one after the other. */
export function printedAll(inlines: readonly Inline[]): string {
  return inlines.map(printed).join('');
}

/**
 * The part of inlines between two offsets, half-open. A cross-reference that is cut becomes words. What has no width and
 * stands at an end of the part is taken where `edges` says so.
 */
export function sliceInlines(
  inlines: readonly Inline[],
  from: number,
  to: number,
  edges: { readonly start: boolean; readonly end: boolean } = { start: true, end: true },
): Inline[] {
  const result: Inline[] = [];
  let at = 0;
  for (const inline of inlines) {
    const text = printed(inline);
    const end = at + text.length;
    if (text === '') {
      const inside = at > from && at < to;
      if (inside || (at === from && edges.start && (at !== to || edges.end)) || (at === to && at !== from && edges.end))
        result.push(inline);
    } else if (end > from && at < to) result.push(cut(inline, Math.max(0, from - at), Math.min(text.length, to - at)));
    at = end;
  }
  return result;
}

function cut(inline: Inline, from: number, to: number): Inline {
  const text = printed(inline);
  if (from === 0 && to === text.length) return inline;
  const marks = marksOf(inline);
  return { type: 'text', value: text.slice(from, to), ...(marks === undefined ? {} : { marks }) };
}

/** The marks of an inline, where it has any. */
export function marksOf(inline: Inline | undefined): Marks | undefined {
  return inline !== undefined && 'marks' in inline ? inline.marks : undefined;
}

/** The marks of what stands at an offset; without the address of a link. */
export function marksAt(inlines: readonly Inline[], offset: number): Marks | undefined {
  let at = 0;
  for (const inline of inlines) {
    const end = at + printed(inline).length;
    if (offset >= at && offset < end) {
      const { href: _, ...marks } = marksOf(inline) ?? {};
      return Object.keys(marks).length === 0 ? undefined : marks;
    }
    at = end;
  }
  return undefined;
}

/** Inlines with white space folded to single spaces, none at either end. */
export function foldInlines(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  let space = true;
  for (const inline of inlines) {
    if (inline.type === 'break') {
      if (!space) result.push({ type: 'text', value: ' ' });
      space = true;
      continue;
    }
    if (inline.type !== 'text') {
      result.push(inline);
      if (printed(inline) !== '') space = /\s$/.test(printed(inline));
      continue;
    }
    const value = [...inline.value.replace(/\s+/g, ' ')].filter((char) => {
      const take = char !== ' ' || !space;
      space = char === ' ';
      return take;
    });
    if (value.length > 0) result.push({ ...inline, value: value.join('') });
  }
  return result;
}

/** Words as a run of text. */
export function textRun(value: string, marks?: Marks): Text {
  return { type: 'text', value, ...(marks === undefined ? {} : { marks }) };
}
