/** Where in a paragraph's XML pieces begin and end, and what stands between them. */

import { uncounted } from '../../../word/space.ts';
import { decode } from '../../../word/tag.ts';
import { isDeletion } from '../../../word/tracked/before-change.ts';
import { childOf, type Element, type Part } from '../../../word/tree.ts';
import { type Line, type Piece, pieceAt } from '../lines/lines.ts';
import type { Link, LinkPairs } from '../lines/links.ts';
import type { Span, Tag } from '../pairing/script.ts';
import type { GoneTag } from './bring.ts';
import type { Edge } from './ranges.ts';

/** A piece, or a part of one, that stands in after: it has come, or was there, perhaps looking otherwise. */
export interface Stay {
  readonly piece: Piece;
  readonly index: number;
  readonly from: number;
  readonly come: boolean;
  /** Whether it came by a move; what was added to moved text did not. */
  readonly moved?: boolean;
  /** `w:rPrChange`, empty where it looks as before. */
  readonly change: string;
}

export type Between =
  | { readonly kind: 'gone'; readonly span: Span; readonly tag: GoneTag }
  | { readonly kind: 'cut'; readonly next: string; readonly behind: string }
  | Tag
  | Edge;

/** The pieces of a span of after. */
export function* staysOf(span: Span, come: boolean, moved = false): Generator<Stay> {
  const { pieces } = span.line;
  for (let index = pieceAt(span.line, span.from); index < pieces.length; index++) {
    const piece = pieces[index] as Piece;
    if (piece.from >= span.to) return;
    yield { piece, index, from: Math.max(piece.from, span.from), come, moved, change: '' };
  }
}

/** Whether two pieces that stay are marked alike, but for a change of their looks. */
export function areMarkedAlike(a: Stay, b: Stay): boolean {
  return a.come === b.come && a.moved === b.moved;
}

/** Changes that give back the same looks, whatever their ids. */
export function sameChange(a: string, b: string): boolean {
  const bare = (text: string) => text.replace(/:id="\d+"/, '');
  return a === b || bare(a) === bare(b);
}

export function isWithinRun(line: Line, { piece, index, from }: Stay): boolean {
  if (piece.unit.name !== 'w:r') return false;
  return from > piece.from || line.pieces[index - 1]?.lastUnit === piece.unit;
}

export function areNeighbours(last: Piece, next: Piece): boolean {
  return last.lastUnit.parent === next.unit.parent && last.lastUnit.end === next.unit.start;
}

/** Where a piece's run begins; for a field in one element, its start tag. */
export function startOf({ unit, key, atom }: Piece): number {
  return unit.name === 'w:fldSimple' && atom === 'field' && key === 'field end' ? unit.closeStart : unit.start;
}

export function endOf({ lastUnit, key, atom }: Piece): number {
  return lastUnit.name === 'w:fldSimple' && atom === 'field' && key !== 'field end' ? lastUnit.openEnd : lastUnit.end;
}

/** What stands directly in a paragraph of the line, or in what an earlier author deleted there. */
export function topOf(unit: Element): Element {
  let at = unit;
  while (at.parent !== undefined && !isTop(at)) at = at.parent;
  return at;
}

function isTop({ parent }: Element): boolean {
  return parent === undefined || parent.name === 'w:p' || (isDeletion(parent) && isTop(parent));
}

/** The paragraph that something stands in. */
export function paragraphOf(unit: Element): Element {
  const { parent } = topOf(unit);
  return parent === undefined || parent.name === 'w:p' ? (parent ?? unit) : paragraphOf(parent);
}

/** Where the content of a line begins. */
export function contentStart({ elements }: Line): number {
  const first = elements[0] as Element;
  return childOf(first, 'w:pPr')?.end ?? first.openEnd;
}

/** Whether a run stands in a link, in which no other may stand. */
export function isInLink(unit: Element): boolean {
  for (let at = unit.parent; at !== undefined && at.name !== 'w:p'; at = at.parent) {
    if (at.name === 'w:hyperlink') return true;
  }
  return false;
}

/** What is gone, by the links that stay beside it: in the last one, in none of them, in the next one. */
export function belongsTo(
  between: readonly Between[],
  links: LinkPairs,
  last: Link | undefined,
  next: Link | undefined,
): { readonly lead: readonly Between[]; readonly middle: readonly Between[]; readonly trail: readonly Between[] } {
  const isIn = (one: Between | undefined, link: Link | undefined): boolean => {
    if (link === undefined || one?.kind !== 'gone') return false;
    const own = one.span.line.pieces[pieceAt(one.span.line, one.span.from)]?.link;
    return own !== undefined && links.get(own) === link;
  };
  let [from, to] = [0, between.length];
  while (from < to && isIn(between[from], last)) from++;
  while (to > from && isIn(between[to - 1], next)) to--;
  return { lead: between.slice(0, from), middle: between.slice(from, to), trail: between.slice(to) };
}

/** Where a UTF-16 offset of a text as shown stands in the part; references count as what they stand for. */
export function rawOffset(part: Part, element: Element, offset: number): number {
  const raw = part.source.slice(element.openEnd, element.closeStart);
  const [first] = uncounted(part, element);
  const lead = first?.start === element.openEnd ? first.end - first.start : 0;
  if (!raw.includes('&')) return element.openEnd + lead + offset;
  let at = lead;
  for (let shown = 0; shown < offset && at < raw.length; ) {
    const reference = raw[at] === '&' ? /^&[^;]*;/.exec(raw.slice(at, at + 12)) : null;
    const length = reference === null ? 1 : reference[0].length;
    shown += reference === null ? 1 : decode(reference[0]).length;
    at += length;
  }
  return element.openEnd + at;
}
