/** The two sides of a redline, and on which of them a node stands and with which attributes. */
import type { Node } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';

export type Tracked = Node<Revision>;

/** A set of sides, as bits: 0 none, 1 before, 2 after, 3 both. A clean text stands on both. */
export type Sides = 0 | 1 | 2 | 3;

export const BEFORE = 1;
export const AFTER = 2;
export const BOTH = 3;

/** One side alone. */
export type Side = typeof BEFORE | typeof AFTER;
export const EACH_SIDE = [BEFORE, AFTER] as const;

/** A value for each side on which there is one, indexed by the side's bit. */
export type PerSide<T> = { readonly [side in Side]?: T };

/** The sides that are in both sets. */
export function common(a: Sides, b: Sides): Sides {
  return (a & b) as Sides;
}

/** The sides of `a` that are not in `b`. */
export function without(a: Sides, b: Sides): Sides {
  return (a & ~b) as Sides;
}

export function union(a: Sides, b: Sides): Sides {
  return (a | b) as Sides;
}

export function has(sides: Sides, side: Side): boolean {
  return (sides & side) !== 0;
}

export function revisionOf(node: Tracked): Revision | undefined {
  return node.type === 'document' ? undefined : node.revision;
}

/** The sides, of those its parent stands on, on which a node stands. All below a node shares its fate. */
export function sidesOf(node: Tracked, around: Sides): Sides {
  const kind = revisionOf(node)?.kind;
  if (kind === 'insertion') return common(around, AFTER);
  if (kind === 'deletion') return common(around, BEFORE);
  return around;
}

/** The sides on which the boundary in front of a node is absent, so that it continues what stands before it. */
export function sidesJoined(node: Tracked, sides: Sides): Sides {
  const revision = revisionOf(node);
  if (revision?.kind !== 'boundary') return 0;
  return common(sides, revision.boundary === 'insertion' ? BEFORE : AFTER);
}

/** What an attribute of a node is on one side. */
export function attribute<N extends Tracked, K extends keyof N & string>(
  node: N,
  name: K,
  side: Side,
): N[K] | undefined {
  const revision = revisionOf(node);
  if (side === BEFORE && revision?.kind === 'alteration') {
    const altered = revision.before[name];
    if (altered !== undefined) return altered.value === null ? undefined : (altered.value as N[K]);
  }
  return node[name];
}

/** The sides on which a list has something in it: a heading of which all is inserted is none before. */
export function sidesOfList(nodes: readonly Tracked[] | undefined, around: Sides): Sides {
  return (nodes ?? []).reduce<Sides>((sides, node) => union(sides, sidesOf(node, around)), 0);
}

/** A value for each of the sides, as `find` gives it. */
export function perSide<T>(sides: Sides, find: (side: Side) => T | undefined): PerSide<T> {
  const values: { [side in Side]?: T } = {};
  for (const side of EACH_SIDE) {
    const value = has(sides, side) ? find(side) : undefined;
    if (value !== undefined) values[side] = value;
  }
  return values;
}
