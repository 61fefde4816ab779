/** What stands in two paragraphs that meet, held against one another: formats of text, fields, links, notes, drawings, bookmarks. */
import { type AccountComparison, compareFacets, compareStories, styleSentence } from './compare.ts';
import { type DifferencePlace, fewWords } from './difference.ts';
import { commonEnd, commonStart } from './pairing.ts';
import { differingProperties } from './properties.ts';
import type { AccountAnchor, AccountFormat, AccountItem, AccountParagraph, AccountStory } from './types.ts';
import { thingName, wordsFor } from './wording.ts';

export function compareItems(
  comparison: AccountComparison,
  ours: AccountParagraph,
  theirs: AccountParagraph,
  place: DifferencePlace,
): void {
  const sameText = ours.text === theirs.text;
  compareFormats(comparison, ours, theirs, place);
  compareThings(comparison, thingsOf(ours, sameText), thingsOf(theirs, sameText), place);
  compareAnchors(comparison, anchorsOf(ours, sameText), anchorsOf(theirs, sameText), place);
}

/** Things that are no text, by a key under which those of two paragraphs meet: their places, or their order. */
function thingsOf({ items }: AccountParagraph, byPlace: boolean): ReadonlyMap<string, AccountItem> {
  const found = new Map<string, AccountItem>();
  const counts = new Map<string, number>();
  let at = 0;
  for (const item of items) {
    if (item.what !== 'text') {
      const base = byPlace ? `${nameOf(item)} @${at}` : nameOf(item);
      const count = counts.get(base) ?? 0;
      counts.set(base, count + 1);
      found.set(`${base} ${count}`, item);
    }
    at += item.text.length;
  }
  return found;
}

/** What a thing is known by: a comment by its words, since Word tracks none that comes or goes; others by their kind. */
function nameOf({ what, facets, inner }: AccountItem): string {
  if (what !== 'comment') return what;
  const words = inner.flatMap(({ units }) => units.map((unit) => (unit.kind === 'paragraph' ? unit.text : '')));
  return `${what} ${facets.author} ${facets.date} ${words.join(' ')}`;
}

function compareThings(
  comparison: AccountComparison,
  ours: ReadonlyMap<string, AccountItem>,
  theirs: ReadonlyMap<string, AccountItem>,
  place: DifferencePlace,
): void {
  for (const [key, item] of ours) {
    const other = theirs.get(key);
    if (other === undefined) thingMissing(comparison, item, 'wanted', place);
    else compareThing(comparison, item, other, place);
  }
  for (const [key, item] of theirs) if (!ours.has(key)) thingMissing(comparison, item, 'found', place);
}

function thingMissing(
  { list }: AccountComparison,
  { what, facets }: AccountItem,
  side: 'wanted' | 'found',
  place: DifferencePlace,
): void {
  const { kind, name } = thingName(what);
  const detail = facets.code ?? facets.target ?? facets.anchor ?? '';
  const subject = what.endsWith(' end') ? `the end of a ${name}` : `a ${name}`.replace(/^a (?=[aeiou])/, 'an ');
  list.add(
    kind,
    place,
    `${subject} stands here in ${list.names[side]} only${detail === '' ? '' : `: “${fewWords(detail)}”`}`,
  );
}

function compareThing(
  comparison: AccountComparison,
  ours: AccountItem,
  theirs: AccountItem,
  place: DifferencePlace,
): void {
  if (!sameReferences(comparison, ours, theirs))
    compareFacets(comparison, ours.what, ours.facets, theirs.facets, place);
  const count = Math.max(ours.inner.length, theirs.inner.length);
  for (let k = 0; k < count; k++) compareInner(comparison, ours.inner[k], theirs.inner[k], place);
}

function compareInner(
  comparison: AccountComparison,
  ours: AccountStory | undefined,
  theirs: AccountStory | undefined,
  place: DifferencePlace,
): void {
  if (ours !== undefined && theirs !== undefined) compareStories(comparison, ours, theirs);
  else {
    const side = ours === undefined ? 'found' : 'wanted';
    comparison.list.add('text', place, `a ${(ours ?? theirs)?.what} stands in ${comparison.list.names[side]} only`);
  }
}

/** Names that Word makes up for bookmarks. */
const MADE_UP = /\b_[A-Za-z]\w*/g;

