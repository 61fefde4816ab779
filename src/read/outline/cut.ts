/** Taking a label off the front of inlines. */
import type { Inline } from '../../model/document.ts';

/**
 * The inlines without their first `length` UTF-16 code units of text, that of references counted; other inlines on the way
 * are kept.
 */
export function cutStart(inlines: readonly Inline[], length: number): Inline[] {
  const result: Inline[] = [];
  let left = length;
  for (const inline of inlines) {
    const text = left === 0 ? undefined : textOf(inline);
    if (text === undefined) {
      result.push(inline);
      continue;
    }
    const cut = Math.min(left, text.length);
    left -= cut;
    if (cut < text.length) result.push(withText(inline, text.slice(cut)));
  }
  return result;
}

function textOf(inline: Inline): string | undefined {
  if (inline.type === 'text') return inline.value;
  return inline.type === 'crossReference' ? inline.text : undefined;
}

function withText(inline: Inline, text: string): Inline {
  return inline.type === 'text' ? { ...inline, value: text } : ({ ...inline, text } as Inline);
}
