/**
 * XML as a tree of its own, free of the text that it was read from: names under the known prefixes, references resolved.
 * What is printed from it holds nothing but the elements and attributes that stand in the tree, with every text escaped.
 */
import { namespaceOf, UNKNOWN } from './namespaces.ts';
import { decode } from './tag.ts';
import { scanXml } from './xml.ts';

export interface XmlNode {
  /** Under the known prefix: `w:p`; `?:name` where the namespace is not known. */
  readonly name: string;
  /** Names under the known prefix, without namespace declarations. */
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly XmlChild[];
}

export type XmlChild = XmlNode | string;

/** Reads XML as a tree. Throws `XmlError` where it is malformed or nests deeper than `depth`. */
export function parseXml(source: string, depth: number): XmlNode {
  const root: XmlChild[] = [];
  const open: XmlChild[][] = [root];
  scanXml(
    source,
    {
      open(tag) {
        const children: XmlChild[] = [];
        const attributes = tag
          .attributes()
          .filter(([name]) => !/^xmlns(?::|$)/.test(name))
          .map(([name, value]): [string, string] => [known(name, (prefix) => tag.prefix(prefix)), decode(value)]);
        open[open.length - 1]?.push({ name: tag.name, attributes, children });
        open.push(children);
      },
      close() {
        open.pop();
      },
      text(start, end, raw) {
        const text = source.slice(start, end);
        open[open.length - 1]?.push(raw ? text : decode(text));
      },
    },
    depth,
  );
  return root.find((child) => typeof child !== 'string') as XmlNode;
}

function known(written: string, prefixOf: (written: string) => string | undefined): string {
  const colon = written.indexOf(':');
  if (colon < 0) return written;
  return `${prefixOf(written.slice(0, colon)) ?? UNKNOWN}:${written.slice(colon + 1)}`;
}

/** The tree as the text of a part, with a declaration. Names of unknown namespaces are left out. */
export function printXml(root: XmlNode): string {
  const prefixes = new Set<string>();
  collect(root, prefixes);
  const declared = [...prefixes]
    .filter((prefix) => prefix !== 'xml')
    .sort()
    .map((prefix): [string, string] => [`xmlns:${prefix}`, namespaceOf(prefix) ?? '']);
  const rooted = { ...root, attributes: [...declared, ...root.attributes] };
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${print(rooted)}`;
}

function collect(node: XmlNode, prefixes: Set<string>): void {
  for (const name of [node.name, ...node.attributes.map(([key]) => key)]) {
    const prefix = prefixIn(name);
    if (prefix !== '' && prefix !== UNKNOWN) prefixes.add(prefix);
  }
  for (const child of node.children) if (typeof child !== 'string') collect(child, prefixes);
}

function prefixIn(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

function print(child: XmlChild): string {
  if (typeof child === 'string') return escapeText(child);
  if (prefixIn(child.name) === UNKNOWN) return '';
  const attributes = child.attributes
    .filter(([name]) => prefixIn(name) !== UNKNOWN)
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join('');
  const inner = child.children.map(print).join('');
  return inner === '' ? `<${child.name}${attributes}/>` : `<${child.name}${attributes}>${inner}</${child.name}>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 (2.2) does not allow
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);
}

/** An element from its parts. */
export function xmlNode(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly XmlChild[] = [],
): XmlNode {
  return { name, attributes: Object.entries(attributes).map(([key, value]) => [key, String(value)]), children };
}

/** The elements among the children. */
export function elementsOf(node: XmlNode | undefined): XmlNode[] {
  return (node?.children ?? []).filter((child): child is XmlNode => typeof child !== 'string');
}

/** The first child of a name. */
export function childNamed(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return elementsOf(node).find((child) => child.name === name);
}

export function attributeOf(node: XmlNode | undefined, name: string): string | undefined {
  return node?.attributes.find(([key]) => key === name)?.[1];
}

/** The text within an element. */
export function textIn(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
