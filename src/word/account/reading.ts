/** What the account of one package is read with: its parts, styles and lists, and the formats worked out so far. */
import { attributeOf, type CanonicalNode, canonicalText, childNode } from './canonical.ts';
import { type NumberCounter, type NumberLists, numberLists } from './numbers.ts';
import { layered } from './properties.ts';
import { type AccountSource, pooledFormat } from './source.ts';
import {
  listReference,
  paragraphProperties,
  runFormatting,
  runProperties,
  type StyleSheet,
  styleSheet,
  type UsedStyle,
} from './style-sheet.ts';
import type { AccountAnchor, AccountFormat, AccountItem, AccountStory } from './types.ts';

/** What is shared by all stories of a package. */
export interface AccountReading {
  readonly source: AccountSource;
  readonly sheet: StyleSheet;
  readonly lists: NumberLists;
  /** Notes and comments by kind and id: `footnote 3`. */
  readonly called: ReadonlyMap<string, CalledStory>;
  readonly bookmarks: Map<string, string>;
  readonly formats: Map<string, AccountFormat>;
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
  /** UTF-16 units of text so far in the paragraph. */
  length: number;
  /** Reads a story within this one: a text box, a note. */
  readonly story: (part: string, node: CanonicalNode, what: string) => AccountStory;
}

/** A field whose end has not come. */
export interface OpenField {
  readonly item: { what: string; facets: Record<string, string> };
  /** Whether the code is being read, not the result. */
  inCode: boolean;
  code: string;
  /** The result of a field within the code of another. */
  result: string;
}

export function accountReading(source: AccountSource): AccountReading {
  const sheet = styleSheet(source.part(source.typed('styles')));
  const numbering = source.typed('numbering');
  const lists = numberLists(
    source.part(numbering),
    (id) => sheet.style('numbering', id).list,
    (id) => source.refer(numbering ?? '', id),
  );
  return {
    source,
    sheet,
    lists,
    called: calledStories(source),
    bookmarks: new Map(),
    formats: new Map(),
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

/** The style of a paragraph. */
export function paragraphStyle({ sheet }: AccountReading, properties: CanonicalNode | undefined): UsedStyle {
  return sheet.style('paragraph', attributeOf(childNode(properties, 'w:pStyle')));
}

/** The format of a run, or of a paragraph mark. */
export function formatOfRun(reading: AccountReading, style: UsedStyle, node: CanonicalNode | undefined): AccountFormat {
  const key = `run ${style.name} ${node === undefined ? '' : canonicalText(node)}`;
  const known = reading.formats.get(key);
  if (known !== undefined) return known;
  const id = attributeOf(childNode(node, 'w:rStyle'));
  const name = id === undefined ? '' : reading.sheet.style('character', id).name;
  const made = pooledFormat(reading.source.pool, runFormatting(reading.sheet, style, node), runProperties(node), name);
  reading.formats.set(key, made);
  return made;
}

/** The format of a paragraph; its list is told by its number. */
export function formatOfParagraph(
  reading: AccountReading,
  style: UsedStyle,
  node: CanonicalNode | undefined,
): AccountFormat {
  const own = paragraphProperties(node);
  const levels = [reading.sheet.defaults.paragraph, style.paragraph, own];
  return pooledFormat(reading.source.pool, layered(levels), own, style.name);
}

/** The place of a paragraph in a list: its own, or that of its style. */
export function listOf(style: UsedStyle, properties: CanonicalNode | undefined) {
  const own = listReference(properties);
  if (own === undefined) return style.list;
  return { list: own.list ?? style.list?.list, level: own.level ?? style.list?.level };
}

/** Adds an item to the paragraph that is being read. */
export function addItem(story: StoryReading, item: AccountItem): void {
  const last = story.items[story.items.length - 1];
  story.length += item.text.length;
  if (item.what === 'text' && last?.what === 'text' && last.format === item.format) {
    story.items[story.items.length - 1] = { ...last, text: last.text + item.text };
  } else story.items.push(item);
}
