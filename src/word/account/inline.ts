/** What stands in a paragraph, in its order: text, fields, links, notes, drawings, content controls (17.3, 17.5.2, 17.16). */
import { attributeOf, type CanonicalNode, canonicalText, childNode, childNodes, textOf } from './canonical.ts';
import { drawingAccount } from './drawing.ts';
import { beginField, emit, endField, finishCode, inCode, readFieldCode, readFieldMark } from './fields.ts';
import { formatOfRun, NO_FACETS, NO_STORIES, type StoryReading } from './reading.ts';
import type { UsedStyle } from './style-sheet.ts';
import type { AccountFormat, AccountStory, Facets } from './types.ts';

/** The sign that stands for a thing that is no text. */
export const OBJECT = '\ufffc';

interface InlineReading {
  readonly story: StoryReading;
  readonly style: UsedStyle;
}

/** Reads what a paragraph holds into the items and anchors of its story. */
export function readInline(story: StoryReading, style: UsedStyle, node: CanonicalNode): void {
  readAll({ story, style }, node);
}

function readAll(at: InlineReading, node: CanonicalNode): void {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    const read = INLINE.get(child.name) ?? readOther;
    read(at, child);
  }
}

type InlineReader = (at: InlineReading, node: CanonicalNode) => void;
type RunReader = (at: InlineReading, node: CanonicalNode, format: AccountFormat) => void;

const INLINE: ReadonlyMap<string, InlineReader> = new Map<string, InlineReader>(
  Object.entries<InlineReader>({
    'w:pPr': () => undefined,
    'w:r': readRun,
    'w:hyperlink': readLink,
    'w:fldSimple': readSimpleField,
    'w:sdt': readControl,
    'w:smartTag': readAll,
    'w:customXml': (at, node) => readWithin(at, node, 'custom XML', attributeFacets(node)),
    'w:dir': (at, node) => readWithin(at, node, 'direction', attributeFacets(node)),
    'w:bdo': (at, node) => readWithin(at, node, 'direction', attributeFacets(node)),
    'm:oMath': (at, node) => readObject(at, node, 'equation'),
    'm:oMathPara': (at, node) => readObject(at, node, 'equation'),
    'w:bookmarkStart': ({ story }, node) => readAnchor(story, node),
    'w:bookmarkEnd': ({ story }, node) => readAnchor(story, node),
    'w:commentRangeStart': ({ story }, node) => readAnchor(story, node),
    'w:commentRangeEnd': ({ story }, node) => readAnchor(story, node),
    'w:permStart': ({ story }, node) => readAnchor(story, node),
    'w:permEnd': ({ story }, node) => readAnchor(story, node),
  }),
);

const RUN: ReadonlyMap<string, RunReader> = new Map<string, RunReader>(
  Object.entries<RunReader>({
    'w:rPr': () => undefined,
    'w:t': (at, node, format) => emitText(at, spaced(textOf(node)), format),
    'w:tab': (at, _, format) => emitText(at, '\t', format),
    'w:br': readBreak,
    'w:cr': (at, _, format) => emitThing(at, 'break', '\n', format, {}),
    'w:noBreakHyphen': (at, _, format) => emitText(at, '\u2011', format),
    'w:softHyphen': (at, _, format) => emitText(at, '\u00ad', format),
    'w:sym': (at, node, format) => emitThing(at, 'symbol', OBJECT, format, attributeFacets(node)),
    'w:fldChar': ({ story }, node, format) => readFieldMark(story, node, format),
    'w:instrText': ({ story }, node, format) => readFieldCode(story, node, format),
    'w:footnoteReference': (at, node, format) => readCall(at, node, format, 'footnote'),
    'w:endnoteReference': (at, node, format) => readCall(at, node, format, 'endnote'),
    'w:commentReference': (at, node, format) => readCall(at, node, format, 'comment'),
    'w:annotationRef': () => undefined,
    'w:drawing': (at, node, format) => readObject(at, node, 'drawing', format),
    'w:pict': (at, node, format) => readObject(at, node, 'drawing', format),
    'w:object': (at, node, format) => readObject(at, node, 'object', format),
    'w:ruby': readRuby,
  }),
);

