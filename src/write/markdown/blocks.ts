/** Blocks as Markdown: a handler for each type, `::end` where a clause must be closed, and panels of neighbours. */
import type { Block, Opaque, Para } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { writeAttributes } from './braces.ts';
import { type Chunk, join } from './chunk.ts';
import { writeClause, writeItem } from './clause.ts';
import { writeDefinition } from './definition.ts';
import { LOOSE, writeInlines } from './inline.ts';
import { type Around, nestingOf } from './nesting.ts';
import { isPanelPara, writePanel } from './panel.ts';
import { writePara } from './para.ts';
import { type Fate, fateOf, type State } from './state.ts';
import { writeTable } from './table.ts';

/** Where a list of blocks stands. */
export interface Place {
  readonly around: Around | undefined;
  readonly fate: Fate;
  /** Whether the first of them begins a list item without label, where `(a)` would become one. */
  readonly inItem?: boolean;
}

/** Blocks as Markdown. */
export function writeBlocks(blocks: readonly Block<Revision>[], place: Place, state: State): string {
  return join(chunksOf(blocks, place, state));
}

/** Blocks as pieces of Markdown. */
export function chunksOf(blocks: readonly Block<Revision>[], place: Place, state: State): Chunk[] {
  const chunks: Chunk[] = [];
  const { inItem: _, ...behind } = place;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block<Revision>;
    const { ends, inside } = nestingOf(block, blocks[i - 1], place.around);
    for (let end = 0; end < ends; end++) chunks.push({ text: '::end' });
    if (isPanelPara(block)) {
      const panel = panelAt(blocks, i, place.fate);
      chunks.push({ text: writePanel(panel, place.fate, state) });
      i += panel.length - 1;
    } else {
      const here: Here = { next: blocks[i + 1], inside, place: i === 0 ? place : behind };
      for (const chunk of WRITE[block.type](block as never, here, state)) chunks.push(chunk);
    }
  }
  return chunks;
}

/** The paragraphs of one panel: neighbours of one style and one fate. Each piece of code is one by itself. */
function panelAt(blocks: readonly Block<Revision>[], start: number, fate: Fate): Para<Revision>[] {
  const first = blocks[start] as Para<Revision>;
  const panel = [first];
  if (first.style === 'code') return panel;
  for (let i = start + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.type !== 'para' || block.style !== first.style || fateOf(block, fate) !== fateOf(first, fate)) break;
    panel.push(block);
  }
  return panel;
}

interface Here {
  readonly next: Block<Revision> | undefined;
  readonly inside: boolean;
  readonly place: Place;
}

/** How each type of block is written. */
const WRITE = {
  clause: (clause, { inside, place }, state) => writeClause(clause, inside, place, state),
  definition: (definition, { next, place }, state) => writeDefinition(definition, next, '', place, state),
  para: (para, { place }, state) => [writePara(para, place, state)],
  item: (item, { place }, state) => [writeItem(item, place, state)],
  table: (table, { place }, state) => [{ text: writeTable(table, place.fate, state) }],
  opaque: (opaque, { place }, state) => [{ text: writeOpaque(opaque, fateOf(opaque, place.fate), state) }],
} satisfies {
  [T in Block['type']]: (block: Extract<Block<Revision>, { type: T }>, here: Here, state: State) => Chunk[];
};

/** A comment as it is; anything else as a directive, or in a redline as the image that a paragraph may hold. */
function writeOpaque(opaque: Opaque<Revision>, fate: Fate, state: State): string {
  if (fate !== undefined) {
    const { revision: _, ...plain } = opaque;
    return writeInlines([plain], { ...LOOSE, fate, opensBlock: true, inBrackets: true }, state);
  }
  const { kind, digest, source, text } = opaque;
  if (kind === 'comment' && digest === source && text === undefined && isCommentBlock(source)) return source;
  return `::opaque${writeAttributes({ kind, digest: digest === source ? undefined : digest, text, source })}`;
}

/** Whether a comment may stand on lines of its own and reads back to the letter. */
function isCommentBlock(source: string): boolean {
  return /^<!--(?:(?!-->)[^\r\t])*-->$/.test(source) && !/\n | \n/.test(source);
}
