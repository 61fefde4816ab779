/**
 * Where numbering restarts: the Schedule, Annex, Part or other division that has to be named with a provision's own
 * number, because the number alone means another provision too.
 */
import type { Block, Clause, Doc, Node, Table } from './document.ts';
import { CHILD_LISTS, childList } from './walk.ts';

/** A label that already says what it is: `Annex A`, `§ 5`, `Article 3`. */
const NAMED_LABEL = /^(§|[A-Z][a-z]+\s)/;

/** Divisions that number by themselves by convention; the provisions in them are paragraphs. */
const ATTACHED = /^(?:schedule|annexe?|appendix|attachment|addendum|exhibit|anlage|anhang|annexure)\s/i;

/** Which divisions stand in which, where a document gives them all one rank: the lower stand in the higher. */
const RANKS: readonly RegExp[] = [
  ATTACHED,
  /^(?:book|title|volume)\s/i,
  /^(?:part|teil)\s/i,
  /^(?:chapter|division)\s/i,
];

/** A clause that other provisions are numbered in, or the whole document. */
interface Division<R> {
  readonly clause: Clause<R> | undefined;
  readonly parent: Division<R> | undefined;
  readonly inner: Division<R>[];
  readonly numbered: Numbered[];
  /** The series of numbers that restart here: of provisions, of tables, of Parts. */
  readonly restarts: Set<string>;
}

/** A provision or table with a number of its own, such as `2.1` in the series of provisions. */
interface Numbered {
  readonly series: string;
  readonly number: string;
  /** Whether it stands behind its division, not in it: then nothing but a number used twice ties it to that. */
  readonly loose: boolean;
}

/** What is known of the numbering of a document. */
export interface DocumentNumbering<R> {
  /** The division that a citation has to name; `undefined` where the number says enough. */
  readonly division: (node: Clause<R> | Table<R>) => Clause<R> | undefined;
  /** Whether a division, or one around it, is a Schedule, Annex or the like, whose provisions are paragraphs. */
  readonly isAttached: (division: Clause<R>) => boolean;
}

/** Finds where the numbering of a document restarts. */
export function numberingOf<R>(document: Doc<R>): DocumentNumbering<R> {
  const places = new Map<Node<R>, { readonly division: Division<R>; readonly series: string }>();
  const divisions = new Map<Node<R>, Division<R>>();
  const root = newDivision<R>(undefined, undefined);
  collect(document.children, root, { places, divisions });
  resolve(root);
  const division = (node: Clause<R> | Table<R>): Clause<R> | undefined => {
    const place = places.get(node);
    let at = place?.division;
    while (at !== undefined && !at.restarts.has(place?.series ?? '')) at = at.parent;
    return at?.clause;
  };
  const isAttached = (clause: Clause<R>): boolean => {
    let at = divisions.get(clause);
    while (at?.clause !== undefined && !ATTACHED.test(at.clause.label ?? '')) at = at.parent;
    return at?.clause !== undefined;
  };
  return { division, isAttached };
}

/** Whether a label says by itself what it numbers: `Annex A`, `§ 5`. */
export function isNamedLabel(label: string): boolean {
  return NAMED_LABEL.test(label);
}

function newDivision<R>(clause: Clause<R> | undefined, parent: Division<R> | undefined): Division<R> {
  return { clause, parent, inner: [], numbered: [], restarts: new Set() };
}

interface Collected<R> {
  readonly places: Map<Node<R>, { readonly division: Division<R>; readonly series: string }>;
  readonly divisions: Map<Node<R>, Division<R>>;
}

function collect<R>(nodes: readonly Node<R>[], around: Division<R>, found: Collected<R>): void {
  const open: Division<R>[] = [];
  for (const node of nodes) {
    if (isDivision(node)) {
      while (open.length > 0 && rankOf(open[open.length - 1]?.clause) >= rankOf(node)) open.pop();
      const parent = open[open.length - 1] ?? around;
      enter(node, parent, parent !== around, found);
      const own = newDivision(node, parent);
      parent.inner.push(own);
      found.divisions.set(node, own);
      if (rankOf(node) < RANKS.length) open.push(own);
      collect(node.children, own, found);
    } else {
      const holder = open[open.length - 1] ?? around;
      if (node.type === 'table') enter(node, holder, holder !== around, found);
      for (const name of CHILD_LISTS[node.type]) collect(childList(node, name), holder, found);
    }
  }
}

