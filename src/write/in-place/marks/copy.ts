/** Content of before as XML for after's parts: names of its namespaces, ids and references made to fit. */

import { decode } from '../../../word/tag.ts';
import { attributesOf, type Element, escapeXml, type Part } from '../../../word/tree.ts';
import type { Session } from '../session.ts';

/** Where copies go to. */
export interface Copying {
  readonly session: Session;
  /** The part of before that is copied from. */
  readonly from: Part;
  /** The part of after that is copied to. */
  readonly into: Part;
}

/** What is left out of every copy: marks that stand in pairs, what is recomputed, and what is tracked already. */
const LEFT_OUT = new Set([
  'w:sectPr',
  'w:sectPrChange',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:tblGridChange',
  'w:tblPrExChange',
  'w:numberingChange',
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:permStart',
  'w:permEnd',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
]);

/** Attributes that name a save or a place in the file that they came from. */
const DROPPED = /^(?:w:rsid\w*|w14:(?:paraId|textId|anchorId)|wp14:(?:anchorId|editId))$/;

type Value = (copying: Copying, value: string) => string;

/** References in the value of an element, mapped. */
const VALUES: Readonly<Record<string, Value>> = {
  'w:pStyle': ({ session }, value) => session.resources.style(value),
  'w:rStyle': ({ session }, value) => session.resources.style(value),
  'w:tblStyle': ({ session }, value) => session.resources.style(value),
  'w:numId': ({ session }, value) => session.resources.numbering(value),
};

/** What replaces a whole element; `undefined` leaves it to be copied. */
export type Replace = (element: Element) => string | undefined;

/** An element of before as XML for after; `replace` is asked for each element below it. */
export function copy(copying: Copying, element: Element, replace: Replace = () => undefined): string {
  const replaced = replace(element);
  if (replaced !== undefined) return replaced;
  if (LEFT_OUT.has(element.name)) return '';
  const { from } = copying;
  const open = `<${writtenName(from, element)}${attributesFor(copying, element)}`;
  if (element.openEnd === element.end) return `${open}/>`;
  return `${open}>${copyInner(copying, element, replace)}</${writtenName(from, element)}>`;
}

/** What stands between the tags of an element, copied. */
export function copyInner(copying: Copying, element: Element, replace: Replace = () => undefined): string {
  const { source } = copying.from;
  const pieces: string[] = [];
  let at = element.openEnd;
  for (const child of element.children) {
    pieces.push(source.slice(at, child.start), copy(copying, child, replace));
    at = child.end;
  }
  pieces.push(source.slice(at, element.closeStart));
  return pieces.join('');
}

/** The name of an element as its file writes it. */
export function writtenName(part: Part, element: Element): string {
  return /^<([^\s/>]+)/.exec(part.source.slice(element.start, element.openEnd))?.[1] ?? element.name;
}

/** The attributes of an element, mapped. */
export function attributesFor(copying: Copying, element: Element): string {
  const { from, into } = copying;
  const pieces: string[] = [];
  for (const { name, written, raw } of attributesOf(from, element)) {
    if (DROPPED.test(name) || (name.startsWith('?:') && !isKnown(from, into, written))) continue;
    pieces.push(` ${written}="${mapped(copying, element, name, raw)}"`);
  }
  return pieces.join('');
}

/** Whether an attribute of an unknown namespace may stand in after's part: its root knows that too, or it is declared within. */
function isKnown(from: Part, into: Part, written: string): boolean {
  const prefix = written.slice(0, written.indexOf(':'));
  return !from.rootSpaces.has(prefix) || into.rootSpaces.get(prefix) === from.spaces.get(prefix);
}

function mapped(copying: Copying, element: Element, name: string, raw: string): string {
  const { session, from, into } = copying;
  if (name === 'w:val') {
    const map = VALUES[element.name];
    return map === undefined ? quoted(raw) : escapeXml(map(copying, decode(raw)));
  }
  if (name.startsWith('r:')) return escapeXml(session.resources.relationship(from, decode(raw), into));
  if (name === 'w:anchor' && element.name === 'w:hyperlink') return escapeXml(session.anchor(decode(raw)));
  if (name === 'id' && element.name === 'wp:docPr') return String(session.marker.id());
  if (name === 'w:id' && element.name === 'w:footnoteReference')
    return session.bringNote('footnote', from, decode(raw));
  if (name === 'w:id' && element.name === 'w:endnoteReference') return session.bringNote('endnote', from, decode(raw));
  return quoted(raw);
}

/** A raw value that may have stood in single quotes. */
function quoted(raw: string): string {
  return raw.includes('"') ? raw.replaceAll('"', '&quot;') : raw;
}
