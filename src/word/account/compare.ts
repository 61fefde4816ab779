/** Two accounts held against one another: every difference, with its place. Its cost is close to linear in what they hold. */
import { compareItems } from './compare-items.ts';
import {
  type AccountDifference,
  type DifferenceList,
  type DifferencePlace,
  differenceList,
  fewWords,
  type SideNames,
} from './difference.ts';
import { sameUnits } from './equality.ts';
import { commonEnd, commonStart, type PairingBudget, pairUnits } from './pairing.ts';
import { differingProperties } from './properties.ts';
import type { AccountBoundary, AccountParagraph, AccountStory, AccountUnit, Facets, PackageAccount } from './types.ts';
import { facetKind, facetSentence, thingName, wordFor, wordsFor } from './wording.ts';

/** What a comparison is made with. */
export interface AccountComparison {
  readonly list: DifferenceList;
  readonly budget: PairingBudget;
  /** What bookmarks mark on either side. */
  readonly marked: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>];
}

/** Comparisons of units one by one over one comparison of accounts. */
const BUDGET = 400_000;

/** Everything in which two accounts differ. Sides are called as `names` says. */
export function compareAccounts(
  wanted: PackageAccount,
  found: PackageAccount,
  names: SideNames,
): readonly AccountDifference[] {
  const comparison: AccountComparison = {
    list: differenceList(names),
    budget: { left: BUDGET },
    marked: [wanted.bookmarks, found.bookmarks],
  };
  compareStoryLists(comparison, wanted.stories, found.stories, undefined);
  compareFacts(comparison, wanted, found);
  return comparison.list.finish();
}

/** Compares stories that are known by what they are: headers of a section, separators. */
function compareStoryLists(
  comparison: AccountComparison,
  wanted: readonly AccountStory[],
  found: readonly AccountStory[],
  place: DifferencePlace | undefined,
): void {
  const theirs = new Map(found.map((story) => [story.what, story]));
  for (const story of wanted) {
    const other = theirs.get(story.what);
    theirs.delete(story.what);
    if (other !== undefined) compareStories(comparison, story, other);
    else storyMissing(comparison, story, 'wanted', place);
  }
  for (const story of theirs.values()) storyMissing(comparison, story, 'found', place);
}

function storyMissing(
  { list }: AccountComparison,
  story: AccountStory,
  side: 'wanted' | 'found',
  place: DifferencePlace | undefined,
): void {
  const text = fewWords(story.units.map((unit) => (unit.kind === 'paragraph' ? unit.text : '')).join(' '));
  list.add(
    'header',
    place ?? { story: story.what, part: story.part },
    `the ${story.what} stands in ${list.names[side]} only${quoted(text)}`,
  );
}

const quoted = (text: string): string => (text === '' ? '' : `: “${text}”`);

/** Compares two texts unit by unit. */
export function compareStories(comparison: AccountComparison, wanted: AccountStory, found: AccountStory): void {
  if (wanted.units === found.units || (saysNothing(wanted) && saysNothing(found))) return;
  const words = fewWordsAt(wanted, found);
  for (const [ours, theirs] of pairUnits(wanted.units, found.units, comparison.budget)) {
    if (ours !== undefined && theirs !== undefined) {
      if (!sameUnits(ours, theirs)) compareUnits(comparison, ours, theirs, placeOf(wanted, ours, words));
    } else if (ours !== undefined) unitMissing(comparison, ours, 'wanted', placeOf(wanted, ours, words));
    else if (theirs !== undefined) unitMissing(comparison, theirs, 'found', placeOf(found, theirs, words));
  }
}

/** Whether a text has nothing but the paragraph that it must have, or lacks even that. */
function saysNothing({ units: [only, ...more] }: AccountStory): boolean {
  return more.length === 0 && (only === undefined || (only.kind === 'paragraph' && only.items.length === 0));
}

/** For a boundary, the words of the paragraph beside it. */
function fewWordsAt(...stories: readonly AccountStory[]): (unit: AccountUnit) => string {
  const known = new Map<AccountUnit, string>();
  for (const { units } of stories) {
    let next = '';
    for (let at = units.length - 1; at >= 0; at--) {
      const unit = units[at] as AccountUnit;
      if (unit.kind === 'paragraph') next = unit.text === '' ? next : unit.text;
      else known.set(unit, next);
    }
  }
  return (unit) => fewWords(unit.kind === 'paragraph' ? unit.text : (known.get(unit) ?? ''));
}

function placeOf(
  { what, part }: AccountStory,
  unit: AccountUnit,
  words: (unit: AccountUnit) => string,
): DifferencePlace {
  const near = words(unit);
  return { story: what, part, paragraph: unit.paragraph, ...(near === '' ? {} : { near }) };
}

function unitMissing(
  { list }: AccountComparison,
  unit: AccountUnit,
  side: 'wanted' | 'found',
  place: DifferencePlace,
): void {
  const where = `stands in ${list.names[side]} only`;
  if (unit.kind === 'paragraph') {
    const isEmpty = unit.number === undefined && unit.text.replace(/\ufffc/g, '').trim() === '';
    const [kind, subject] = isEmpty
      ? (['empty paragraph', 'an empty paragraph'] as const)
      : (['paragraph', 'a paragraph'] as const);
    list.add(kind, place, `${subject} ${where}`, ...sided(side, unit.text));
  } else if (unit.opens) {
    const { kind, name } = thingName(unit.what);
    list.add(kind, place, `a ${name} ${where}`.replace(/^a (?=[aeiou])/, 'an '));
  }
}

function sided(side: 'wanted' | 'found', text: string): [string | undefined, string | undefined] {
  return side === 'wanted' ? [fewWords(text), undefined] : [undefined, fewWords(text)];
}

