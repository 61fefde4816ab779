/** Runs of text that stand beside one another and look the same, as one run with one place. */
import type { Inline, Text } from '../../model/document.ts';
import { sameMarks } from '../../model/equal.ts';

/** The inlines in canonical form: no neighbours of one formatting, no empty text. The place of a run covers them all. */
export function joinNeighbours(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type === 'text' && inline.value === '') continue;
    const last = joined[joined.length - 1];
    if (inline.type === 'text' && last?.type === 'text' && sameMarks(last.marks, inline.marks)) {
      joined[joined.length - 1] = joinedText(last, inline);
    } else joined.push(inline);
  }
  return joined;
}

function joinedText(a: Text, b: Text): Text {
  const place = a.place ?? b.place;
  const end = b.place?.end;
  return {
    ...a,
    value: a.value + b.value,
    ...(place === undefined ? {} : { place: end === undefined ? place : { ...place, end } }),
  };
}
