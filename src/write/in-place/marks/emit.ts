/** Writes what stays, goes and comes in one paragraph of after into its XML. */

import { keepsSpace, uncounted } from '../../../word/space.ts';
import { changesOf, insertedMarks } from '../../../word/tracked/before-change.ts';
import { attribute, childOf, type Element, escapeXml, isEmptyTag, type Part } from '../../../word/tree.ts';
import { type Line, type Piece, pieceAt } from '../lines/lines.ts';
import { type LinkPairs, linkPairs, retargeted, spansAtLinks } from '../lines/links.ts';
import type { Op, Span } from '../pairing/script.ts';
import type { Session } from '../session.ts';
import { goneTag, goneText } from './bring.ts';
import { type Copying, writtenName } from './copy.ts';
import { partingAt, withFreshIds } from './parting.ts';
import {
  areMarkedAlike,
  areNeighbours,
  type Between,
  belongsTo,
  contentStart,
  endOf,
  isInLink,
  isWithinRun,
  paragraphOf,
  rawOffset,
  type Stay,
  sameChange,
  startOf,
  staysOf,
  topOf,
} from './places.ts';
import {
  changedProperties,
  changeParagraph,
  type MarkChange,
  runChange,
  runProperties,
  runsDiffer,
} from './properties.ts';
import { edgeXml } from './ranges.ts';

/** Goes through a paragraph from left to right and puts edits where something begins or ends. */
export class Writer {
  readonly #session: Session;
  readonly #line: Line;
  readonly #part: Part;
  #last: Stay | undefined;
  readonly #between: Between[] = [];
  /** What is put into a paragraph that is one empty tag. */
  #properties = '';
  readonly #empty: boolean;
  readonly #spaced = new Set<Element>();
  /** What is put between the pieces that are looked at. */
  readonly #puts: { readonly at: number; readonly holder: Element | undefined; xml: string }[] = [];
  readonly #links: LinkPairs;

  /** `ops` is all that will be written. */
  constructor(session: Session, line: Line, ops: readonly Op[]) {
    this.#session = session;
    this.#line = line;
    this.#links = line.linked ? linkPairs(ops) : new Map();
    this.#part = line.part;
    this.#empty = line.elements.length === 1 && isEmptyTag(line.part, line.element);
  }

