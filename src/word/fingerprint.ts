/**
 * The fingerprint of an element: equal just where two elements show the same, in whatever file they stand and however their
 * XML is spelt. The reader, the writer of redlines and the comparison know drawings, objects and equations by it.
 */
import { decode } from './tag.ts';
import { type Attribute, attributesOf, type Element, type Part } from './tree.ts';

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
  'ShapeID',
  'ObjectID',
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

/** What a fingerprint takes account of. */
export interface FingerprintOptions {
  /** What a relationship of the part leads to: an address, or a key of the bytes. */
  readonly related: (id: string) => string;
  /** Elements whose content is left out, since it is compared by itself. */
  readonly hollow?: ReadonlySet<string>;
  /** Elements left out whole. */
  readonly without?: ReadonlySet<string>;
}

const INSERTIONS: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo']);
const DELETIONS: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);

/** The fingerprint of an element as canonical text; tracked changes within it count as rejected. */
export function fingerprint(part: Part, element: Element, options: FingerprintOptions): string {
  const pieces: string[] = [];
  add(part, element, options, pieces);
  return pieces.join('');
}

function add(part: Part, element: Element, options: FingerprintOptions, into: string[]): void {
  const { name } = element;
  if (SILENT.has(name) || options.without?.has(name) === true || INSERTIONS.has(name)) return;
  if (DELETIONS.has(name)) {
    for (const child of element.children) add(part, child, options, into);
    return;
  }
  const attributes = attributesOf(part, element)
    .filter((one) => counts(name, one))
    .map((one) => ` ${one.name}="${attributeValue(one, options)}"`);
  into.push('<', name, ...(attributes.length > 1 ? attributes.sort() : attributes), '>');
  if (options.hollow?.has(name) === true) return;
  if (element.children.length === 0) into.push(textOf(part, element));
  for (const child of element.children) add(part, child, options, into);
}

function counts(element: string, { name }: Attribute): boolean {
  if (VOLATILE.has(name) || name.startsWith('xmlns') || name.startsWith('?:')) return false;
  return !(NAMED.has(element) && /^(?:id|name|style|type|descr|title|alt)$/.test(name));
}

/** White space in the source of an attribute is spaces (XML 1.0, 3.3.3); references stand for what they say. */
function attributeValue({ name, raw }: Attribute, { related }: FingerprintOptions): string {
  if (name.startsWith('r:')) return related(decode(raw));
  return /[&\r\n\t]/.test(raw) ? decode(raw.replace(/\r\n|[\r\n\t]/g, ' ')) : raw;
}

function textOf(part: Part, element: Element): string {
  const text = part.source.slice(element.openEnd, element.closeStart);
  return /[&\r]/.test(text) ? decode(text.replace(/\r\n?/g, '\n')) : text;
}
