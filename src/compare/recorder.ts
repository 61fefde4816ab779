/** Records what the comparison decides, pair by pair, as an `Alignment`. */
import type { Alignment, IndexPair, Passage, PassagePair, RetainedStretch, TablePair } from '../model/alignment.ts';
import type { Cell, Document, Inline, Node, Table } from '../model/document.ts';
import { CHILD_LISTS, childList } from '../model/walk.ts';

/** A list of inlines with the place of the node that holds them; a caption has no place of its own. */
export function passageOf(inlines: readonly Inline[], holder: Node): Passage {
  const own = holder.type === 'table' || holder.type === 'document' ? undefined : holder.place;
  return { inlines, place: own ?? inlines.find((inline) => inline.place !== undefined)?.place };
}

export class Recorder {
  readonly #passages: PassagePair[] = [];
  readonly #tables: TablePair[] = [];
  readonly #cells = new Map<Cell, Cell>();
  /** How many moves are open. */
  #moves = 0;

  /** What `build` decides is moved. */
  moved<T>(build: () => T): T {
    this.#moves += 1;
    const built = build();
    this.#moves -= 1;
    return built;
  }

  compared(before: readonly Passage[], after: readonly Passage[], retained: readonly RetainedStretch[] | 'all'): void {
    if (!before.some(says) || !after.some(says)) return;
    this.#passages.push({ before: before.filter(says), after: after.filter(says), retained, moved: this.#moves > 0 });
  }

  /** Two tables with the rows and columns that stay in place. */
  table(before: Table, after: Table, rows: readonly IndexPair[], columns: readonly IndexPair[]): void {
    this.#tables.push({ before, after, rows, columns });
  }

  cell(before: Cell, after: Cell): void {
    this.#cells.set(after, before);
  }

  /** Nodes that say the same on both sides, with all that they hold. */
  same(before: readonly Node[], after: readonly Node[]): void {
    before.forEach((node, i) => {
      const other = after[i];
      if (other !== undefined) this.#sameNode(node, other);
    });
  }

  /** The notes that stand in passages that say the same. */
  sameNotes(before: readonly Inline[], after: readonly Inline[]): void {
    before.forEach((inline, i) => {
      const other = after[i];
      if (inline.type === 'note' && other?.type === 'note') this.same(inline.children, other.children);
    });
  }

  /** All that was recorded of two documents. */
  finish(before: Document, after: Document): Alignment {
    const unpaired = (document: Document, side: 'before' | 'after'): Passage[] => {
      const paired = new Set(this.#passages.flatMap((pair) => pair[side].map(({ inlines }) => inlines)));
      return [...passagesIn(document)].filter((passage) => says(passage) && !paired.has(passage.inlines));
    };
    return {
      passages: this.#passages,
      tables: this.#tables,
      cells: this.#cells,
      unpaired: { before: unpaired(before, 'before'), after: unpaired(after, 'after') },
    };
  }

  #sameNode(before: Node, after: Node): void {
    if (before.type === 'table' && after.type === 'table') this.#sameTable(before, after);
    if (before.type === 'cell' && after.type === 'cell') this.cell(before, after);
    for (const name of CHILD_LISTS[before.type]) {
      const [x, y] = [childList(before, name), childList(after, name)];
      if (holdsInlines(before, name)) this.#samePassage(x as readonly Inline[], y as readonly Inline[], before, after);
      else this.same(x, y);
    }
  }

  #samePassage(x: readonly Inline[], y: readonly Inline[], before: Node, after: Node): void {
    this.compared([passageOf(x, before)], [passageOf(y, after)], 'all');
    this.sameNotes(x, y);
  }

  #sameTable(before: Table, after: Table): void {
    const same = (list: readonly unknown[]): IndexPair[] => list.map((_, k) => [k, k]);
    this.table(before, after, same(before.rows), same(before.columns));
  }
}

/** The passages of a node and all that it holds, in reading order. */
function* passagesIn(node: Node): Generator<Passage> {
  for (const name of CHILD_LISTS[node.type]) {
    const children = childList(node, name);
    if (holdsInlines(node, name)) yield passageOf(children as readonly Inline[], node);
    for (const child of children) if (CHILD_LISTS[child.type].length > 0) yield* passagesIn(child);
  }
}

const says = ({ inlines }: Passage): boolean => inlines.length > 0;

/** Whether a child list of a node holds inlines. */
const holdsInlines = (node: Node, name: string): boolean =>
  name === 'heading' || name === 'caption' || (name === 'children' && node.type === 'para');
