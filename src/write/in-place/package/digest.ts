/** What makes two elements the same: their XML without what Word changes on every save. */
import { isDeletion, isInsertion } from './carried.ts';
import type { Document } from './document.ts';
import { attributesOf, type Element, type Part } from './tree.ts';

/** Attributes that name a place, a save or a drawing, and say nothing of what is shown. */
const VOLATILE = new Set([
  'w:rsid',
  'w:rsidR',
  'w:rsidRPr',
  'w:rsidRDefault',
  'w:rsidP',
  'w:rsidDel',
  'w:rsidTr',
  'w:rsidSect',
  'w14:paraId',
  'w14:textId',
  'wp14:anchorId',
  'wp14:editId',
  'w14:anchorId',
  'wp:relativeHeight',
  'relativeHeight',
  'o:gfxdata',
  'o:spid',
  'mc:Ignorable',
  'w:dirty',
  'w:tplc',
]);

/** Elements that say nothing of what is shown. */
const SILENT = new Set([
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:noProof',
  'w:lang',
  'w:bookmarkStart',
  'w:bookmarkEnd',
]);

/** Elements whose ids are only names. */
const NAMED = new Set([
  'wp:docPr',
  'pic:cNvPr',
  'wps:cNvPr',
  'a:cNvPr',
  'v:shape',
  'v:rect',
  'v:shapetype',
  'wpg:cNvPr',
]);

/** How an element is told: what to leave out of it, and how its references are told. */
export interface Telling {
  /** Elements whose content is left out, since it is compared by itself. */
  readonly hollow?: ReadonlySet<string>;
  /** Elements left out whole. */
  readonly without?: ReadonlySet<string>;
}

/**
 * A string that is equal just where two elements say the same, in whatever file they stand; tracked changes within them
 * count as rejected.
 */
export function digest(document: Document, part: Part, element: Element, telling: Telling = {}): string {
  const pieces: string[] = [];
  tell(document, part, element, telling, pieces);
  return pieces.join('');
}

function tell(document: Document, part: Part, element: Element, telling: Telling, into: string[]): void {
  const { name } = element;
  if (SILENT.has(name) || telling.without?.has(name) === true || isInsertion(element)) return;
  if (isDeletion(element)) {
    for (const child of element.children) tell(document, part, child, telling, into);
    return;
  }
  into.push('<', name);
  const told: string[] = [];
  for (const { name: attribute, raw } of attributesOf(part, element)) {
    if (VOLATILE.has(attribute) || attribute.startsWith('xmlns') || attribute.startsWith('?:')) continue;
    if (NAMED.has(name) && /^(?:id|name|style|type|descr)$/.test(attribute)) continue;
    told.push(` ${attribute}="${attribute.startsWith('r:') ? document.related(part, raw) : raw}"`);
  }
  into.push(...(told.length > 1 ? told.sort() : told), '>');
  if (telling.hollow?.has(name) === true) return;
  if (element.children.length === 0) into.push(part.source.slice(element.openEnd, element.closeStart));
  for (const child of element.children) tell(document, part, child, telling, into);
}
