/** Changes that can only be decided together: what one of them shows in the redline, the marks of others do in the file. */
import type { Change, ChangeId } from '../../model/redline.ts';
import type { PartRange, TrackedMark } from '../../write/in-place/index.ts';
import type { Attribution } from './attribute.ts';
import type { RevisedPlace } from './places.ts';

/**
 * The attribution in which changes without marks of their own are joined with the marked ones of their paragraphs: where a
 * paragraph was parted in three, the comparison may list one deletion and three insertions, and the file only marks the ends
 * of paragraphs. The first of the marked ones has all marks; the places of the others stand in these. What has no marks near
 * it goes with those in front of it.
 */
export function jointly(
  { changes, marks }: Attribution,
  all: readonly TrackedMark[],
  places: readonly RevisedPlace[],
  list: readonly Change[],
): Attribution {
  const leads = new Leads(list);
  const marked = new Set(changes.values());
  const held = new Set([...marks.keys()].map(({ change }) => change));
  const near = new MarksNear(all);
  const found = new Map(marks);
  for (const place of places) {
    if (place.kind === 'alteration' || marked.has(place.owner) || held.has(place.change)) continue;
    const beside = place.isColumn === true ? cellMarksIn(all, place) : near.of(place);
    const before = beside.length === 0 ? near.before(place) : undefined;
    if (before !== undefined && changes.has(before.unit)) found.set(place, before);
    for (const mark of beside) {
      const change = changes.get(mark.unit);
      if (change === undefined) continue;
      leads.join(change, place.owner);
      if (!found.has(place)) found.set(place, mark);
    }
  }
  return { marks: found, changes: new Map([...changes].map(([unit, id]) => [unit, leads.of(id)])) };
}

/** The marks of the cells of a table that came or went as a column did. */
function cellMarksIn(all: readonly TrackedMark[], { part, start, end, kind }: RevisedPlace): TrackedMark[] {
  return all.filter(
    (mark) =>
      mark.scope === 'cell' && mark.part === part && mark.kind === kind && mark.start > start && mark.start < end,
  );
}

/** The marks of paragraphs, of text in them and of their properties, by where their paragraphs and the next ones begin. */
class MarksNear {
  readonly #byStart = new Map<string, TrackedMark[]>();
  /** For each part, the paragraphs that hold marks, in order. */
  readonly #paragraphs = new Map<string, PartRange[]>();

  constructor(all: readonly TrackedMark[]) {
    for (const mark of all) {
      if (mark.paragraph === undefined) continue;
      this.#add(mark, mark.paragraph.start);
      if (mark.scope === 'paragraph' && mark.nextParagraph !== undefined) this.#add(mark, mark.nextParagraph);
      const known = this.#paragraphs.get(mark.part) ?? [];
      if (known[known.length - 1]?.start !== mark.paragraph.start) known.push(mark.paragraph);
      this.#paragraphs.set(mark.part, known);
    }
    for (const known of this.#paragraphs.values()) known.sort((a, b) => a.start - b.start);
  }

  /** The marks of the paragraph that a place is or stands in, and that of the end of the paragraph before it. */
  of({ part, start }: RevisedPlace): readonly TrackedMark[] {
    const known = this.#byStart.get(`${part} ${start}`);
    if (known !== undefined) return known;
    const around = lastUpTo(this.#paragraphs.get(part) ?? [], start);
    if (around === undefined || start >= around.end) return [];
    return this.#byStart.get(`${part} ${around.start}`) ?? [];
  }

  /** The last mark in front of a place: what stands unmarked in another provision follows the one that opens or ends it. */
  before({ part, start }: RevisedPlace): TrackedMark | undefined {
    const around = lastUpTo(this.#paragraphs.get(part) ?? [], start);
    return around === undefined ? undefined : this.#byStart.get(`${part} ${around.start}`)?.[0];
  }

  #add(mark: TrackedMark, start: number): void {
    const key = `${mark.part} ${start}`;
    const known = this.#byStart.get(key);
    if (known === undefined) this.#byStart.set(key, [mark]);
    else known.push(mark);
  }
}

function lastUpTo(sorted: readonly PartRange[], offset: number): PartRange | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as PartRange).start <= offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

/** Sets of changes, each led by the first of the list that is in it. */
class Leads {
  readonly #order: ReadonlyMap<ChangeId, number>;
  readonly #parents = new Map<ChangeId, ChangeId>();

  constructor(list: readonly Change[]) {
    this.#order = new Map(list.map(({ id }, k) => [id, k]));
  }

  of(id: ChangeId): ChangeId {
    let at = id;
    for (let up = this.#parents.get(at); up !== undefined; up = this.#parents.get(at)) at = up;
    return at;
  }

  join(a: ChangeId, b: ChangeId): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x === y) return;
    const first = (this.#order.get(x) ?? 0) <= (this.#order.get(y) ?? 0) ? x : y;
    this.#parents.set(first === x ? y : x, first);
  }
}
