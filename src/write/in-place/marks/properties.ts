/** Formatting of runs and paragraphs: whether it differs, and the tracked change that gives the former back. */

import { declared } from '../../../word/declared.ts';
import type { Document } from '../../../word/document.ts';
import { digest } from '../../../word/document-fingerprint.ts';
import { Edits } from '../../../word/edits.ts';
import { type NumberingPlace, namesList, numberingOf, styleNumberingOf, styleOf } from '../../../word/numbering.ts';
import { formerly } from '../../../word/tracked/before-change.ts';
import { childOf, type Element, escapeXml, isEmptyTag, type Part, xmlOf } from '../../../word/tree.ts';
import type { Line, Piece } from '../lines/lines.ts';
import type { Session } from '../session.ts';
import { attributesFor, type Copying, copy, copyInner } from './copy.ts';

/** Parts of a paragraph's properties that are no formatting of the paragraph. */
const NOT_PARAGRAPH = new Set([
  'w:rPr',
  'w:sectPr',
  'w:pPrChange',
  'w:ins',
  'w:numberingChange',
  'w:cnfStyle',
  'w:divId',
]);
const NOT_RUN = new Set(['w:rPrChange', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:lang', 'w:noProof']);

/** The properties of the run that a piece stands in. */
export function runProperties(piece: Piece): Element | undefined {
  return piece.unit.name === 'w:r' ? childOf(piece.unit, 'w:rPr') : undefined;
}

/** What properties say, in the ids of after. */
function formatKey(session: Session, document: Document, part: Part, element: Element | undefined): string {
  if (element === undefined) return '';
  const side = document === session.before ? 'b' : 'a';
  const written = `${side}${xmlOf(part, element)}`;
  const known = session.formats.get(written);
  if (known !== undefined) return known;
  const key = sorted(session, document, part, element);
  session.formats.set(written, key);
  return key;
}

/** The children told in order, so that their order in the file does not count. */
function sorted(session: Session, document: Document, part: Part, element: Element): string {
  const without = element.name === 'w:pPr' ? NOT_PARAGRAPH : NOT_RUN;
  const standing = element.children.filter((child) => childOf(child, 'w:ins') === undefined);
  const told = standing.map((child) => mappedDigest(session, document, part, child, without));
  return told
    .filter((one) => one !== '')
    .sort()
    .join('');
}

function mappedDigest(
  session: Session,
  document: Document,
  part: Part,
  child: Element,
  without: ReadonlySet<string>,
): string {
  const told = digest(document, part, child, { without });
  if (document === session.after || !/Style|numId/.test(told)) return told;
  return told.replace(/<w:(pStyle|rStyle|numId) w:val="([^"]*)"/g, (_, name: string, id: string) => {
    const map = name === 'numId' ? session.resources.numbering : session.resources.style;
    return `<w:${name} w:val="${map(id)}"`;
  });
}

/** Whether two runs look different, after's as it was before tracked changes of its looks. */
export function runsDiffer(session: Session, before: Line, x: Piece, after: Line, y: Piece): boolean {
  const [from, to] = [runProperties(x), formerly(runProperties(y))];
  if (x.unit.name !== 'w:r' || y.unit.name !== 'w:r') return false;
  return formatKey(session, session.before, before.part, from) !== formatKey(session, session.after, after.part, to);
}

/** Whether two paragraphs look different, after's as it was before tracked changes of its looks. */
export function paragraphsDiffer(session: Session, before: Line, after: Line): boolean {
  const x = formatKey(session, session.before, before.part, before.properties);
  if (x !== formatKey(session, session.after, after.part, formerly(after.properties))) return true;
  return (
    numberingKey(session, before) !== placeKey(numberingOf(after.document, after.part, formerly(after.properties)))
  );
}

/** The list and level of a paragraph of before, in the ids of after. */
function numberingKey(session: Session, { document, part, properties }: Line): string {
  const place = numberingOf(document, part, properties);
  return place === undefined ? '' : placeKey({ ...place, numId: session.resources.numbering(place.numId) });
}

