/** The one fingerprint of drawings, objects and equations, in facets: size, position, alternative text, content. */
import { type CanonicalNode, canonicalText } from './canonical.ts';
import type { Facets } from './types.ts';

/** Elements that hold the size of a drawing, its place on the page, and what it is called. */
const FACETS: Readonly<Record<string, string>> = {
  'wp:extent': 'size',
  'wp:effectExtent': 'size',
  'wp14:sizeRelH': 'size',
  'wp14:sizeRelV': 'size',
  'wp:positionH': 'position',
  'wp:positionV': 'position',
  'wp:simplePos': 'position',
  'wp:wrapSquare': 'position',
  'wp:wrapTight': 'position',
  'wp:wrapThrough': 'position',
  'wp:wrapTopAndBottom': 'position',
  'wp:wrapNone': 'position',
};

/** Elements whose attributes alone go to a facet, not what they hold. */
const BY_ATTRIBUTES: Readonly<Record<string, string>> = { 'wp:anchor': 'position', 'wp:inline': 'position' };

/** VML keeps size and position in one attribute of CSS. */
const VML = /^v:/;
const DESCRIBING: ReadonlySet<string> = new Set(['descr', 'title']);
const SIZES: ReadonlySet<string> = new Set(['width', 'height']);

/** What is told of a drawing, object or equation, and the text boxes in it, whose text is accounted for by itself. */
export interface DrawingAccount {
  readonly facets: Facets;
  readonly boxes: readonly CanonicalNode[];
}

/** Tells of a drawing; `refer` gives what a relationship leads to. */
export function drawingAccount(node: CanonicalNode, refer: (id: string) => string): DrawingAccount {
  const pieces = new Map<string, string[]>();
  const boxes: CanonicalNode[] = [];
  const add = (facet: string, piece: string): void => {
    const list = pieces.get(facet);
    if (list === undefined) pieces.set(facet, [piece]);
    else list.push(piece);
  };
  const visit = (at: CanonicalNode): void => {
    if (at.name === 'w:txbxContent') {
      boxes.push(at);
      return;
    }
    const facet = FACETS[at.name];
    if (facet !== undefined) {
      add(facet, canonicalText(at, refer));
      return;
    }
    add('content', `<${at.name}`);
    for (const [name, value] of at.attributes) addAttribute(add, at.name, name, value, refer);
    for (const child of at.children) {
      if (typeof child === 'string') add('content', JSON.stringify(child));
      else visit(child);
    }
    add('content', '>');
  };
  visit(node);
  return { facets: Object.fromEntries([...pieces].map(([facet, list]) => [facet, list.join('')])), boxes };
}

function addAttribute(
  add: (facet: string, piece: string) => void,
  element: string,
  name: string,
  value: string,
  refer: (id: string) => string,
): void {
  const facet = BY_ATTRIBUTES[element];
  if (facet !== undefined) add(name === 'relativeHeight' ? 'order' : facet, ` ${name}=${value}`);
  else if (VML.test(element) && name === 'style') addStyle(add, value);
  else if ((element === 'wp:docPr' && DESCRIBING.has(name)) || (VML.test(element) && name === 'alt'))
    add('alternative text', value);
  else if (element === 'a:ext' && (name === 'cx' || name === 'cy')) add('size', ` ${name}=${value}`);
  else if (name.startsWith('r:') || name === 'o:relid') add('picture', ` ${refer(value)}`);
  else add('content', ` ${name}=${JSON.stringify(value)}`);
}

/** The declarations of a VML style, in any order. */
function addStyle(add: (facet: string, piece: string) => void, style: string): void {
  const declarations = style
    .split(';')
    .map((one) => one.trim().replace(/\s*:\s*/, ':'))
    .filter((one) => one !== '')
    .sort();
  for (const one of declarations) {
    const property = one.slice(0, one.indexOf(':'));
    add(SIZES.has(property) ? 'size' : property === 'z-index' ? 'order' : 'position', ` ${one}`);
  }
}
