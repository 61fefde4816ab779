/**
 * Links of a paragraph. The words of a link stay where its target alone changes: it is told as a field, whose code is
 * tracked (ISO/IEC 29500-1, 17.16.5.25), since no mark speaks of the target of a link.
 */

import { withAnchors } from '../../../word/anchors.ts';
import type { Document } from '../../../word/document.ts';
import { attribute, type Element, escapeXml, type Part } from '../../../word/tree.ts';
import type { Copying } from '../marks/copy.ts';
import type { Op, Span } from '../pairing/script.ts';
import { type Line, type Piece, pieceAt, piecesIn } from './lines.ts';

/** One link, or several in a row that lead to one place. */
export interface Link {
  readonly elements: Element[];
  /** Where it leads. */
  readonly target: string;
  /** Whether it holds text alone and leads somewhere, so that it could be told as a field. */
  readonly plain: boolean;
}

/** What may stand in a link that can be told as a field, within its runs. */
const PLAIN = new Set(['w:rPr', 'w:t', 'w:tab', 'w:br', 'w:noBreakHyphen', 'w:softHyphen', 'w:lastRenderedPageBreak']);
const AROUND = new Set(['w:proofErr', 'w:bookmarkStart', 'w:bookmarkEnd']);

/** The link that an element is, or the one before it where it goes on with that. */
export function linkFrom(part: Part, element: Element, target: string, last: Link | undefined): Link {
  const behind = last?.elements[last.elements.length - 1];
  if (last?.target === target && behind?.parent === element.parent && behind !== undefined) {
    if (part.source.slice(behind.end, element.start).trim() === '') {
      last.elements.push(element);
      return last;
    }
  }
  const plain = element.children.every((child) =>
    child.name === 'w:r' ? child.children.every(({ name }) => PLAIN.has(name)) : AROUND.has(child.name),
  );
  return { elements: [element], target, plain: plain && target !== '' };
}

/** Whether a link could be told as a field. */
export function canBeField(link: Link): boolean {
  return link.plain && link.elements.length === 1;
}

/** Links whose words stay, in part at least: of before, and of after. */
export type LinkPairs = ReadonlyMap<Link, Link>;

/** The links that meet in what is kept. */
export function linkPairs(ops: readonly Op[]): LinkPairs {
  const pairs = new Map<Link, Link>();
  for (const op of ops) {
    if (op.kind !== 'kept') continue;
    for (const piece of op.before.line.linked ? piecesIn(op.before.line, op.before.from, op.before.to) : []) {
      if (piece.link === undefined || pairs.has(piece.link)) continue;
      const at = Math.max(piece.from, op.before.from) - op.before.from + op.after.from;
      const other = op.after.line.pieces[pieceAt(op.after.line, at)]?.link;
      if (other !== undefined) pairs.set(piece.link, other);
    }
  }
  return pairs;
}

/**
 * Takes out of what is kept the words of a link that meet words of more than one link: `own` and `other` give the link
 * of each token, `matched` and `partner` the token of the other side or -1.
 */
export function keepLinksWhole(
  own: readonly (Link | undefined)[],
  other: readonly (Link | undefined)[],
  matched: Int32Array,
  partner: Int32Array,
): void {
  const counts = new Map<Link, Map<Link, number>>();
  eachPair(own, other, matched, (x, y) => {
    const list = counts.get(x) ?? new Map<Link, number>();
    counts.set(x, list.set(y, (list.get(y) ?? 0) + 1));
  });
  const all = [...counts].flatMap(([x, list]) => [...list].map(([y, count]) => ({ x, y, count })));
  const pairs = new Map<Link, Link>();
  const taken = new Set<Link>();
  for (const { x, y } of all.sort((p, q) => q.count - p.count)) {
    if (pairs.has(x) || taken.has(y)) continue;
    pairs.set(x, y);
    taken.add(y);
  }
  eachPair(own, other, matched, (x, y, i) => {
    if (pairs.get(x) === y) return;
    partner[matched[i] as number] = -1;
    matched[i] = -1;
  });
}

function eachPair(
  own: readonly (Link | undefined)[],
  other: readonly (Link | undefined)[],
  matched: Int32Array,
  visit: (x: Link, y: Link, at: number) => void,
): void {
  own.forEach((x, i) => {
    const y = x === undefined ? undefined : other[matched[i] as number];
    if (x !== undefined && y !== undefined) visit(x, y, i);
  });
}

/** The steps with what is gone and has come in a link beside what is kept of it, and nothing else within it. */
export function inLinkOrder(ops: readonly Op[]): Op[] {
  const done: Op[] = [];
  let region: Op[] = [];
  let last: Op | undefined;
  for (const op of ops) {
    if (op.kind !== 'kept' && op.kind !== 'mark') {
      region.push(op);
      continue;
    }
    done.push(...arranged(last, region, op), op);
    region = [];
    last = op;
  }
  return [...done, ...arranged(last, region, undefined)];
}

