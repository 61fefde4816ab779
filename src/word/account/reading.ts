/** What the account of one package is read with: its parts, styles and lists, and the formats worked out so far. */

import { attributeOf, type CanonicalNode, childNode } from './canonical.ts';
import { sameFacets } from './equality.ts';
import { type NumberCounter, type NumberLists, numberLists } from './numbers.ts';
import { layered } from './properties.ts';
import { type AccountSource, pooledFormat } from './source.ts';
import {
  type ListReference,
  listReference,
  paragraphProperties,
  runFormatting,
  runProperties,
  type StyleSheet,
  styleSheet,
  type UsedStyle,
} from './style-sheet.ts';
import type { AccountAnchor, AccountFormat, AccountItem, AccountStory, Facets } from './types.ts';

/** Whether the results of fields that Word renews (pages, references, contents lists) are kept, or left out. */
export type FieldResults = 'keep' | 'omit';

/** What is shared by all stories of a package. */
export interface AccountReading {
  readonly source: AccountSource;
  /** Whether the results of fields that Word renews count. */
  readonly results: FieldResults;
  readonly sheet: StyleSheet;
  readonly lists: NumberLists;
  /** Notes and comments by kind and id: `footnote 3`. */
  readonly called: ReadonlyMap<string, CalledStory>;
  readonly bookmarks: Map<string, string>;
  /** Formats of runs by the style of their paragraph and their properties. */
  readonly formats: Map<UsedStyle, Map<CanonicalNode | undefined, AccountFormat>>;
  /** What properties of paragraphs say. */
  readonly setUps: Map<CanonicalNode | undefined, ParagraphSetUp>;
  /** Headers and footers in effect at the place that is being read, by what they are. */
  readonly headers: Map<string, AccountStory>;
  /** Headers and footers by the trees that hold them. */
  readonly headerStories: Map<CanonicalNode, AccountStory>;
  /** Notes, comments and text boxes that are being read, so that none holds itself. */
  readonly within: Set<CanonicalNode>;
}

/** A note or a comment, and the part that holds it. */
export interface CalledStory {
  readonly part: string;
  readonly node: CanonicalNode;
}

/** What one story is read with. */
export interface StoryReading {
  readonly reading: AccountReading;
  readonly part: string;
  readonly counter: NumberCounter;
  readonly fields: OpenField[];
  /** Names of the bookmarks, and kinds of ranges, that are open, by their ids. */
  readonly ranges: Map<string, string>;
  /** The paragraph that is being read. */
  items: AccountItem[];
  anchors: AccountAnchor[];
  /** The text so far in the paragraph. */
  text: string;
  /** Reads a story within this one: a text box, a note. */
  readonly story: (part: string, node: CanonicalNode, what: string) => AccountStory;
}

/** A field whose end has not come. */
export interface OpenField {
  readonly item: { what: string; facets: Record<string, string> };
  /** Whether the code is being read, not the result. */
  inCode: boolean;
  /** Whether its result is left out. */
  omitted: boolean;
  code: string;
  /** The result of a field within the code of another. */
  result: string;
}

export function accountReading(source: AccountSource, results: FieldResults): AccountReading {
  const sheet = styleSheet(source.part(source.typed('styles')));
  const numbering = source.typed('numbering');
  const lists = numberLists(
    source.part(numbering),
    (id) => sheet.style('numbering', id).list,
    (id) => source.refer(numbering ?? '', id),
  );
  return {
    source,
    results,
    sheet,
    lists,
    called: calledStories(source),
    bookmarks: new Map(),
    formats: new Map(),
    setUps: new Map(),
    headers: new Map(),
    headerStories: new Map(),
    within: new Set(),
  };
}

const CALLED = [
  ['footnotes', 'w:footnote', 'footnote'],
  ['endnotes', 'w:endnote', 'endnote'],
  ['comments', 'w:comment', 'comment'],
] as const;

function calledStories(source: AccountSource): ReadonlyMap<string, CalledStory> {
  const found = new Map<string, CalledStory>();
  for (const [type, name, what] of CALLED) {
    const part = source.typed(type);
    const root = source.part(part);
    if (part === undefined || root === undefined) continue;
    for (const node of root.children) {
      if (typeof node === 'string' || node.name !== name) continue;
      const key = `${what} ${attributeOf(node, 'w:id')}`;
      if (!found.has(key)) found.set(key, { part, node });
    }
  }
  return found;
}

/** What the properties of a paragraph say, worked out once for all that have the same. */
export interface ParagraphSetUp {
  readonly style: UsedStyle;
  readonly format: AccountFormat;
  readonly mark: AccountFormat;
  readonly list: ListReference | undefined;
}

/** What the properties of a paragraph say, with its style. */
export function paragraphSetUp(reading: AccountReading, properties: CanonicalNode | undefined): ParagraphSetUp {
  const known = reading.setUps.get(properties);
  if (known !== undefined) return known;
  const style = reading.sheet.style('paragraph', attributeOf(childNode(properties, 'w:pStyle')));
  const own = paragraphProperties(properties);
  const levels = [reading.sheet.defaults.paragraph, style.paragraph, own];
  const made: ParagraphSetUp = {
    style,
    format: pooledFormat(reading.source.pool, layered(levels), own, style.name),
    mark: formatOfRun(reading, style, childNode(properties, 'w:rPr')),
    list: listOf(style, properties),
  };
  reading.setUps.set(properties, made);
  return made;
}

/** The place of a paragraph in a list: its own, or that of its style. */
function listOf(style: UsedStyle, properties: CanonicalNode | undefined): ListReference | undefined {
  const own = listReference(properties);
  if (own === undefined) return style.list;
  return { list: own.list ?? style.list?.list, level: own.level ?? style.list?.level };
}

/** The format of a run, or of a paragraph mark. */
export function formatOfRun(reading: AccountReading, style: UsedStyle, node: CanonicalNode | undefined): AccountFormat {
  let known = reading.formats.get(style);
  if (known === undefined) {
    known = new Map();
    reading.formats.set(style, known);
  }
  const found = known.get(node);
  if (found !== undefined) return found;
  const id = attributeOf(childNode(node, 'w:rStyle'));
  const name = id === undefined ? '' : reading.sheet.style('character', id).name;
  const made = pooledFormat(reading.source.pool, runFormatting(reading.sheet, style, node), runProperties(node), name);
  known.set(node, made);
  return made;
}

/** No facets, and no stories within. */
export const NO_FACETS: Facets = {};
export const NO_STORIES: readonly AccountStory[] = [];

/**
 * Adds an item to the paragraph that is being read. Neighbouring text of one format is one, and so are neighbouring links to
 * one place; a link around nothing is none.
 */
export function addItem(story: StoryReading, item: AccountItem): void {
  const { items } = story;
  const last = items[items.length - 1];
  story.text += item.text;
  if (item.what === 'text' && last?.what === 'text' && last.format.id === item.format.id) {
    items[items.length - 1] = { ...last, text: last.text + item.text };
  } else if (item.what === 'link end' && last?.what === 'link') items.pop();
  else if (item.what === 'link' && last?.what === 'link end' && sameFacets(last.facets, item.facets)) items.pop();
  else items.push(item);
}
