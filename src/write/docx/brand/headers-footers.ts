/** The headers and footers of a reference file as parts of ours, with what the document says in their fields. */
import type { Brand, BrandPart, ImageKind } from '../../../word/brand/index.ts';
import { attributeOf, elementsOf, printXml, type XmlChild, type XmlNode, xmlNode } from '../../../word/fragment.ts';
import type { PageReference } from '../finish.ts';
import type { PackedParts } from '../parts.ts';
import type { Authorship } from '../revisions.ts';

/** What a document says of itself, by the name that a field has for it, in small letters; before where it differs. */
export type StatedFacts = ReadonlyMap<string, { readonly before?: string; readonly after?: string }>;

/** What the parts need to know of the file. */
export interface HeaderSurroundings {
  readonly facts: StatedFacts;
  readonly authorship: Authorship;
  /** An id for a tracked change. */
  readonly nextId: () => number;
}

const TYPES: Readonly<Record<ImageKind, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
};

/** Ids of drawings in headers begin here, out of the way of those in the text. */
const FIRST_DRAWING = 100_000;

/** Adds the parts; gives how sections refer to them. */
export function addHeadersFooters(brand: Brand, parts: PackedParts, around: HeaderSurroundings): PageReference[] {
  const drawings = { last: FIRST_DRAWING };
  return brand.headersFooters.map((one, i) => {
    const filled = fill(one.root, around, drawings);
    const { name, id } = parts.addPart(one.part, '');
    const ids = new Map(
      one.images.map((image, k) => [image.id, addImage(parts, name, image, `brand${i + 1}-${k + 1}`)]),
    );
    parts.write(name, printXml(withImages(filled, ids)));
    return { part: one.part, type: one.type, id };
  });
}

function addImage(
  parts: PackedParts,
  part: string,
  { kind, bytes }: BrandPart['images'][number],
  file: string,
): string {
  parts.declareExtension(kind, TYPES[kind]);
  parts.write(`word/media/${file}.${kind}`, bytes);
  return parts.relate(part, 'image', `media/${file}.${kind}`);
}

function withImages(node: XmlNode, ids: ReadonlyMap<string, string>): XmlNode {
  const attributes = node.attributes.map(([name, value]): [string, string] => [
    name,
    name === 'r:embed' ? (ids.get(value) ?? value) : value,
  ]);
  return {
    ...node,
    attributes,
    children: node.children.map((child) => (typeof child === 'string' ? child : withImages(child, ids))),
  };
}

function fill(node: XmlNode, around: HeaderSurroundings, drawings: { last: number }): XmlNode {
  const children = node.children.flatMap((child): XmlChild[] => {
    if (typeof child === 'string') return [child];
    return child.name === 'field' ? fieldRuns(child, around) : [fill(child, around, drawings)];
  });
  if (node.name !== 'wp:docPr') return { ...node, children };
  drawings.last += 1;
  const attributes = node.attributes.map(([name, value]): [string, string] => [
    name,
    name === 'id' ? String(drawings.last) : value,
  ]);
  return { ...node, attributes, children };
}

/** A field with its result; where the sides differ, the deleted and the inserted text, which no field could be. */
function fieldRuns(field: XmlNode, around: HeaderSurroundings): XmlNode[] {
  const instruction = attributeOf(field, 'instruction') ?? '';
  const properties = elementsOf(field);
  const run = (children: readonly XmlNode[]): XmlNode => xmlNode('w:r', {}, [...properties, ...children]);
  const text = (value: string, name = 'w:t'): XmlNode => run([xmlNode(name, { 'xml:space': 'preserve' }, [value])]);
  const fact = around.facts.get(factName(instruction));
  if (fact !== undefined && fact.before !== fact.after) {
    const mark = (name: string, runs: XmlNode): XmlNode => xmlNode(name, attributesOf(around), [runs]);
    return [
      ...(fact.before === undefined ? [] : [mark('w:del', text(fact.before, 'w:delText'))]),
      ...(fact.after === undefined ? [] : [mark('w:ins', text(fact.after))]),
    ];
  }
  const character = (kind: string): XmlNode => run([xmlNode('w:fldChar', { 'w:fldCharType': kind })]);
  const result = fact?.after ?? (/^(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(instruction) ? '1' : '');
  return [
    character('begin'),
    run([xmlNode('w:instrText', { 'xml:space': 'preserve' }, [` ${instruction} `])]),
    character('separate'),
    ...(result === '' ? [] : [text(result)]),
    character('end'),
  ];
}

function attributesOf({ authorship, nextId }: HeaderSurroundings): Record<string, string | number> {
  const { author, date } = authorship;
  return { 'w:id': nextId(), 'w:author': author, ...(date === undefined ? {} : { 'w:date': date }) };
}

/** The name of the fact that a field prints: `version` for `DOCPROPERTY "Version" \* MERGEFORMAT`. */
export function factName(instruction: string): string {
  const [, name = '', argument = ''] = /^(\w+)\s*(?:"([^"]*)"|([^\s\\]*))?/.exec(instruction) ?? [];
  const unquoted = /^\w+\s+([^\s"\\]+)/.exec(instruction)?.[1];
  if (name.toUpperCase() !== 'DOCPROPERTY') return name.toLowerCase();
  const property = (argument || unquoted || '').toLowerCase();
  return property === 'company' ? 'organisation' : property;
}

/** The names of the facts that the headers and footers show. */
export function shownFacts(brand: Brand): Set<string> {
  const names = new Set<string>();
  const visit = (node: XmlNode): void => {
    if (node.name === 'field') names.add(factName(attributeOf(node, 'instruction') ?? ''));
    for (const child of elementsOf(node)) visit(child);
  };
  for (const { root } of brand.headersFooters) visit(root);
  return names;
}
