/** Tracked changes that a part carries already, read as if they were rejected: what they inserted is passed over. */
import { childOf, descendants, type Element, type Part, xmlOf } from '../tree.ts';

const INSERTIONS = new Set(['w:ins', 'w:moveTo']);
const DELETIONS = new Set(['w:del', 'w:moveFrom']);

/** Whether an element holds what was inserted, or is the mark that says so. */
export function isInsertion({ name }: Element): boolean {
  return INSERTIONS.has(name);
}

/** Whether an element holds what was deleted, or is the mark that says so. */
export function isDeletion({ name }: Element): boolean {
  return DELETIONS.has(name);
}

/** What says that the mark of a paragraph was inserted. */
export function insertedMarks(paragraph: Element): Element[] {
  return childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')?.children.filter(isInsertion) ?? [];
}

/** What says that the mark of a paragraph was deleted. */
export function deletedMarks(paragraph: Element): Element[] {
  return childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')?.children.filter(isDeletion) ?? [];
}

/** Whether a row was inserted. */
export function isInsertedRow(row: Element): boolean {
  return childOf(row, 'w:trPr')?.children.some(isInsertion) === true;
}

const NOTHING = new Set(['w:pPr', 'w:proofErr']);
const CONTENT = new Set(['w:r', 'w:fldSimple', 'm:oMath', 'm:oMathPara']);

/** Whether a paragraph holds anything that was not inserted. */
export function saysFormerly(element: Element): boolean {
  return element.children.some((child) => {
    if (CONTENT.has(child.name)) return true;
    return !NOTHING.has(child.name) && !isInsertion(child) && saysFormerly(child);
  });
}

/** Whether all that an element holds was inserted, so that it goes when that is rejected. */
export function cameWithText(element: Element): boolean {
  return !saysFormerly(element) && [...descendants(element)].some(isInsertion);
}

/** The paragraph with which another goes on once its mark is gone. */
export function nextParagraph({ parent, end }: Element): Element | undefined {
  const siblings = parent?.children ?? [];
  let [low, high] = [0, siblings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((siblings[middle] as Element).start < end) low = middle + 1;
    else high = middle;
  }
  while (low < siblings.length && !ENDS.has((siblings[low] as Element).name)) low++;
  const next = siblings[low];
  return next?.name === 'w:p' ? next : undefined;
}

const ENDS = new Set(['w:p', 'w:tbl', 'w:sdt', 'w:customXml', 'w:sectPr']);

/** The tracked changes of properties, the change of a paragraph's numbering included. */
export function changesOf(properties: Element | undefined): Element[] {
  const numbering = childOf(properties, 'w:numPr')?.children ?? [];
  const marks = numbering.filter(({ name }) => name === 'w:ins' || name === 'w:numberingChange');
  const changes = properties?.children.filter(({ name }) => name.endsWith('PrChange')) ?? [];
  return [...marks, ...changes];
}

/** Properties as they were before a tracked change of them. */
export function formerly(properties: Element | undefined): Element | undefined {
  const change = properties?.children.find(({ name }) => name.endsWith('PrChange'));
  return change === undefined ? properties : change.children[0];
}

const MARK = /<(?:\w+:)?(?:ins|del|moveFrom|moveTo)\s[^>]*\/>/g;

/** Properties of a paragraph as the part writes them, short of what was tracked. */
export function looksFormerly(part: Part, properties: Element): string {
  const former = formerly(properties);
  const xml = former === undefined ? '' : xmlOf(part, former);
  return xml.replace(MARK, '');
}
