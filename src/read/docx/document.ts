/** From typed Word parts to the document of one side: the second stage of reading. */
import type { Document } from '../../model/document.ts';
import { type Tally, tallyFor } from '../../word/tally.ts';
import { anchorNames } from './anchors.ts';
import { type FieldResults, type Making, placeOf, type WordParts } from './context.ts';
import { counter } from './count.ts';
import { withoutFront } from './house.ts';
import { marksOf } from './marks.ts';
import { metaOf } from './meta.ts';
import { type Side, settle } from './settle.ts';
import { makeStory } from './story.ts';
import type { TextPiece, WordBlock, WordText } from './word.ts';

/** What of a side is wanted. */
export interface Wanted {
  readonly side: Side;
  /** Whether runs stay apart, see `Making`. */
  readonly keepsRuns: boolean;
  /** Whether what is found is told. */
  readonly tells: boolean;
  readonly results?: FieldResults | undefined;
}

/** The document of one side, in canonical form unless its runs are kept apart. */
export function makeDocument(parts: WordParts, wanted: Wanted): Document {
  const tally: Tally = wanted.tells ? parts.tally : tallyFor(() => {});
  const making: Making = {
    parts,
    side: wanted.side,
    keepsRuns: wanted.keepsRuns,
    results: wanted.results ?? 'keep',
    anchors: anchorNames([parts.main, parts.footnotes, parts.endnotes].filter((text) => text !== undefined)),
    count: counter(parts.lists, (format) => {
      const reason = 'numbers of a format that is not known are shown in decimal digits';
      tally.warn('read/docx-number-format', reason, { file: parts.opened.file }, format);
    }),
    marks: marksOf(parts.styles, parts.house),
    calledNotes: new Set(),
    text: settledNotes(parts.main, wanted.side),
    tally,
  };
  const settledParts: WordParts = {
    ...parts,
    main: making.text,
    footnotes: parts.footnotes === undefined ? undefined : settledNotes(parts.footnotes, wanted.side),
    endnotes: parts.endnotes === undefined ? undefined : settledNotes(parts.endnotes, wanted.side),
  };
  const blocks = parts.house ? withoutFront(making.text.blocks, parts.styles) : making.text.blocks;
  const children = makeStory({ ...making, parts: settledParts }, blocks, 'body');
  tellUncalledNotes({ ...making, parts: settledParts });
  return { type: 'document', meta: metaOf(parts, making.text.blocks, children), children };
}

/** Word shows no note that nothing calls: that it is left out is told. */
function tellUncalledNotes(making: Making): void {
  const { footnotes, endnotes } = making.parts;
  for (const [kind, text] of [['footnote', footnotes] as const, ['endnote', endnotes] as const]) {
    for (const [id, { blocks }] of text?.stories ?? []) {
      const said = text === undefined || making.calledNotes.has(`${kind} ${id}`) ? undefined : firstText(blocks);
      if (text === undefined || said === undefined) continue;
      const place = placeOf({ ...making, text }, said.start, said.end);
      making.tally.note('read/docx-uncalled-note', `a ${kind} is called nowhere, and so left out`, place, said.value);
    }
  }
}

function firstText(blocks: readonly WordBlock[]): TextPiece | undefined {
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const piece of block.pieces) if (piece.kind === 'text' && piece.value.trim() !== '') return piece;
  }
  return undefined;
}

/** A text with everything in it settled. */
function settledNotes(text: WordText, side: Side): WordText {
  const stories = [...text.stories].map(
    ([id, story]) => [id, { ...story, blocks: settle(story.blocks, side) }] as const,
  );
  return { ...text, blocks: settle(text.blocks, side), stories: new Map(stories) };
}
