/** The XML of a part as a tree of elements that know their offsets, so that the text can be edited where it stands. */
import { knownPrefix } from './namespaces.ts';
import { decode } from './tag.ts';
import { scanXml } from './xml.ts';

/** An element. Offsets are UTF-16 code units in the part's text, half-open. */
export interface Element {
  /** Under the known prefix, whatever prefix the file uses: `w:p`. */
  readonly name: string;
  readonly parent: Element | undefined;
  readonly children: Element[];
  readonly start: number;
  /** Behind the start tag. */
  readonly openEnd: number;
  /** Where the end tag begins; `end` where the start tag closes the element itself. */
  closeStart: number;
  end: number;
}

/** An XML part: its text and its root. */
export interface Part {
  /** The name of the part in the package. */
  readonly name: string;
  readonly source: string;
  readonly root: Element;
  /** Namespace names by the prefix as written, over the whole part. */
  readonly spaces: ReadonlyMap<string, string>;
  /** Namespace names that the root declares, by prefix. */
  readonly rootSpaces: ReadonlyMap<string, string>;
  /** The prefix with a colon that the file writes for WordprocessingML. */
  readonly w: string;
}

/** Builds the tree of a part. Throws `XmlError` where it is no XML or nests deeper than `depth`. */
export function parsePart(name: string, source: string, depth: number): Part {
  const top: Element[] = [];
  const spaces = new Map<string, string>();
  let rootSpaces: ReadonlyMap<string, string> = new Map();
  let open: Element | undefined;
  let declared = source.indexOf('xmlns');
  scanXml(
    source,
    {
      open(tag) {
        const { start, end } = tag;
        const made: Element = { name: tag.name, parent: open, children: [], start, openEnd: end, closeStart: end, end };
        (open?.children ?? top).push(made);
        open = made;
        if (declared >= start && declared < end) {
          for (const [key, value] of tag.attributes()) if (key.startsWith('xmlns')) declare(spaces, key, value);
          if (made.parent === undefined) rootSpaces = new Map(spaces);
        }
        while (declared >= 0 && declared < end) declared = source.indexOf('xmlns', declared + 5);
      },
      close(_, start, end) {
        if (open === undefined) return;
        if (end > open.openEnd) open.closeStart = start;
        open.end = end;
        open = open.parent;
      },
      text() {},
    },
    depth,
  );
  return { name, source, root: top[0] as Element, spaces, rootSpaces, w: prefixOf(spaces, 'w') };
}

function declare(spaces: Map<string, string>, key: string, value: string): void {
  const prefix = key.slice(6);
  if (!spaces.has(prefix)) spaces.set(prefix, decode(value));
}

function prefixOf(spaces: ReadonlyMap<string, string>, known: string): string {
  for (const [prefix, uri] of spaces) if (knownPrefix(uri) === known) return prefix === '' ? '' : `${prefix}:`;
  return `${known}:`;
}

/** The text of an element, tags included. */
export function xmlOf(part: Part, element: Element): string {
  return part.source.slice(element.start, element.end);
}

/** What stands between the tags of an element. */
export function innerXml(part: Part, element: Element): string {
  return part.source.slice(element.openEnd, element.closeStart);
}

/** Whether the start tag closes the element. */
export function isEmptyTag(part: Part, element: Element): boolean {
  return element.openEnd === element.end && part.source.charCodeAt(element.end - 2) === 47;
}

const ATTRIBUTE = /([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')/g;

/** An attribute: its known name, its name as written and its raw value. */
export interface Attribute {
  readonly name: string;
  readonly written: string;
  readonly raw: string;
}

/** The attributes of an element, namespace declarations included. */
export function attributesOf(part: Part, element: Element): Attribute[] {
  const tag = part.source.slice(element.start, element.openEnd);
  if (!tag.includes('=')) return [];
  return [...tag.matchAll(ATTRIBUTE)].map((match) => {
    const written = match[1] as string;
    return { name: knownName(part, written), written, raw: (match[2] as string).slice(1, -1) };
  });
}

function knownName(part: Part, written: string): string {
  const colon = written.indexOf(':');
  if (colon < 0 || written.startsWith('xmlns')) return written;
  const uri = part.spaces.get(written.slice(0, colon));
  return uri === undefined ? written : `${knownPrefix(uri)}:${written.slice(colon + 1)}`;
}

/** The value of an attribute by its known name, references resolved. */
export function attribute(part: Part, element: Element, name: string): string | undefined {
  const tag = part.source.slice(element.start, element.openEnd);
  const at = tag.indexOf(` ${name}="`);
  if (at >= 0 && writesKnown(part, name)) {
    const from = at + name.length + 3;
    return decode(tag.slice(from, tag.indexOf('"', from)));
  }
  if (!tag.includes(name.slice(name.indexOf(':') + 1))) return undefined;
  const found = attributesOf(part, element).find((one) => one.name === name);
  return found === undefined ? undefined : decode(found.raw);
}

const writtenKnown = new WeakMap<Part, Map<string, boolean>>();

/** Whether a part writes the prefix of a name as it is known, and for nothing else. */
function writesKnown(part: Part, name: string): boolean {
  const colon = name.indexOf(':');
  if (colon < 0) return true;
  const prefix = name.slice(0, colon);
  const known = writtenKnown.get(part) ?? new Map<string, boolean>();
  writtenKnown.set(part, known);
  const same = known.get(prefix) ?? (prefix === 'xml' || knownPrefix(part.spaces.get(prefix) ?? '') === prefix);
  known.set(prefix, same);
  return same;
}

/** A start tag of a part with another value for an attribute that it has, by its known name. */
export function tagWith(part: Part, tag: string, name: string, value: string): string {
  return tag.replace(ATTRIBUTE, (whole, written: string) =>
    knownName(part, written) === name ? `${written}="${escapeXml(value)}"` : whole,
  );
}

/** The first child of a name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name);
}

/** All elements below one, in document order; `enter` says whether to look below an element. */
export function* descendants(element: Element, enter: (element: Element) => boolean = () => true): Generator<Element> {
  for (const child of element.children) {
    yield child;
    if (enter(child)) yield* descendants(child, enter);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in XML, in attributes too. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);
}
