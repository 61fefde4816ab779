/** Complaints about braces that are not understood or stand where none belong. */
import { type Context, complain, type Positioned } from './context.ts';
import type { Piece } from './piece.ts';

const ADVICE = { expected: 'an anchor and words: {#anchor fixed}', note: 'write an ordinary brace as \\{' };

/** Reports braces that stand in the right place and hold what no one knows. */
export function unknownBraces(node: Positioned, context: Context): void {
  complain(context, node, 'unknown-attribute', 'what stands in braces is not understood', ADVICE);
}

/** Reports an anchor in the middle of a text, which would be printed. Only Legal Markdown has such braces. */
export function reportStrayBraces(pieces: readonly Piece[], node: Positioned, context: Context): void {
  if (!context.strict || !pieces.some(hasStrayAnchor)) return;
  complain(
    context,
    node,
    'stray-anchor',
    'an anchor stands behind a label, a defined term, or at the end of a heading',
    ADVICE,
  );
}

function hasStrayAnchor({ inline, escapes }: Piece): boolean {
  if (inline.type !== 'text' || inline.marks?.code === true || !inline.value.includes('{#')) return false;
  const escaped = new Set(escapes);
  return [...inline.value.matchAll(/\{#/g)].some((match) => !escaped.has(match.index));
}
