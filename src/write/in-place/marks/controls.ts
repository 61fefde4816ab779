/**
 * Content controls that only one file has (ISO/IEC 29500-1, 17.13.5.4 to 17.13.5.7): a range runs over the start tag of one
 * that came or went, another over its end tag, and the text in it is tracked by itself.
 */

import { declared } from '../../../word/declared.ts';
import type { Document } from '../../../word/document.ts';
import { digest } from '../../../word/document-fingerprint.ts';
import { cameWithText } from '../../../word/tracked/before-change.ts';
import {
  attribute,
  childOf,
  descendants,
  type Element,
  innerXml,
  isEmptyTag,
  type Part,
  xmlOf,
} from '../../../word/tree.ts';
import type { Line, Piece } from '../lines/lines.ts';
import type { Span } from '../pairing/script.ts';
import type { Session } from '../session.ts';
import { type Copying, copy, writtenName } from './copy.ts';

/** The controls of two bodies that have no partner in the other. */
export interface Controls {
  readonly gone: ReadonlySet<Element>;
  readonly come: ReadonlySet<Element>;
}

/** A control in its file, told by its properties and by its text. */
interface Told {
  readonly control: Element;
  readonly properties: string;
  readonly text: string;
}

/** What of a control's properties names it, or says how its text looks. */
const NAMES = new Set(['w:id', 'w:rPr', 'w:placeholder', 'w:showingPlcHdr']);

export function controlsOf(before: Document, from: Part, after: Document, into: Part): Controls {
  let [gone, come] = [controlsIn(before, from), controlsIn(after, into)];
  for (const key of [(one: Told) => one.properties + one.text, (one: Told) => one.properties])
    [gone, come] = withoutPartners(gone, come, key);
  const elements = (list: readonly Told[]) => new Set(list.map(({ control }) => control));
  return { gone: elements(gone), come: elements(come) };
}

function controlsIn(document: Document, part: Part): Told[] {
  if (!/<(?:[\w.-]+:)?sdt[\s>]/.test(part.source)) return [];
  return standingControls(part).map((control) => {
    const properties = childOf(control, 'w:sdtPr');
    const held = childOf(control, 'w:sdtContent');
    return {
      control,
      properties: properties === undefined ? '' : digest(document, part, properties, { without: NAMES }),
      text: held === undefined ? '' : innerXml(part, held).replace(/<[^>]*>/g, ''),
    };
  });
}

const COMES = /^w:customXml(?:Ins|MoveTo)Range(Start|End)$/;

/**
 * The controls of a part, short of those that an earlier author inserted: their start tags stand in a range that says so, or
 * all that they hold was inserted.
 */
function standingControls(part: Part): Element[] {
  const controls: Element[] = [];
  const open = new Set<string | undefined>();
  for (const element of descendants(part.root)) {
    const [, end] = COMES.exec(element.name) ?? [];
    if (end === 'Start') open.add(attribute(part, element, 'w:id'));
    else if (end === 'End') open.delete(attribute(part, element, 'w:id'));
    else if (element.name === 'w:sdt' && open.size === 0 && !cameWithText(element)) controls.push(element);
  }
  return controls;
}

/** Both lists without what pairs by a key, one for one. */
function withoutPartners(xs: Told[], ys: Told[], key: (one: Told) => string): [Told[], Told[]] {
  const waiting = new Map<string, number>();
  for (const y of ys) waiting.set(key(y), (waiting.get(key(y)) ?? 0) + 1);
  const taken = new Map<string, number>();
  const alone = (list: readonly Told[], left: Map<string, number>, took: (key: string) => void): Told[] =>
    list.filter((one) => {
      const count = left.get(key(one)) ?? 0;
      if (count === 0) return true;
      left.set(key(one), count - 1);
      took(key(one));
      return false;
    });
  const rest = alone(xs, waiting, (found) => void taken.set(found, (taken.get(found) ?? 0) + 1));
  return [rest, alone(ys, taken, () => {})];
}

