/** The styles of a reference file: what of each is a matter of look, without what belongs to its own text. */
import { attributeOf, childNamed, elementsOf, type XmlNode } from '../fragment.ts';
import { inOrder } from './order.ts';
import type { BrandLevel, BrandStyle } from './types.ts';

/** More than any template has. */
const MOST_STYLES = 5000;

/** Properties of a style that are no look: revisions, lists of the file itself, identifiers of editing sessions. */
const LEFT_OUT =
  /^w:(?:numPr|sectPr|divId|cnfStyle|rsid|(?:pPr|rPr|tblPr|trPr|tcPr|numbering)Change|ins|del|moveFrom|moveTo)$/;

/** An element of WordprocessingML with what may stand in a style. */
export function cleanProperties(node: XmlNode): XmlNode {
  const children = elementsOf(node).flatMap((child): XmlNode[] =>
    child.name.startsWith('w:') && !LEFT_OUT.test(child.name) ? [cleanProperties(child)] : [],
  );
  const attributes = node.attributes.filter(([name]) => name.startsWith('w:') && !name.startsWith('w:rsid'));
  return { name: node.name, attributes, children: inOrder(node.name, children) };
}

export function readDefaults(styles: XmlNode | undefined): XmlNode | undefined {
  const defaults = childNamed(styles, 'w:docDefaults');
  return defaults === undefined ? undefined : cleanProperties(defaults);
}

/** The styles of paragraphs, characters and tables, in their order; of two with one id the first holds. */
export function readStyles(
  styles: XmlNode | undefined,
  levels: (style: string, numbering: XmlNode | undefined) => BrandLevel | undefined,
): BrandStyle[] {
  const found = new Map<string, BrandStyle>();
  for (const node of elementsOf(styles)) {
    if (node.name !== 'w:style' || found.size >= MOST_STYLES) continue;
    const style = readStyle(node, levels);
    if (style !== undefined && !found.has(style.id)) found.set(style.id, style);
  }
  return [...found.values()];
}

function readStyle(node: XmlNode, levels: Parameters<typeof readStyles>[1]): BrandStyle | undefined {
  const id = attributeOf(node, 'w:styleId');
  const type = attributeOf(node, 'w:type') ?? 'paragraph';
  if (id === undefined || (type !== 'paragraph' && type !== 'character' && type !== 'table')) return undefined;
  const level = type === 'paragraph' ? levels(id, childNamed(childNamed(node, 'w:pPr'), 'w:numPr')) : undefined;
  return {
    id,
    name: attributeOf(childNamed(node, 'w:name'), 'w:val') ?? id,
    type,
    isDefault: /^(?:1|true|on)$/.test(attributeOf(node, 'w:default') ?? ''),
    node: cleanProperties(node),
    ...(level === undefined ? {} : { level }),
  };
}
