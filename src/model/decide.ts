/** Decisions on a redline: accept or reject all of it, or change by change. A projection, never an edit. */
import type { Block, Doc, Document, Inline, Node } from './document.ts';
import { normalise } from './equal.ts';
import type { Alteration, AttributeBefore, Boundary, Change, ChangeId, Redline, Revision } from './redline.ts';
import { withValues } from './values.ts';
import { mapChildLists } from './walk.ts';

/** What becomes of a change: taken into the text, taken out of it, or left as a revision. */
export type Decision = 'accept' | 'reject' | 'leave';

type Choose = (change: ChangeId) => Decision;
type Tracked = Node<Revision>;

/** The text once every change is accepted: after. */
export function acceptAll(redline: Redline): Document {
  return project(redline.document, 'accept');
}

/** The text once every change is rejected: before. */
export function rejectAll(redline: Redline): Document {
  return { ...project(redline.document, 'reject'), meta: redline.before };
}

function project(document: Doc<Revision>, decision: Decision): Document {
  return normalise(settleNode(document, () => decision) as Doc<never>);
}

/**
 * The redline once some changes are settled. Changes for which `choose` says `leave` remain.
 */
export function decide(redline: Redline, choose: (change: Change) => Decision): Redline {
  const byId = new Map(redline.changes.map((change) => [change.id, choose(change)]));
  const document = settleNode(redline.document, (id) => byId.get(id) ?? 'leave') as Doc<Revision>;
  return {
    before: redline.before,
    document: normalise(document),
    changes: redline.changes.filter((change) => byId.get(change.id) === 'leave'),
  };
}

function settleNode(node: Tracked, choose: Choose, joins = false): Tracked {
  return mapChildLists<Revision, Revision, Tracked>(node, (children) => settleList(children, choose, joins));
}

/** `joins`: the node that holds the list goes into its predecessor, and its first child may go on with it. */
function settleList(children: readonly Tracked[], choose: Choose, joins: boolean): Tracked[] {
  const settled: Tracked[] = [];
  for (const child of children) {
    const fate = fateOf(child, choose);
    if (fate === 'drop') continue;
    const inner = settleNode(fate === 'keep' ? child : settleAttributes(child, choose), choose, fate === 'join');
    if (fate === 'join' && (revisionOf(child) as Boundary).joins === 'parent') {
      settled.push(...((inner as { readonly children?: readonly Tracked[] }).children ?? []));
      continue;
    }
    const last = settled[settled.length - 1];
    if (fate === 'join' && last !== undefined) settled[settled.length - 1] = join(last, inner, choose);
    else if (fate === 'join' && joins) settled.push(inner);
    else settled.push(fate === 'keep' ? inner : withoutSettled(inner, fate));
  }
  return settled;
}

/** `keep`: as it is, revision included. `plain`: without its revision. `join`: into its predecessor. */
type Fate = 'keep' | 'plain' | 'drop' | 'join' | 'attributes';

function fateOf(node: Tracked, choose: Choose): Fate {
  const revision = revisionOf(node);
  if (revision === undefined) return 'keep';
  if (revision.kind === 'alteration') return 'attributes';
  const decision = choose(revision.change);
  if (decision === 'leave') return 'keep';
  const wanted = revision.kind === 'boundary' ? revision.boundary : revision.kind;
  const stands = (wanted === 'insertion') === (decision === 'accept');
  if (stands) return 'plain';
  return revision.kind === 'boundary' ? 'join' : 'drop';
}

export function revisionOf(node: Tracked): Revision | undefined {
  return node.type === 'document' ? undefined : node.revision;
}

function withoutSettled(node: Tracked, fate: Fate): Tracked {
  if (fate === 'attributes') return node;
  const { revision: _, ...rest } = node as Exclude<Tracked, { type: 'document' }>;
  return rest as Tracked;
}

function settleAttributes(node: Tracked, choose: Choose): Tracked {
  const revision = revisionOf(node);
  if (revision?.kind !== 'alteration') return node;
  const values: Record<string, unknown> = {};
  const left: Record<string, AttributeBefore> = {};
  for (const [name, before] of Object.entries(revision.before)) {
    const decision = choose(before.change);
    if (decision === 'leave') left[name] = before;
    else if (decision === 'reject') values[name] = before.value ?? undefined;
  }
  const rest: Alteration | undefined =
    Object.keys(left).length === 0 ? undefined : { kind: 'alteration', before: left };
  return withValues(node, { ...values, revision: rest });
}

/** Takes a node whose boundary is absent into the one before it. */
function join(previous: Tracked, node: Tracked, choose: Choose): Tracked {
  const joins = (revisionOf(node) as Boundary).joins;
  if (previous.type === 'para' && node.type === 'para') {
    return { ...previous, children: [...previous.children, ...node.children] };
  }
  if (!('children' in previous) || !('children' in node)) return previous;
  const before = previous.children as readonly Block<Revision>[];
  const after = node.children as readonly Block<Revision>[];
  const last = before[before.length - 1];
  const first = after[0];
  if (last !== undefined && first !== undefined && fateOf(first, choose) === 'join') {
    return { ...previous, children: [...before.slice(0, -1), join(last, first, choose), ...after.slice(1)] } as Tracked;
  }
  const children =
    joins === 'text' && last?.type === 'para' && first?.type === 'para'
      ? [...before.slice(0, -1), joinParas(last.children, first.children, last), ...after.slice(1)]
      : [...before, ...after];
  return { ...previous, children } as Tracked;
}

function joinParas(
  a: readonly Inline<Revision>[],
  b: readonly Inline<Revision>[],
  para: Extract<Tracked, { type: 'para' }>,
): Extract<Tracked, { type: 'para' }> {
  return { ...para, children: [...a, ...b] };
}
