/** How the list levels are set that the styles of a reference file belong to. What they count is the document's own. */
import { attributeOf, childNamed, elementsOf, type XmlNode } from '../fragment.ts';
import type { BrandLevel } from './types.ts';

/** Finds the level of a style: the one that its numbering names, or that names the style. */
export function readLevels(
  numbering: XmlNode | undefined,
): (style: string, numbering: XmlNode | undefined) => BrandLevel | undefined {
  const definitions = new Map<string, XmlNode[]>();
  const byStyle = new Map<string, XmlNode>();
  const instances = new Map<string, string>();
  for (const node of elementsOf(numbering)) {
    if (node.name === 'w:abstractNum') {
      const levels = elementsOf(node).filter(({ name }) => name === 'w:lvl');
      definitions.set(attributeOf(node, 'w:abstractNumId') ?? '', levels);
      for (const level of levels) {
        const style = valIn(level, 'w:pStyle');
        if (style !== undefined && !byStyle.has(style)) byStyle.set(style, level);
      }
    } else if (node.name === 'w:num') {
      instances.set(attributeOf(node, 'w:numId') ?? '', valIn(node, 'w:abstractNumId') ?? '');
    }
  }
  return (style, named) => {
    const definition = definitions.get(instances.get(valIn(named, 'w:numId') ?? '') ?? '');
    const index = valIn(named, 'w:ilvl') ?? '0';
    const level = definition?.find((one) => attributeOf(one, 'w:ilvl') === index) ?? byStyle.get(style);
    return level === undefined ? undefined : levelOf(level);
  };
}

function valIn(node: XmlNode | undefined, name: string): string | undefined {
  return attributeOf(childNamed(node, name), 'w:val');
}

function levelOf(level: XmlNode): BrandLevel {
  const indent = childNamed(childNamed(level, 'w:pPr'), 'w:ind');
  const distance = (...names: string[]): number => {
    const text = names.map((name) => attributeOf(indent, name)).find((value) => value !== undefined) ?? '0';
    return /^\d{1,5}$/.test(text) ? Number(text) : 0;
  };
  const text = valIn(level, 'w:lvlText') ?? '';
  const isBullet = valIn(level, 'w:numFmt') === 'bullet';
  return {
    left: distance('w:left', 'w:start'),
    hanging: distance('w:hanging'),
    ...(isBullet && isPlain(text) ? { bullet: text } : {}),
  };
}

/** A bullet that any font has; those of symbol fonts stand in the private use area. */
function isPlain(text: string): boolean {
  return [...text].length === 1 && !/[\p{Co}\p{Cc}%]/u.test(text);
}
