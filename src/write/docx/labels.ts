/**
 * Which labels Word's own numbering can print: for each labelled provision of one side, whether the counting of a
 * list gives exactly its label, or whether the label has to be typed.
 */
import type { Block, Clause, Table } from '../../model/document.ts';
import { type LabelParts, parseLabel, printLabel } from '../../model/label.ts';
import type { Boundary, Revision } from '../../model/redline.ts';
import { attribute, common, has, revisionOf, type Side, sidesJoined, sidesOf, sidesOfList } from './sides.ts';

/** A label counted by Word. */
export interface Counted {
  readonly kind: 'counted';
  readonly label: string;
  /** What the levels of its list look like. */
  readonly format: ListFormat;
  /** The level in that list, from 0. */
  readonly level: number;
  /** The run of provisions that count on from one another; two runs never share a counter. */
  readonly run: string;
  /** With what each level of the run starts, as far down as this run needs it. */
  readonly starts: readonly number[];
}

/** A label that is text. */
export interface Typed {
  readonly kind: 'typed';
  readonly label: string;
}

export type LabelPlan = Counted | Typed;

/** Dotted decimals (`4`, `4.1`, `4.1.1`), each level with what stands behind it, or one counter between fixed texts. */
export type ListFormat =
  | { readonly kind: 'dotted'; readonly suffixes: readonly string[] }
  | {
      readonly kind: 'single';
      readonly counter: LabelParts['counter'];
      readonly prefix: string;
      readonly suffix: string;
    };

/** Word's lists have nine levels (ISO/IEC 29500-1, 17.9.6). */
export const LEVELS = 9;

const DOTTED = /^(?:[1-9]\d{0,3})(?:\.[1-9]\d{0,3}){0,8}\.?$/;

/** The plan of every labelled clause of one side. */
export function planLabels(blocks: readonly Block<Revision>[], side: Side): Map<Clause<Revision>, LabelPlan> {
  const plans = new Map<Clause<Revision>, LabelPlan>();
  const collector = new Collector(side);
  collector.blocks(blocks, { group: 'document', limbs: 0, headings: 0, apart: false }, true);
  const { entries } = collector;
  const dotted = new DottedRun(entries);
  const lists = new Map<string, SingleRun>();
  for (const entry of entries) {
    plans.set(entry.clause, planOne(entry, dotted, lists) ?? { kind: 'typed', label: entry.label });
  }
  return plans;
}

/** A labelled clause, the list of siblings it belongs to, and the label of the sibling that follows. */
interface Entry {
  readonly clause: Clause<Revision>;
  readonly label: string;
  readonly group: string;
  readonly level: number;
  /** In a cell or bullet, where the document's own clauses do not count on. */
  readonly apart: boolean;
  next?: string;
}

interface Surroundings {
  readonly group: string;
  readonly limbs: number;
  readonly headings: number;
  readonly apart: boolean;
}

/** Collects in document order. Groups are named by the place of their parent in the redline, the same on both sides. */
class Collector {
  readonly entries: Entry[] = [];
  readonly #side: Side;
  #place = 0;
  /** At each depth, what stands in the last block there. */
  readonly #held: (Surroundings | undefined)[] = [];

  constructor(side: Side) {
    this.#side = side;
  }

