/** Properties as they were before a tracked change, and what of the present ones such a change never speaks of. */
import { type Element, type Part, xmlOf } from '../tree.ts';

/** Children of properties that stay when the rest is taken back, by the name of the properties. */
const STAYING: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['w:rPr', 'w:sectPr'],
  'w:rPr': ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'],
  'w:trPr': ['w:ins', 'w:del'],
  'w:tcPr': ['w:cellIns', 'w:cellDel', 'w:cellMerge'],
  'w:sectPr': ['w:headerReference', 'w:footerReference'],
};

/** The children of properties that a change of them does not speak of. */
export function childlessProperties(name: string, children: readonly Element[]): Element[] {
  return children.filter((child) => STAYING[name]?.includes(child.name) === true);
}

/** Marks that say of the former properties, too, what is being settled. */
const MARKS = new Set(['w:cellIns', 'w:cellDel', 'w:cellMerge', 'w:ins', 'w:del', 'w:numberingChange']);

/** What stood between the tags of the properties before the change. */
export function formerInner(part: Part, change: Element): string {
  const former = change.children[0];
  return (former?.children ?? []).map((child) => withoutMarks(part, child)).join('');
}

function withoutMarks(part: Part, element: Element): string {
  if (MARKS.has(element.name)) return '';
  if (!element.children.some((child) => MARKS.has(child.name))) return xmlOf(part, element);
  const inner = element.children.map((child) => withoutMarks(part, child)).join('');
  return part.source.slice(element.start, element.openEnd) + inner + part.source.slice(element.closeStart, element.end);
}
