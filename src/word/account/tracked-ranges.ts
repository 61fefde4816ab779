/** Content controls that came or went by a tracked change: the ranges around their tags (17.13.5.4 to 11). */
import { attributeOf, type CanonicalNode, childNodes } from './canonical.ts';

/** The kinds of ranges by which tags go, by the way in which changes are resolved. */
const RANGES: Readonly<Record<'accept' | 'reject', readonly string[]>> = {
  accept: ['w:customXmlDelRange', 'w:customXmlMoveFromRange'],
  reject: ['w:customXmlInsRange', 'w:customXmlMoveToRange'],
};

/** The content controls of a part whose tags go: those whose start tag stands within such a range. */
export function controlsThatGo(root: CanonicalNode, resolution: 'accept' | 'reject'): ReadonlySet<CanonicalNode> {
  const open = new Set<string>();
  const found = new Set<CanonicalNode>();
  const visit = (node: CanonicalNode): void => {
    const isRange = node.name.startsWith('w:customXml');
    for (const range of isRange ? RANGES[resolution] : []) {
      if (node.name === `${range}Start`) open.add(`${range} ${attributeOf(node, 'w:id')}`);
      if (node.name === `${range}End`) open.delete(`${range} ${attributeOf(node, 'w:id')}`);
    }
    if (node.name === 'w:sdt' && open.size > 0) found.add(node);
    if (!node.tracked && open.size === 0) return;
    for (const child of childNodes(node)) visit(child);
  };
  visit(root);
  return found;
}
