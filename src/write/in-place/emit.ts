/** Writes the edit script of one paragraph of after into its XML. */
import { goneText } from './bring.ts';
import type { Copying } from './copy.ts';
import { type Line, type Piece, pieceAt } from './lines.ts';
import { type LinkPairs, linkPairs, retargeted, spansAtLinks } from './links.ts';
import {
  areNeighbours,
  type Between,
  belongsTo,
  endOf,
  isInLink,
  isWithinRun,
  rawOffset,
  type Stay,
  sameChange,
  startOf,
  staysOf,
  topOf,
} from './places.ts';
import {
  broughtProperties,
  changedProperties,
  changeParagraph,
  type MarkChange,
  paragraphChange,
  paragraphsDiffer,
  runChange,
  runsDiffer,
} from './properties.ts';
import type { Op, Span } from './script.ts';
import type { Session } from './session.ts';
import { attribute, type Element, escapeXml, isEmptyTag, type Part } from './tree.ts';

/** A stretch of the redline up to a paragraph mark that is gone, or up to the mark of the paragraph itself. */
export interface Stretch {
  readonly ops: readonly Op[];
  /** Before's paragraph whose mark is gone; absent for the last stretch. */
  readonly gone?: Line;
}

/** A paragraph of after with what goes into it. */
export interface Target {
  readonly line: Line;
  /** The paragraph of before whose mark is the same; absent where the mark has come. */
  readonly before: Line | undefined;
  readonly stretches: readonly Stretch[];
}

/** Writes all that changes in a paragraph, its mark and formatting included. */
export function emitParagraph(session: Session, target: Target): void {
  const { line, before, stretches } = target;
  const properties = stretches.map((stretch, k) => propertiesOf(session, target, stretch, k === 0));
  const first = properties[0] as string | MarkChange;
  const writer = new Writer(session, line, stretches);
  if (typeof first === 'string') writer.replaceProperties(first);
  else writer.changeProperties(first);
  if (before !== undefined) writer.retarget(before.part);
  stretches.forEach((stretch, k) => {
    for (const op of stretch.ops) writer.add(op);
    const next = properties[k + 1];
    if (stretch.gone !== undefined && typeof next === 'string') writer.cut(stretch.gone, next);
  });
  writer.end();
}

/** A stretch's paragraph properties: as XML, or as a change to those of after where it is the only stretch. */
function propertiesOf(session: Session, target: Target, stretch: Stretch, first: boolean): string | MarkChange {
  const { line, before } = target;
  const { w } = line.part;
  if (stretch.gone !== undefined) {
    const copying: Copying = { session, from: stretch.gone.part, into: line.part };
    return broughtProperties(copying, stretch.gone.properties, `<${w}del${session.marker.attributes(w)}/>`);
  }
  const mark = before === undefined ? `<${w}ins${session.marker.attributes(w)}/>` : '';
  const differs = before !== undefined && paragraphsDiffer(session, before, line);
  const change = { mark, change: differs ? paragraphChange(session, before, line.part) : '' };
  return first ? change : changedProperties(line, change);
}

/** Goes through a paragraph from left to right and puts edits where something begins or ends. */
class Writer {
  readonly #session: Session;
  readonly #line: Line;
  readonly #part: Part;
  #last: Stay | undefined;
  readonly #between: Between[] = [];
  /** What is put into a paragraph that is one empty tag. */
  #properties = '';
  readonly #empty: boolean;
  readonly #spaced = new Set<Element>();
  readonly #links: LinkPairs;

  constructor(session: Session, line: Line, stretches: readonly Stretch[]) {
    this.#session = session;
    this.#line = line;
    this.#links = line.linked ? linkPairs(stretches.flatMap(({ ops }) => ops)) : new Map();
    this.#part = line.part;
    this.#empty = isEmptyTag(line.part, line.element);
  }