function placeKey(place: NumberingPlace | undefined): string {
  return place === undefined ? '' : `${place.numId} ${place.level}`;
}

/** Whether two paragraph marks look different, after's as it was before tracked changes of its looks. */
export function marksDiffer(session: Session, before: Line, after: Line): boolean {
  const [x, y] = [childOf(before.properties, 'w:rPr'), formerly(childOf(after.properties, 'w:rPr'))];
  return formatKey(session, session.before, before.part, x) !== formatKey(session, session.after, after.part, y);
}

/** `w:rPrChange` that gives back how a paragraph mark of before looked. */
export function markFormatChange(session: Session, before: Line, after: Part): string {
  const { w } = after;
  const copying: Copying = { session, from: before.part, into: after };
  const inner = markFormat(copying, childOf(before.properties, 'w:rPr'));
  return declared(copying, `<${w}rPrChange${session.marker.attributes(w)}><${w}rPr>${inner}</${w}rPr></${w}rPrChange>`);
}

/** What the properties of a paragraph mark say of its looks. */
function markFormat(copying: Copying, properties: Element | undefined): string {
  if (properties === undefined) return '';
  return copyInner(copying, properties, (element) => (NOT_RUN_COPIED.has(element.name) ? '' : undefined));
}

/** `w:rPrChange` that gives back how a run of before looked. */
export function runChange(session: Session, before: Line, piece: Piece, after: Part): string {
  const { w } = after;
  const copying: Copying = { session, from: before.part, into: after };
  const from = runProperties(piece);
  const inner = from === undefined ? '' : copyInner(copying, from);
  return declared(copying, `<${w}rPrChange${session.marker.attributes(w)}><${w}rPr>${inner}</${w}rPr></${w}rPrChange>`);
}

/** `w:pPrChange` that gives back how a paragraph of before looked. */
export function paragraphChange(session: Session, before: Line, after: Part): string {
  const { w } = after;
  const copying: Copying = { session, from: before.part, into: after };
  const inner = formerProperties(copying, before.properties);
  return declared(copying, `<${w}pPrChange${session.marker.attributes(w)}><${w}pPr>${inner}</${w}pPr></${w}pPrChange>`);
}

/** A paragraph's properties without those of its mark and of a section. */
function formerProperties(copying: Copying, properties: Element | undefined): string {
  const numbering = styleNumbering(copying, properties);
  if (properties === undefined) return numbering;
  const skip = ({ name }: Element): boolean => NOT_COPIED.has(name) || (numbering !== '' && name === 'w:numPr');
  if (numbering === '') return copyInner(copying, properties, (element) => (skip(element) ? '' : undefined));
  const children = properties.children.filter((child) => !skip(child));
  const at = children.findLastIndex(({ name }) => BEFORE_NUMBERING.has(name)) + 1;
  const written = children.map((child) => copy(copying, child));
  return [...written.slice(0, at), numbering, ...written.slice(at)].join('');
}

/** What stands in front of the numbering in the properties of a paragraph (ISO/IEC 29500-1, A.1, CT_PPrBase). */
const BEFORE_NUMBERING = new Set([
  'w:pStyle',
  'w:keepNext',
  'w:keepLines',
  'w:pageBreakBefore',
  'w:framePr',
  'w:widowControl',
]);

/** The numbering that a paragraph of before has by its style, where that style gives another one in after; as XML. */
function styleNumbering({ session, from, into }: Copying, properties: Element | undefined): string {
  const style = styleOf(from, properties);
  if (namesList(from, properties) || (style !== '' && session.resources.isTaken(style))) return '';
  const here = numberingOf(session.before, from, properties);
  const there = styleNumberingOf(session.after, style === '' ? '' : session.resources.style(style));
  const mapped = here === undefined ? undefined : { ...here, numId: session.resources.numbering(here.numId) };
  if (placeKey(mapped) === placeKey(there)) return '';
  const { w } = into;
  const list = `<${w}numId ${w}val="${escapeXml(mapped?.numId ?? '0')}"/>`;
  const level = mapped === undefined ? '' : `<${w}ilvl ${w}val="${mapped.level}"/>`;
  return `<${w}numPr>${level}${list}</${w}numPr>`;
}

