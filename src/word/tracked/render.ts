/** A part with its tracked changes settled: what holds none is copied to the letter, the rest is put together anew. */
import { attribute, childOf, type Element, isEmptyTag, type Part, xmlOf } from '../tree.ts';
import { heldBy, type TrackedControls, trackedControls, withoutProperties } from './controls.ts';
import { childlessProperties, formerInner } from './former.ts';
import { type Decision, type Found, TRACKED } from './tracked.ts';

/** What a part is settled with. */
export interface Settling {
  readonly part: Part;
  readonly found: Found;
  readonly decide: (element: Element) => Decision;
  /** Controls whose tags are tracked; found when the part is settled. */
  readonly controls?: TrackedControls;
}

/** The text of a part with its changes settled. */
export function settledPart(given: Settling): string {
  const { part, found } = given;
  const { root } = part;
  const settling = { ...given, controls: trackedControls(part, found.changes.keys()) };
  return withoutLooseCodes(
    part.source.slice(0, root.start) + render(settling, root, false) + part.source.slice(root.end),
  );
}

/** Takes out codes of fields whose beginning went: Word would show them as text. */
function withoutLooseCodes(source: string): string {
  let depth = 0;
  return source.replace(
    /<(?:\w+:)?fldChar\s[^>]*fldCharType="(begin|end)"|<((?:\w+:)?instrText)(?:\s[^>]*)?>[^<]*<\/\2>/g,
    (found, type: string | undefined) => {
      if (type === undefined) return depth > 0 ? found : '';
      depth = Math.max(0, depth + (type === 'begin' ? 1 : -1));
      return found;
    },
  );
}

type Rule = (settling: Settling, element: Element, undeleted: boolean) => string;

const RULES: Readonly<Record<string, Rule>> = {
  'w:ins': trackedContent,
  'w:moveTo': trackedContent,
  'w:del': trackedContent,
  'w:moveFrom': trackedContent,
  'w:pPr': properties,
  'w:rPr': properties,
  'w:tblPr': properties,
  'w:trPr': properties,
  'w:tcPr': cellProperties,
  'w:tblPrEx': properties,
  'w:sectPr': properties,
  'w:tblGrid': properties,
  'w:tr': row,
  'w:tc': cell,
  'w:tbl': table,
  'w:hyperlink': unlessEmpty,
  'w:smartTag': control,
  'w:fldSimple': unlessEmpty,
  'w:cellIns': markAlone,
  'w:cellDel': markAlone,
  'w:numberingChange': markAlone,
  'w:cellMerge': markAlone,
  'w:numPr': numbering,
  'w:sdt': control,
  'w:customXml': control,
};

const RENAMED: Readonly<Record<string, string>> = { 'w:delText': 't', 'w:delInstrText': 'instrText' };

/** Which side of a mark stays; `undefined` where it is left as it is. */
export function stays({ decide }: Settling, element: Element, kind: 'insertion' | 'deletion'): boolean | undefined {
  const decision = decide(element);
  return decision === 'leave' ? undefined : (decision === 'accept') === (kind === 'insertion');
}

/** An element settled. `undeleted` says that a deletion around it was rejected. */
export function render(settling: Settling, element: Element, undeleted: boolean): string {
  const { part, found } = settling;
  const renamed = undeleted ? RENAMED[element.name] : undefined;
  if (renamed !== undefined) return rename(part, element, renamed);
  if (!found.touched.has(element) && !undeleted) return xmlOf(part, element);
  if (isRangeMark(element)) return settling.decide(element) === 'leave' ? xmlOf(part, element) : '';
  const rule = RULES[element.name];
  return rule === undefined ? whole(settling, element, undeleted) : rule(settling, element, undeleted);
}

function rename(part: Part, element: Element, name: string): string {
  const open = part.source
    .slice(element.start, element.openEnd)
    .replace(/^<([\w.-]+:)?\w+/, (_, prefix = '') => `<${prefix}${name}`);
  return element.openEnd === element.end
    ? open
    : `${open}${part.source.slice(element.openEnd, element.closeStart)}</${part.w}${name}>`;
}

function isRangeMark({ name }: Element): boolean {
  return /^w:(?:move(?:From|To)|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End)$/.test(name);
}

/** An element with its tags and its children settled. */
function whole(settling: Settling, element: Element, undeleted: boolean): string {
  const { part } = settling;
  if (isEmptyTag(part, element)) return xmlOf(part, element);
  return openTag(part, element) + inner(settling, element, undeleted) + closeTag(part, element);
}

function openTag(part: Part, element: Element): string {
  return part.source.slice(element.start, element.openEnd);
}

function closeTag(part: Part, element: Element): string {
  return part.source.slice(element.closeStart, element.end);
}

