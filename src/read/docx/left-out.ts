/** What a Word file holds beside its text: comments, headers and footers, tracked changes; told in messages. */

import { hasPart } from '../../word/package.ts';
import { shownText } from './beside.ts';
import { readTextPart } from './body.ts';
import type { WordParts } from './context.ts';
import type { Side } from './settle.ts';

/** Tells of everything that the document does not hold; `side` is the one taken, absent where changes are kept. */
export function tellLeftOut(parts: WordParts, side: Side | undefined): void {
  tellComments(parts);
  tellHeaders(parts);
  if (side !== undefined) tellTracked(parts, side);
}

function tellComments(parts: WordParts): void {
  const { comments, tally } = parts;
  if (comments === undefined) return;
  for (const story of comments.stories.values()) {
    const who = story.author === undefined || story.author === '' ? '' : ` by ${story.author}`;
    const when = story.date === undefined ? '' : ` on ${story.date.slice(0, 10)}`;
    const place = { file: parts.opened.file, part: comments.part, start: story.start };
    tally.note('read/docx-comment', `a comment${who}${when} is not part of the text`, place, shownText(story.blocks));
  }
}

/** Headers and footers are the pages', not the text's. */
function tellHeaders(parts: WordParts): void {
  for (const { type, target, external } of parts.relationships(parts.main.part).values()) {
    if ((type !== 'header' && type !== 'footer') || external || !hasPart(parts.opened, target)) continue;
    const text = readTextPart(parts.opened, target);
    const shown = text === undefined ? '' : shownText(text.blocks);
    if (text === undefined || shown === '') continue;
    const place = { file: parts.opened.file, part: text.part };
    parts.tally.note(`read/docx-${type}`, `the text of a ${type} is not part of the document`, place, shown);
  }
}

function tellTracked(parts: WordParts, side: Side): void {
  const texts = [parts.main, parts.footnotes, parts.endnotes].filter((text) => text !== undefined);
  const count = texts.reduce((sum, text) => sum + text.marks, 0);
  if (count === 0) return;
  const what = side === 'after' ? 'accepted' : 'rejected';
  parts.tally.note('read/docx-tracked', `tracked changes are ${what}`, { file: parts.opened.file }, `${count} marks`);
}