function readRun(at: InlineReading, node: CanonicalNode): void {
  const format = formatOfRun(at.story.reading, at.style, childNode(node, 'w:rPr'));
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    const read = RUN.get(child.name) ?? readOtherInRun;
    read(at, child, format);
  }
}

function readOther(at: InlineReading, node: CanonicalNode): void {
  readOtherInRun(at, node, formatOfRun(at.story.reading, at.style, undefined));
}

/** What has no reader of its own: told by its canonical form. */
function readOtherInRun(at: InlineReading, node: CanonicalNode, format: AccountFormat): void {
  const content = canonicalText(node, (id) => at.story.reading.source.refer(at.story.part, id));
  emitThing(at, node.name.replace(/^\w+:/, ''), OBJECT, format, { content });
}

/** Text in which each line break and tab of the XML is a space, as Word shows it. */
function spaced(text: string): string {
  return /[\n\r\t]/.test(text) ? text.replace(/[\n\r\t]/g, ' ') : text;
}

function emitText({ story }: InlineReading, text: string, format: AccountFormat): void {
  if (text !== '') emit(story, { what: 'text', text, format, facets: NO_FACETS, inner: NO_STORIES });
}

function emitThing(
  { story }: InlineReading,
  what: string,
  text: string,
  format: AccountFormat,
  facets: Facets,
  inner: readonly AccountStory[] = NO_STORIES,
): void {
  emit(story, { what, text, format, facets, inner });
}

/** The attributes as facets. */
function attributeFacets(node: CanonicalNode): Facets {
  return Object.fromEntries(node.attributes.map(([name, value]) => [name.replace(/^\w+:/, ''), value]));
}

function readBreak(at: InlineReading, node: CanonicalNode, format: AccountFormat): void {
  const { type = 'textWrapping', clear = 'none' } = attributeFacets(node);
  emitThing(at, 'break', '\n', format, {
    ...(type === 'textWrapping' ? {} : { type }),
    ...(clear === 'none' ? {} : { clear }),
  });
}

/** Reads what an element holds between a thing that opens and one that closes. */
function readWithin(at: InlineReading, node: CanonicalNode, what: string, facets: Facets): void {
  const format = formatOfRun(at.story.reading, at.style, undefined);
  emitThing(at, what, '', format, facets);
  readAll(at, node);
  emitThing(at, `${what} end`, '', format, what === 'link' ? facets : NO_FACETS);
}

function readLink(at: InlineReading, node: CanonicalNode): void {
  const { story } = at;
  const facets: Record<string, string> = {};
  for (const [name, value] of node.attributes) {
    if (name === 'r:id') facets.target = story.reading.source.refer(story.part, value);
    else if (value !== '') facets[name === 'w:tgtFrame' ? 'frame' : name.replace(/^\w+:/, '')] = value;
  }
  readWithin(at, node, 'link', facets);
}

function readSimpleField(at: InlineReading, node: CanonicalNode): void {
  const { story } = at;
  const format = formatOfRun(story.reading, at.style, undefined);
  beginField(story, node, format);
  const field = story.fields.at(-1);
  if (field !== undefined) {
    field.code = attributeOf(node, 'w:instr') ?? '';
    finishCode(story, field);
  }
  readAll(at, node);
  endField(story, format);
}

function readControl(at: InlineReading, node: CanonicalNode): void {
  const format = formatOfRun(at.story.reading, at.style, undefined);
  emitThing(at, 'content control', '', format, controlFacets(childNode(node, 'w:sdtPr')));
  const content = childNode(node, 'w:sdtContent');
  if (content !== undefined) readAll(at, content);
  emitThing(at, 'content control end', '', format, {});
}

