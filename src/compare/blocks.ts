/** Building the redline of two lists of blocks from the pairs and plans that were made of them. */
import type { Block, Clause, Document, Inline, Node, Para } from '../model/document.ts';
import { same } from '../model/equal.ts';
import type { Alteration, Boundary, Revision } from '../model/redline.ts';
import { align } from './align.ts';
import { alterationOf, alteredAttributes } from './attributes.ts';
import { boundaryDraft, headingDraft, paraBoundary, said, tailPiece, withBoundary } from './boundaries.ts';
import type { Context } from './context.ts';
import { compareInlines, compareParagraphs } from './inline.ts';
import type { Draft } from './ledger.ts';
import { moveDraft } from './moves.ts';
import { type Listed, type Plan, type PlanSide, planAll } from './plan.ts';
import { passageOf } from './recorder.ts';
import { compareTables } from './table.ts';
import { isHeaded, layOut, type Unit } from './units.ts';

type Marked = Block<Revision>;

/** What the numbering of a list hangs from. */
export interface Numbering {
  /** Why the provision that holds the list has a new number. */
  readonly parent: Draft | undefined;
  /** The last change in the list that shifts the numbers behind it. */
  last: Draft | undefined;
}

/** Compares two lists of blocks that have pairs of their own: the content of a cell or of a footnote. */
export function compareBlocks(before: readonly Block[], after: readonly Block[], context: Context): Marked[] {
  if (same(before, after)) {
    context.recorder.same(before, after);
    return [...after];
  }
  const [x, y] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && x?.type === 'para' && y?.type === 'para') {
    return [lonePara(x, y, context)];
  }
  const [left, right] = [layOut(rootOf(before), context.vocabulary), layOut(rootOf(after), context.vocabulary)];
  const pairing = align(left, right, context.vocabulary, context.report);
  const plans = planAll(left, pairing, context.vocabulary);
  for (const [one, other] of pairing.entries()) context.paired(one.node, other.node);
  return buildList(left, { ...context, pairing, plans }, { parent: undefined, last: undefined });
}

function lonePara(before: Para, after: Para, context: Context): Marked {
  context.paired(before, after);
  const mark = context.ledger.count;
  const [node] = pairOfParas(before, [], after, [], context);
  const scope = { context, renumbered: undefined, mark };
  return withRevision(node as Marked, alterationOf(before, after, alteredAttributes(before, after), scope));
}

function rootOf(children: readonly Block[]): Document {
  return { type: 'document', meta: { title: '', provision: '', language: '' }, children };
}

/** The marked children of a pair, those of its split or merged pieces left out. */
export function buildList(before: Unit, context: Context, numbering: Numbering): Marked[] {
  return buildOwned(before, context, numbering).lists[0] ?? [];
}

/** A block of the redline, and which provision holds it on the side that has boundaries of its own. */
interface Entry {
  readonly block: Marked;
  readonly owner: number | undefined;
}

/** The marked children of a pair by the provisions that hold them, and the changes of those that have a heading. */
interface Owned {
  /** A list for the pair itself, then one for each tail. */
  readonly lists: Marked[][];
  /** By the index of the owner. */
  readonly headings: readonly (Draft | undefined)[];
}

function buildOwned(before: Unit, context: Context, numbering: Numbering): Owned {
  const plan = context.plans.of.get(before) as Plan;
  const split = plan.after.owners.length > 1;
  const side = split ? plan.after : plan.before;
  const owning = side.list;
  const entries: Entry[] = [];
  const boundary = split ? 'insertion' : 'deletion';
  const headings = side.owners.map((owner) =>
    owner.how !== 'self' && isHeaded(owner.unit.node) ? headingDraft(owner.unit, boundary, context) : undefined,
  );
  const numberings = headings.map((heading) =>
    heading === undefined ? numbering : { parent: heading, last: undefined },
  );
  const numberingAt = (at: number) => numberings[owning[at]?.owner ?? 0] ?? numbering;
  const add = (blocks: readonly Marked[], at: number | undefined): void => {
    blocks.forEach((block, k) => {
      const listed = k > 0 && block.revision?.kind === 'boundary' && block.revision.boundary === boundary ? k : 0;
      entries.push({ block, owner: at === undefined ? undefined : owning[at + listed]?.owner });
    });
  };
  let [i, j] = [0, 0];
  for (const place of [...plan.inPlace, { before: plan.before.list.length, after: plan.after.list.length }]) {
    for (; i < place.before; i++)
      add(gone((plan.before.list[i] as Listed).unit, context, numbering), split ? undefined : i);
    for (; j < place.after; j++)
      add(come((plan.after.list[j] as Listed).unit, context, numbering), split ? j : undefined);
    const [x, y] = [plan.before.list[i]?.unit, plan.after.list[j]?.unit];
    if (x !== undefined && y !== undefined) add(buildPair(x, y, context, numberingAt(split ? j : i)), split ? j : i);
    [i, j] = [i + 1, j + 1];
  }
  return { lists: underOwners(entries, side, boundary, headings), headings };
}