/** What stands between an element's tags, settled. Paragraphs whose mark goes are joined with the next. */
export function inner(settling: Settling, element: Element, undeleted: boolean): string {
  const { source } = settling.part;
  const pieces: string[] = [];
  const joining = new Joining(settling);
  let at = element.openEnd;
  for (const child of element.children) {
    pieces.push(source.slice(at, child.start));
    if (child.name === 'w:p') pieces.push(joining.paragraph(child));
    else {
      const xml = render(settling, child, undeleted);
      if (xml !== '' && DIVIDES.has(child.name)) pieces.push(joining.flush(false));
      if (xml !== '' && child.name === 'w:tbl') joining.hasBlock = false;
      pieces.push(xml);
    }
    at = child.end;
  }
  pieces.push(
    joining.flush(NEEDS_PARAGRAPH.has(element.name) && !joining.hasBlock),
    source.slice(at, element.closeStart),
  );
  return pieces.join('');
}

/** What keeps two paragraphs from being joined across it. */
const DIVIDES = new Set(['w:tbl', 'w:sdt', 'w:sectPr']);

/** Containers that Word refuses without a paragraph at their end. */
const NEEDS_PARAGRAPH = new Set(['w:tc', 'w:txbxContent', 'w:footnote', 'w:endnote', 'w:comment', 'w:hdr', 'w:ftr']);

/** Paragraphs of one container, of which some lose their mark. */
class Joining {
  hasBlock = false;
  readonly #settling: Settling;
  #carried: string[] = [];
  #last: Element | undefined;

  constructor(settling: Settling) {
    this.#settling = settling;
  }

