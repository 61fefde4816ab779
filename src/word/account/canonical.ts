/**
 * The canonical tree of an XML part: known prefixes, sorted attributes with references resolved, and nothing that has no
 * meaning, so that two spellings of one thing are one tree.
 */
import { decode, isSpace, type Tag } from '../tag.ts';
import { scanXml } from '../xml.ts';
import { isSilentAttribute, isSilentElement } from './no-meaning.ts';
import { attributeSpelling, canonicalValue, elementSpelling } from './spelling.ts';

/** The name of an attribute and its value. */
export type CanonicalAttribute = readonly [string, string];

/** An element in canonical form. */
export interface CanonicalNode {
  readonly name: string;
  /** Sorted by name. */
  readonly attributes: readonly CanonicalAttribute[];
  readonly children: readonly CanonicalChild[];
  /** The number of the last paragraph (`w:p`) of the part that begins at or before the element, from 1; 0 before the first. */
  readonly paragraph: number;
  /** Whether it is a tracked change or holds one. */
  readonly tracked: boolean;
}

export type CanonicalChild = CanonicalNode | string;

interface OpenNode {
  readonly name: string;
  readonly attributes: readonly CanonicalAttribute[];
  children: CanonicalChild[] | undefined;
  readonly paragraph: number;
  /** Of a choice: whether all namespaces that it requires are known. */
  readonly readable: boolean;
  /** Of a text: whether white space at its ends counts. */
  readonly preserve: boolean;
  hasElements: boolean;
  tracked: boolean;
  /** The element as it is written, where others may be spelled alike; else empty. */
  spelling: string;
}

const NONE: readonly CanonicalAttribute[] = [];
const EMPTY: readonly CanonicalChild[] = [];

/** Elements whose text Word trims unless it is told to preserve white space. */
const TEXTS: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t']);

/** Elements that stand for a tracked change (17.13.5), which are resolved before a part is read. */
const TRACKED: ReadonlySet<string> = new Set([
  'w:ins',
  'w:del',
  'w:delText',
  'w:delInstrText',
  'w:moveFrom',
  'w:moveTo',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart',
  'w:customXmlMoveFromRangeEnd',
  'w:customXmlMoveToRangeStart',
  'w:customXmlMoveToRangeEnd',
]);

/** Elements of properties, of which a part has many that are spelled alike: each spelling is read once. */
const REPEATED: ReadonlySet<string> = new Set(['w:pPr', 'w:rPr', 'w:tcPr', 'w:trPr']);

/** Reads a part into its canonical tree. Throws `XmlError` where it is no XML or nests deeper than `depth`. */
export function canonicalTree(source: string, depth: number): CanonicalNode {
  const top: OpenNode = openNode('', NONE, 0, true, false);
  const open: OpenNode[] = [top];
  const spelled = new Map<string, CanonicalNode>();
  const sharesSpellings = declaresAtRootOnly(source);
  const tags = sharesSpellings ? new Map<string, SpelledTag>() : undefined;
  let paragraph = 0;
  let skipped = false;
  scanXml(
    source,
    {
      open(tag) {
        const parent = open[open.length - 1] as OpenNode;
        const name = elementSpelling(parent.name, tag.name);
        if (name === 'w:p') paragraph += 1;
        skipped = name !== 'mc:Fallback' && isSilentElement(parent.name, name);
        if (skipped) return true;
        const made = opened(tags, source, tag, name, parent, paragraph);
        if (sharesSpellings && REPEATED.has(name)) {
          made.spelling = spellingOf(source, tag);
          const known = made.spelling === '' ? undefined : spelled.get(made.spelling);
          if (known !== undefined) {
            skipped = true;
            addChild(parent, known);
            return true;
          }
        }
        open.push(made);
        return false;
      },
      close() {
        if (skipped) skipped = false;
        else closeNode(open.pop() as OpenNode, open[open.length - 1] as OpenNode, spelled);
      },
      text(start, end, raw) {
        const text = source.slice(start, end);
        const parent = open[open.length - 1] as OpenNode;
        parent.children ??= [];
        parent.children.push(raw ? text.replaceAll('\r\n', '\n') : decode(text.replaceAll('\r\n', '\n')));
      },
    },
    depth,
  );
  const root = top.children?.find((child): child is CanonicalNode => typeof child !== 'string');
  return root ?? { name: '', attributes: NONE, children: EMPTY, paragraph: 0, tracked: false };
}

