/** The styles of a document as its text uses them: each with what it inherits and the defaults of the document (17.7). */
import { attributeOf, type CanonicalNode, canonicalText, childNode, childNodes } from './canonical.ts';
import { type FormatProperties, layered, NO_FORMAT, readProperties } from './properties.ts';

/** A style with all that it inherits. */
export interface UsedStyle {
  /** In lower case for the names that Word gives, as Word compares them. */
  readonly name: string;
  readonly paragraph: FormatProperties;
  readonly run: FormatProperties;
  /** Of a table or list style: all that it sets, as one string. */
  readonly rest: string;
  /** The list that the style puts its paragraphs in: the id of the list and the level. */
  readonly list: ListReference | undefined;
}

/** A place in a list, by ids of the numbering part. */
export interface ListReference {
  readonly list: string | undefined;
  readonly level: string | undefined;
}

/** Looks styles up by their ids; an id that is not defined, or none, gives the default style of its type. */
export interface StyleSheet {
  readonly defaults: { readonly paragraph: FormatProperties; readonly run: FormatProperties };
  style(type: 'paragraph' | 'character' | 'table' | 'numbering', id: string | undefined): UsedStyle;
}

const PARAGRAPH_APART: ReadonlySet<string> = new Set(['w:pStyle', 'w:numPr', 'w:rPr', 'w:sectPr']);
const RUN_APART: ReadonlySet<string> = new Set(['w:rStyle']);
/** Chains of styles longer than this, loops among them, are cut. */
const LONGEST_CHAIN = 64;

const NO_STYLE: UsedStyle = { name: '', paragraph: NO_FORMAT, run: NO_FORMAT, rest: '', list: undefined };

/** What a `w:pPr` sets by itself. */
export function paragraphProperties(node: CanonicalNode | undefined): FormatProperties {
  return readProperties(node, PARAGRAPH_APART);
}

/** What a `w:rPr` sets by itself. */
export function runProperties(node: CanonicalNode | undefined): FormatProperties {
  return readProperties(node, RUN_APART);
}

/** The place in a list that a `w:pPr` names. */
export function listReference(properties: CanonicalNode | undefined): ListReference | undefined {
  const node = childNode(properties, 'w:numPr');
  if (node === undefined) return undefined;
  return { list: attributeOf(childNode(node, 'w:numId')), level: attributeOf(childNode(node, 'w:ilvl')) };
}

/** Reads the part of styles. */
export function styleSheet(root: CanonicalNode | undefined): StyleSheet {
  const nodes = new Map<string, CanonicalNode>();
  const fallback = new Map<string, string>();
  for (const node of childNodes(root)) {
    if (node.name !== 'w:style') continue;
    const [type, id] = [attributeOf(node, 'w:type') ?? 'paragraph', attributeOf(node, 'w:styleId') ?? ''];
    if (!nodes.has(`${type} ${id}`)) nodes.set(`${type} ${id}`, node);
    if (attributeOf(node, 'w:default') === '1' && !fallback.has(type)) fallback.set(type, id);
  }
  const known = new Map<string, UsedStyle>();
  const style = (type: string, id: string | undefined): UsedStyle => {
    const key = `${type} ${id !== undefined && nodes.has(`${type} ${id}`) ? id : fallback.get(type)}`;
    const found = known.get(key) ?? usedStyle(chainOf(nodes, key, type));
    known.set(key, found);
    return found;
  };
  return { defaults: defaultsOf(root), style };
}

function defaultsOf(root: CanonicalNode | undefined): StyleSheet['defaults'] {
  const defaults = childNode(root, 'w:docDefaults');
  return {
    paragraph: paragraphProperties(childNode(childNode(defaults, 'w:pPrDefault'), 'w:pPr')),
    run: runProperties(childNode(childNode(defaults, 'w:rPrDefault'), 'w:rPr')),
  };
}

/** A style and those that it is based on, the farthest first. */
function chainOf(nodes: ReadonlyMap<string, CanonicalNode>, key: string, type: string): readonly CanonicalNode[] {
  const chain: CanonicalNode[] = [];
  for (let at = nodes.get(key); at !== undefined && chain.length < LONGEST_CHAIN && !chain.includes(at); ) {
    chain.push(at);
    const base = attributeOf(childNode(at, 'w:basedOn'));
    at = base === undefined ? undefined : nodes.get(`${type} ${base}`);
  }
  return chain.reverse();
}

/** Children of a style that say what it is called, not what it does. */
const NAMING: ReadonlySet<string> = new Set(['w:name', 'w:basedOn', 'w:pPr', 'w:rPr']);

function usedStyle(chain: readonly CanonicalNode[]): UsedStyle {
  const own = chain.at(-1);
  if (own === undefined) return NO_STYLE;
  const lists = chain.map((node) => listReference(childNode(node, 'w:pPr'))).filter((list) => list !== undefined);
  const level = lists.findLast((list) => list.level !== undefined)?.level;
  const list = lists.findLast((one) => one.list !== undefined)?.list;
  return {
    name: (attributeOf(childNode(own, 'w:name')) ?? attributeOf(own, 'w:styleId') ?? '').toLowerCase(),
    paragraph: layered(chain.map((node) => paragraphProperties(childNode(node, 'w:pPr')))),
    run: layered(chain.map((node) => runProperties(childNode(node, 'w:rPr')))),
    rest: chain
      .flatMap((node) => childNodes(node).filter(({ name }) => !NAMING.has(name)))
      .map((node) => canonicalText(node))
      .join(''),
    list: lists.length === 0 ? undefined : { list, level },
  };
}

/** The toggles, which a character style inverts where the paragraph style sets them too (17.7.3). */
const TOGGLES: readonly string[] = [
  'b',
  'bCs',
  'i',
  'iCs',
  'caps',
  'smallCaps',
  'strike',
  'outline',
  'shadow',
  'emboss',
  'imprint',
  'vanish',
].map((name) => `w:${name}`);

/** What a run looks like: defaults, paragraph style, character style and its own properties, in this order. */
export function runFormatting(
  sheet: StyleSheet,
  paragraph: UsedStyle,
  node: CanonicalNode | undefined,
): FormatProperties {
  const id = attributeOf(childNode(node, 'w:rStyle'));
  const character = id === undefined ? NO_STYLE : sheet.style('character', id);
  const inverted = new Map(character.run);
  for (const toggle of TOGGLES) {
    if (paragraph.run.get(toggle) === '1' && character.run.get(toggle) === '1') inverted.set(toggle, '0');
  }
  return layered([sheet.defaults.run, paragraph.run, inverted, runProperties(node)]);
}
