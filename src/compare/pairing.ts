/** The pairs that alignment has found: which unit of before is which of after. One to one, and of one type. */
import { once } from './once.ts';
import { identityOf, type Unit } from './units.ts';

/** A growing one-to-one relation between the units of two documents. */
export class Pairing {
  readonly #afterOf = new Map<Unit, Unit>();
  readonly #beforeOf = new Map<Unit, Unit>();
  readonly #beforeIdentities: ReadonlyMap<string, Unit>;
  readonly #afterIdentities: ReadonlyMap<string, Unit>;

  constructor(beforeIdentities: ReadonlyMap<string, Unit>, afterIdentities: ReadonlyMap<string, Unit>) {
    this.#beforeIdentities = beforeIdentities;
    this.#afterIdentities = afterIdentities;
  }

  after(before: Unit): Unit | undefined {
    return this.#afterOf.get(before);
  }

  before(after: Unit): Unit | undefined {
    return this.#beforeOf.get(after);
  }

  /** Whether two units may be paired: neither has a pair, the types agree, and no identity says otherwise. */
  admits(before: Unit, after: Unit): boolean {
    if (before.node.type !== after.node.type || this.#afterOf.has(before) || this.#beforeOf.has(after)) return false;
    if (before.node.type === 'opaque' && before.content !== after.content) return false;
    const x = identityOf(before);
    const y = identityOf(after);
    if (x === y) return true;
    return !this.#otherOf(this.#afterIdentities, x, after) && !this.#otherOf(this.#beforeIdentities, y, before);
  }

  #otherOf(identities: ReadonlyMap<string, Unit>, identity: string | undefined, unit: Unit): boolean {
    const held = identity === undefined ? undefined : identities.get(identity);
    return held !== undefined && held !== unit && held.node.type === unit.node.type;
  }

  add(before: Unit, after: Unit): void {
    this.#afterOf.set(before, after);
    this.#beforeOf.set(after, before);
  }

  /** All pairs, in the order in which they were found. */
  entries(): IterableIterator<[Unit, Unit]> {
    return this.#afterOf.entries();
  }

  /** Takes a pair apart again. */
  remove(before: Unit, after: Unit): void {
    this.#afterOf.delete(before);
    this.#beforeOf.delete(after);
  }
}

/** The units that have an identity; where one stands twice, none has it. */
export function identities(units: readonly Unit[]): Map<string, Unit> {
  return once(units, identityOf);
}

/** The units of before that have no pair. */
export function looseBefores(units: readonly Unit[], pairing: Pairing): Unit[] {
  return units.filter((unit) => pairing.after(unit) === undefined);
}

/** The units of after that have no pair. */
export function looseAfters(units: readonly Unit[], pairing: Pairing): Unit[] {
  return units.filter((unit) => pairing.before(unit) === undefined);
}

/** Pairs two units of one content and, place by place, what they hold. */
export function pairWhole(before: Unit, after: Unit, pairing: Pairing): void {
  if (!pairing.admits(before, after)) return;
  pairing.add(before, after);
  before.children.forEach((child, i) => {
    const other = after.children[i];
    if (other !== undefined) pairWhole(child, other, pairing);
  });
}

/** A unit and all below it, in reading order. */
export function flatten(root: Unit): Unit[] {
  const units: Unit[] = [];
  const open: Unit[] = [root];
  while (open.length > 0) {
    const unit = open.pop() as Unit;
    units.push(unit);
    for (let i = unit.children.length - 1; i >= 0; i--) open.push(unit.children[i] as Unit);
  }
  return units;
}
