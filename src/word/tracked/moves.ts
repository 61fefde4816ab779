/** Moves among tracked changes: which marks belong to the two ranges of one name (ISO/IEC 29500-1, 17.13.5.21 to 28). */
import { attribute, childOf, type Element, type Part } from '../tree.ts';

type Side = 'from' | 'to';

/** A range that has begun. */
interface Range {
  readonly side: Side;
  readonly id: string;
  readonly name: string;
  /** Who moved, and when, as marks in the range say it. */
  readonly signatures: Set<string>;
}

const STARTS: Readonly<Record<string, Side>> = { 'w:moveFromRangeStart': 'from', 'w:moveToRangeStart': 'to' };
const ENDS: Readonly<Record<string, Side>> = { 'w:moveFromRangeEnd': 'from', 'w:moveToRangeEnd': 'to' };
const MARKS: Readonly<Record<string, Side>> = { 'w:moveFrom': 'from', 'w:moveTo': 'to', 'w:ins': 'to' };

/**
 * The marks of a part that belong to moves, with the names of these: the ends of ranges, what is marked as moved in them,
 * and what the mover inserted into the moved text at the same time. A name that only one side has is no move.
 */
export function movesIn(part: Part): ReadonlyMap<Element, string> {
  if (!part.source.includes('moveFromRangeStart')) return new Map();
  const reading = new Reading(part);
  reading.visit(part.root);
  return new Map([...reading.names].filter(([, name]) => reading.ended.from.has(name) && reading.ended.to.has(name)));
}

/** Goes through a part in the order of its text. */
class Reading {
  readonly names = new Map<Element, string>();
  /** The names of ranges that are whole. */
  readonly ended: Readonly<Record<Side, Set<string>>> = { from: new Set(), to: new Set() };
  readonly #part: Part;
  #open: Range[] = [];
  /** Ranges that ended in the paragraph that is being read. */
  #closed: Range[] = [];

  constructor(part: Part) {
    this.#part = part;
  }

  visit(element: Element): void {
    if (element.name === 'w:p') {
      this.#paragraph(element);
      return;
    }
    if (STARTS[element.name] !== undefined) this.#begin(element, STARTS[element.name] as Side);
    else if (ENDS[element.name] !== undefined) this.#end(element, ENDS[element.name] as Side);
    else if (MARKS[element.name] !== undefined) this.#mark(element, this.#open);
    this.#within(element);
  }

  #within(element: Element): void {
    for (const child of element.children) if (child.name !== 'mc:Fallback') this.visit(child);
  }

  /** A paragraph; its mark stands at its end, whatever its properties come before. */
  #paragraph(element: Element): void {
    this.#closed = [];
    const properties = childOf(element, 'w:pPr');
    for (const child of element.children) if (child !== properties) this.visit(child);
    const marks = childOf(properties, 'w:rPr')?.children ?? [];
    for (const mark of marks) {
      if (MARKS[mark.name] === undefined) continue;
      this.#mark(mark, mark.name === 'w:ins' ? this.#open : [...this.#closed, ...this.#open]);
    }
  }

  #begin(element: Element, side: Side): void {
    const name = this.#attribute(element, 'w:name');
    this.#open.push({ side, id: this.#attribute(element, 'w:id'), name, signatures: new Set([this.#signed(element)]) });
    this.names.set(element, name);
  }

  #end(element: Element, side: Side): void {
    const id = this.#attribute(element, 'w:id');
    const range = this.#open.find((one) => one.side === side && one.id === id);
    if (range === undefined) return;
    this.#open = this.#open.filter((one) => one !== range);
    this.#closed.push(range);
    this.ended[side].add(range.name);
    this.names.set(element, range.name);
  }

  /** A mark in the last of some ranges that is of its side. */
  #mark(element: Element, ranges: readonly Range[]): void {
    const range = ranges.findLast(({ side }) => side === MARKS[element.name]);
    if (range === undefined) return;
    const signed = this.#signed(element);
    if (element.name === 'w:ins' && !range.signatures.has(signed)) return;
    range.signatures.add(signed);
    this.names.set(element, range.name);
  }

  #signed(element: Element): string {
    return `${this.#attribute(element, 'w:author')}\n${this.#attribute(element, 'w:date')}`;
  }

  #attribute(element: Element, name: string): string {
    return attribute(this.#part, element, name) ?? '';
  }
}