/** Puts the entries under the provisions that hold them: wraps first, then a list for each tail. */
function underOwners(
  entries: readonly Entry[],
  side: PlanSide,
  boundary: Boundary['boundary'],
  headings: Owned['headings'],
): Marked[][] {
  const folded = foldWraps(entries, side, boundary, headings);
  const tails = side.owners.filter((owner) => owner.how !== 'wrap').length;
  const lists: Marked[][] = Array.from({ length: tails }, () => []);
  let current = 0;
  for (const entry of folded) {
    current = Math.max(current, entry.owner ?? current);
    (lists[current] as Marked[]).push(entry.block);
  }
  return lists;
}

/** Puts a heading that only one side has around the entries from its first to its last. */
function foldWraps(
  entries: readonly Entry[],
  side: PlanSide,
  boundary: Boundary['boundary'],
  headings: Owned['headings'],
): readonly Entry[] {
  if (!side.owners.some((owner) => owner.how === 'wrap')) return entries;
  const ends = new Map(entries.map((entry, at) => [entry.owner, at + 1]));
  const folded: Entry[] = [];
  for (let at = 0; at < entries.length; ) {
    const entry = entries[at] as Entry;
    const owner = entry.owner === undefined ? undefined : side.owners[entry.owner];
    if (owner?.how !== 'wrap') {
      folded.push(entry);
      at += 1;
      continue;
    }
    const end = ends.get(entry.owner) as number;
    const children = entries.slice(at, end).map(({ block }) => block);
    const change = (headings[entry.owner as number] as Draft).id;
    folded.push({ block: withBoundary(owner.unit, children, boundary, 'parent', change), owner: owner.within });
    at = end;
  }
  return folded;
}

/** What stands for a unit of before that is not in place: deleted, or moved from here. */
function gone(unit: Unit, context: Context, numbering: Numbering): Marked[] {
  if (context.plans.tails.has(unit)) return [];
  const after = context.pairing.after(unit);
  const draft =
    after === undefined
      ? context.ledger.open({
          what: 'deletion',
          before: unit.node,
          said: `deleted "${said(unit)}"`,
        })
      : moveDraft(unit, after, context);
  shifts(unit, draft, context, numbering);
  return [marked(unit, 'deletion', draft, context)];
}

/** What stands for a unit of after that is not in place: inserted, or moved here. */
function come(unit: Unit, context: Context, numbering: Numbering): Marked[] {
  if (context.plans.tails.has(unit)) return [];
  const before = context.pairing.before(unit);
  if (before !== undefined) {
    const draft = moveDraft(before, unit, context);
    shifts(unit, draft, context, numbering);
    return [movedTo(before, unit, draft, context)];
  }
  const draft = context.ledger.open({
    what: 'insertion',
    after: unit.node,
    said: `inserted "${said(unit)}"`,
  });
  shifts(unit, draft, context, numbering);
  return [marked(unit, 'insertion', draft, context)];
}

/** Records that a change shifts the numbers behind it: those of provisions, and those of tables. */
function shifts(unit: Unit, draft: Draft, context: Context, numbering: Numbering): void {
  if ('label' in unit.node && unit.node.type === 'clause') numbering.last = draft;
  if (holdsTable(unit)) context.tables.last = draft;
}

function holdsTable(unit: Unit): boolean {
  return unit.node.type === 'table' || unit.children.some(holdsTable);
}

function movedTo(before: Unit, after: Unit, draft: Draft, context: Context): Marked {
  context.ledger.numbers(after.node, draft);
  const numbering = { parent: draft, last: undefined };
  const [node] = context.recorder.moved(() => buildPair(before, after, context, numbering, draft));
  return { ...node, revision: { kind: 'insertion', change: draft.id } } as Marked;
}

/** A unit wholly inserted or deleted. What was moved into it or out of it on its own carries its own move. */
function marked(unit: Unit, kind: 'insertion' | 'deletion', draft: Draft, context: Context): Marked {
  return { ...inner(unit, kind, context), revision: { kind, change: draft.id } } as Marked;
}

function inner(unit: Unit, kind: 'insertion' | 'deletion', context: Context): Node<Revision> {
  if (unit.children.length === 0) return unit.node;
  return { ...unit.node, children: unit.children.map((child) => nested(child, kind, context)) } as Node<Revision>;
}

function nested(unit: Unit, kind: 'insertion' | 'deletion', context: Context): Marked {
  const [before, after] =
    kind === 'deletion' ? [unit, context.pairing.after(unit)] : [context.pairing.before(unit), unit];
  if (before === undefined || after === undefined || context.plans.inPlace.has(after)) {
    return inner(unit, kind, context) as Marked;
  }
  const draft = moveDraft(before, after, context);
  return kind === 'deletion' ? marked(unit, kind, draft, context) : movedTo(before, after, draft, context);
}

