/** Which change of a comparison each tracked mark of the file belongs to, by where both stand. */
import { type Change, type ChangeId, WEIGHTS } from '../../model/redline.ts';
import type { MarkScope, TrackedMark } from '../../write/in-place/index.ts';
import type { Homes, RevisedPlace, RevisedPlaces } from './places.ts';

/** What was found of the marks of a file. */
export interface Attribution {
  /** The change of each unit of marks that a change of the comparison accounts for. */
  readonly changes: ReadonlyMap<string, ChangeId>;
  /** The mark that each revised place stands in. */
  readonly marks: ReadonlyMap<RevisedPlace, TrackedMark>;
}

/**
 * A mark belongs to the change whose revisions stand within it. A mark that holds none goes with the marks that it adjoins
 * in its paragraph, or with what the comparison found to have changed there outside any mark: the same words, told by
 * others of the same letters. What is left after that is no change of the comparison.
 */
export function attribute(
  marks: readonly TrackedMark[],
  places: RevisedPlaces,
  changes: readonly Change[],
  homes: Homes,
): Attribution {
  const attribution = new Attributing(marks, places, changes);
  attribution.byPlace();
  attribution.byNeighbour();
  attribution.byHome(homes);
  attribution.byParagraph();
  attribution.bySurroundings();
  return attribution;
}

class Attributing implements Attribution {
  readonly changes = new Map<string, ChangeId>();
  readonly marks = new Map<RevisedPlace, TrackedMark>();
  readonly #all: readonly TrackedMark[];
  readonly #places: RevisedPlaces;
  /** Changes by rank: a mark that stands for several is of the one with the lowest. */
  readonly #ranks: ReadonlyMap<ChangeId, number>;

  constructor(marks: readonly TrackedMark[], places: RevisedPlaces, changes: readonly Change[]) {
    this.#all = marks;
    this.#places = places;
    this.#ranks = ranksOf(changes);
  }

  /** Marks that hold revisions of the comparison. */
  byPlace(): void {
    this.#byPlace(this.#all.filter(({ scope }) => scope !== 'properties'));
    this.#byPlace(this.#all.filter(({ scope }) => scope === 'properties'));
  }

  #byPlace(marks: readonly TrackedMark[]): void {
    const candidates = new Map<string, Set<ChangeId>>();
    for (const mark of marks) {
      const found = this.#heldBy(mark);
      if (found.length === 0) continue;
      const known = candidates.get(mark.unit) ?? new Set();
      for (const place of found) {
        known.add(place.owner);
        if (!this.marks.has(place)) this.marks.set(place, mark);
      }
      candidates.set(mark.unit, known);
    }
    for (const [unit, ids] of candidates) this.changes.set(unit, this.#first(ids));
  }

