/** Where the revisions of a redline stand in the parts of the file that both of its sides were read from. */
import type { Place } from '../../message.ts';
import { revisionOf } from '../../model/decide.ts';
import type { Node, Table } from '../../model/document.ts';
import type { ChangeId, Redline, Revision } from '../../model/redline.ts';
import { CHILD_LISTS, childrenOf } from '../../model/walk.ts';

/** A node that a revision marks, itself or with what it stands in. */
export interface RevisedPlace {
  readonly part: string;
  /** UTF-16 offsets of its element in the part. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'insertion' | 'deletion' | 'boundary' | 'alteration';
  /** The attribute that is altered. */
  readonly attribute?: string;
  readonly change: ChangeId;
  /** The change that marks of the file must belong to: that of a move where it stands in what was moved. */
  readonly owner: ChangeId;
  /** For a number, what it was and is. */
  readonly labels?: readonly string[];
  /** Whether it is a column, whose place is that of its table. */
  readonly isColumn?: true;
  /** Whether it holds others: a paragraph, a row. */
  readonly isBlock: boolean;
  /** The node that carries the revision. */
  readonly node: Node<Revision>;
}

/** The places of one redline, to be looked up by offset. */
export class RevisedPlaces {
  readonly all: readonly RevisedPlace[];
  readonly #byPart = new Map<string, RevisedPlace[]>();

  constructor(redline: Redline) {
    const all: RevisedPlace[] = [];
    collect(redline.document, undefined, all);
    this.all = all;
    for (const place of all) {
      const known = this.#byPart.get(place.part);
      if (known === undefined) this.#byPart.set(place.part, [place]);
      else known.push(place);
    }
    for (const places of this.#byPart.values()) places.sort((a, b) => a.start - b.start);
  }

  /** The places that begin from `start` on and before `end`. */
  within(part: string, start: number, end: number): RevisedPlace[] {
    const places = this.#byPart.get(part) ?? [];
    const found: RevisedPlace[] = [];
    for (let k = firstFrom(places, start); k < places.length; k++) {
      const place = places[k] as RevisedPlace;
      if (place.start >= end) break;
      found.push(place);
    }
    return found;
  }

  /** The references around a stretch of text whose printed text is altered. */
  alteredAround(part: string, start: number, end: number): RevisedPlace[] {
    const places = this.#byPart.get(part) ?? [];
    const behind = firstFrom(places, start);
    return places
      .slice(Math.max(0, behind - LOOKED_BACK), behind)
      .filter((place) => place.attribute === 'text' && place.end >= end);
  }
}

/** How many places in front of a mark are looked through for a reference that it stands in. */
const LOOKED_BACK = 20;

/** Paragraphs of before that another paragraph of after took the place of: marks in both tell one story. */
export class Homes {
  readonly #homes = new Map<string, number>();
  readonly #pairs = new Map<string, readonly [Node, Node]>();

  /** Takes up a pair of nodes of the two sides. */
  readonly pair = (before: Node, after: Node): void => {
    const [from, to] = [placeOf(before), placeOf(after)];
    if (from?.part === undefined || from.part !== to?.part || to.start === undefined) return;
    if (from.start === to.start) this.#pairs.set(keyOf(after), [before, after]);
    else this.#homes.set(`${from.part} ${from.start}`, to.start);
  };

  /** Both sides of a node that stands where it stood. */
  pairOf(node: Node<Revision>): readonly [Node, Node] | undefined {
    return this.#pairs.get(keyOf(node));
  }

  /** Where the paragraph begins that a paragraph belongs to: itself, or the one that took its place. */
  of(part: string, start: number): number {
    return this.#homes.get(`${part} ${start}`) ?? start;
  }
}

function keyOf(node: Node<Revision>): string {
  const place = placeOf(node);
  return `${node.type} ${place?.part} ${place?.start}`;
}

function placeOf(node: Node<Revision>): Place | undefined {
  return node.type === 'document' ? undefined : node.place;
}

/** A node whose revision holds for all below it. */
interface Around {
  readonly kind: 'insertion' | 'deletion';
  readonly change: ChangeId;
  readonly owner: ChangeId;
  readonly node: Node<Revision>;
}

function collect(node: Node<Revision>, around: Around | undefined, into: RevisedPlace[]): void {
  const revision = revisionOf(node);
  const fate = fateOf(node, revision, around) ?? around;
  const place = node.type === 'document' ? undefined : node.place;
  if (place?.part !== undefined && place.start !== undefined) {
    const base = { part: place.part, start: place.start, end: place.end ?? place.start, isBlock: isBlock(node) };
    if (fate !== undefined) into.push({ ...base, ...fate });
    const own = (change: ChangeId) => ({ ...base, change, owner: around?.owner ?? change, node });
    if (revision?.kind === 'boundary') into.push({ ...own(revision.change), kind: 'boundary' });
    if (revision?.kind === 'alteration') {
      for (const [attribute, { change, value }] of Object.entries(revision.before)) {
        const labels = attribute === 'label' ? { labels: labelsOf(value, node) } : {};
        into.push({ ...own(change), kind: 'alteration', attribute, ...labels });
      }
    }
  }
  if (node.type === 'table') collectColumns(node, fate, into);
  for (const child of childrenOf(node)) collect(child, fate, into);
}

/** Columns have no element of their own: they stand where their table does. */
function collectColumns(table: Table<Revision>, around: Around | undefined, into: RevisedPlace[]): void {
  const { part, start, end } = table.place ?? {};
  if (part === undefined || start === undefined || around !== undefined) return;
  for (const column of table.columns) {
    const fate = fateOf(column, column.revision, undefined);
    if (fate !== undefined) into.push({ part, start, end: end ?? start, isBlock: true, isColumn: true, ...fate });
  }
}

function labelsOf(before: unknown, node: Node<Revision>): string[] {
  return [before, 'label' in node ? node.label : undefined].filter((label) => typeof label === 'string');
}

function fateOf(node: Node<Revision>, revision: Revision | undefined, around: Around | undefined): Around | undefined {
  if (revision?.kind !== 'insertion' && revision?.kind !== 'deletion') return undefined;
  return { kind: revision.kind, change: revision.change, owner: around?.owner ?? revision.change, node };
}

function isBlock(node: Node<Revision>): boolean {
  return CHILD_LISTS[node.type].length > 0 && node.type !== 'note';
}

function firstFrom(places: readonly RevisedPlace[], start: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as RevisedPlace).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
