/** Sections: their headers and footers are compared in their own parts, their properties tracked. */

import { declared } from '../../../word/declared.ts';
import type { Document } from '../../../word/document.ts';
import { digest } from '../../../word/document-fingerprint.ts';
import { changesOf, formerly, insertedMarks } from '../../../word/tracked/before-change.ts';
import { childOf, type Element, isEmptyTag, type Part } from '../../../word/tree.ts';
import type { Line } from '../lines/lines.ts';
import { type Copying, copyInner } from '../marks/copy.ts';
import type { Session } from '../session.ts';
import { compareFurniture } from './furniture.ts';

/** Sections of before by those of after that end in the same paragraph mark. */
export type SectionPairs = Map<Element, Element>;

/** Takes up the sections that a paragraph mark ends on both sides. */
export function pairSections(pairs: SectionPairs): (before: Line, after: Line) => void {
  return (before, after) => {
    const [x, y] = [childOf(before.properties, 'w:sectPr'), childOf(after.properties, 'w:sectPr')];
    if (x !== undefined && y !== undefined) pairs.set(y, x);
  };
}

/** Compares the sections of two bodies that are the same; the last ones always are. The others go or come with their marks. */
export function compareSections(session: Session, before: Part, after: Part, pairs: SectionPairs): void {
  const [x, y] = [sectionsOf(before), sectionsOf(after)];
  const [last, end] = [x[x.length - 1], y[y.length - 1]];
  if (last !== undefined && end !== undefined) pairs.set(end, last);
  const copying: Copying = { session, from: before, into: after };
  for (const section of y) {
    const former = pairs.get(section);
    if (former !== undefined) changeSection(copying, former, section);
  }
  compareFurniture(copying, x, y, pairs);
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
