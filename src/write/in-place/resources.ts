/** What brought-in content rests on: styles, numbering, relationships and media, taken over under fresh ids where needed. */

import { digest } from './digest.ts';
import { bytesKey, type Document } from './document.ts';
import type { Output } from './output.ts';
import { rawRelationship } from './output.ts';
import { attribute, attributesOf, childOf, type Element, type Part, xmlOf } from './tree.ts';
import { hasPart, partBytes, partName } from './word.ts';

/** Maps ids of before to ids of after. */
export interface Resources {
  style(id: string): string;
  numbering(id: string): string;
  relationship(part: Part, id: string, into: Part): string;
}

/** The resources of two packages; what only before has is added to `output` when it is first asked for. */
export function resourcesOf(before: Document, after: Document, output: Output, lists: readonly ListPair[]): Resources {
  return {
    style: styleMap(before, after, output),
    numbering: numberingMap(before, after, output, lists),
    relationship: relationshipMap(before, after, output),
  };
}

function remembered(make: (id: string) => string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const value = known.get(id) ?? make(id);
    known.set(id, value);
    return value;
  };
}

/** A style by its id, then by its name; one that after has not is taken over with those that it is based on. */
function styleMap(before: Document, after: Document, output: Output): (id: string) => string {
  const [from, to] = [partOf(before, 'styles'), partOf(after, 'styles')];
  if (from === undefined || to === undefined) return (id) => id;
  const [theirs, ours] = [stylesOf(from), stylesOf(to)];
  const names = new Map([...ours].map(([id, style]) => [nameOf(to, style), id]));
  const take = remembered((id) => {
    const style = theirs.get(id);
    if (style === undefined || ours.has(id)) return id;
    const same = names.get(nameOf(from, style));
    if (same !== undefined) return same;
    let xml = xmlOf(from, style).replace(/\sw:default="(?:1|true|on)"/, '');
    for (const name of ['w:basedOn', 'w:next', 'w:link']) {
      const link = childOf(style, name);
      const target = link === undefined ? undefined : attribute(from, link, 'w:val');
      if (target === undefined || target === id) continue;
      if (name === 'w:basedOn') take(target);
      else if (!ours.has(target)) xml = xml.replace(xmlOf(from, link as Element), '');
    }
    output.edits(to).insert(to.root.closeStart, xml);
    return id;
  });
  return take;
}

function partOf(document: Document, type: string): Part | undefined {
  const name = document.partOf(type);
  return name === undefined ? undefined : document.part(name);
}

function stylesOf(part: Part): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const child of part.root.children) {
    const id = child.name === 'w:style' ? attribute(part, child, 'w:styleId') : undefined;
    if (id !== undefined) found.set(id, child);
  }
  return found;
}

function nameOf(part: Part, style: Element): string {
  const name = childOf(style, 'w:name');
  const type = attribute(part, style, 'w:type') ?? '';
  return `${type} ${name === undefined ? '' : (attribute(part, name, 'w:val') ?? '').toLowerCase()}`;
}

interface List {
  readonly num: Element;
  readonly abstract: Element | undefined;
  /** What its levels look like, and what it says of its own. */
  readonly looks: string;
  readonly key: string;
}

/** Paragraphs that stand on both sides: the list of the one before, and that of the one after. */
export type ListPair = readonly [before: string, after: string];

/**
 * A list by the paragraphs that stand in it on both sides, where it looks the same. One that has none is taken over as a
 * list of its own, since two lists that look alike count apart.
 */
function numberingMap(
  before: Document,
  after: Document,
  output: Output,
  pairs: readonly ListPair[],
): (id: string) => string {
  const [from, to] = [partOf(before, 'numbering'), partOf(after, 'numbering')];
  if (from === undefined || to === undefined) return (id) => id;
  const [theirs, ours] = [listsOf(before, from), listsOf(after, to)];
  const voted = votedLists(pairs, theirs, ours);
  const abstracts = new Map([...ours.values()].map(({ looks, abstract }) => [looks, abstractId(to, abstract)]));
  let last = Math.max(0, ...[...ours.keys()].map(Number).filter(Number.isFinite));
  let lastAbstract = highestAbstract(to);
  const nums = to.root.children.filter((child) => child.name === 'w:num');
  return remembered((id) => {
    const list = theirs.get(id);
    const known = voted.get(id);
    if (known !== undefined) return known;
    if (list?.abstract === undefined) return id;
    let abstract = abstracts.get(list.looks);
    if (abstract === undefined) {
      abstract = String(++lastAbstract);
      abstracts.set(list.looks, abstract);
      const copied = withAttribute(from, list.abstract, 'w:abstractNumId', abstract);
      output.edits(to).insert(nums[0]?.start ?? to.root.closeStart, copied);
    }
    const fresh = String(++last);
    const num = withAttribute(from, list.num, 'w:numId', fresh);
    const end = nums[nums.length - 1]?.end ?? to.root.closeStart;
    output.edits(to).insert(end, num.replace(/(<[^>]*abstractNumId[^>]*val=)"[^"]*"/, `$1"${abstract}"`), 1);
    return fresh;
  });
}

/** Lists that most paragraphs say are the same, each of one side for one of the other. */
function votedLists(
  pairs: readonly ListPair[],
  theirs: ReadonlyMap<string, List>,
  ours: ReadonlyMap<string, List>,
): Map<string, string> {
  const votes = new Map<string, number>();
  for (const [x, y] of pairs) votes.set(`${x} ${y}`, (votes.get(`${x} ${y}`) ?? 0) + 1);
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const [pair] of [...votes].sort((a, b) => b[1] - a[1])) {
    const [x, y] = pair.split(' ') as [string, string];
    if (found.has(x) || taken.has(y) || theirs.get(x)?.key !== ours.get(y)?.key) continue;
    found.set(x, y);
    taken.add(y);
  }
  return found;
}

