/** The footnotes, collected behind the text, each with the way back to its call. */
import { wrapTags, writeBlocks } from './blocks.ts';
import { classes, element, type Html } from './escape.ts';
import { markHolder } from './holders.ts';
import { noteNumber, UNNUMBERED } from './inlines.ts';
import { isMove, markText, weightClass } from './marks.ts';
import type { CalledNote, Page } from './page.ts';

/** All footnotes called so far, and those called by footnotes. */
export function writeNotes(page: Page): Html {
  if (page.notes.length === 0) return '';
  let items = '';
  for (let i = 0; i < page.notes.length; i++) items += writeOne(page.notes[i] as CalledNote);
  const heading = element('h2', { id: 'notes' }, 'Notes');
  return element('section', { class: 'notes', 'aria-labelledby': 'notes' }, heading + element('ol', {}, items));
}

function writeOne({ note, call, number, context }: CalledNote): Html {
  const { fate, page } = context;
  const side = classes(!context.sides.before && 'ins', !context.sides.after && 'del');
  const name = fate === undefined ? '' : classes(side, isMove(fate, page) && 'mv', weightClass(fate.change, page));
  const label = `Back to the text of ${note.kind} ${number.after || number.before || UNNUMBERED}`;
  const back = element(
    'a',
    { class: 'back', href: `#call-${call}`, 'aria-label': label },
    markText(noteNumber(number), fate, context),
  );
  const lead = note.revision?.kind === 'alteration' ? markHolder(note, context).lead : '';
  const body = element('div', { class: 'body' }, wrapTags(lead) + writeBlocks(note.children, context));
  return element('li', { id: `note-${call}`, class: name }, back + body);
}
