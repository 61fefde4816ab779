/** Lines of the contents list, taken down as the clauses are written. */
import type { Clause } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { plainText } from '../../model/walk.ts';
import { altered } from './alterations.ts';
import { ownFate } from './marks.ts';
import { type Context, type Entry, place, type TrackedInline } from './page.ts';

/** How much of a clause without a heading is shown, in UTF-16 code units. */
const EXCERPT = 64;

/**
 * The line of a clause: always for one with a heading, for a numbered one where something changed in it. Limbs count
 * for the clause that holds them, as does whatever stands in tables and footnotes.
 */
export function entryOf(clause: Clause<Revision>, context: Context, id: string | undefined): Entry | undefined {
  const headed = clause.heading !== undefined;
  if (!headed && (clause.kind === 'limb' || clause.label === undefined)) return undefined;
  const entry: Entry = {
    id: id ?? nextId(context),
    level: context.depth,
    label: clause.label ?? String(altered(clause, 'label')?.value ?? ''),
    text: headed ? sideText(clause.heading, context) : openingText(clause, context),
    always: headed,
    ...(context.fate === undefined ? {} : { fate: context.fate }),
  };
  context.page.entries.push(entry);
  return entry;
}

function nextId(context: Context): string {
  const id = `entry-${context.page.entries.length + 1}`;
  return place(id, context.page) ?? id;
}

function openingText(clause: Clause<Revision>, context: Context): string {
  const first = clause.children[0];
  const text = first?.type === 'para' ? sideText(first.children, context) : '';
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT).replace(/\s+\S*$/, '')} …` : text;
}

/** The text as it stands after, or, in what was deleted, as it stood before. */
function sideText(inlines: readonly TrackedInline[], context: Context): string {
  const absent = context.fate?.kind === 'deletion' ? 'insertion' : 'deletion';
  const standing = inlines.filter((inline) => ownFate(inline)?.kind !== absent);
  return plainText(standing).replace(/\s+/g, ' ').trim();
}
