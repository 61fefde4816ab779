/** Properties on either side of a tracked change: what they are now, and what they were (17.13.5.27 to 37). */
import type { CanonicalChild, CanonicalNode } from './canonical.ts';
import { attributeOf, childNode, childNodes } from './canonical.ts';

type Resolving = 'accept' | 'reject';

interface Former {
  /** The element that holds the former properties. */
  readonly change: string;
  /** Children that the former properties can't hold, which are those of now. */
  readonly retained: readonly string[];
}

/** Elements of properties, and how they keep what they were. */
const FORMER: Readonly<Record<string, Former>> = {
  'w:rPr': { change: 'w:rPrChange', retained: [] },
  'w:pPr': { change: 'w:pPrChange', retained: ['w:rPr', 'w:sectPr'] },
  'w:sectPr': { change: 'w:sectPrChange', retained: ['w:headerReference', 'w:footerReference'] },
  'w:tblPr': { change: 'w:tblPrChange', retained: [] },
  'w:tblPrEx': { change: 'w:tblPrExChange', retained: [] },
  'w:tblGrid': { change: 'w:tblGridChange', retained: [] },
  'w:trPr': { change: 'w:trPrChange', retained: [] },
  'w:tcPr': { change: 'w:tcPrChange', retained: [] },
  'w:numPr': { change: 'w:numberingChange', retained: ['w:ilvl', 'w:numId'] },
  'm:ctrlPr': { change: '', retained: [] },
};

export const PROPERTIES: ReadonlySet<string> = new Set(Object.keys(FORMER));

/** Marks that are no properties: what they say of the paragraph, row or cell has been taken from them. */
const MARKS: ReadonlySet<string> = new Set([
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:cellIns',
  'w:cellDel',
  'w:numberingChange',
]);

/** An element of properties as it is once its changes are resolved; nothing where it came with a change that is rejected. */
export function formerProperties(node: CanonicalNode, resolution: Resolving): readonly CanonicalChild[] {
  const { change, retained } = FORMER[node.name] as Former;
  const children = childNodes(node);
  if (node.name === 'w:numPr' && resolution === 'reject' && children.some(({ name }) => name === 'w:ins')) return [];
  const tracked = children.find(({ name }) => name === change);
  const now = children.filter(({ name }) => name !== change);
  if (tracked === undefined || resolution === 'accept' || node.name === 'w:numPr')
    return [{ ...node, children: now.flatMap((child) => plain(child, resolution)) }];
  const was = childNode(tracked, node.name);
  const kept = now.filter(({ name }) => retained.includes(name) || name === 'w:cellMerge');
  const former = childNodes(was).filter(({ name }) => !retained.includes(name));
  const attributes = node.name === 'w:sectPr' && was !== undefined ? was.attributes : node.attributes;
  return [{ ...node, attributes, children: [...former, ...kept].flatMap((child) => plain(child, resolution)) }];
}

function plain(child: CanonicalNode, resolution: Resolving): readonly CanonicalChild[] {
  if (MARKS.has(child.name)) return childNodes(child).filter(({ name }) => name === 'w:rPr');
  if (child.name === 'w:cellMerge') return merge(child, resolution);
  return PROPERTIES.has(child.name) ? formerProperties(child, resolution) : [child];
}

/** A tracked merge downwards, as the `w:vMerge` that stands once it is resolved (17.13.5.3). */
function merge(mark: CanonicalNode, resolution: Resolving): readonly CanonicalNode[] {
  const value = attributeOf(mark, resolution === 'accept' ? 'w:vMerge' : 'w:vMergeOrig');
  if (value !== 'cont' && value !== 'rest') return [];
  const val = value === 'cont' ? 'continue' : 'restart';
  return [{ name: 'w:vMerge', attributes: [['w:val', val]], children: [], paragraph: mark.paragraph, tracked: false }];
}