  replaceProperties(element: Element, xml: string): void {
    const properties = childOf(element, 'w:pPr');
    if (this.#empty) this.#properties = xml;
    else if (properties === undefined) this.#insert(element.openEnd, xml, -2);
    else this.#session.output.edits(this.#part).replace(properties.start, properties.end, xml);
  }

  changeProperties(change: MarkChange): void {
    if (this.#empty) this.#properties = changedProperties(this.#line, change);
    else changeParagraph(this.#session, this.#line, change);
  }

  cut(next: string, behind: string): void {
    this.#between.push({ kind: 'cut', next, behind });
  }

  /** Tells links that stay and lead elsewhere as fields. */
  retarget(from: Part): void {
    const edits = this.#session.output.edits(this.#part);
    for (const [before, after] of this.#links) {
      const element = after.elements[0];
      if (before.target === after.target || element === undefined) continue;
      const copying: Copying = { session: this.#session, from, into: this.#part };
      const { w } = this.#part;
      edits.replace(element.start, element.openEnd, retargeted(copying, before, after), 5);
      edits.replace(element.closeStart, element.end, `<${w}r><${w}fldChar ${w}fldCharType="end"/></${w}r>`, 5);
    }
  }

  add(op: Op): void {
    if (op.kind === 'edge' || op.kind === 'tag') this.#between.push(op);
    else if (op.kind === 'gone') {
      const tag = goneTag(op.move);
      for (const span of spansAtLinks(op.before)) this.#between.push({ kind: 'gone', span, tag });
    } else if (op.kind === 'come') {
      const moved = op.move !== undefined && op.added !== true;
      for (const stay of staysOf(op.after, true, moved)) this.#stay(stay);
    } else if (op.kind === 'kept') for (const stay of this.#kept(op.before, op.after)) this.#stay(stay);
  }

  end(): void {
    if (this.#empty) {
      this.#endEmpty();
      return;
    }
    const last = this.#last;
    if (last?.come === true) this.#putBehind(last, this.#close(last));
    this.#putBetween(last, undefined);
    this.#flush();
  }

  #endEmpty(): void {
    const inner = this.#properties + this.#betweenXml(this.#between.splice(0), true);
    if (inner === '') return;
    const { end } = this.#line.element;
    this.#session.output.edits(this.#part).replace(end - 2, end, `>${inner}</${this.#part.w}p>`);
  }

  /** Pieces of what is kept, each with the change of its looks. */
  *#kept(before: Span, after: Span): Generator<Stay> {
    const { pieces } = before.line;
    let p = pieceAt(before.line, before.from);
    for (const stay of staysOf(after, false)) {
      const end = Math.min(stay.piece.to, after.to);
      for (let at = stay.from; at < end; ) {
        const own = at - after.from + before.from;
        while ((pieces[p]?.to ?? Number.POSITIVE_INFINITY) <= own) p++;
        const piece = pieces[p];
        if (piece === undefined) return;
        yield { ...stay, from: at, change: this.#lookChange(before.line, piece, stay.piece) };
        at += piece.to - own;
      }
    }
  }

  #lookChange(before: Line, x: Piece, y: Piece): string {
    if (!runsDiffer(this.#session, before, x, this.#line, y)) return '';
    this.#session.unkept(this.#part, changesOf(runProperties(y)));
    return runChange(this.#session, before, x, this.#part);
  }

  #stay(next: Stay): void {
    if (next.come) this.#withinOne(next.piece);
    const last = this.#last;
    this.#last = next;
    if (next.piece.unit.name === 'w:fldSimple' && next.come) this.#comeSimpleField(last, next);
    else if (last !== undefined && isWithinRun(this.#line, next)) this.#withinRun(last, next);
    else this.#atRun(last, next);
    this.#flush();
  }

  /** A field that has come must stand in one paragraph. */
  #withinOne({ unit, lastUnit }: Piece): void {
    const first = this.#line.elements.length === 1 ? undefined : paragraphOf(unit);
    if (first === undefined || first === paragraphOf(lastUnit)) return;
    for (const element of this.#line.elements) this.#session.unkept(this.#part, insertedMarks(element));
  }

  /** A boundary inside a run: the run is closed and opened again where something changes. */
  #withinRun(last: Stay, next: Stay): void {
    const alike = areMarkedAlike(last, next) && (next.come || sameChange(last.change, next.change));
    if (alike && this.#between.length === 0) return;
    const { piece } = next;
    const text = next.from > piece.from;
    const at = text ? rawOffset(this.#part, piece.first, next.from - piece.from) : piece.first.start;
    if (text) this.#keepSpace(piece.first);
    const { w } = this.#part;
    const parting = partingAt(this.#session, this.#part, piece.unit.parent, at);
    const name = text ? writtenName(this.#part, piece.first) : '';
    const close = `${text ? `</${name}>` : ''}</${w}r>${parting.close}${last.come ? this.#close(last) : ''}`;
    const open = `${next.come ? this.#open(next) : ''}${parting.open}${this.#reopen(piece.unit, next.change, name)}`;
    this.#insert(at, close + this.#betweenXml(this.#between.splice(0), !isInLink(piece.unit)) + open);
  }

  #atRun(last: Stay | undefined, next: Stay): void {
    const alike = last?.come === true && areMarkedAlike(last, next);
    if (alike && this.#between.length === 0 && areNeighbours(last.piece, next.piece)) return;
    if (last?.come === true) this.#putBehind(last, this.#close(last));
    this.#putBetween(last, next);
    if (next.come) this.#putBefore(next, this.#open(next));
    else if (next.change !== '') this.#changeRun(next.piece.unit, next.change);
  }

  /** Puts what is gone where it stood: in a link that it stood in if that is there, else between what stands there. */
  #putBetween(last: Stay | undefined, next: Stay | undefined): void {
    const between = this.#between.splice(0);
    const { lead, middle, trail } = belongsTo(between, this.#links, last?.piece.link, next?.piece.link);
    if (last !== undefined) this.#putBehind(last, this.#betweenXml(lead, false));
    if (middle.length > 0) this.#putMiddle(middle, last, next);
    if (next !== undefined) this.#putBefore(next, this.#betweenXml(trail, false));
  }

  /** What stands in no link that stays: beside the runs where it can, else between what holds them. */
  #putMiddle(middle: readonly Between[], last: Stay | undefined, next: Stay | undefined): void {
    const cut = middle.some((one) => one.kind === 'cut');
    const loose = (stay: Stay | undefined): Stay | undefined =>
      !cut && stay?.piece.link === undefined ? stay : undefined;
    const [left, right] = [loose(last), loose(next)];
    if (right !== undefined) this.#putBefore(right, this.#betweenXml(middle, true));
    else if (next !== undefined && left !== undefined) this.#putBehind(left, this.#betweenXml(middle, true));
    else if (last === undefined) this.#put(contentStart(this.#line), undefined, this.#betweenXml(middle, true));
    else {
      const top = topOf(last.piece.lastUnit);
      const inside = next !== undefined && top === topOf(next.piece.unit) && top !== next.piece.unit;
      if (inside) this.#putBefore(next, this.#betweenXml(middle, !isInLink(next.piece.unit)));
      else this.#put(Math.max(top.end, endOf(last.piece)), top.parent, this.#betweenXml(middle, true));
    }
  }

  /** What stands between, as XML; paragraph marks that are gone end paragraphs. */
  #betweenXml(between: readonly Between[], links: boolean): string {
    const { w } = this.#part;
    const pieces = between.map((one) => {
      if (one.kind === 'cut') return `</${w}p>${one.behind}<${w}p>${one.next}`;
      if (one.kind === 'edge') return edgeXml(one, this.#session.marker, w);
      if (one.kind === 'tag') return one.xml;
      return goneText({ session: this.#session, from: one.span.line.part, into: this.#part }, one.span, links, one.tag);
    });
    return pieces.join('');
  }

  /** A field in one element that has come is told as one in several, since it can't be marked otherwise. */
  #comeSimpleField(last: Stay | undefined, next: Stay): void {
    if (last?.come === true && last.piece.unit.name !== 'w:fldSimple') this.#putBehind(last, this.#close(last));
    this.#putBetween(last, next);
    this.#flush();
    const { element, xml } = this.#simpleFieldXml(next);
    const edits = this.#session.output.edits(this.#part);
    if (next.piece.field === undefined || isEmptyTag(this.#part, element)) {
      if (next.piece.key !== 'field end') edits.replace(element.start, element.end, xml);
    } else if (next.piece.key === 'field end') edits.replace(element.closeStart, element.end, xml);
    else edits.replace(element.start, element.openEnd, xml);
    this.#last = { ...next, come: false, change: '' };
  }

  #simpleFieldXml(next: Stay): { readonly element: Element; readonly xml: string } {
    const { first, key, field } = next.piece;
    const { w, source } = this.#part;
    const mark = (type: string): string => `<${w}r><${w}fldChar ${w}fldCharType="${type}"/></${w}r>`;
    const code = escapeXml(attribute(this.#part, first, 'w:instr') ?? '');
    const head = `${mark('begin')}<${w}r><${w}instrText xml:space="preserve">${code}</${w}instrText></${w}r>${mark('separate')}`;
    const whole = field === undefined || isEmptyTag(this.#part, first);
    const inner = source.slice(first.openEnd, first.closeStart);
    const runs = whole ? `${head}${inner}${mark('end')}` : key === 'field end' ? mark('end') : head;
    return { element: first, xml: this.#open(next) + runs + this.#close(next) };
  }

  #changeRun(run: Element, change: string): void {
    const { w } = this.#part;
    const properties = run.children.find((child) => child.name === 'w:rPr');
    if (properties === undefined) this.#insert(run.openEnd, `<${w}rPr>${change}</${w}rPr>`);
    else if (isEmptyTag(this.#part, properties)) {
      this.#session.output.edits(this.#part).replace(properties.start, properties.end, `<${w}rPr>${change}</${w}rPr>`);
    } else this.#insert(properties.closeStart, change);
  }

  /** The beginning of a run as the file has it, with a change of its looks. */
  #reopen(run: Element, change: string, text: string): string {
    const { w, source } = this.#part;
    const properties = run.children.find((child) => child.name === 'w:rPr');
    const bare = properties === undefined || isEmptyTag(this.#part, properties);
    const own = bare ? '' : source.slice(properties.openEnd, properties.closeStart);
    const inner = withFreshIds(this.#session, this.#part, own);
    const format = inner + change === '' ? '' : `<${w}rPr>${inner}${change}</${w}rPr>`;
    return `${source.slice(run.start, run.openEnd)}${format}${text === '' ? '' : `<${text} xml:space="preserve">`}`;
  }

  /** White space at the new end of a text must be kept. */
  #keepSpace(element: Element): void {
    if (this.#spaced.has(element)) return;
    this.#spaced.add(element);
    if (keepsSpace(this.#part, element)) return;
    const edits = this.#session.output.edits(this.#part);
    const tag = this.#part.source.slice(element.start, element.openEnd);
    const said = / xml:space\s*=\s*(?:"[^"]*"|'[^']*')/.exec(tag);
    const at = said === null ? element.openEnd - 1 : element.start + said.index;
    edits.replace(at, at + (said?.[0].length ?? 0), ' xml:space="preserve"');
    for (const { start, end } of uncounted(this.#part, element)) edits.replace(start, end, '');
  }

  #open({ moved }: Stay): string {
    const { w } = this.#part;
    return `<${w}${moved === true ? 'moveTo' : 'ins'}${this.#session.marker.attributes(w)}>`;
  }

  #close({ moved }: Stay): string {
    return `</${this.#part.w}${moved === true ? 'moveTo' : 'ins'}>`;
  }

  #putBefore({ piece }: Stay, xml: string): void {
    if (this.#isInEmptyField(piece, true)) this.#fill(piece.unit, xml);
    else this.#put(startOf(piece), piece.unit.parent, xml);
  }

  #putBehind({ piece }: Stay, xml: string): void {
    if (this.#isInEmptyField(piece, false)) this.#fill(piece.lastUnit, xml);
    else this.#put(endOf(piece), piece.lastUnit.parent, xml);
  }

  /** Whether what stands in front of a piece, or behind it, stands in a field that is one empty tag. */
  #isInEmptyField({ unit, key, atom }: Piece, before: boolean): boolean {
    if (unit.name !== 'w:fldSimple' || atom !== 'field' || !isEmptyTag(this.#part, unit)) return false;
    return (key === 'field end') === before;
  }

  #fill(element: Element, xml: string): void {
    const close = `</${writtenName(this.#part, element)}>`;
    this.#session.output.edits(this.#part).fill(element.end, close, xml);
  }

  /** Puts something where `holder` holds it, once all that is put there is known. */
  #put(at: number, holder: Element | undefined, xml: string): void {
    const last = this.#puts[this.#puts.length - 1];
    if (xml === '') return;
    if (last?.at === at && last.holder === holder) last.xml += xml;
    else this.#puts.push({ at, holder, xml });
  }

  #flush(): void {
    for (const { at, holder, xml } of this.#puts.splice(0)) {
      const parting = partingAt(this.#session, this.#part, holder, at);
      this.#insert(parting.at, parting.close + xml + parting.open);
    }
  }

  #insert(at: number, text: string, rank = 0): void {
    this.#session.output.edits(this.#part).insert(at, text, rank);
  }
}
