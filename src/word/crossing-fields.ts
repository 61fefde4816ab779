/** What a line passes through: elements that only hold its content, and marks of fields that run over paragraphs. */
import { attribute, type Element, type Part, xmlOf } from './tree.ts';

/** Elements that hold content of the line and are no content themselves. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:del',
  'w:moveFrom',
  'w:dir',
  'w:bdo',
  'w:fldSimple',
  'mc:AlternateContent',
  'mc:Choice',
]);

/** Marks of fields that begin or end in another paragraph: they stay where they are and are not compared. */
export function crossingMarks(part: Part, paragraphs: readonly Element[]): ReadonlySet<Element> {
  if (!paragraphs.some((paragraph) => xmlOf(part, paragraph).includes('fldChar'))) return NONE;
  const open: Element[][] = [];
  const crossing = new Set<Element>();
  for (const mark of paragraphs.flatMap((paragraph) => [...fieldMarks(paragraph)])) {
    const type = attribute(part, mark, 'w:fldCharType');
    if (type === 'begin') open.push([mark]);
    else if (open.length === 0) crossing.add(mark);
    else if (type === 'end') open.pop();
    else (open[open.length - 1] as Element[]).push(mark);
  }
  for (const marks of open) for (const mark of marks) crossing.add(mark);
  return crossing;
}

function* fieldMarks(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.name === 'w:fldChar') yield child;
    else if (child.name === 'w:r' || WRAPPERS.has(child.name)) yield* fieldMarks(child);
  }
}

const NONE: ReadonlySet<Element> = new Set();