  blocks(blocks: readonly Block<Revision>[], around: Surroundings, stands: boolean, depth = 0): void {
    let last: Entry | undefined;
    for (const block of blocks) {
      const place = this.#nextPlace();
      const present = stands && has(sidesOf(block, this.#side), this.#side);
      if (block.type === 'table') this.#table(block, present, depth);
      if (!isContainer(block)) {
        if (present) this.#held[depth] = undefined;
        continue;
      }
      const elsewhere = present ? this.#elsewhere(block, around, depth) : undefined;
      if (block.type === 'clause' && present && elsewhere === undefined)
        last = this.#enter(block, around, last) ?? last;
      const inner = elsewhere ?? this.#inside(block, around, place);
      if (present && elsewhere === undefined) this.#held.length = depth;
      this.blocks(block.children, inner, present, depth + 1);
      if (present) this.#held[depth] = inner;
    }
  }

  /** Where what a container holds stands on a side without its boundary: in the one before it, or around it. */
  #elsewhere(block: Container, around: Surroundings, depth: number): Surroundings | undefined {
    if (!has(sidesJoined(block, this.#side), this.#side)) return undefined;
    return (revisionOf(block) as Boundary).joins === 'parent' ? around : this.#held[depth];
  }

  #inside(block: Container, around: Surroundings, place: string): Surroundings {
    if (block.type === 'clause') return insideClause(block, around, place, this.#side);
    return { group: place, limbs: 0, headings: 0, apart: true };
  }

  #enter(clause: Clause<Revision>, around: Surroundings, last: Entry | undefined): Entry | undefined {
    const entry = entryOf(clause, around, this.#side);
    if (entry === undefined) return undefined;
    if (last !== undefined) last.next = entry.label;
    this.entries.push(entry);
    return entry;
  }

  #table(table: Table<Revision>, stands: boolean, depth: number): void {
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const place = this.#nextPlace();
        const present = stands && has(common(sidesOf(row, this.#side), sidesOf(cell, this.#side)), this.#side);
        if (present) this.#held.length = depth + 1;
        this.blocks(cell.children, { group: place, limbs: 0, headings: 0, apart: true }, present, depth + 1);
      }
    }
  }

  #nextPlace(): string {
    this.#place += 1;
    return `${this.#place}`;
  }
}

type Container = Extract<Block<Revision>, { type: 'clause' | 'item' | 'definition' }>;

function isContainer(block: Block<Revision>): block is Container {
  return block.type === 'clause' || block.type === 'item' || block.type === 'definition';
}

function entryOf(clause: Clause<Revision>, around: Surroundings, side: Side): Entry | undefined {
  const label = attribute(clause, 'label', side);
  if (label === undefined) return undefined;
  // The level that its style names: of a heading its depth, of a limb the number of limbs around it.
  const level = isHeaded(clause, side) ? around.headings : around.limbs;
  return { clause, label, group: around.group, level, apart: around.apart };
}

function insideClause(clause: Clause<Revision>, around: Surroundings, place: string, side: Side): Surroundings {
  const isLimb = attribute(clause, 'kind', side) === 'limb';
  const headings = around.headings + (isHeaded(clause, side) ? 1 : 0);
  return { group: place, limbs: isLimb ? around.limbs + 1 : 0, headings, apart: around.apart };
}

function isHeaded(clause: Clause<Revision>, side: Side): boolean {
  return has(sidesOfList(clause.heading, side), side);
}

function planOne(entry: Entry, dotted: DottedRun, lists: Map<string, SingleRun>): LabelPlan | undefined {
  if (DOTTED.test(entry.label)) {
    return entry.apart ? undefined : dotted.take(entry.label);
  }
  const list = lists.get(entry.group) ?? new SingleRun(entry.group, Math.min(entry.level, LEVELS - 1));
  lists.set(entry.group, list);
  return list.take(entry.label, entry.next);
}

/** The numbered clauses of the document, which count on through all of it. */
class DottedRun {
  readonly #format: ListFormat & { kind: 'dotted' };
  readonly #seen = new Map<string, number>();
  #run = '';
  #starts: readonly number[] = [];
  #counts: number[] = [];
  /** The level at which the run began; a higher one begins another run, since its number would be the start value. */
  #root = LEVELS;

  constructor(entries: readonly Entry[]) {
    const suffixes = Array<string>(LEVELS).fill('');
    const settled = new Set<number>();
    for (const { label, apart } of entries) {
      if (apart || !DOTTED.test(label)) continue;
      const level = numbersOf(label).length - 1;
      if (!settled.has(level) && label.endsWith('.')) suffixes[level] = '.';
      settled.add(level);
    }
    this.#format = { kind: 'dotted', suffixes };
  }

  take(label: string): LabelPlan | undefined {
    const numbers = numbersOf(label);
    const level = numbers.length - 1;
    if (this.#format.suffixes[level] !== (label.endsWith('.') ? '.' : '')) return undefined;
    if (!this.#follows(numbers)) this.#begin(numbers);
    this.#counts = [...numbers];
    return { kind: 'counted', label, format: this.#format, level, run: this.#run, starts: this.#starts };
  }

  #follows(numbers: readonly number[]): boolean {
    const level = numbers.length - 1;
    if (level < this.#root || level > this.#counts.length) return false;
    const counted = this.#counts.slice(0, level);
    const expected = [...counted, level < this.#counts.length ? (this.#counts[level] ?? 0) + 1 : 1];
    return expected.length === numbers.length && expected.every((value, i) => value === numbers[i]);
  }

  #begin(numbers: readonly number[]): void {
    const name = numbers.join('.');
    const times = this.#seen.get(name) ?? 0;
    this.#seen.set(name, times + 1);
    this.#run = `clauses ${name} ${times}`;
    this.#starts = numbers;
    this.#root = numbers.length - 1;
  }
}

function numbersOf(label: string): number[] {
  return label.replace(/\.$/, '').split('.').map(Number);
}

/** One list of siblings with a single counter, such as limbs (a), (b), (c), or Annex A, Annex B. */
class SingleRun {
  readonly #group: string;
  readonly #level: number;
  readonly #seen = new Map<string, number>();
  #current: { readonly parts: LabelParts; readonly run: string; readonly start: number } | undefined;
  #count = 0;

  constructor(group: string, level: number) {
    this.#group = group;
    this.#level = level;
  }

  take(label: string, next: string | undefined): LabelPlan | undefined {
    const current = this.#current;
    if (current === undefined || printLabel({ ...current.parts, ordinal: this.#count + 1 }) !== label) {
      if (!this.#begin(label, next)) return undefined;
    } else this.#count += 1;
    return this.#plan(label);
  }

  #plan(label: string): LabelPlan | undefined {
    if (this.#current === undefined) return undefined;
    const { parts, run, start } = this.#current;
    const { counter, prefix, suffix } = parts;
    const starts = Array<number>(this.#level + 1).fill(1);
    starts[this.#level] = start;
    return {
      kind: 'counted',
      label,
      format: { kind: 'single', counter, prefix, suffix },
      level: this.#level,
      run,
      starts,
    };
  }

  #begin(label: string, next: string | undefined): boolean {
    const parts = readingOf(label, next);
    if (parts === undefined) return false;
    const name = `${parts.prefix}|${parts.counter}|${parts.suffix}|${parts.ordinal}`;
    const times = this.#seen.get(name) ?? 0;
    this.#seen.set(name, times + 1);
    this.#current = { parts, run: `list ${this.#group} ${name} ${times}`, start: parts.ordinal };
    this.#count = parts.ordinal;
    return true;
  }
}

/** A label taken apart as a letter or a Roman numeral: as what is followed by its next sibling. */
function readingOf(label: string, next: string | undefined): LabelParts | undefined {
  const readings = [parseLabel(label, true), parseLabel(label, false)].filter(
    (parts) => parts !== undefined && canCount(parts) && printLabel(parts) === label,
  ) as LabelParts[];
  const followed = readings.find((parts) => printLabel({ ...parts, ordinal: parts.ordinal + 1 }) === next);
  if (followed !== undefined) return followed;
  return readings.find((parts) => parts.ordinal === 1) ?? readings[readings.length - 1];
}

/** Whether a list level can print it: no letter of an insertion (`4A`), nothing that Word would take for a counter. */
function canCount(parts: LabelParts): boolean {
  return !/[A-Za-z%]/.test(parts.suffix) && !parts.prefix.includes('%') && parts.ordinal < 780;
}
