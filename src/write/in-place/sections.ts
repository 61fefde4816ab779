/** Sections: their headers and footers are compared in their own parts, their properties tracked. */
import { changesOf, formerly, insertedMarks } from './carried.ts';
import { type Copying, copyInner, declared } from './copy.ts';
import { digest } from './digest.ts';
import type { Document } from './document.ts';
import type { Session } from './session.ts';
import { compareContainers } from './story.ts';
import { attribute, childOf, type Element, isEmptyTag, type Part } from './tree.ts';

/** Compares the sections of two bodies: one by one where there are equally many, else the last ones. */
export function compareSections(session: Session, before: Part, after: Part): void {
  const [x, y] = [sectionsOf(before), sectionsOf(after)];
  const pairs =
    x.length === y.length ? y.map((section, k) => [x[k], section] as const) : [[x.at(-1), y.at(-1)] as const];
  const done = new Set<string>();
  for (const [former, section] of pairs) {
    if (former === undefined || section === undefined) continue;
    const copying: Copying = { session, from: before, into: after };
    changeSection(copying, former, section);
    compareFurniture(copying, former, section, done);
  }
}

function sectionsOf(part: Part): Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (child.name === 'w:sectPr') found.push(child);
      else if (child.name === 'w:p' && insertedMarks(child).length === 0) {
        const section = childOf(childOf(child, 'w:pPr'), 'w:sectPr');
        if (section !== undefined) found.push(section);
      } else if (child.name === 'w:body' || child.name === 'w:sdt' || child.name === 'w:sdtContent') visit(child);
    }
  };
  visit(part.root);
  return found;
}

const NOT_TRACKED = new Set(['w:headerReference', 'w:footerReference', 'w:sectPrChange', 'w:printerSettings']);

function sectionKey(document: Document, part: Part, section: Element | undefined): string {
  return (section?.children ?? []).map((child) => digest(document, part, child, { without: NOT_TRACKED })).join('');
}

function changeSection(copying: Copying, before: Element, after: Element): void {
  const { session, from, into } = copying;
  if (sectionKey(session.before, from, before) === sectionKey(session.after, into, formerly(after))) return;
  session.unkept(into, changesOf(after));
  const edits = session.output.edits(into);
  if (isEmptyTag(into, after) || edits.covers(after.closeStart)) return;
  const { w } = into;
  const inner = copyInner(copying, before, (child) => (NOT_TRACKED.has(child.name) ? '' : undefined));
  const xml = `<${w}sectPrChange${session.marker.attributes(w)}><${w}sectPr>${inner}</${w}sectPr></${w}sectPrChange>`;
  edits.insert(after.closeStart, declared(copying, xml));
}

/** Headers and footers by their kind and type. */
function compareFurniture(copying: Copying, before: Element, after: Element, done: Set<string>): void {
  const { session, from, into } = copying;
  const former = furnitureOf(session.before, from, before);
  const own = furnitureOf(session.after, into, after);
  for (const [key, part] of own) {
    if (done.has(part.name)) continue;
    done.add(part.name);
    const other = former.get(key);
    const container = other === undefined ? undefined : { part: other, element: other.root };
    compareContainers(session, container, { part, element: part.root });
  }
  for (const [key, part] of former) {
    if (own.has(key)) continue;
    session.report({
      severity: 'warning',
      rule: 'write/in-place-furniture',
      reason: 'a header or footer that only the version before has is left out, since Word has no mark for it',
      place: { part: part.name },
    });
  }
}

function furnitureOf(document: Document, part: Part, section: Element): Map<string, Part> {
  const found = new Map<string, Part>();
  for (const child of section.children) {
    if (child.name !== 'w:headerReference' && child.name !== 'w:footerReference') continue;
    const relationship = document.relationships(part.name).get(attribute(part, child, 'r:id') ?? '');
    const furniture = relationship === undefined ? undefined : document.part(relationship.target);
    if (furniture !== undefined) found.set(`${child.name} ${attribute(part, child, 'w:type') ?? 'default'}`, furniture);
  }
  return found;
}