/** Whether one spelling means one thing throughout: no element within the root declares a namespace, and no tag is hidden. */
function declaresAtRootOnly(source: string): boolean {
  const root = source.search(/<[^?!]/);
  if (root < 0 || source.lastIndexOf('xmlns') > source.indexOf('>', root)) return false;
  return !source.includes('<!', root);
}

/** An element as it is written; empty where it holds former properties, among which its own end is not easily found. */
function spellingOf(source: string, tag: Tag): string {
  if (tag.empty) return source.slice(tag.start, tag.end);
  let nameEnd = tag.start + 1;
  while (nameEnd < tag.end - 1 && !isSpace(source.charCodeAt(nameEnd))) nameEnd++;
  const name = source.slice(tag.start + 1, nameEnd);
  const ahead = source.slice(tag.end, tag.end + LONGEST_SPELLING);
  const end = ahead.indexOf(`</${name}`);
  if (end < 0 || ahead.startsWith('Change', end + 2 + name.length)) return '';
  const spelling = source.slice(tag.start, tag.end + end);
  return spelling.includes('Change') ? '' : spelling;
}

/** Longer elements, in UTF-16 units, are read each by itself. */
const LONGEST_SPELLING = 4096;

function openNode(
  name: string,
  attributes: readonly CanonicalAttribute[],
  paragraph: number,
  readable: boolean,
  preserve: boolean,
): OpenNode {
  const tracked = TRACKED.has(name);
  return {
    name,
    attributes,
    children: undefined,
    paragraph,
    readable,
    preserve,
    hasElements: false,
    tracked,
    spelling: '',
  };
}

/** What the attributes of a tag say; tags that are spelled alike share it. */
interface SpelledTag {
  readonly attributes: readonly CanonicalAttribute[];
  readonly readable: boolean;
  readonly preserve: boolean | undefined;
}

/** Beyond so many spellings no more are remembered. */
const REMEMBERED = 20_000;

function opened(
  tags: Map<string, SpelledTag> | undefined,
  source: string,
  tag: Tag,
  name: string,
  parent: OpenNode,
  paragraph: number,
): OpenNode {
  if (tag.end - tag.start <= name.length + 3) return openNode(name, NONE, paragraph, true, parent.preserve);
  const spelling = source.slice(tag.start, tag.end);
  let said = tags?.get(spelling);
  if (said === undefined) {
    said = spelledTag(tag, name);
    if (tags !== undefined && tags.size < REMEMBERED) tags.set(spelling, said);
  }
  return openNode(name, said.attributes, paragraph, said.readable, said.preserve ?? parent.preserve);
}

function spelledTag(tag: Tag, name: string): SpelledTag {
  const written = tag.attributes();
  const space = written.find(([key]) => key === 'xml:space')?.[1];
  return {
    attributes: canonicalAttributes(tag, name, written),
    readable: name !== 'mc:Choice' || requirementsKnown(tag, written),
    preserve: space === undefined ? undefined : space === 'preserve',
  };
}

function requirementsKnown(tag: Tag, written: readonly (readonly [string, string])[]): boolean {
  const required = written.find(([key]) => key === 'Requires')?.[1] ?? '';
  return required.split(/\s+/).every((prefix) => (tag.prefix(prefix) ?? '?') !== '?');
}

