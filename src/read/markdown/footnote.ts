/** Footnotes: their texts, collected before reading, and their calls. */
import type { FootnoteReference } from 'mdast';
import { type Context, complain, type Footnote, placeOf, unknown } from './context.ts';
import { blocksOf } from './flow.ts';
import type { Piece } from './piece.ts';

/** How many footnotes may stand within one another. */
const DEEPEST = 8;

/** What the name of a footnote says: `1` is only its number, `pause` its anchor, `end-1` an endnote. */
export function noteName(label: string): { readonly kind: 'footnote' | 'endnote'; readonly id?: string } {
  const kind = label.startsWith('end-') ? 'endnote' : 'footnote';
  const name = kind === 'endnote' ? label.slice(4) : label;
  if (/^\d+$/.test(name)) return { kind };
  return { kind, id: name.startsWith('id-') ? decode(name.slice(3)) : name };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The call of a footnote, with its text. */
export function footnoteCall(node: FootnoteReference, context: Context): Piece[] {
  const footnote = context.footnotes.get(node.identifier);
  if (footnote === undefined) return [];
  footnote.calls += 1;
  if (footnote.open || context.depth.notes >= DEEPEST) {
    const reason = footnote.open ? 'calls itself' : `stands more than ${DEEPEST} footnotes deep`;
    complain(context, node, 'footnote-cycle', `footnote [^${node.label}] ${reason}`);
    return [];
  }
  if (footnote.calls > 1) {
    unknown(context, node, 'footnote-called-twice', `footnote [^${node.label}] is called a second time`, {
      note: 'give each call a footnote of its own',
    });
    if (footnote.calling) return [];
  }
  const { kind, id } = noteName(node.label ?? node.identifier);
  const identity = id === undefined || footnote.calls > 1 ? {} : { id };
  return [
    {
      inline: {
        type: 'note',
        kind,
        ...identity,
        children: childrenOf(footnote, context),
        place: placeOf(context, node),
      },
    },
  ];
}

function childrenOf(footnote: Footnote, context: Context): NonNullable<Footnote['children']> {
  if (footnote.children !== undefined) return footnote.children;
  footnote.open = true;
  context.depth.notes += 1;
  footnote.children = blocksOf(footnote.definition.children, context);
  context.depth.notes -= 1;
  footnote.open = false;
  return footnote.children;
}

/** Reports the footnotes that nothing calls. */
export function reportUncalled(context: Context): void {
  for (const { definition, calls } of context.footnotes.values()) {
    if (calls > 0) continue;
    const severity = context.strict ? 'error' : 'warning';
    const reason = `footnote [^${definition.label}] is called nowhere, and so left out`;
    context.report({ severity, rule: 'read/footnote-without-call', reason, place: placeOf(context, definition) });
  }
}