/** What lies between two steps that are kept: first what belongs to the link before it, at last what to that behind it. */
function arranged(last: Op | undefined, region: readonly Op[], next: Op | undefined): readonly Op[] {
  if (region.length === 0) return region;
  const [lead, trail] = [linksAt(last, true), linksAt(next, false)];
  if (lead === undefined && trail === undefined) return region;
  const gone = cutAtLinks(region.filter((op) => op.kind === 'gone' || op.kind === 'goneMark'));
  const come = cutAtLinks(region.filter((op) => op.kind === 'come' || op.kind === 'comeMark'));
  const [g, c] = [parted(gone, lead?.before, trail?.before), parted(come, lead?.after, trail?.after)];
  return [...g.lead, ...c.lead, ...g.middle, ...c.middle, ...g.trail, ...c.trail];
}

function linksAt(op: Op | undefined, end: boolean): { before: Link; after: Link } | undefined {
  if (op?.kind !== 'kept') return undefined;
  const at = (span: Span): Link | undefined => linkIn(span.line, end ? span.to - 1 : span.from);
  const [before, after] = [at(op.before), at(op.after)];
  return before === undefined || after === undefined ? undefined : { before, after };
}

function linkIn(line: Line, at: number): Link | undefined {
  return line.linked ? line.pieces[pieceAt(line, at)]?.link : undefined;
}

function linkOf(op: Op | undefined): Link | undefined {
  if (op?.kind === 'gone') return linkIn(op.before.line, op.before.from);
  return op?.kind === 'come' ? linkIn(op.after.line, op.after.from) : undefined;
}

function parted(
  ops: readonly Op[],
  lead: Link | undefined,
  trail: Link | undefined,
): { readonly lead: readonly Op[]; readonly middle: readonly Op[]; readonly trail: readonly Op[] } {
  let [from, to] = [0, ops.length];
  while (lead !== undefined && from < to && linkOf(ops[from]) === lead) from++;
  while (trail !== undefined && to > from && linkOf(ops[to - 1]) === trail) to--;
  return { lead: ops.slice(0, from), middle: ops.slice(from, to), trail: ops.slice(to) };
}

/** Steps cut where a link begins or ends. */
function cutAtLinks(ops: readonly Op[]): Op[] {
  return ops.flatMap((op): Op[] => {
    if (op.kind === 'gone') return spansAtLinks(op.before).map((before) => ({ kind: 'gone', before }));
    if (op.kind === 'come') return spansAtLinks(op.after).map((after) => ({ kind: 'come', after }));
    return [op];
  });
}

/** A span cut where a link begins or ends. */
export function spansAtLinks(span: Span): Span[] {
  const { line, from, to } = span;
  if (!line.linked) return [span];
  const spans: Span[] = [];
  let start = from;
  let last: Piece | undefined;
  for (const piece of piecesIn(line, from, to)) {
    if (last !== undefined && piece.link !== last.link) {
      spans.push({ line, from: start, to: piece.from });
      start = piece.from;
    }
    last = piece;
  }
  return [...spans, { line, from: start, to }];
}

/** The beginning of a link as a field: before's code is gone, after's has come. */
export function retargeted(copying: Copying, before: Link, after: Link): string {
  const { session, from, into } = copying;
  const { w } = into;
  const run = (content: string): string => `<${w}r>${content}</${w}r>`;
  const code = (name: string, text: string): string =>
    run(`<${w}${name} xml:space="preserve">${escapeXml(text)}</${w}${name}>`);
  const gone = codeOf(session.before, from, before.elements[0] as Element);
  const come = codeOf(session.after, into, after.elements[0] as Element);
  return [
    run(`<${w}fldChar ${w}fldCharType="begin"/>`),
    `<${w}del${session.marker.attributes(w)}>${code('delInstrText', withAnchors(gone, session.anchor))}</${w}del>`,
    `<${w}ins${session.marker.attributes(w)}>${code('instrText', come)}</${w}ins>`,
    run(`<${w}fldChar ${w}fldCharType="separate"/>`),
  ].join('');
}

/** The code of the field that a link could be (17.16.5.25). */
function codeOf(document: Document, part: Part, link: Element): string {
  const said = (name: string): string | undefined => attribute(part, link, name);
  const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
  const url = document.relationships(part.name).get(said('r:id') ?? '')?.target;
  const switches = [
    ['\\l', said('w:anchor')],
    ['\\o', said('w:tooltip')],
    ['\\t', said('w:tgtFrame')],
  ] as const;
  const told = switches.flatMap(([name, text]) => (text === undefined ? [] : [`${name} ${quoted(text)}`]));
  return ` HYPERLINK ${[...(url === undefined ? [] : [quoted(url)]), ...told].join(' ')} `;
}
