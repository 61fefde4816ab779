/** What brought-in content rests on: styles, numbering, relationships and media, taken over under fresh ids where needed. */

import { bytesKey, type Document, remembered, typedPart } from '../document.ts';
import type { Output } from '../output.ts';
import { rawRelationship } from '../output.ts';
import { hasPart, partBytes, partName } from '../package.ts';
import { type Rewriting, rewritten } from '../rewritten.ts';
import { attribute, childOf, descendants, type Element, type Part } from '../tree.ts';
import { type ListPair, numberingMap } from './lists.ts';

export type { ListPair } from './lists.ts';

/** Maps ids of before to ids of after. */
export interface Resources {
  style(id: string): string;
  /** Whether a style of before has been taken over, so that after has it as before does. */
  isTaken(id: string): boolean;
  numbering(id: string): string;
  relationship(part: Part, id: string, into: Part): string;
}

/** The resources of two packages; what only before has is added to `output` when it is first asked for. */
export function resourcesOf(before: Document, after: Document, output: Output, lists: readonly ListPair[]): Resources {
  const numbering = numberingMap(before, after, output, lists);
  return {
    ...styleMap(before, after, output, numbering),
    numbering,
    relationship: relationshipMap(before, after, output),
  };
}

/**
 * A style by its name, as Word knows it; one that after has not is taken over with those that it is based on, and its list,
 * under an id of its own where after has another style under that.
 */
function styleMap(
  before: Document,
  after: Document,
  output: Output,
  numbering: Resources['numbering'],
): Pick<Resources, 'style' | 'isTaken'> {
  const [from, to] = [typedPart(before, 'styles'), typedPart(after, 'styles')];
  if (from === undefined || to === undefined) return { style: (id) => id, isTaken: () => false };
  const [theirs, ours] = [stylesOf(from), stylesOf(to)];
  const names = new Map([...ours].map(([id, style]) => [nameOf(to, style), id]));
  const taken = new Set<string>();
  const take: (id: string) => string = remembered((id) => {
    const style = theirs.get(id);
    if (style === undefined) return id;
    const same = names.get(nameOf(from, style));
    if (same !== undefined) return same;
    const fresh = freshId(id, ours, taken);
    taken.add(fresh);
    const values: Rewriting[] = [
      { element: style, name: 'w:default', value: '0' },
      { element: style, name: 'w:styleId', value: fresh },
    ];
    const without = new Set<string>();
    for (const name of LINKS) {
      const link = childOf(style, name);
      const target = link === undefined ? undefined : attribute(from, link, 'w:val');
      if (target === undefined || target === id) continue;
      if (link !== undefined && name === 'w:basedOn')
        values.push({ element: link, name: 'w:val', value: take(target) });
      else if (!ours.has(target)) without.add(name);
    }
    for (const list of descendants(style)) {
      const value = list.name === 'w:numId' ? attribute(from, list, 'w:val') : undefined;
      if (value !== undefined) values.push({ element: list, name: 'w:val', value: numbering(value) });
    }
    const xml = rewritten({ from, into: to }, style, values, without);
    output.edits(to).insert(to.root.closeStart, xml);
    return fresh;
  });
  return { style: take, isTaken: (id) => taken.has(take(id)) };
}

/** An id that no style of after has, and none that was taken over. */
function freshId(id: string, ours: ReadonlyMap<string, Element>, taken: ReadonlySet<string>): string {
  let fresh = id;
  for (let k = 1; ours.has(fresh) || taken.has(fresh); k++) fresh = `${id}_b${k}`;
  return fresh;
}

/** How a style names another. */
const LINKS = ['w:basedOn', 'w:next', 'w:link'] as const;

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

/** A name of a part that the package has not: its own, or one like it. */
export function freshName(output: Output, name: string): string {
  if (!output.hasPart(name)) return name;
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  let number = 1;
  while (output.hasPart(`${stem}-before${number}${extension}`)) number++;
  return `${stem}-before${number}${extension}`;
}