/** Marks the controls of after that have come. */
export function markControls({ controls, marker, output }: Session, part: Part): void {
  const { w } = part;
  const edits = output.edits(part);
  for (const control of controls.come) {
    const held = childOf(control, 'w:sdtContent');
    if (held === undefined || isEmptyTag(part, held) || isTracked(part, control)) continue;
    const places = [control.start, held.openEnd, held.closeStart, control.end];
    if (places.some((at) => edits.covers(at))) continue;
    const [open, close] = [startMark(w, 'Ins', marker), startMark(w, 'Ins', marker)];
    edits.insert(control.start, open.xml, 3);
    edits.insert(held.openEnd, endMark(w, 'Ins', open.id), -3);
    edits.insert(held.closeStart, close.xml, 3);
    edits.insert(control.end, endMark(w, 'Ins', close.id), -3);
  }
}

/** Whether an earlier author's marks say of a control, or of text in it, that it came. */
function isTracked(part: Part, control: Element): boolean {
  for (let at = control.parent; at !== undefined; at = at.parent)
    if (at.name === 'w:ins' || at.name === 'w:moveTo') return true;
  return /<(?:[\w.-]+:)?(?:ins|moveTo|customXml\w+RangeEnd)[\s>]/.test(xmlOf(part, control));
}

type Kind = 'Ins' | 'Del';

function startMark(w: string, kind: Kind, marker: Session['marker']): { readonly id: string; readonly xml: string } {
  const attributes = marker.attributes(w);
  return { id: /id="(\d+)"/.exec(attributes)?.[1] ?? '', xml: `<${w}customXml${kind}RangeStart${attributes}/>` };
}

function endMark(w: string, kind: Kind, id: string): string {
  return `<${w}customXml${kind}RangeEnd ${w}id="${id}"/>`;
}

/**
 * The innermost control of before that went with all that it held, where a run stands in one. Those for plain text are set
 * aside: LibreOffice settles no change in them.
 */
export function goneControl({ controls }: Session, { line, from, to }: Span, unit: Element): Element | undefined {
  let at = unit.parent;
  while (at !== undefined && at !== line.element && at.name !== 'w:sdt') at = at.parent;
  if (at?.name !== 'w:sdt' || !controls.gone.has(at) || childOf(childOf(at, 'w:sdtPr'), 'w:text') !== undefined)
    return undefined;
  const control = at;
  const inside = line.pieces.filter((piece) => overlaps(control, piece));
  const whole = inside.every((piece) => holds(control, piece) && piece.from >= from && piece.to <= to);
  return whole && new Set(inside.map(({ context }) => context)).size === 1 ? control : undefined;
}

function overlaps({ start, end }: Element, { unit, lastUnit }: Line['pieces'][number]): boolean {
  return unit.start < end && lastUnit.end > start;
}

function holds({ start, end }: Element, { unit, lastUnit }: Piece): boolean {
  return unit.start >= start && lastUnit.end <= end;
}

/** A control of before around what is gone, its tags gone too. */
export function aroundGone(copying: Copying, control: Element | undefined, gone: string): string {
  if (control === undefined) return gone;
  const { session, into } = copying;
  const { w } = into;
  const [open, close] = [startMark(w, 'Del', session.marker), startMark(w, 'Del', session.marker)];
  const inner = `${endMark(w, 'Del', open.id)}${gone}${close.xml}`;
  const properties = propertiesOf(copying, control);
  return `${open.xml}<${w}sdt>${properties}<${w}sdtContent>${inner}</${w}sdtContent></${w}sdt>${endMark(w, 'Del', close.id)}`;
}

/** A control's properties, those left out that after's part has not declared as what may be ignored. */
function propertiesOf(copying: Copying, control: Element): string {
  const { from, into } = copying;
  const properties = childOf(control, 'w:sdtPr');
  if (properties === undefined) return '';
  const known = (attribute(into, into.root, 'mc:Ignorable') ?? '').split(/\s+/);
  const xml = copy(copying, properties, (element) => {
    const prefix = writtenName(from, element).split(':')[0] ?? '';
    return element.name.startsWith('w:') || known.includes(prefix) ? undefined : '';
  });
  return declared(copying, xml);
}
