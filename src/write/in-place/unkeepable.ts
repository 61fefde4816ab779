/** Tracked changes that can't stand beside those of another author, told from the part that carries them alone. */
import { insertedMarks, isDeletion, isInsertion, nextParagraph, saysFormerly } from './carried.ts';
import { attribute, descendants, type Element, type Part } from './tree.ts';

const CELLS = new Set(['w:cellIns', 'w:cellDel', 'w:cellMerge']);
const BLOCKS = new Set(['w:p', 'w:tbl', 'w:tr', 'w:tc']);

/**
 * The marks of a part that are settled before a comparison: cells that came or went, whole blocks, pieces of equations,
 * and marks of paragraphs that nothing follows with which they could be joined.
 */
export function unkeepable(part: Part): Element[] {
  return [...descendants(part.root)]
    .filter((element) => CELLS.has(element.name) || isAroundBlocks(element))
    .concat(
      [...descendants(part.root)].flatMap((element) => {
        if (element.name === 'm:oMath') return [...descendants(element)].filter(isMark);
        return element.name === 'w:p' && cannotGo(element) ? insertedMarks(element) : [];
      }),
    );
}

function isMark(element: Element): boolean {
  return isInsertion(element) || isDeletion(element) || element.name === 'w:rPrChange';
}

function isAroundBlocks(element: Element): boolean {
  return (isInsertion(element) || isDeletion(element)) && element.children.some(({ name }) => BLOCKS.has(name));
}

/** Whether the mark of a paragraph was inserted and cannot go again without what stands in front of it. */
function cannotGo(paragraph: Element): boolean {
  if (insertedMarks(paragraph).length === 0 || nextParagraph(paragraph) !== undefined) return false;
  const siblings = paragraph.parent?.children ?? [];
  const own = siblings.indexOf(paragraph);
  if (!siblings.slice(own + 1).some(({ name }) => name !== 'w:sectPr')) return true;
  for (let k = own; k >= 0; k--) {
    const one = siblings[k] as Element;
    if (one.name === 'w:p' && k < own && insertedMarks(one).length === 0) return false;
    if (saysFormerly(one)) return true;
    if (k < own && BLOCKS.has(one.name) && one.name !== 'w:p') return false;
  }
  return false;
}

/** Marks with all that belong to the same moves: one half of a move says nothing without the other. */
export function withMoves(part: Part, marks: readonly Element[]): readonly Element[] {
  if (!marks.some(({ name }) => name.startsWith('w:move'))) return marks;
  const halves = halvesOf(part);
  const names = new Set<string>();
  for (const { name, from, to } of halves)
    if (marks.some((mark) => mark.name.startsWith('w:move') && mark.start >= from && mark.start < to)) names.add(name);
  const own = halves.filter(({ name }) => names.has(name));
  const moved = [...descendants(part.root)].filter(
    (element) =>
      /^w:move(?:From|To)(?:Range(?:Start|End))?$/.test(element.name) &&
      own.some(({ from, to }) => element.start >= from && element.start < to),
  );
  return [...new Set([...marks, ...moved])];
}

interface Half {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Where each half of a move stands; the paragraph's properties are in it where it begins in a paragraph. */
function halvesOf(part: Part): Half[] {
  const open = new Map<string, { readonly name: string; readonly from: number }>();
  const halves: Half[] = [];
  for (const element of descendants(part.root)) {
    const [, half, end] = /^(w:move(?:From|To))Range(Start|End)$/.exec(element.name) ?? [];
    if (half === undefined) continue;
    const id = `${half} ${attribute(part, element, 'w:id') ?? ''}`;
    if (end === 'Start') {
      const from = element.parent?.name === 'w:p' ? element.parent.start : element.start;
      open.set(id, { name: attribute(part, element, 'w:name') ?? '', from });
    } else {
      const begun = open.get(id);
      if (begun !== undefined) halves.push({ ...begun, to: element.end });
    }
  }
  return halves;
}
