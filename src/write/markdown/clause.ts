/** Clauses as Markdown: headings, numbered paragraphs, and limbs as items of a list. */
import type { Block, Clause, Item } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { chunksOf, type Place } from './blocks.ts';
import { type Chunk, listItem } from './chunk.ts';
import { isPlainDefinition } from './define.ts';
import { writeDefinition } from './definition.ts';
import { headingLine } from './heading.ts';
import { openingOf } from './label.ts';
import { type Around, formOf, rankOf } from './nesting.ts';
import { isLead, paraText, withRoom } from './para.ts';
import { type Fate, fateOf, remarks, type State } from './state.ts';

/** A clause with all that stands in it; `inside` where its braces must say so. */
export function writeClause(clause: Clause<Revision>, inside: boolean, place: Place, state: State): Chunk[] {
  const form = formOf(clause);
  const fate = fateOf(clause, place.fate);
  const level = form === 'heading' ? (place.around?.level ?? 0) + 1 : 0;
  const opening = openingOf(clause, form, { inside, level }, fate);
  const remark = remarks(clause, state);
  const head = [opening.label, opening.braces, remark].filter((text) => text !== '').join(' ');
  const bare = opening.braces === '';
  if (form === 'item') return [writeLimb(clause, opening.marker, head, bare, fate, state)];
  const rank = form === 'heading' ? 0 : rankOf(clause, place.around);
  const around: Around = { form, level, rank, label: clause.label };
  if (form === 'paragraph') return numberedParagraph(clause, head, bare, { around, fate }, state);
  const line = headingLine(clause, opening, remark, level, fate, state);
  return [{ text: line }, ...chunksOf(clause.children, { around, fate }, state)];
}

/** Label and braces, and the first paragraph or definition on the same line. */
function numberedParagraph(clause: Clause<Revision>, head: string, bare: boolean, inner: Place, state: State): Chunk[] {
  const [first, ...rest] = clause.children;
  if (isLead(first)) {
    const lead = `${withRoom(head, !bare, first)} `;
    const text = paraText(first, { lead, opensBlock: false }, inner.fate, state);
    return [{ text }, ...chunksOf(rest, inner, state)];
  }
  if (first?.type === 'definition' && isPlainDefinition(first, rest[0])) {
    const lead = `${withRoom(head, !bare, first.children[0])} `;
    return [...writeDefinition(first, rest[0], lead, inner, state), ...chunksOf(rest, inner, state)];
  }
  return [{ text: head }, ...chunksOf(clause.children, inner, state)];
}

/** A limb: an item that begins with its label, which an ordered list may give. */
function writeLimb(
  clause: Clause<Revision>,
  marker: string,
  head: string,
  bare: boolean,
  fate: Fate,
  state: State,
): Chunk {
  const first = clause.children[0];
  const roomy = withRoom(head, !bare, first);
  if (roomy === '' && !isLead(first)) return listItem(marker, itemChunks('{}', clause.children, fate, state));
  return listItem(marker, itemChunks(roomy, clause.children, fate, state, marker === '-'));
}

/** A bullet. */
export function writeItem(item: Item<Revision>, place: Place, state: State): Chunk {
  return listItem('-', itemChunks(remarks(item, state), item.children, fateOf(item, place.fate), state));
}

/** What an item holds behind `head`; `labelled` where a label at its beginning would be read as its own. */
function itemChunks(
  head: string,
  children: readonly Block<Revision>[],
  fate: Fate,
  state: State,
  labelled = true,
): Chunk[] {
  const place: Place = { around: undefined, fate, inItem: labelled };
  const [first, ...rest] = children;
  if (head === '' && labelled) return chunksOf(children, place, state);
  if (!isLead(first)) return [{ text: head }, ...chunksOf(children, { around: undefined, fate }, state)];
  const lead = head === '' ? '' : `${head} `;
  const text = paraText(first, { lead, opensBlock: lead === '' }, fate, state);
  return [{ text }, ...chunksOf(rest, { around: undefined, fate }, state)];
}
