/**
 * Content controls, custom XML and smart tags whose tags came or went around text that stands by itself (ISO/IEC 29500-1,
 * 17.13.5.4 to 17.13.5.11): one range runs over the start tag, another over the end tag.
 */
import { attribute, childOf, type Element, type Part, xmlOf } from '../tree.ts';

/** Tracked controls, each with the mark of the range that runs over its start tag. */
export type TrackedControls = ReadonlyMap<Element, Element>;

const CONTROLS = new Set(['w:sdt', 'w:customXml', 'w:smartTag']);

/** The controls among elements of a part, its marks in order, whose start tag lies within a range. */
export function trackedControls(part: Part, marks: Iterable<Element>): TrackedControls {
  const found = new Map<Element, Element>();
  const starts = new Map<string, Element>();
  for (const mark of marks) {
    const [, kind, side] = /^w:customXml(\w+)Range(Start|End)$/.exec(mark.name) ?? [];
    if (kind === undefined) continue;
    const key = `${kind} ${attribute(part, mark, 'w:id')}`;
    const start = side === 'End' ? starts.get(key) : undefined;
    if (side === 'Start') starts.set(key, mark);
    else if (start !== undefined)
      for (let at = mark.parent; at !== undefined && at.start >= start.end; at = at.parent)
        if (CONTROLS.has(at.name)) found.set(at, start);
  }
  return found;
}

/** What holds the text of a control. */
export function heldBy(control: Element): Element | undefined {
  return control.name === 'w:sdt' ? childOf(control, 'w:sdtContent') : control;
}

/** The settled content of a control without what it says of itself. */
export function withoutProperties(part: Part, held: Element, settled: string): string {
  const own = held.children.filter(({ name }) => name === 'w:customXmlPr' || name === 'w:smartTagPr');
  return own.reduce((rest, element) => rest.replace(xmlOf(part, element), ''), settled);
}
