/** Fields among tracked changes: marks that hold parts of one field go together, since half a field is none (ISO/IEC 29500-1, 17.16.18). */
import { attribute, type Element, type Part } from '../tree.ts';

const MARKS: ReadonlySet<string> = new Set(['w:ins', 'w:del']);

/** Marks that hold the middle or the end of a field, with the mark that holds its beginning, where that is another. */
export function fieldsIn(part: Part): ReadonlyMap<Element, Element> {
  const found = new Map<Element, Element>();
  if (!part.source.includes('fldCharType')) return found;
  /** The marks of the beginnings of fields that have not ended, where they have one. */
  const open: (Element | undefined)[] = [];
  const visit = (element: Element, mark: Element | undefined): void => {
    if (element.name === 'w:fldChar') {
      const type = attribute(part, element, 'w:fldCharType');
      if (type === 'begin') open.push(mark);
      else {
        const begin = type === 'end' ? open.pop() : open[open.length - 1];
        if (mark !== undefined && begin !== undefined && begin !== mark && !found.has(mark)) found.set(mark, begin);
      }
      return;
    }
    const inner = MARKS.has(element.name) ? element : mark;
    for (const child of element.children) if (child.name !== 'mc:Fallback') visit(child, inner);
  };
  visit(part.root, undefined);
  return found;
}
