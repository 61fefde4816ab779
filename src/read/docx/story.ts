/** Stories (the body, a cell, a note, a text box) as blocks of the model. */
import type { Block, Inline, Table } from '../../model/document.ts';
import { plainText } from '../../model/walk.ts';
import { cutStart, type Entry, outline } from '../outline/index.ts';
import type { Making } from './context.ts';
import { type Before, paragraphEntries, type Where } from './entries.ts';
import { unmatchedFields } from './fields.ts';
import { type Content, contentOf, type Story } from './inlines.ts';
import { tableNode } from './tables.ts';
import type { WordBlock, WordParagraph } from './word.ts';

/** The blocks of a story, as a tree of clauses. */
export function makeStory(making: Making, blocks: readonly WordBlock[], where: Where): Block[] {
  const story: Story = { making, fields: [], codes: 0, unmatched: unmatchedFields(blocks), makeNote };
  const before: Before = { limbs: [], inClause: false };
  const entries: Entry[] = [];
  let caption: Caption | undefined;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'table') {
      entries.push({ type: 'block', block: withCaption(tableNode(making, block, makeApart), caption) });
      caption = undefined;
      continue;
    }
    const content = contentOf(story, block);
    caption = blocks[i + 1]?.kind === 'table' ? captionOf(making, block, content) : undefined;
    if (caption === undefined) addParagraph(making, block, content, before, where, entries);
  }
  return outline(entries, (message) => making.tally.warn(message.rule, message.reason, message.place ?? {}));
}

function addParagraph(
  making: Making,
  paragraph: WordParagraph,
  content: Content,
  before: Before,
  where: Where,
  entries: Entry[],
): void {
  entries.push(...paragraphEntries(making, paragraph, content, before, where));
  for (const box of content.boxes) {
    for (const block of makeApart(making, box.blocks)) entries.push({ type: 'block', block });
  }
}

/** Cells, text boxes and notes have no headings, and what looks like a label there is text. */
function makeApart(making: Making, blocks: readonly WordBlock[]): Block[] {
  return makeStory(making, blocks, 'apart');
}

/** The text of a note begins behind the space that follows its number. */
function makeNote(making: Making, blocks: readonly WordBlock[]): Block[] {
  const made = makeApart(making, blocks);
  const first = made[0];
  if (first?.type !== 'para') return made;
  const space = /^\s+/.exec(plainText(first.children))?.[0].length ?? 0;
  return space === 0 ? made : [{ ...first, children: cutStart(first.children, space) }, ...made.slice(1)];
}

/** A paragraph that stands over a table: `Table 9.3 Exit criteria`. */
interface Caption {
  readonly id: string | undefined;
  readonly word: string;
  readonly label: string;
  readonly inlines: readonly Inline[];
}

const CAPTION = /^(\p{Lu}\p{L}*)\s+((?:[A-Z][.-])?[A-Z]?\d+[A-Z]?(?:[.-]\d+[A-Z]?)*)(?:\s*[:–—-]\s+|\.?\s+|[:.]?$)/u;

/** The caption that a paragraph of a caption style is, where it names the table. */
function captionOf(making: Making, paragraph: WordParagraph, content: Content): Caption | undefined {
  if (!making.parts.styles.lineage(paragraph.properties.style).some((name) => /\bcaption\b/.test(name)))
    return undefined;
  const match = CAPTION.exec(plainText(content.inlines));
  if (match?.[1] === undefined || match[2] === undefined || content.boxes.length > 0) return undefined;
  const [opening, word, label] = match;
  return { id: content.ids[0], word, label, inlines: cutStart(content.inlines, opening.length) };
}

function withCaption(table: Table, caption: Caption | undefined): Table {
  if (caption === undefined) return table;
  return {
    ...table,
    ...(caption.id === undefined ? {} : { id: caption.id }),
    label: caption.label,
    ...(caption.word === 'Table' ? {} : { word: caption.word }),
    ...(caption.inlines.length === 0 ? {} : { caption: caption.inlines }),
  };
}