/** Whether fields or links differ in nothing but made-up names of bookmarks that mark the same words. */
function sameReferences({ marked }: AccountComparison, ours: AccountItem, theirs: AccountItem): boolean {
  if (ours.what !== 'field' && ours.what !== 'link') return false;
  const resolved = (item: AccountItem, bookmarks: ReadonlyMap<string, string>): string =>
    JSON.stringify(Object.entries(item.facets).sort()).replace(MADE_UP, (name) => `[${bookmarks.get(name) ?? name}]`);
  return resolved(ours, marked[0]) === resolved(theirs, marked[1]);
}

/** Compares the formats of the text that both paragraphs have at their start and end. */
function compareFormats(
  comparison: AccountComparison,
  ours: AccountParagraph,
  theirs: AccountParagraph,
  place: DifferencePlace,
): void {
  const start = commonStart(ours.text, theirs.text);
  const end = commonEnd(ours.text, theirs.text, start);
  compareStretch(comparison, ours, theirs, [0, 0, start], place);
  compareStretch(comparison, ours, theirs, [ours.text.length - end, theirs.text.length - end, end], place);
}

function compareStretch(
  comparison: AccountComparison,
  ours: AccountParagraph,
  theirs: AccountParagraph,
  [from, other, length]: readonly [number, number, number],
  place: DifferencePlace,
): void {
  const [left, right] = [formatsFrom(ours, from, length), formatsFrom(theirs, other, length)];
  let [i, j] = [0, 0];
  const reported = new Set<string>();
  while (i < left.length && j < right.length) {
    const [x, y] = [left[i] as FormatStretch, right[j] as FormatStretch];
    const key = `${x.format.id} ${y.format.id}`;
    if (x.format.id !== y.format.id && !reported.has(key)) {
      reported.add(key);
      formatDiffers(comparison, [x.format, ours.format], [y.format, theirs.format], place);
    }
    if (x.end <= y.end) i++;
    if (y.end <= x.end) j++;
  }
}

/** A stretch of text in one format; `end` counts from the start of what is compared. */
interface FormatStretch {
  readonly end: number;
  readonly format: AccountFormat;
}

function formatsFrom({ items }: AccountParagraph, from: number, length: number): readonly FormatStretch[] {
  const found: FormatStretch[] = [];
  let at = 0;
  for (const { text, format } of items) {
    at += text.length;
    if (text === '' || at <= from) continue;
    if (at - text.length >= from + length) break;
    found.push({ end: Math.min(at - from, length), format });
  }
  return found;
}

function formatDiffers(
  { list }: AccountComparison,
  [ours, ourParagraph]: readonly [AccountFormat, AccountFormat],
  [theirs, theirParagraph]: readonly [AccountFormat, AccountFormat],
  place: DifferencePlace,
): void {
  const names = differingProperties(ours.properties, theirs.properties);
  if (names.length === 0) list.add('style name', place, 'text has another character style, which looks the same');
  else if (differingProperties(ours.own, theirs.own).length > 0) {
    list.add('format', place, `the formatting of text differs: ${wordsFor(names)}`);
  } else
    list.add(
      'style',
      place,
      styleSentence(ours.style || ourParagraph.style, theirs.style || theirParagraph.style, names),
    );
}

/** Bookmarks and ranges by name and, where the text is the same, by place; made-up names by place alone. */
function anchorsOf({ anchors }: AccountParagraph, byPlace: boolean): ReadonlyMap<string, AccountAnchor> {
  return new Map(
    anchors.map((anchor) => {
      const name = anchor.name.startsWith('_') ? '_' : anchor.name;
      return [`${anchor.what} ${name}${byPlace ? ` @${anchor.at}` : ''}`, anchor];
    }),
  );
}

function compareAnchors(
  { list }: AccountComparison,
  ours: ReadonlyMap<string, AccountAnchor>,
  theirs: ReadonlyMap<string, AccountAnchor>,
  place: DifferencePlace,
): void {
  const missing = ({ what, name }: AccountAnchor, side: 'wanted' | 'found'): void => {
    const kind = what.startsWith('comment') ? 'comment' : 'bookmark';
    const subject = what.startsWith('bookmark')
      ? `bookmark “${name}”`
      : what.startsWith('comment')
        ? 'range of a comment'
        : 'range that may be edited';
    const verb = what.endsWith(' end') ? 'ends' : 'begins';
    list.add(kind, place, `a ${subject} ${verb} here in ${list.names[side]} only`);
  };
  for (const [key, anchor] of ours) if (!theirs.has(key)) missing(anchor, 'wanted');
  for (const [key, anchor] of theirs) if (!ours.has(key)) missing(anchor, 'found');
}
