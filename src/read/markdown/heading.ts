/** Headings: `# 4 Test completion {#completion}`. */
import type { Heading } from 'mdast';
import type { Clause } from '../../model/document.ts';
import { headingLabel } from '../../model/label.ts';
import type { Entry } from '../outline/index.ts';
import { type Attributes, kindSaid, trailingBraces } from './attributes.ts';
import { reportStrayBraces, unknownBraces } from './braces.ts';
import { type Context, placeOf } from './context.ts';
import { phrasing } from './inline.ts';
import { cutPieces, inlinesOf, openingText, type Piece } from './piece.ts';

/** The clause that a heading opens. */
export function headingEntry(node: Heading, context: Context): Entry[] {
  const all = phrasing(node.children, {}, context);
  const braced = trailingBraces(all);
  if (braced === 'unknown' && context.strict) unknownBraces(node, context);
  const { attributes, pieces } =
    braced === undefined || braced === 'unknown' ? { attributes: undefined, pieces: all } : braced;
  const found =
    attributes?.label === undefined ? splitLabel(pieces, node, context) : { label: attributes.label, pieces };
  if (braced !== 'unknown') reportStrayBraces(pieces, node, context);
  const { id, level, words } = attributes ?? {};
  return [
    {
      type: 'clause',
      kind: kindOf(attributes, found.label),
      ...(found.label === undefined ? {} : { label: found.label }),
      ...(id === undefined ? {} : { id }),
      ...(words?.has('fixed') ? { fixed: true } : {}),
      heading: inlinesOf(found.pieces),
      headingLevel: level ?? node.depth,
      content: [],
      place: placeOf(context, node),
    },
  ];
}

/** A numbered heading is a clause; one with a name, or with none at all, is a part. */
function kindOf(attributes: Attributes | undefined, label: string | undefined): Clause['kind'] {
  const said = attributes === undefined ? undefined : kindSaid(attributes);
  return said ?? (label === undefined || /^[A-Z][a-z]/.test(label) ? 'part' : 'clause');
}

function splitLabel(
  pieces: readonly Piece[],
  node: Heading,
  context: Context,
): { label?: string; pieces: readonly Piece[] } {
  const opening = openingText(pieces, context.strict);
  const found = headingLabel(opening);
  if (found === undefined) return { pieces };
  const separator = opening.slice(0, found.end).replace(/\s+/g, ' ').slice(found.label.length).trim();
  if (separator !== '') signLost(separator, node, context);
  return { label: found.label, pieces: cutPieces(pieces, found.end) };
}

function signLost(sign: string, node: Heading, context: Context): void {
  const severity = context.strict ? 'warning' : 'note';
  const reason = `the sign "${sign}" between a label and its heading is not kept`;
  context.report({ severity, rule: 'read/label-sign', reason, place: placeOf(context, node) });
}