function abstractId(part: Part, abstract: Element | undefined): string | undefined {
  return abstract === undefined ? undefined : attribute(part, abstract, 'w:abstractNumId');
}

function highestAbstract(part: Part): number {
  const ids = part.root.children.map((child) => Number(attribute(part, child, 'w:abstractNumId') ?? '-1'));
  return Math.max(0, ...ids.filter(Number.isFinite));
}

function withAttribute(part: Part, element: Element, name: string, value: string): string {
  const found = attributesOf(part, element).find((one) => one.name === name);
  const xml = xmlOf(part, element);
  return found === undefined ? xml : xml.replace(`${found.written}="${found.raw}"`, `${found.written}="${value}"`);
}

const WITHOUT_IDS = new Set(['w:nsid', 'w:tmpl', 'w:abstractNumId']);

function listsOf(document: Document, part: Part): Map<string, List> {
  const abstracts = new Map<string, Element>();
  const lists = new Map<string, List>();
  for (const child of part.root.children) {
    if (child.name === 'w:abstractNum') abstracts.set(attribute(part, child, 'w:abstractNumId') ?? '', child);
    const id = child.name === 'w:num' ? attribute(part, child, 'w:numId') : undefined;
    if (id === undefined) continue;
    const link = childOf(child, 'w:abstractNumId');
    const abstract = abstracts.get(link === undefined ? '' : (attribute(part, link, 'w:val') ?? ''));
    const looks = contentKey(document, part, abstract);
    lists.set(id, { num: child, abstract, looks, key: looks + contentKey(document, part, child) });
  }
  return lists;
}

function contentKey(document: Document, part: Part, element: Element | undefined): string {
  return (element?.children ?? []).map((child) => digest(document, part, child, { without: WITHOUT_IDS })).join('');
}

/** A relationship of the same type to the same thing, or a new one; the part that it leads to is taken over. */
function relationshipMap(before: Document, after: Document, output: Output): Resources['relationship'] {
  const known = new Map<string, string>();
  const parts = new Map<string, string>();
  const takePart = (name: string): string => {
    const taken = parts.get(name);
    if (taken !== undefined) return taken;
    const bytes = partBytes(before.package, name) ?? new Uint8Array();
    const written = partName(before.package, name);
    const existing = partBytes(after.package, name);
    const same = existing !== undefined && bytesKey(existing) === bytesKey(bytes);
    const target = same ? partName(after.package, name) : freshName(output, written);
    parts.set(name, target);
    if (same) return target;
    output.addPart(target, bytes, typeOf(before, name));
    for (const inner of before.relationships(written).values()) {
      const type = rawRelationship(before, written, inner.id)?.type ?? '';
      const to = inner.external ? inner.target : `/${takePart(inner.target)}`;
      known.set(`${written} ${inner.id}`, output.addRelationship(target, type, to, inner.external, inner.id));
    }
    return target;
  };
  return (part, id, into) => {
    const key = `${part.name} ${id} ${into.name}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const relationship = before.relationships(part.name).get(id);
    if (relationship === undefined) return id;
    const told = before.related(part, id);
    const same = [...after.relationships(into.name).values()].find(
      (one) =>
        one.type === relationship.type &&
        one.external === relationship.external &&
        after.related(into, one.id) === told,
    );
    const make = (): string => {
      const type = rawRelationship(before, part.name, id)?.type ?? '';
      const missing = !relationship.external && !hasPart(before.package, relationship.target);
      const target = relationship.external || missing ? relationship.target : `/${takePart(relationship.target)}`;
      return output.addRelationship(into.name, type, target, relationship.external);
    };
    const made = same?.id ?? make();
    known.set(key, made);
    return made;
  };
}

/** The content type of a part of before, as it must be declared for a new name. */
function typeOf(document: Document, name: string): string | undefined {
  const types = document.part('[Content_Types].xml');
  if (types === undefined) return undefined;
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  for (const wanted of [`/${name}`.toLowerCase(), extension]) {
    for (const child of types.root.children) {
      const of = attribute(types, child, 'PartName') ?? attribute(types, child, 'Extension');
      if (of?.toLowerCase() === wanted) return attribute(types, child, 'ContentType');
    }
  }
  return undefined;
}

function freshName(output: Output, name: string): string {
  if (!output.hasPart(name)) return name;
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  let number = 1;
  while (output.hasPart(`${stem}-before${number}${extension}`)) number++;
  return `${stem}-before${number}${extension}`;
}