/** What a content control is: its kind, title, tag, tick, data it is bound to. */
export function controlFacets(properties: CanonicalNode | undefined): Facets {
  const facets: Record<string, string> = {};
  for (const child of childNodes(properties)) {
    if (child.name === 'w14:checkbox') {
      facets.ticked = attributeOf(childNode(child, 'w14:checked'), 'w14:val') ?? '0';
      const rest = childNodes(child).filter(({ name }) => name !== 'w14:checked');
      facets.checkbox = canonicalText({ ...child, children: rest });
    } else facets[child.name.replace(/^\w+:/, '')] = canonicalText(child);
  }
  if (facets.ticked === 'true') facets.ticked = '1';
  if (facets.ticked === 'false') facets.ticked = '0';
  return facets;
}

function readCall(at: InlineReading, node: CanonicalNode, format: AccountFormat, what: string): void {
  const called = at.story.reading.called.get(`${what} ${attributeOf(node, 'w:id')}`);
  const facets: Record<string, string> = called === undefined ? { missing: '1' } : {};
  if (attributeOf(node, 'w:customMarkFollows') === '1') facets.mark = 'own';
  if (what === 'comment') {
    facets.author = attributeOf(called?.node, 'w:author') ?? '';
    facets.date = attributeOf(called?.node, 'w:date') ?? '';
  }
  const inner = called === undefined ? [] : [at.story.story(called.part, called.node, what)];
  emitThing(at, what, what === 'comment' ? '' : OBJECT, format, facets, inner);
}

function readObject(at: InlineReading, node: CanonicalNode, what: string, format?: AccountFormat): void {
  const { story } = at;
  const { facets, boxes } = drawingAccount(node, (id) => story.reading.source.refer(story.part, id));
  const inner = inCode(story) ? [] : boxes.map((box) => story.story(story.part, box, 'text box'));
  emitThing(at, what, OBJECT, format ?? formatOfRun(story.reading, at.style, undefined), facets, inner);
}

/** Text with a reading above it (17.3.3.25): the text counts as text. */
function readRuby(at: InlineReading, node: CanonicalNode, format: AccountFormat): void {
  const reading = childNode(node, 'w:rt');
  const set = canonicalText({ ...node, children: childNodes(node).filter(({ name }) => name === 'w:rubyPr') });
  emitThing(at, 'ruby', '', format, { reading: reading === undefined ? '' : textOf(reading), set });
  const base = childNode(node, 'w:rubyBase');
  if (base !== undefined) readAll(at, base);
  emitThing(at, 'ruby end', '', format, {});
}

/** Bookmarks that Word makes for itself, which lead nowhere. */
const OWN_BOOKMARKS = /^_(?:GoBack$|Hlk\d)/;

/** A bookmark, the range of a comment or of a permission, at the place where it stands. */
export function readAnchor(story: StoryReading, node: CanonicalNode): void {
  const kind = node.name.replace(/^w:|(?:Range)?(?:Start|End)$/g, '');
  const id = `${kind} ${attributeOf(node, 'w:id')}`;
  const starts = node.name.endsWith('Start');
  const name = starts ? anchorName(kind, node) : story.ranges.get(id);
  if (name === undefined || OWN_BOOKMARKS.test(name)) return;
  if (starts) story.ranges.set(id, name);
  story.anchors.push({ what: starts ? kind : `${kind} end`, name, at: story.text.length });
}

function anchorName(kind: string, node: CanonicalNode): string {
  if (kind === 'bookmark') {
    const columns = attributeOf(node, 'w:colFirst');
    return (
      (attributeOf(node, 'w:name') ?? '') +
      (columns === undefined ? '' : ` ${columns} to ${attributeOf(node, 'w:colLast')}`)
    );
  }
  return kind === 'perm' ? (attributeOf(node, 'w:edGrp') ?? attributeOf(node, 'w:ed') ?? '') : kind;
}
