/** The theme of a reference file: colours and fonts, and nothing that leads out of the part. */
import type { XmlChild, XmlNode } from '../fragment.ts';

/** The theme with DrawingML alone, without pictures and extensions. */
export function cleanTheme(node: XmlNode): XmlNode {
  const children = node.children.flatMap((child): XmlChild[] => {
    if (typeof child === 'string') return [];
    if (!child.name.startsWith('a:') || child.name === 'a:extLst') return [];
    // A fill by a picture would need the picture; a plain one takes its place, since the list must have three (20.1.4.1.13).
    if (child.name === 'a:blipFill') return [PLAIN_FILL];
    return [cleanTheme(child)];
  });
  return { name: node.name, attributes: node.attributes.filter(([name]) => !name.includes(':')), children };
}

const PLAIN_FILL: XmlNode = {
  name: 'a:solidFill',
  attributes: [],
  children: [{ name: 'a:schemeClr', attributes: [['val', 'phClr']], children: [] }],
};