function isDivision<R>(node: Node<R>): node is Clause<R> {
  return node.type === 'clause' && node.kind !== 'limb' && (node.label !== undefined || node.heading !== undefined);
}

/** From the outermost; provisions are in all of them. */
function rankOf(clause: Clause<unknown> | undefined): number {
  const rank = RANKS.findIndex((words) => words.test(clause?.label ?? ''));
  return rank < 0 ? RANKS.length : rank;
}

function enter<R>(node: Clause<R> | Table<R>, division: Division<R>, loose: boolean, { places }: Collected<R>): void {
  if (node.label === undefined) return;
  const series = seriesOf(node, node.label);
  division.numbered.push({ series, number: node.label.replace(/\.$/, ''), loose });
  places.set(node, { division, series });
}

const PROVISIONS = 'provision';
const TABLES = 'table ';

function seriesOf(node: Block<unknown>, label: string): string {
  if (node.type === 'table') return `${TABLES}${node.word ?? ''}`;
  return NAMED_LABEL.exec(label)?.[1]?.trim() ?? PROVISIONS;
}

/** For each series, the numbers that a division lets out, each with the inner division that it comes from. */
type LetOut<R> = Map<string, Map<string, Division<R> | undefined>>;

/** Decides from the innermost division outwards; returns the numbers by which provisions are cited without it. */
function resolve<R>(division: Division<R>): LetOut<R> {
  const all: LetOut<R> = new Map();
  for (const { series, number } of division.numbered) seriesIn(all, series).set(number, undefined);
  for (const inner of division.inner) {
    for (const [series, numbers] of resolve(inner)) {
      if (inner.restarts.has(series)) continue;
      const known = seriesIn(all, series);
      for (const number of numbers.keys()) {
        if (known.has(number)) restart(series, inner, known.get(number));
        else known.set(number, inner);
      }
    }
  }
  restartAlike(division);
  for (const [series, numbers] of all) {
    for (const [number, from] of numbers) if (from?.restarts.has(series)) numbers.delete(number);
  }
  if (ATTACHED.test(division.clause?.label ?? '')) restartAttached(division, all);
  return all;
}

function seriesIn<R>(all: LetOut<R>, series: string): Map<string, Division<R> | undefined> {
  const known = all.get(series) ?? new Map<string, Division<R> | undefined>();
  all.set(series, known);
  return known;
}

function restart<R>(series: string, ...divisions: (Division<R> | undefined)[]): void {
  for (const division of divisions) division?.restarts.add(series);
}

/** Where the numbers of one Part restart, those of all its fellows are cited with theirs. */
function restartAlike<R>({ inner }: Division<R>): void {
  const words = new Map<string, Set<string>>();
  const wordOf = ({ clause }: Division<R>): string =>
    rankOf(clause) < RANKS.length ? seriesOf(clause as Clause<R>, clause?.label ?? '') : '';
  for (const one of inner) {
    const known = words.get(wordOf(one)) ?? new Set();
    for (const series of one.restarts) known.add(series);
    words.set(wordOf(one), known);
  }
  words.delete('');
  for (const one of inner) for (const series of words.get(wordOf(one)) ?? []) one.restarts.add(series);
}

/** The provisions in a Schedule are cited with it, though no other has their numbers yet; `A1` names Annex A itself. */
function restartAttached<R>(division: Division<R>, all: LetOut<R>): void {
  const letter = /\s([A-Z])$/.exec(division.clause?.label ?? '')?.[1];
  const namesIt = (number: string): boolean =>
    letter !== undefined && number.startsWith(letter) && !/^[a-z]/i.test(number.slice(1));
  const loose = new Set(division.numbered.filter((one) => one.loose).map(({ number }) => number));
  const own = seriesOf(division.clause as Clause<R>, division.clause?.label ?? '');
  for (const [series, numbers] of all) {
    // A Schedule below another is no part of it: the source gave it too low a rank.
    if (series.startsWith(TABLES) || series === own) continue;
    if ([...numbers.keys()].some((number) => !loose.has(number) && !namesIt(number))) division.restarts.add(series);
  }
}
