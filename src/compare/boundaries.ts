/** Boundaries that only one side has: provisions split and merged, headings put around what stays. */
import type { Block, Inline, Para } from '../model/document.ts';
import type { Boundary, ChangeId, Revision } from '../model/redline.ts';
import { plainText } from '../model/walk.ts';
import type { Context } from './context.ts';
import { type Draft, excerpt } from './ledger.ts';
import { isHeaded, type Unit } from './units.ts';

type Marked = Block<Revision>;

/** A unit in a few words: its heading or caption, else how it begins. */
export function said({ node, children }: Unit): string {
  if (node.type === 'table') return excerpt(plainText(node.caption ?? node.rows[0] ?? []), 80);
  if (isHeaded(node)) return excerpt(plainText(node.heading), 80);
  const first = children[0];
  return first === undefined ? excerpt(plainText(node), 80) : said(first);
}

export function headingDraft(unit: Unit, boundary: Boundary['boundary'], context: Context): Draft {
  const where = boundary === 'insertion' ? { after: unit.node } : { before: unit.node };
  const said = `heading "${excerpt(unit.text, 80)}" ${boundary === 'insertion' ? 'inserted' : 'deleted'}`;
  return context.ledger.open({ what: boundary, ...where, said });
}

/** A provision of which only the boundary, and the heading where it has one, is marked. */
export function withBoundary(
  unit: Unit,
  children: readonly Marked[],
  boundary: Boundary['boundary'],
  joins: Boundary['joins'],
  change: ChangeId,
): Marked {
  const revision: Boundary = { kind: 'boundary', change, boundary, joins };
  const mark = (inline: Inline): Inline<Revision> =>
    ({ ...inline, revision: { kind: boundary, change } }) as Inline<Revision>;
  const heading = isHeaded(unit.node) ? { heading: unit.node.heading.map(mark) } : {};
  return { ...unit.node, ...heading, children, revision } as Marked;
}

/** A provision split off or merged; where what it opens with was split too, one change tells of both. */
export function tailPiece(
  tail: Unit,
  children: readonly Marked[],
  boundary: Boundary['boundary'],
  open: () => ChangeId,
): Marked {
  const [first, ...rest] = children;
  if (first?.revision?.kind !== 'boundary') return withBoundary(tail, children, boundary, 'block', open());
  const { revision, ...plain } = first;
  if (first.type !== 'para') return withBoundary(tail, children, boundary, 'block', revision.change);
  return withBoundary(tail, [plain as Marked, ...rest], boundary, 'text', revision.change);
}

export function boundaryDraft(
  before: Unit,
  after: Unit,
  tail: Unit,
  boundary: Boundary['boundary'],
  context: Context,
): Draft {
  const split = boundary === 'insertion';
  return context.ledger.open({
    what: split ? 'split' : 'merge',
    before: split ? before.node : tail.node,
    after: split ? tail.node : after.node,
    said: split ? `split in two before "${said(tail)}"` : `"${said(tail)}" merged into what stands before it`,
  });
}

export function paraBoundary(before: Para, after: Para, tail: Para, split: boolean, context: Context): Boundary {
  const draft = context.ledger.open({
    what: split ? 'split' : 'merge',
    before: split ? before : tail,
    after: split ? tail : after,
    said: split ? 'paragraph split in two' : 'two paragraphs merged',
  });
  return { kind: 'boundary', change: draft.id, boundary: split ? 'insertion' : 'deletion', joins: 'text' };
}