  /** Marks of text that adjoin one that is accounted for: a replacement is taken whole. */
  byNeighbour(): void {
    for (const cluster of clusters(this.#all)) {
      const known = cluster.filter(({ unit }) => this.changes.has(unit));
      if (known.length === 0) continue;
      for (const mark of cluster) {
        if (this.changes.has(mark.unit)) continue;
        const like = known.find(({ author }) => author === mark.author);
        if (like !== undefined) this.changes.set(mark.unit, this.changes.get(like.unit) as ChangeId);
      }
    }
  }

  /** Marks in a paragraph that gave way to another, or in that other, where what changed between the two is known. */
  byHome(homes: Homes): void {
    const known = new Map<string, ChangeId>();
    const homeOf = ({ part, paragraph, author, scope }: TrackedMark) => {
      if (paragraph === undefined || (scope !== 'text' && scope !== 'paragraph')) return undefined;
      return `${part} ${homes.of(part, paragraph.start)} ${author}`;
    };
    const replaced = new Set<string>();
    for (const mark of this.#all) {
      const home = homeOf(mark);
      if (home === undefined || mark.paragraph === undefined) continue;
      if (homes.of(mark.part, mark.paragraph.start) !== mark.paragraph.start) replaced.add(home);
      const change = this.changes.get(mark.unit);
      if (change !== undefined && !known.has(home)) known.set(home, change);
    }
    for (const mark of this.#all) {
      const home = homeOf(mark);
      const change = home !== undefined && replaced.has(home) ? known.get(home) : undefined;
      if (change !== undefined && !this.changes.has(mark.unit)) this.changes.set(mark.unit, change);
    }
  }

  /** Marks in a paragraph in which the comparison found words changed that no mark holds. */
  byParagraph(): void {
    const held = new Set(this.marks.keys());
    for (const mark of this.#all) {
      if (mark.scope !== 'text' || mark.paragraph === undefined || this.changes.has(mark.unit)) continue;
      const { start, end } = mark.paragraph;
      const loose = this.#places
        .within(mark.part, start, end)
        .filter((place) => !held.has(place) && isOfText(place, mark));
      if (loose.length > 0) this.changes.set(mark.unit, this.#first(loose.map(({ owner }) => owner)));
      for (const place of loose) this.marks.set(place, mark);
    }
  }

  /** Marks within or around what is accounted for: formatting of inserted runs, properties of inserted paragraphs. */
  bySurroundings(): void {
    const around = new Map<string, TrackedMark>();
    for (const mark of this.#all) {
      if (mark.scope === 'paragraph' && mark.paragraph !== undefined && this.changes.has(mark.unit))
        around.set(`${mark.part} ${mark.paragraph.start}`, mark);
    }
    for (const mark of this.#all) {
      if (this.changes.has(mark.unit) || mark.holder?.name !== 'w:p' || mark.paragraph === undefined) continue;
      const owner = around.get(`${mark.part} ${mark.paragraph.start}`);
      if (owner?.author === mark.author) this.changes.set(mark.unit, this.changes.get(owner.unit) as ChangeId);
    }
  }

  #first(ids: Iterable<ChangeId>): ChangeId {
    let first: ChangeId | undefined;
    for (const id of ids) if (first === undefined || this.#rank(id) < this.#rank(first)) first = id;
    return first as ChangeId;
  }

  #rank(id: ChangeId): number {
    return this.#ranks.get(id) ?? Number.MAX_SAFE_INTEGER;
  }

  #heldBy(mark: TrackedMark): RevisedPlace[] {
    const held = HOLDS[mark.scope](this.#places, mark);
    return mark.scope === 'properties' ? held.filter((place) => !this.marks.has(place)) : held;
  }
}

type Holds = (places: RevisedPlaces, mark: TrackedMark) => RevisedPlace[];

/** The revised places that a mark stands for, by what it is on. */
const HOLDS: Readonly<Record<MarkScope, Holds>> = {
  text: (places, mark) => {
    const { part, kind, start, end } = mark;
    const held = places.within(part, start, end).filter((place) => place.kind === kind || isAlteredInline(place));
    if (held.length > 0) return held;
    const around = places.alteredAround(part, start, end);
    return around.length > 0 ? around : numbersIn(places, mark);
  },
  paragraph: (places, mark) => {
    const [own, next] = [mark.paragraph?.start, mark.nextParagraph];
    const at = own === undefined ? [] : blocksAt(places, mark, own);
    return at.length > 0 || next === undefined ? at : blocksAt(places, mark, next);
  },
  row: heldByHolder,
  cell: heldByHolder,
  properties: (places, { part, holder }) => {
    if (holder === undefined) return [];
    const end = holder.name === 'w:r' ? holder.end : holder.start + 1;
    const held = places.within(part, holder.start, end);
    const altered = held.filter(({ kind }) => kind === 'alteration');
    // A paragraph that became a provision, or is none any more, is another node on each side.
    return altered.length > 0 || holder.name !== 'w:p' ? altered : held.filter(({ isBlock }) => isBlock);
  },
  range: () => [],
};

/** Words that a mark replaces by the same in another formatting, or by a reference or link that leads elsewhere. */
function isAlteredInline(place: RevisedPlace): boolean {
  return place.kind === 'alteration' && !place.isBlock;
}

/** Paragraphs that begin at an offset and came or went as a mark says, or were split off or joined there. */
function blocksAt(places: RevisedPlaces, { part, kind }: TrackedMark, start: number): RevisedPlace[] {
  return places
    .within(part, start, start + 1)
    .filter((place) => place.isBlock && (place.kind === kind || place.kind === 'boundary'));
}

/** Attributes that change where cells come or go. */
const SPANS: ReadonlySet<string> = new Set(['columnSpan', 'rowSpan']);

/** A row or a cell that came or went, or else what stands in it and did. */
function heldByHolder(places: RevisedPlaces, { part, kind, holder }: TrackedMark): RevisedPlace[] {
  if (holder === undefined) return [];
  const isHeld = (place: RevisedPlace) => place.kind === kind || SPANS.has(place.attribute ?? '');
  const own = places.within(part, holder.start, holder.start + 1).filter(isHeld);
  return own.length > 0 ? own : places.within(part, holder.start, holder.end).filter(isHeld);
}

/** The number of the provision that a paragraph begins, where a mark is of the letters of that number. */
function numbersIn(places: RevisedPlaces, { part, paragraph, text }: TrackedMark): RevisedPlace[] {
  const letters = text.trim();
  if (paragraph === undefined || letters === '') return [];
  return places
    .within(part, paragraph.start, paragraph.start + 1)
    .filter(({ labels }) => labels?.some((label) => label.includes(letters)) === true);
}

/** Whether a mark of text may be why a place differs that no mark holds. Codes of fields say where links lead. */
function isOfText(place: RevisedPlace, { text }: TrackedMark): boolean {
  if (place.kind !== 'alteration') return true;
  return place.attribute === 'text' || (text === '' && !place.isBlock);
}

function ranksOf(changes: readonly Change[]): Map<ChangeId, number> {
  const rank = ({ kind, weight }: Change) => (kind === 'move' ? -1 : WEIGHTS.indexOf(weight));
  const sorted = [...changes].sort((a, b) => rank(a) - rank(b));
  return new Map(sorted.map(({ id }, k) => [id, k]));
}

/** Marks of text of one paragraph between which nothing shows that stays. */
function* clusters(marks: readonly TrackedMark[]): Generator<TrackedMark[]> {
  let cluster: TrackedMark[] = [];
  for (const mark of marks) {
    if (mark.scope !== 'text') continue;
    if (!mark.adjoins && cluster.length > 0) {
      yield cluster;
      cluster = [];
    }
    cluster.push(mark);
  }
  if (cluster.length > 0) yield cluster;
}