const NOT_COPIED = new Set(['w:rPr', 'w:sectPr', 'w:pPrChange', 'w:ins', 'w:numberingChange']);

/** Properties of a paragraph that only before has; `mark` is what is said of its mark. */
export function broughtProperties(copying: Copying, properties: Element | undefined, mark: string): string {
  const { w } = copying.into;
  const inner = formerProperties(copying, properties);
  const rPr = childOf(properties, 'w:rPr');
  const format = markFormat(copying, rPr);
  const run = mark + format === '' ? '' : `<${w}rPr>${mark}${format}</${w}rPr>`;
  const section = mark === '' ? '' : sectionOf(copying, properties);
  return inner + run + section === '' ? '' : declared(copying, `<${w}pPr>${inner}${run}${section}</${w}pPr>`);
}

/** The section that a deleted paragraph mark ends, with its headers and footers. */
function sectionOf(copying: Copying, properties: Element | undefined): string {
  const section = childOf(properties, 'w:sectPr');
  if (section === undefined) return '';
  const { w } = copying.into;
  return `<${w}sectPr${attributesFor(copying, section)}>${copyInner(copying, section)}</${w}sectPr>`;
}

const NOT_RUN_COPIED = new Set(['w:rPrChange', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

/** Properties of a run of before, as they are brought. */
export function broughtRunProperties(copying: Copying, properties: Element | undefined): string {
  return properties === undefined ? '' : copy(copying, properties);
}

/** What is to be put into a paragraph's properties. */
export interface MarkChange {
  /** `w:ins`, or nothing. */
  readonly mark: string;
  /** `w:rPrChange` of the mark's looks, or nothing. */
  readonly format: string;
  /** `w:pPrChange`, or nothing. */
  readonly change: string;
}

/** The properties of a paragraph of after with a mark and a change put into them, as XML. */
export function changedProperties(line: Line, { mark, format, change }: MarkChange): string {
  const { part, properties } = line;
  const { w } = part;
  const marked = mark + format === '' ? '' : `<${w}rPr>${mark}${format}</${w}rPr>`;
  if (properties === undefined || isEmptyTag(part, properties)) {
    return marked + change === '' ? '' : `<${w}pPr>${marked}${change}</${w}pPr>`;
  }
  const edits = new Edits();
  putInto(edits, line, properties, { mark, format, change });
  return edits.applyWithin(part.source, properties.start, properties.end);
}

/** Puts a mark and a change into the properties of a paragraph of after that is no empty tag. */
export function changeParagraph(session: Session, line: Line, change: MarkChange): void {
  if (change.mark + change.format + change.change === '') return;
  const { part, element, properties } = line;
  const edits = session.output.edits(part);
  if (isEmptyTag(part, element))
    edits.replace(element.end - 2, element.end, `>${changedProperties(line, change)}</${part.w}p>`);
  else if (properties === undefined) edits.insert(element.openEnd, changedProperties(line, change), -2);
  else if (isEmptyTag(part, properties))
    edits.replace(properties.start, properties.end, changedProperties(line, change));
  else putInto(edits, line, properties, change);
}

function putInto(edits: Edits, { part }: Line, properties: Element, { mark, format, change }: MarkChange): void {
  const { w } = part;
  const rPr = childOf(properties, 'w:rPr');
  if (mark + format !== '' && rPr === undefined) {
    const behind = childOf(properties, 'w:sectPr') ?? childOf(properties, 'w:pPrChange');
    edits.insert(behind?.start ?? properties.closeStart, `<${w}rPr>${mark}${format}</${w}rPr>`);
  } else if (mark + format !== '' && rPr !== undefined) {
    if (isEmptyTag(part, rPr)) edits.replace(rPr.end - 2, rPr.end, `>${mark}${format}</${w}rPr>`);
    else {
      edits.insert(rPr.openEnd, mark);
      edits.insert(rPr.closeStart, format);
    }
  }
  edits.insert(properties.closeStart, change, 1);
}