  replaceProperties(xml: string): void {
    const { properties, element } = this.#line;
    if (this.#empty) this.#properties = xml;
    else if (properties === undefined) this.#insert(element.openEnd, xml, -2);
    else this.#session.output.edits(this.#part).replace(properties.start, properties.end, xml);
  }

  changeProperties(change: MarkChange): void {
    if (this.#empty) this.#properties = changedProperties(this.#line, change);
    else changeParagraph(this.#session, this.#line, change);
  }

  cut(before: Line, next: string): void {
    this.#between.push({ kind: 'cut', before, next });
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
    if (op.kind === 'gone') {
      for (const span of spansAtLinks(op.before)) this.#between.push({ kind: 'gone', span });
    } else if (op.kind === 'come') for (const stay of staysOf(op.after, true)) this.#stay(stay);
    else if (op.kind === 'kept') for (const stay of this.#kept(op.before, op.after)) this.#stay(stay);
  }

  end(): void {
    if (this.#empty) {
      this.#endEmpty();
      return;
    }
    const last = this.#last;
    if (last?.come === true) this.#insert(endOf(last.piece), this.#close());
    this.#putBetween(last, undefined);
  }

  #endEmpty(): void {
    const inner = this.#properties + this.#betweenXml(this.#between.splice(0), true);
    if (inner === '') return;
    const { end } = this.#line.element;
    this.#session.output.edits(this.#part).replace(end - 2, end, `>${inner}</${this.#part.w}p>`);
  }

  #contentStart(): number {
    const { properties, element } = this.#line;
    return properties?.end ?? element.openEnd;
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
        const change = runsDiffer(this.#session, before.line, piece, this.#line, stay.piece)
          ? runChange(this.#session, before.line, piece, this.#part)
          : '';
        yield { ...stay, from: at, change };
        at += piece.to - own;
      }
    }
  }

  #stay(next: Stay): void {
    const last = this.#last;
    this.#last = next;
    if (next.piece.unit.name === 'w:fldSimple' && next.come) this.#comeSimpleField(last, next);
    else if (last !== undefined && isWithinRun(this.#line, next)) this.#withinRun(last, next);
    else this.#atRun(last, next);
  }

  /** A boundary inside a run: the run is closed and opened again where something changes. */
  #withinRun(last: Stay, next: Stay): void {
    const alike = last.come === next.come && (next.come || sameChange(last.change, next.change));
    if (alike && this.#between.length === 0) return;
    const { piece } = next;
    const text = next.from > piece.from;
    const at = text ? rawOffset(this.#part, piece.first, next.from - piece.from) : piece.first.start;
    if (text) this.#keepSpace(piece.first);
    const { w } = this.#part;
    const close = `${text ? `</${w}t>` : ''}</${w}r>${last.come ? this.#close() : ''}`;
    const open = `${next.come ? this.#open() : ''}${this.#reopen(piece.unit, next.change, text)}`;
    this.#insert(at, close + this.#betweenXml(this.#between.splice(0), !isInLink(piece.unit)) + open);
  }

  #atRun(last: Stay | undefined, next: Stay): void {
    const joins =
      last?.come === true && next.come && this.#between.length === 0 && areNeighbours(last.piece, next.piece);
    if (joins) return;
    if (last?.come === true) this.#insert(endOf(last.piece), this.#close());
    this.#putBetween(last, next);
    if (next.come) this.#insert(startOf(next.piece), this.#open());
    else if (next.change !== '') this.#changeRun(next.piece.unit, next.change);
  }

  /** Puts what is gone where it stood: in a link that it stood in if that is there, else between what stands there. */
  #putBetween(last: Stay | undefined, next: Stay | undefined): void {
    const between = this.#between.splice(0);
    const { lead, middle, trail } = belongsTo(between, this.#links, last?.piece.link, next?.piece.link);
    if (last !== undefined) this.#insert(endOf(last.piece), this.#betweenXml(lead, false));
    if (middle.length > 0) this.#putMiddle(middle, last, next);
    if (next !== undefined) this.#insert(startOf(next.piece), this.#betweenXml(trail, false));
  }

  /** What stands in no link that stays: beside the runs where it can, else between what holds them. */
  #putMiddle(middle: readonly Between[], last: Stay | undefined, next: Stay | undefined): void {
    const cut = middle.some((one) => one.kind === 'cut');
    const loose = (stay: Stay | undefined): Stay | undefined =>
      !cut && stay?.piece.link === undefined ? stay : undefined;
    const [left, right] = [loose(last), loose(next)];
    if (right !== undefined) this.#insert(startOf(right.piece), this.#betweenXml(middle, true));
    else if (next !== undefined && left !== undefined) this.#insert(endOf(left.piece), this.#betweenXml(middle, true));
    else if (last === undefined) this.#insert(this.#contentStart(), this.#betweenXml(middle, true));
    else {
      const top = topOf(this.#line, last.piece.lastUnit);
      const inside = next !== undefined && top === topOf(this.#line, next.piece.unit) && top !== next.piece.unit;
      const at = inside ? startOf(next.piece) : Math.max(top.end, endOf(last.piece));
      this.#insert(at, this.#betweenXml(middle, !inside || !isInLink(next.piece.unit)));
    }
  }

  /** What stands between, as XML; paragraph marks that are gone end paragraphs. */
  #betweenXml(between: readonly Between[], links: boolean): string {
    const { w } = this.#part;
    const pieces = between.map((one) => {
      if (one.kind === 'cut') return `</${w}p><${w}p>${one.next}`;
      return goneText({ session: this.#session, from: one.span.line.part, into: this.#part }, one.span, links);
    });
    return pieces.join('');
  }

  /** A field in one element that has come is told as one in several, since it can't be marked otherwise. */
  #comeSimpleField(last: Stay | undefined, next: Stay): void {
    if (last?.come === true && last.piece.unit.name !== 'w:fldSimple') this.#insert(endOf(last.piece), this.#close());
    this.#putBetween(last, next);
    const { element, xml } = this.#simpleFieldXml(next.piece);
    const edits = this.#session.output.edits(this.#part);
    if (next.piece.field === undefined || isEmptyTag(this.#part, element)) {
      if (next.piece.key !== 'field end') edits.replace(element.start, element.end, xml);
    } else if (next.piece.key === 'field end') edits.replace(element.closeStart, element.end, xml);
    else edits.replace(element.start, element.openEnd, xml);
    this.#last = { ...next, come: false, change: '' };
  }

  #simpleFieldXml({ first, key, field }: Piece): { readonly element: Element; readonly xml: string } {
    const { w, source } = this.#part;
    const mark = (type: string): string => `<${w}r><${w}fldChar ${w}fldCharType="${type}"/></${w}r>`;
    const code = escapeXml(attribute(this.#part, first, 'w:instr') ?? '');
    const head = `${mark('begin')}<${w}r><${w}instrText xml:space="preserve">${code}</${w}instrText></${w}r>${mark('separate')}`;
    const whole = field === undefined || isEmptyTag(this.#part, first);
    const inner = source.slice(first.openEnd, first.closeStart);
    const runs = whole ? `${head}${inner}${mark('end')}` : key === 'field end' ? mark('end') : head;
    return { element: first, xml: this.#open() + runs + this.#close() };
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
  #reopen(run: Element, change: string, text: boolean): string {
    const { w, source } = this.#part;
    const properties = run.children.find((child) => child.name === 'w:rPr');
    const bare = properties === undefined || isEmptyTag(this.#part, properties);
    const inner = bare ? '' : source.slice(properties.openEnd, properties.closeStart);
    const format = inner + change === '' ? '' : `<${w}rPr>${inner}${change}</${w}rPr>`;
    return `${source.slice(run.start, run.openEnd)}${format}${text ? `<${w}t xml:space="preserve">` : ''}`;
  }

  /** White space at the new end of a text must be kept. */
  #keepSpace(element: Element): void {
    if (this.#spaced.has(element)) return;
    this.#spaced.add(element);
    if (attribute(this.#part, element, 'xml:space') !== undefined) return;
    this.#insert(element.openEnd - 1, ' xml:space="preserve"');
  }

  #open(): string {
    const { w } = this.#part;
    return `<${w}ins${this.#session.marker.attributes(w)}>`;
  }

  #close(): string {
    return `</${this.#part.w}ins>`;
  }

  #insert(at: number, text: string, rank = 0): void {
    this.#session.output.edits(this.#part).insert(at, text, rank);
  }
}
