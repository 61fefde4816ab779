/** Who did what where: the tracked changes of a file by the offset of the element that they are on. */
import type { WordParts } from '../context.ts';
import type { Mark, Tracked, WordBlock, WordParagraph, WordText } from '../word.ts';

/** The first mark of a kind, or of any, on an element of a part that begins from `start` on and before `end`. */
export type FindMark = (
  part: string | undefined,
  start: number,
  end: number,
  kind: Mark['kind'] | undefined,
) => Mark | undefined;

/** The marks of one part, in the order of their offsets. */
interface Found {
  readonly starts: number[];
  readonly marks: Mark[][];
}

/** Looks up the marks of all parts that hold text. */
export function marksFound(parts: WordParts): FindMark {
  const byPart = new Map<string, Found>();
  for (const text of [parts.main, parts.footnotes, parts.endnotes]) {
    if (text !== undefined) byPart.set(text.part, foundIn(text));
  }
  return (part, start, end, kind) => {
    const found = byPart.get(part ?? parts.main.part);
    if (found === undefined) return undefined;
    let first: Mark | undefined;
    for (let i = firstFrom(found.starts, start); i < found.starts.length && (found.starts[i] as number) < end; i++) {
      const mark = found.marks[i]?.find((candidate) => kind === undefined || candidate.kind === kind);
      if (mark !== undefined && mark.move !== '') return mark;
      first ??= mark;
    }
    return first;
  };
}

function foundIn(text: WordText): Found {
  const all: [number, Mark[]][] = [];
  const add = (start: number, ...marks: (Mark | undefined)[]) => {
    const known = marks.filter((mark) => mark !== undefined);
    if (known.length > 0) all.push([start, known]);
  };
  collect(text.blocks, add);
  for (const story of text.stories.values()) collect(story.blocks, add);
  all.sort((a, b) => a[0] - b[0]);
  return { starts: all.map(([start]) => start), marks: all.map(([, marks]) => marks) };
}

type Add = (start: number, ...marks: (Mark | undefined)[]) => void;

function collect(blocks: readonly WordBlock[], add: Add): void {
  for (const block of blocks) {
    if (block.kind === 'paragraph') collectParagraph(block, add);
    else {
      for (const row of block.rows) {
        add(row.start, ...both(row.tracked), row.layoutBefore?.mark);
        for (const cell of row.cells) {
          add(cell.start, ...both(cell.tracked), cell.spanBefore?.mark);
          collect(cell.blocks, add);
        }
      }
    }
  }
}

function collectParagraph(paragraph: WordParagraph, add: Add): void {
  add(paragraph.start, ...both(paragraph.mark), paragraph.propertiesBefore?.mark);
  for (const piece of paragraph.pieces) {
    add(piece.start, ...both(piece.tracked), piece.kind === 'text' ? piece.formatBefore?.mark : undefined);
    if (piece.kind === 'opaque') for (const change of piece.inner) add(piece.start, ...both(change.tracked));
    if (piece.kind === 'box') collect(piece.blocks, add);
  }
}

function both(tracked: Tracked | undefined): (Mark | undefined)[] {
  return tracked === undefined ? [] : [tracked.deleted, tracked.inserted];
}

/** The index of the first offset that is `start` or behind it. */
function firstFrom(starts: readonly number[], start: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