  /** A paragraph; nothing where it is joined with the next. */
  paragraph(element: Element): string {
    const { part } = this.#settling;
    const content = contentOf(this.#settling, element);
    if (losesMark(this.#settling, element)) {
      this.#last = element;
      this.#carried.push(content);
      return '';
    }
    const carried = this.#take();
    this.hasBlock = true;
    if (carried === '' && !this.#settling.found.touched.has(element)) return xmlOf(part, element);
    return paragraph(this.#settling, element, carried + content);
  }

  /** What is carried and meets no paragraph: the last one stays if they say anything, or if there must be one. */
  flush(needed: boolean): string {
    const last = this.#last;
    const carried = this.#take();
    if (last === undefined) return '';
    const says = /<(?:\w+:)?(?:r|hyperlink|sdt|oMath|fldSimple)[\s>]/.test(carried);
    if (!says && !needed) return carried;
    this.hasBlock = true;
    return paragraph(this.#settling, last, carried);
  }

  #take(): string {
    const carried = this.#carried.join('');
    this.#carried = [];
    this.#last = undefined;
    return carried;
  }
}

function paragraph(settling: Settling, element: Element, content: string): string {
  const { part } = settling;
  const properties = childOf(element, 'w:pPr');
  const format = properties === undefined ? '' : render(settling, properties, false);
  const open = openTag(part, element);
  const start = isEmptyTag(part, element) ? `${open.slice(0, -2)}>` : open;
  return `${start}${format}${content}</${part.w}p>`;
}

function contentOf(settling: Settling, element: Element): string {
  const { source } = settling.part;
  const properties = childOf(element, 'w:pPr');
  if (!settling.found.touched.has(element)) return source.slice(properties?.end ?? element.openEnd, element.closeStart);
  return element.children.map((child) => (child === properties ? '' : render(settling, child, false))).join('');
}

const MARKS: Readonly<Record<string, 'insertion' | 'deletion'>> = {
  'w:ins': 'insertion',
  'w:moveTo': 'insertion',
  'w:del': 'deletion',
  'w:moveFrom': 'deletion',
};

function losesMark(settling: Settling, element: Element): boolean {
  const format = childOf(childOf(element, 'w:pPr'), 'w:rPr');
  return (format?.children ?? []).some((mark) => {
    const kind = MARKS[mark.name];
    return kind !== undefined && stays(settling, mark, kind) === false;
  });
}

/** Runs in `w:ins`, `w:del` and the like; inside properties they are marks that say nothing more once settled. */
function trackedContent(settling: Settling, element: Element, undeleted: boolean): string {
  const kind = MARKS[element.name] ?? 'insertion';
  const staying = stays(settling, element, kind);
  if (staying === undefined) return whole(settling, element, false);
  if (isEmptyTag(settling.part, element)) return '';
  if (staying) return inner(settling, element, undeleted || kind === 'deletion');
  return [...rangeMarks(element)].map((mark) => render(settling, mark, false)).join('');
}

/** Ends and beginnings of ranges within what goes: their partners may stay. */
function* rangeMarks(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (/^w:(?:bookmark|commentRange|perm)(?:Start|End)$/.test(child.name)) yield child;
    else yield* rangeMarks(child);
  }
}

/** Properties; where a change of them is rejected, those of before. */
function properties(settling: Settling, element: Element, undeleted: boolean): string {
  const { part } = settling;
  const change = element.children.find((child) => child.name.endsWith('Change') && child.name !== 'w:numberingChange');
  const decision = change === undefined ? 'leave' : settling.decide(change);
  if (change === undefined || decision === 'leave') return whole(settling, element, undeleted);
  const kept = element.children.filter((child) => child !== change);
  if (decision === 'accept') {
    return (
      openTag(part, element) +
      kept.map((child) => render(settling, child, undeleted)).join('') +
      closeTag(part, element)
    );
  }
  const own = childlessProperties(element.name, kept).map((child) => render(settling, child, undeleted));
  return (
    openTag(part, element) + joinedProperties(element.name, own, formerInner(part, change)) + closeTag(part, element)
  );
}

/** Before's properties with what of after's stays, in the order that the schema asks for. */
function joinedProperties(name: string, own: readonly string[], former: string): string {
  return name === 'w:sectPr' ? own.join('') + former : former + own.join('');
}

function row(settling: Settling, element: Element, undeleted: boolean): string {
  const marks = childOf(element, 'w:trPr')?.children ?? [];
  const goes = marks.some((mark) => {
    const kind = MARKS[mark.name];
    return kind !== undefined && stays(settling, mark, kind) === false;
  });
  if (goes) return '';
  const xml = whole(settling, element, undeleted);
  return childOf(element, 'w:tc') !== undefined && !/<(?:\w+:)?tc[\s>]/.test(xml) ? '' : xml;
}

function table(settling: Settling, element: Element, undeleted: boolean): string {
  const xml = whole(settling, element, undeleted);
  return /<(?:\w+:)?tr[\s>]/.test(xml) ? xml : '';
}

function cell(settling: Settling, element: Element, undeleted: boolean): string {
  for (const mark of childOf(element, 'w:tcPr')?.children ?? []) {
    const kind = mark.name === 'w:cellIns' ? 'insertion' : mark.name === 'w:cellDel' ? 'deletion' : undefined;
    if (kind !== undefined && stays(settling, mark, kind) === false) return '';
  }
  return whole(settling, element, undeleted);
}

function markAlone(settling: Settling, element: Element): string {
  return settling.decide(element) === 'leave' ? xmlOf(settling.part, element) : '';
}

/** Properties of a cell. A vertical merge that was tracked becomes one that is not, or is taken back (17.13.5.2). */
function cellProperties(settling: Settling, element: Element, undeleted: boolean): string {
  const xml = properties(settling, element, undeleted);
  const mark = childOf(element, 'w:cellMerge');
  const decision = mark === undefined ? 'leave' : settling.decide(mark);
  if (mark === undefined || decision === 'leave') return xml;
  const { w } = settling.part;
  const value = attribute(settling.part, mark, decision === 'accept' ? 'w:vMerge' : 'w:vMergeOrig');
  const merge = value === undefined ? '' : value === 'rest' ? `<${w}vMerge ${w}val="restart"/>` : `<${w}vMerge/>`;
  const at = IN_FRONT_OF_MERGE.exec(xml)?.[0].length ?? 0;
  return xml.slice(0, at) + merge + xml.slice(at);
}

/** What stands in front of a merge in the properties of a cell, in the order that the schema asks for. */
const IN_FRONT_OF_MERGE =
  /^<[^>]*>(?:\s*(?:<(?:\w+:)?(?:cnfStyle|tcW|gridSpan|hMerge)(?:\s[^>]*?)?(?:\/>|>\s*<\/[^>]*>)))*/;

/** Numbering that was put on a paragraph: rejected, it goes. */
function numbering(settling: Settling, element: Element, undeleted: boolean): string {
  const mark = childOf(element, 'w:ins');
  if (mark !== undefined && settling.decide(mark) === 'reject') return '';
  const kept = element.children.filter((child) => {
    return !(child.name === 'w:ins' || child.name === 'w:numberingChange') || settling.decide(child) === 'leave';
  });
  const { part } = settling;
  return (
    openTag(part, element) + kept.map((child) => render(settling, child, undeleted)).join('') + closeTag(part, element)
  );
}

/** Wrappers that say nothing once what they held is gone. */
function unlessEmpty(settling: Settling, element: Element, undeleted: boolean): string {
  if (isEmptyTag(settling.part, element)) return xmlOf(settling.part, element);
  const content = inner(settling, element, undeleted);
  if (!content.includes('<')) return '';
  return openTag(settling.part, element) + content + closeTag(settling.part, element);
}

/** A content control goes with what it held; where its tags came or went, they go without it. */
function control(settling: Settling, element: Element, undeleted: boolean): string {
  const held = heldBy(element);
  const { part } = settling;
  if (held === undefined || isEmptyTag(part, held)) return whole(settling, element, undeleted);
  const content = inner(settling, held, undeleted);
  if (losesTags(settling, element)) return withoutProperties(part, held, content);
  if (!content.includes('<')) return '';
  if (held === element) return openTag(part, held) + content + closeTag(part, held);
  const xml = (child: Element): string =>
    child === held ? openTag(part, held) + content + closeTag(part, held) : render(settling, child, undeleted);
  return openTag(part, element) + element.children.map(xml).join('') + closeTag(part, element);
}

function losesTags({ controls, ...settling }: Settling, element: Element): boolean {
  const mark = controls?.get(element);
  const kind = mark === undefined ? undefined : TRACKED[mark.name];
  return mark !== undefined && (kind === 'insertion' || kind === 'deletion') && stays(settling, mark, kind) === false;
}