function canonicalAttributes(
  tag: Tag,
  element: string,
  written: readonly (readonly [string, string])[],
): readonly CanonicalAttribute[] {
  if (written.length === 0) return NONE;
  const all: CanonicalAttribute[] = [];
  for (const [key, raw] of written) {
    const colon = key.indexOf(':');
    const name = colon < 0 ? key : `${tag.prefix(key.slice(0, colon)) ?? key.slice(0, colon)}:${key.slice(colon + 1)}`;
    if (key.startsWith('xmlns') || isSilentAttribute(element, name)) continue;
    const known = attributeSpelling(element, name);
    all.push([known, canonicalValue(element, known, decode(raw.replace(/[\t\n\r]/g, ' ')))]);
  }
  if (all.length === 0) return NONE;
  return all.length === 1 ? all : all.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function closeNode(node: OpenNode, parent: OpenNode, spelled: Map<string, CanonicalNode>): void {
  if (node.name === 'mc:AlternateContent') {
    parent.tracked ||= node.tracked;
    parent.hasElements = true;
    parent.children ??= [];
    for (const child of alternative(node)) parent.children.push(child);
    return;
  }
  const { name, attributes, paragraph, tracked, spelling } = node;
  const readable = node.readable ? attributes : [...attributes, ['unread', '1'] as const];
  const made = { name, attributes: readable, children: childrenOf(node), paragraph, tracked };
  if (spelling !== '') spelled.set(spelling, made);
  addChild(parent, made);
}

function addChild(parent: OpenNode, child: CanonicalNode): void {
  parent.hasElements = true;
  parent.tracked ||= child.tracked;
  parent.children ??= [];
  parent.children.push(child);
}

/** What a program shows that knows the namespaces Word 2010 to 2016 brought: the first choice it can read, else the fallback. */
function alternative(node: OpenNode): readonly CanonicalChild[] {
  const branches = (node.children ?? []).filter((child): child is CanonicalNode => typeof child !== 'string');
  const choice = branches.find(({ name, attributes }) => name === 'mc:Choice' && attributes.at(-1)?.[0] !== 'unread');
  const fallback = branches.find(({ name }) => name === 'mc:Fallback');
  return (choice ?? fallback)?.children ?? [];
}

/** The children without white space between elements, and with neighbouring texts as one. */
function childrenOf({ name, children, hasElements, preserve }: OpenNode): readonly CanonicalChild[] {
  if (children === undefined) return EMPTY;
  if (!hasElements) {
    const text = children.length === 1 ? (children[0] as string) : children.join('');
    const kept = TEXTS.has(name) && !preserve ? text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '') : text;
    return kept === '' ? EMPTY : [kept];
  }
  return children.some(isBlank) ? children.filter((child) => !isBlank(child)) : children;
}

function isBlank(child: CanonicalChild): boolean {
  return typeof child === 'string' && !/[^ \t\n\r]/.test(child);
}

/** The first child element of a name. */
export function childNode(node: CanonicalNode | undefined, name: string): CanonicalNode | undefined {
  if (node === undefined) return undefined;
  for (const child of node.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** The child elements. */
export function childNodes(node: CanonicalNode | undefined): readonly CanonicalNode[] {
  return node === undefined ? [] : node.children.filter((child): child is CanonicalNode => typeof child !== 'string');
}

/** The value of an attribute. */
export function attributeOf(node: CanonicalNode | undefined, name = 'w:val'): string | undefined {
  if (node === undefined) return undefined;
  for (const [key, value] of node.attributes) if (key === name) return value;
  return undefined;
}

/** All text in an element. */
export function textOf(node: CanonicalNode): string {
  const [only, ...more] = node.children;
  if (more.length === 0) return only === undefined ? '' : typeof only === 'string' ? only : textOf(only);
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** An element as one string, the same for two just where they are the same; `refer` tells what a relationship leads to. */
export function canonicalText(node: CanonicalNode, refer: (id: string) => string = (id) => id): string {
  const attributes = node.attributes.map(
    ([name, value]) => ` ${name}=${JSON.stringify(name.startsWith('r:') ? refer(value) : value)}`,
  );
  const children = node.children.map((child) =>
    typeof child === 'string' ? JSON.stringify(child) : canonicalText(child, refer),
  );
  return `<${node.name}${attributes.join('')}>${children.join('')}</>`;
}
