/**
 * Headers and footers, compared in their own parts by section and type. A section without one of a type has that of the
 * section before it (ISO/IEC 29500-1, 17.10.5 and 17.10.2). Which of them a section has is nothing that can be tracked: one
 * that only before has is brought with all its text gone, so that accepting leaves it empty.
 */

import type { Document } from '../../../word/document.ts';
import { knownPrefix } from '../../../word/namespaces.ts';
import { rawRelationship } from '../../../word/output.ts';
import { freshName } from '../../../word/resources/resources.ts';
import { attribute, type Element, escapeXml, isEmptyTag, type Part } from '../../../word/tree.ts';
import { type Block, blocksOf } from '../lines/blocks.ts';
import { goneBlocks } from '../marks/bring.ts';
import type { Copying } from '../marks/copy.ts';
import type { Session } from '../session.ts';
import { compareContainers } from '../story.ts';
import { showsEven } from './settings.ts';

/** The headers and footers of a section by their kind and type, and the reference that says so. */
type Furniture = ReadonlyMap<string, { readonly part: Part; readonly reference: Element }>;

/**
 * Compares the headers and footers of sections that are the same. Those of other sections go or come with the paragraph mark
 * that ends them.
 */
export function compareFurniture(
  copying: Copying,
  before: readonly Element[],
  after: readonly Element[],
  pairs: ReadonlyMap<Element, Element>,
): void {
  const { session, from, into } = copying;
  const theirs = furnitureOf(session.before, from, before);
  const ours = furnitureOf(session.after, into, after);
  const done = { before: new Set<string>(), after: new Set<string>() };
  for (const [k, own] of ours.entries()) {
    const paired = pairs.get(after[k] as Element);
    if (paired === undefined) continue;
    const former = theirs[before.indexOf(paired)] ?? NONE;
    for (const [key, { part }] of own) {
      const other = former.get(key)?.part;
      if (done.after.has(part.name)) continue;
      done.after.add(part.name);
      if (other !== undefined) done.before.add(other.name);
      const container = other === undefined ? undefined : { part: other, element: other.root };
      compareContainers(session, container, { part, element: part.root });
    }
    for (const [key, { part, reference }] of former) {
      if (own.has(key) || done.before.has(part.name)) continue;
      if (bringFurniture(copying, part, reference, after[k] as Element)) done.before.add(part.name);
    }
  }
  const kept = new Set(pairs.values());
  tellRest(
    session,
    theirs.filter((_, k) => kept.has(before[k] as Element)),
    done.before,
  );
  if (hasEven(theirs) || hasEven(ours)) tellEven(session);
}

function hasEven(sections: readonly Furniture[]): boolean {
  return sections.some((one) => [...one.keys()].some((key) => key.endsWith(' even')));
}

const NONE: Furniture = new Map();

/** What each section has, of its own or of the sections before it. */
function furnitureOf(document: Document, part: Part, sections: readonly Element[]): Furniture[] {
  let last: Furniture = NONE;
  return sections.map((section) => {
    const found = new Map(last);
    for (const child of section.children) {
      if (child.name !== 'w:headerReference' && child.name !== 'w:footerReference') continue;
      const relationship = document.relationships(part.name).get(attribute(part, child, 'r:id') ?? '');
      const leads = relationship?.type === 'header' || relationship?.type === 'footer';
      const furniture = leads ? document.part(relationship.target) : undefined;
      const key = `${child.name} ${attribute(part, child, 'w:type') ?? 'default'}`;
      if (furniture !== undefined) found.set(key, { part: furniture, reference: child });
    }
    last = found;
    return found;
  });
}

/** Puts a header or footer of before into a section of after, its text gone. Whether it could be put there, or says nothing. */
function bringFurniture(copying: Copying, former: Part, reference: Element, section: Element): boolean {
  const { session, from, into } = copying;
  const blocks = blocksOf(session.before, former, former.root, session.rules);
  if (!saysSomething(blocks)) return true;
  const edits = session.output.edits(into);
  if (edits.covers(section.openEnd)) return false;
  const id = bringPart(session, from, former, reference, blocks);
  const { w } = into;
  const [r, declaration] = relationPrefix(into);
  const type = attribute(from, reference, 'w:type') ?? 'default';
  const tag = `<${w}${reference.name.slice(2)}${declaration} ${w}type="${escapeXml(type)}" ${r}:id="${id}"/>`;
  if (!isEmptyTag(into, section)) edits.insert(section.openEnd, tag);
  else edits.fill(section.end, `</${w}sectPr>`, tag);
  return true;
}

function saysSomething(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'table' || block.line.text !== '');
}

/** Adds the part to after's package and gives the id of the relationship to it. */
function bringPart(session: Session, main: Part, former: Part, reference: Element, blocks: readonly Block[]): string {
  const { before, after, output } = session;
  const { source, root } = former;
  const name = freshName(output, former.name);
  const gone = goneBlocks({ session, from: former, into: { ...former, name } }, blocks, true);
  const text = `${source.slice(0, root.openEnd)}${gone}${source.slice(root.closeStart)}`;
  const kind = reference.name === 'w:headerReference' ? 'header' : 'footer';
  const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
  output.addPart(name, new TextEncoder().encode(text), type);
  const relation = rawRelationship(before, main.name, attribute(main, reference, 'r:id') ?? '');
  return output.addRelationship(after.main, relation?.type ?? '', `/${name}`, false);
}

/** The prefix of relationships in a part, and its declaration where its root has none. */
function relationPrefix({ rootSpaces }: Part): [prefix: string, declaration: string] {
  for (const [prefix, uri] of rootSpaces) if (knownPrefix(uri) === 'r') return [prefix, ''];
  return ['r', ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'];
}

function tellRest(session: Session, theirs: readonly Furniture[], done: ReadonlySet<string>): void {
  const rest = new Map(theirs.flatMap((one) => [...one.values()].map(({ part }) => [part.name, part] as const)));
  for (const [name, part] of rest) {
    if (done.has(name) || !saysSomething(blocksOf(session.before, part, part.root, session.rules))) continue;
    session.report({
      severity: 'warning',
      rule: 'write/in-place-furniture',
      reason: 'a header or footer of the version before is left out, since the version after has another in its place',
      place: { part: name },
    });
  }
}

/** Headers for pages with even numbers show where the settings say so (17.10.1), which can't be tracked. */
function tellEven({ before, after, report }: Session): void {
  const [x, y] = [showsEven(before), showsEven(after)];
  if (x === y) return;
  report({
    severity: 'note',
    rule: 'write/in-place-even-headers',
    reason: `pages with even numbers have headers of their own in the version ${y ? 'after' : 'before'} alone, which Word does not track`,
  });
}
