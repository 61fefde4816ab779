/**
 * The body in sections: a table that is too wide for the page stands on one turned to landscape, with the headings and
 * the caption that lead up to it. A section ends with a paragraph that says how its pages lie (ISO/IEC 29500-1, 17.6.18).
 */
import type { SettledPara, SettledStory } from './settle.ts';
import { BOTH, without } from './sides.ts';

export interface Section {
  readonly landscape: boolean;
  /** The last block is the paragraph that ends the section, but in the last section. */
  readonly blocks: SettledStory;
}

/** A paragraph that takes up no room, to end a section with. */
const ENDING: SettledPara = { type: 'para', mark: BOTH, look: { style: 'Spacer' }, pieces: [] };

/** Parts a body into sections; most have one. */
export function sectionsOf(body: SettledStory): Section[] {
  const lies = orientations(body);
  const sections: Section[] = [];
  for (let start = 0; start < body.length; ) {
    const landscape = lies[start] as boolean;
    let end = start + 1;
    while (end < body.length && lies[end] === landscape) end += 1;
    const blocks = body.slice(start, end);
    sections.push({ landscape, blocks: end < body.length ? ended(blocks) : blocks });
    start = end;
  }
  return sections.length === 0 ? [{ landscape: false, blocks: body }] : sections;
}

/** For each block, whether it stands on a page turned to landscape. */
function orientations(body: SettledStory): boolean[] {
  const lies = body.map((block) => block.type === 'table' && block.table.landscape);
  lies.forEach((landscape, i) => {
    if (!landscape) return;
    for (let at = i; at > 0 && leadsUp(body, at - 1); at--) lies[at - 1] = true;
    // What follows a table without room of its own belongs to it, and ends its section.
    if (isSpacer(body[i + 1])) lies[i + 1] = true;
  });
  return lies;
}

/** Whether a block is kept with the one behind it, and a section can begin in front of it. */
function leadsUp(body: SettledStory, at: number): boolean {
  const block = body[at];
  const before = body[at - 1];
  if (block?.type !== 'para' || !/^(?:Heading\d|Caption)$/.test(block.look.style)) return false;
  return before === undefined || before.type === 'table' || endsWhole(before);
}

/** Whether a paragraph ends wherever it stands, so that a paragraph of our own may follow it. */
function endsWhole({ mark, pieces }: SettledPara): boolean {
  return mark === BOTH || pieces.every(({ sides }) => without(sides, mark) === 0);
}

function isSpacer(block: SettledStory[number] | undefined): boolean {
  return block?.type === 'para' && block.look.style === 'Spacer';
}

/** The section with the paragraph that ends it: the one that stands there for no other reason, or one more. */
function ended(blocks: SettledStory): SettledStory {
  const last = blocks[blocks.length - 1];
  if (last?.type !== 'para') return [...blocks, ENDING];
  if (last.look.style === 'Spacer' && last.mark === BOTH) return blocks;
  const rest = blocks.slice(0, -1);
  const turns = last.pieces.at(-1);
  if (last.mark === BOTH && turns?.type === 'break' && turns.kind === 'page' && turns.sides === BOTH) {
    // The section begins a page of its own.
    return [...rest, { ...last, pieces: last.pieces.slice(0, -1) }];
  }
  return [...blocks, ENDING];
}