/** A pair as one node with what differs inside it, and behind it the pieces split off from, or merged into, it. */
function buildPair(
  before: Unit,
  after: Unit,
  context: Context,
  numbering: Numbering,
  moved?: Draft,
): readonly Marked[] {
  const mark = context.ledger.count;
  const altered = moved === undefined ? alteredAttributes(before.node, after.node) : [];
  const renumbered = altered.includes('label') ? renumber(before, after, context, numbering) : undefined;
  const [node, ...tails] = buildContent(before, after, context, moved ?? renumbered ?? numbering.parent);
  const alteration = alterationOf(before.node, after.node, altered, { context, renumbered, mark });
  const boundary = tails[tails.length - 1]?.revision;
  if (boundary?.kind === 'boundary') numbering.last = context.ledger.draft(boundary.change) ?? numbering.last;
  return [withRevision(node as Marked, alteration), ...tails];
}

function withRevision(node: Marked, alteration: Alteration | undefined): Marked {
  return alteration === undefined ? node : ({ ...node, revision: alteration } as Marked);
}

/** Opens the change of a number: it follows from what shifted it, or from the number of what holds it. */
function renumber(before: Unit, after: Unit, context: Context, numbering: Numbering): Draft {
  const [from, to] = [labelOf(before), labelOf(after)];
  const last = after.node.type === 'table' ? context.tables.last : numbering.last;
  const cause = lastPart(from) === lastPart(to) ? (numbering.parent ?? last) : (last ?? numbering.parent);
  const draft = context.ledger.open({
    what: 'number',
    before: before.node,
    after: after.node,
    cause,
    said: `renumbered from ${from} to ${to}`,
  });
  context.ledger.numbers(after.node, draft);
  if (cause === undefined && after.node.type === 'clause') numbering.last = draft;
  return draft;
}

function labelOf(unit: Unit): string {
  return ('label' in unit.node ? unit.node.label : undefined) ?? 'none';
}

function lastPart(label: string): string {
  return label.slice(label.replace(/\.$/, '').lastIndexOf('.') + 1);
}

/** The content of a pair by its type; more than one node where it was split or merged. */
function buildContent(before: Unit, after: Unit, context: Context, numbered: Draft | undefined): readonly Marked[] {
  const [x, y] = [before.node, after.node];
  if (x.type === 'para' && y.type === 'para') {
    const plan = context.plans.of.get(before) as Plan;
    return pairOfParas(x, tailNodes(plan.before), y, tailNodes(plan.after), context);
  }
  if (x.type === 'table' && y.type === 'table') return [compareTables(x, y, context)];
  if (x.type === 'opaque' || y.type === 'opaque') return [y as Marked];
  const plan = context.plans.of.get(before) as Plan;
  const heading = x.type === 'clause' && y.type === 'clause' ? compareHeadings(x, y, context) : {};
  const boundary = plan.after.owners.some((owner) => owner.how === 'tail') ? 'insertion' : 'deletion';
  const side = boundary === 'insertion' ? plan.after : plan.before;
  const { lists: all, headings } = buildOwned(before, context, { parent: numbered, last: undefined });
  const [own = [], ...lists] = all;
  const node = { ...y, ...heading, children: own } as Marked;
  return [
    node,
    ...lists.map((children, k) => {
      const tail = (side.owners[k + 1] as { readonly unit: Unit }).unit;
      const open = () => (headings[k + 1] ?? boundaryDraft(before, after, tail, boundary, context)).id;
      return tailPiece(tail, children, boundary, open);
    }),
  ];
}

function tailNodes(side: PlanSide): Para[] {
  return side.owners.filter((owner) => owner.how === 'tail').map((owner) => owner.unit.node as Para);
}

function compareHeadings(before: Clause, after: Clause, context: Context): { heading?: readonly Inline<Revision>[] } {
  if (before.heading === undefined && after.heading === undefined) return {};
  const [from, to] = [passageOf(before.heading ?? [], before), passageOf(after.heading ?? [], after)];
  return { heading: compareInlines(from, to, { before, after }, context) };
}

/** A pair of paragraphs, with those that the one was split into, or the other merged from. */
function pairOfParas(
  before: Para,
  beforeTails: readonly Para[],
  after: Para,
  afterTails: readonly Para[],
  context: Context,
): readonly Marked[] {
  const split = afterTails.length > 0;
  const tails = split ? afterTails : beforeTails;
  const changes = tails.map((tail) => paraBoundary(before, after, tail, split, context));
  const lists = compareParagraphs(
    [before, ...beforeTails].map((para) => passageOf(para.children, para)),
    [after, ...afterTails].map((para) => passageOf(para.children, para)),
    { before, after },
    context,
  );
  return [
    { ...after, children: lists[0] ?? [] },
    ...tails.map((tail, k) => ({ ...tail, children: lists[k + 1] ?? [], revision: changes[k] }) as Marked),
  ];
}
