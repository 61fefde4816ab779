/** Taking a label off the front of inlines. */
import type { Inline } from '../../model/document.ts';

/** The inlines without their first `length` UTF-16 code units of text; other inlines on the way are kept. */
export function cutStart(inlines: readonly Inline[], length: number): Inline[] {
  const result: Inline[] = [];
  let left = length;
  for (const inline of inlines) {
    if (inline.type !== 'text' || left === 0) {
      result.push(inline);
      continue;
    }
    const cut = Math.min(left, inline.value.length);
    left -= cut;
    if (cut < inline.value.length) result.push({ ...inline, value: inline.value.slice(cut) });
  }
  return result;
}
