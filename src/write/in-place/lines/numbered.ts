/** Whether Word works out a number for a paragraph, by its own properties or by its style. */
import type { Document } from '../package/document.ts';
import { attribute, childOf, type Element, type Part } from '../package/tree.ts';
import type { Line } from './lines.ts';

/** Whether a paragraph stands in a list. */
export function isNumbered({ document, part, properties }: Line): boolean {
  const own = listIn(part, properties);
  if (own !== undefined) return own;
  const style = childOf(properties, 'w:pStyle');
  return numberedStyles(document).has(style === undefined ? '' : (attribute(part, style, 'w:val') ?? ''));
}

/** Whether properties put a paragraph into a list; `undefined` where they do not say. */
function listIn(part: Part, properties: Element | undefined): boolean | undefined {
  const list = childOf(properties, 'w:numPr');
  if (list === undefined) return undefined;
  const id = childOf(list, 'w:numId');
  return id === undefined || attribute(part, id, 'w:val') !== '0';
}

const known = new WeakMap<Document, ReadonlySet<string>>();

/** The ids of paragraph styles that number; the empty id stands for the style of paragraphs that name none. */
function numberedStyles(document: Document): ReadonlySet<string> {
  const found = known.get(document) ?? findNumbered(document);
  known.set(document, found);
  return found;
}

function findNumbered(document: Document): ReadonlySet<string> {
  const name = document.partOf('styles');
  const part = name === undefined ? undefined : document.part(name);
  if (part === undefined) return new Set();
  const styles = new Map<string, Element>();
  for (const style of part.root.children) {
    const id = style.name === 'w:style' ? attribute(part, style, 'w:styleId') : undefined;
    if (id === undefined) continue;
    styles.set(id, style);
    const isDefault = attribute(part, style, 'w:type') === 'paragraph' && isOn(attribute(part, style, 'w:default'));
    if (isDefault) styles.set('', style);
  }
  return new Set([...styles.keys()].filter((id) => numbers(part, styles, id)));
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

function numbers(part: Part, styles: ReadonlyMap<string, Element>, id: string): boolean {
  const seen = new Set<Element>();
  for (let style = styles.get(id); style !== undefined && !seen.has(style); ) {
    const list = listIn(part, childOf(style, 'w:pPr'));
    if (list !== undefined) return list;
    seen.add(style);
    const base = childOf(style, 'w:basedOn');
    style = base === undefined ? undefined : styles.get(attribute(part, base, 'w:val') ?? '');
  }
  return false;
}
