/** One text of a package as a sequence of units: paragraphs, and where tables, rows, cells, controls and sections begin and end. */
import { attributeOf, type CanonicalNode, canonicalText, childNode, childNodes } from './canonical.ts';
import { isOmitted } from './fields.ts';
import { controlFacets, readAnchor, readInline } from './inline.ts';
import { effective, readProperties } from './properties.ts';
import { type AccountReading, NO_FACETS, NO_STORIES, paragraphSetUp, type StoryReading } from './reading.ts';
import { sectionBoundary } from './sections.ts';
import type { AccountBoundary, AccountStory, AccountUnit, Facets } from './types.ts';

/** Reads the text in a container: a body, a note, a header, a text box. */
export function readStory(reading: AccountReading, part: string, node: CanonicalNode, what: string): AccountStory {
  if (reading.within.has(node)) return { what, part, units: [] };
  reading.within.add(node);
  const story: StoryReading = {
    reading,
    part,
    counter: reading.lists.counter(),
    fields: [],
    ranges: new Map(),
    items: [],
    anchors: [],
    text: '',
    story: (inPart, inner, called) => readStory(reading, inPart, inner, called),
  };
  const units: AccountUnit[] = [];
  readBlocks(story, node, units);
  reading.within.delete(node);
  return { what, part, units };
}

/** The beginning of a block, or its end. */
function boundary(what: string, paragraph: number, facets: Facets, opens = true): AccountBoundary {
  return { kind: 'boundary', what, opens, paragraph, facets, inner: NO_STORIES };
}

type BlockReader = (story: StoryReading, node: CanonicalNode, units: AccountUnit[]) => void;

const BLOCKS: Readonly<Record<string, BlockReader>> = {
  'w:p': readParagraph,
  'w:tbl': (story, node, units) => readWithin(story, node, 'table', tableFacets(story, node), units),
  'w:tr': (story, node, units) => readWithin(story, node, 'row', rowFacets(node), units),
  'w:tc': (story, node, units) => readWithin(story, node, 'cell', propertyFacets(childNode(node, 'w:tcPr')), units),
  'w:sdt': readControl,
  'w:customXml': (story, node, units) => readWithin(story, node, 'custom XML', attributeFacets(node), units),
  'w:sectPr': (story, node, units) => units.push(sectionBoundary(story, node)),
  'w:altChunk': readImported,
  'w:tblPr': () => undefined,
  'w:tblGrid': () => undefined,
  'w:tblPrEx': () => undefined,
  'w:trPr': () => undefined,
  'w:tcPr': () => undefined,
  'w:bookmarkStart': (story, node) => readAnchor(story, node),
  'w:bookmarkEnd': (story, node) => readAnchor(story, node),
  'w:commentRangeStart': (story, node) => readAnchor(story, node),
  'w:commentRangeEnd': (story, node) => readAnchor(story, node),
  'w:permStart': (story, node) => readAnchor(story, node),
  'w:permEnd': (story, node) => readAnchor(story, node),
};

function readBlocks(story: StoryReading, node: CanonicalNode, units: AccountUnit[]): void {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    const read = Object.hasOwn(BLOCKS, child.name) ? BLOCKS[child.name] : readOtherBlock;
    read?.(story, child, units);
  }
}

function readParagraph(story: StoryReading, node: CanonicalNode, units: AccountUnit[]): void {
  const { reading } = story;
  const properties = childNode(node, 'w:pPr');
  const { style, format, mark, list } = paragraphSetUp(reading, properties);
  const withinOmitted = isOmitted(story);
  readInline(story, style, node);
  if (withinOmitted && isOmitted(story)) return;
  const { text, items, anchors } = story;
  for (const { what, name, at } of anchors) {
    if (what === 'bookmark' && !reading.bookmarks.has(name)) reading.bookmarks.set(name, text.slice(at, at + 80));
  }
  const number = story.counter.next(list);
  units.push({
    kind: 'paragraph',
    paragraph: node.paragraph,
    text,
    number: number?.shown,
    numberFormat: number?.format ?? '',
    format,
    mark,
    items,
    anchors,
  });
  story.items = [];
  story.anchors = [];
  story.text = '';
  const section = childNode(properties, 'w:sectPr');
  if (section !== undefined) units.push(sectionBoundary(story, section));
}

function readWithin(
  story: StoryReading,
  node: CanonicalNode,
  what: string,
  facets: Facets,
  units: AccountUnit[],
): void {
  const { paragraph } = node;
  units.push(boundary(what, paragraph + 1, facets));
  readBlocks(story, node, units);
  units.push(boundary(what, paragraph, NO_FACETS, false));
}

function readControl(story: StoryReading, node: CanonicalNode, units: AccountUnit[]): void {
  const content = childNode(node, 'w:sdtContent');
  const facets = controlFacets(childNode(node, 'w:sdtPr'));
  if (content !== undefined) readWithin(story, content, 'content control', facets, units);
  else units.push(boundary('content control', node.paragraph, facets));
}

function readImported(story: StoryReading, node: CanonicalNode, units: AccountUnit[]): void {
  const content = story.reading.source.refer(story.part, attributeOf(node, 'r:id') ?? '');
  units.push(boundary('imported file', node.paragraph, { content, set: canonicalText({ ...node, attributes: [] }) }));
}

/** What has no reader of its own: told by its canonical form. */
function readOtherBlock(story: StoryReading, node: CanonicalNode, units: AccountUnit[]): void {
  const content = canonicalText(node, (id) => story.reading.source.refer(story.part, id));
  units.push(boundary(node.name.replace(/^\w+:/, ''), node.paragraph, { content }));
}

const NOTHING: ReadonlySet<string> = new Set();
const TABLE_APART: ReadonlySet<string> = new Set(['w:tblStyle']);

function propertyFacets(node: CanonicalNode | undefined, without: ReadonlySet<string> = NOTHING): Facets {
  return Object.fromEntries(effective(readProperties(node, without)));
}

function tableFacets({ reading }: StoryReading, node: CanonicalNode): Facets {
  const properties = childNode(node, 'w:tblPr');
  const style = reading.sheet.style('table', attributeOf(childNode(properties, 'w:tblStyle')));
  const grid = childNodes(childNode(node, 'w:tblGrid')).map((column) => attributeOf(column, 'w:w') ?? '');
  return {
    ...propertyFacets(properties, TABLE_APART),
    style: [style.rest, ...[style.paragraph, style.run].flatMap((map) => [...effective(map)].join(';'))].join('|'),
    'style name': style.name,
    widths: grid.join(' '),
  };
}

function rowFacets(node: CanonicalNode): Facets {
  return { ...propertyFacets(childNode(node, 'w:tblPrEx')), ...propertyFacets(childNode(node, 'w:trPr')) };
}

function attributeFacets(node: CanonicalNode): Facets {
  return Object.fromEntries(node.attributes.map(([name, value]) => [name.replace(/^\w+:/, ''), value]));
}
