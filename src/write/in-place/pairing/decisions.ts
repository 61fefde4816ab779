/** What the comparison decided, looked up by the places that the reader recorded: lines, tables and cells. */
import type { Alignment, Passage, PassagePair, TablePair } from '../../../model/alignment.ts';
import type { Element, Part } from '../../../word/tree.ts';
import type { Line } from '../lines/lines.ts';

/** Which of the two files. */
export type FileSide = 'before' | 'after';

/** An element in its part. */
export interface Placed {
  readonly part: Part;
  readonly element: Element;
}

/** What the comparison knows of a line: the pair that it belongs to; none where only one side has it. */
export interface Decision {
  readonly pair: PassagePair | undefined;
}

/** The passages of one part, in the order of their offsets. */
interface PartIndex {
  readonly starts: readonly number[];
  readonly decisions: readonly Decision[];
}

const NOTHING: Alignment = { passages: [], tables: [], cells: new Map(), unpaired: { before: [], after: [] } };

export class Decisions {
  readonly #lines: Readonly<Record<FileSide, ReadonlyMap<string, PartIndex>>>;
  readonly #tables = new Map<string, TablePair>();
  readonly #cells = new Map<string, string>();

  /** Whether nothing is paired at all: all of before is deleted, and all of after inserted. */
  readonly nothingPaired: boolean;

  /** `undefined` pairs nothing. */
  constructor(decided: Alignment | undefined) {
    this.nothingPaired = decided === undefined;
    const alignment = decided ?? NOTHING;
    this.#lines = { before: indexOf(alignment, 'before'), after: indexOf(alignment, 'after') };
    for (const pair of alignment.tables) this.#tables.set(keyOf(pair.after.place), pair);
    for (const [after, before] of alignment.cells) this.#cells.set(keyOf(after.place), keyOf(before.place));
  }

  /** What was decided about a line; `undefined` where it holds nothing that the comparison reads. */
  line(line: Line, side: FileSide): Decision | undefined {
    const index = this.#lines[side].get(line.part.name);
    if (index === undefined) return undefined;
    for (const { start, end } of line.elements) {
      for (let k = firstFrom(index.starts, start); (index.starts[k] ?? end) < end; k++) {
        if (standsIn(line, index.starts[k] as number)) return index.decisions[k];
      }
    }
    return undefined;
  }

  /** The pair of tables to which a table of after belongs. */
  table(after: Placed): TablePair | undefined {
    return this.#tables.get(placeKey(after));
  }

  isSameCell(before: Placed, after: Placed): boolean {
    return this.#cells.get(placeKey(after)) === placeKey(before);
  }
}

/** A key for where an element stands. */
export function placeKey({ part, element }: Placed): string {
  return `${part.name} ${element.start}`;
}

/** The same for a node that the reader made of one. */
export function keyOf(place: Passage['place']): string {
  return `${place?.part ?? ''} ${place?.start ?? -1}`;
}

/** Whether a line begins at an offset, or holds it in text of its own rather than of a text box. */
function standsIn({ elements, pieces }: Line, offset: number): boolean {
  if (elements.some(({ start }) => start === offset)) return true;
  return pieces.some(({ atom, first, last }) => atom !== 'object' && first.start <= offset && offset < last.end);
}

function indexOf(alignment: Alignment, side: FileSide): Map<string, PartIndex> {
  const found = new Map<string, [number, Decision][]>();
  const add = ({ place }: Passage, decision: Decision): void => {
    if (place?.start === undefined) return;
    const list = found.get(place.part ?? '') ?? [];
    list.push([place.start, decision]);
    found.set(place.part ?? '', list);
  };
  for (const pair of alignment.passages) for (const passage of pair[side]) add(passage, { pair });
  for (const passage of alignment.unpaired[side]) add(passage, { pair: undefined });
  return new Map([...found].map(([part, list]) => [part, sorted(list)]));
}

function sorted(list: [number, Decision][]): PartIndex {
  list.sort((x, y) => x[0] - y[0]);
  return { starts: list.map(([start]) => start), decisions: list.map(([, decision]) => decision) };
}

/** The index of the first offset that is `start` or behind it. */
function firstFrom(starts: readonly number[], start: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