function compareUnits(
  comparison: AccountComparison,
  ours: AccountUnit,
  theirs: AccountUnit,
  place: DifferencePlace,
): void {
  if (ours.kind === 'paragraph' && theirs.kind === 'paragraph') compareParagraphs(comparison, ours, theirs, place);
  else if (ours.kind === 'boundary' && theirs.kind === 'boundary') compareBoundaries(comparison, ours, theirs, place);
}

function compareBoundaries(
  comparison: AccountComparison,
  ours: AccountBoundary,
  theirs: AccountBoundary,
  place: DifferencePlace,
): void {
  compareFacets(comparison, ours.what, ours.facets, theirs.facets, place);
  compareStoryLists(comparison, ours.inner, theirs.inner, place);
}

/** Compares what is told of two things of one kind. */
export function compareFacets(
  { list }: AccountComparison,
  what: string,
  ours: Facets,
  theirs: Facets,
  place: DifferencePlace,
): void {
  for (const facet of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [wanted, found] = [ours[facet], theirs[facet]];
    if (wanted === found) continue;
    list.add(facetKind(what, facet), place, facetSentence(what, facet, wanted, found, list.names), wanted, found);
  }
}

function compareParagraphs(
  comparison: AccountComparison,
  ours: AccountParagraph,
  theirs: AccountParagraph,
  place: DifferencePlace,
): void {
  const { list } = comparison;
  if (ours.text !== theirs.text) list.add('text', place, 'the text differs', ...excerpts(ours.text, theirs.text));
  if (ours.number !== theirs.number) {
    const [wanted, found] = [ours.number ?? 'none', theirs.number ?? 'none'];
    list.add('number', place, 'the automatic number differs', wanted, found);
  } else if (ours.numberFormat !== theirs.numberFormat) {
    list.add('format', place, 'the list formats or indents its numbers otherwise');
  }
  compareParagraphFormats(comparison, ours, theirs, place);
  compareItems(comparison, ours, theirs, place);
}

function compareParagraphFormats(
  { list }: AccountComparison,
  { format: ours, mark: ourMark }: AccountParagraph,
  { format: theirs, mark: theirMark }: AccountParagraph,
  place: DifferencePlace,
): void {
  const names = differingProperties(ours.properties, theirs.properties);
  const ownDiffers = differingProperties(ours.own, theirs.own).length > 0;
  if (names.length > 0 && ownDiffers)
    list.add('format', place, `the formatting of the paragraph differs: ${wordsFor(names)}`);
  else if (names.length > 0) list.add('style', place, styleSentence(ours.style, theirs.style, names));
  else if (ours.style !== theirs.style) {
    list.add(
      'style name',
      place,
      `the paragraph has the style “${ours.style}” in ${list.names.wanted} and “${theirs.style}” in ${list.names.found}, which look the same`,
    );
  }
  if (ourMark.id === theirMark.id) return;
  const marks = differingProperties(ourMark.properties, theirMark.properties);
  const markDiffers = differingProperties(ourMark.own, theirMark.own).length > 0;
  if (marks.length === 0)
    list.add('style name', place, 'the paragraph mark has another character style, which looks the same');
  else if (markDiffers)
    list.add('paragraph mark', place, `the formatting of the paragraph mark differs: ${wordsFor(marks)}`);
  else list.add('style', place, styleSentence(ours.style, theirs.style, marks));
}

/** The sentence that paragraphs or runs differ by what their styles say. */
export function styleSentence(ours: string, theirs: string, names: readonly string[]): string {
  const words = wordsFor(names);
  if (ours === theirs) return `the style “${ours}” is defined otherwise: ${words}`;
  return `the styles “${ours}” and “${theirs}” differ: ${words}`;
}

/** How much of a text is shown before and behind what differs. */
const SHOWN = 24;

/** The most that is shown, in UTF-16 units, before and from what differs on. */
const LONGEST = 160;

function excerpts(ours: string, theirs: string): [string, string] {
  const start = commonStart(ours, theirs);
  const end = commonEnd(ours, theirs, start);
  const excerpt = (text: string): string => {
    const from = start <= SHOWN ? 0 : text.lastIndexOf(' ', start - SHOWN) + 1;
    const space = text.indexOf(' ', text.length - end + SHOWN);
    const to = Math.min(space < 0 ? text.length : space, start + LONGEST);
    return `${from > 0 ? '…' : ''}${text.slice(Math.max(from, start - LONGEST), to)}${to < text.length ? '…' : ''}`;
  };
  return [excerpt(ours), excerpt(theirs)];
}

const FACT_KINDS = { setting: 'setting', property: 'property', part: 'part' } as const;

function compareFacts({ list }: AccountComparison, wanted: PackageAccount, found: PackageAccount): void {
  const theirs = new Map(found.facts.map((fact) => [`${fact.what} ${fact.name}`, fact]));
  for (const { what, name, value, part } of wanted.facts) {
    const other = theirs.get(`${what} ${name}`);
    theirs.delete(`${what} ${name}`);
    if (other?.value !== value)
      factDiffers(list, what, name, part, other === undefined ? list.names.wanted : undefined);
  }
  for (const { what, name, part } of theirs.values()) factDiffers(list, what, name, part, list.names.found);
}

function factDiffers(list: DifferenceList, what: string, name: string, part: string, only: string | undefined): void {
  const kind = FACT_KINDS[what as keyof typeof FACT_KINDS];
  const subject =
    what === 'part'
      ? wordFor(name)
      : what === 'setting'
        ? `the setting ${wordFor(name)}`
        : `the document property ${wordFor(name)}`;
  list.add(
    kind,
    { story: 'the file', part },
    only === undefined ? `${subject} differs` : `${subject} stands in ${only} only`,
  );
}
