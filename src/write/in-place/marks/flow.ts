/** Writes the scripts of a container's paragraphs one after the other, and puts what is gone in front of what stays. */

import { deletedMarks } from '../../../word/tracked/before-change.ts';
import type { Element } from '../../../word/tree.ts';
import type { Line } from '../lines/lines.ts';
import type { Move } from '../pairing/moves.ts';
import type { Op } from '../pairing/script.ts';
import { goneTag, goneText } from './bring.ts';
import type { Copying } from './copy.ts';
import { emitParagraph, type Stretch } from './paragraph.ts';
import { broughtProperties } from './properties.ts';
import { type Edge, edgeXml } from './ranges.ts';

type Side = 'gone' | 'come';

/** The paragraphs of one container, from left to right. */
export class Flow {
  readonly #copying: Copying;
  readonly #follow: (op: Op) => void;
  /** What is gone and stands in front of the next block of after. */
  #pending = '';
  #stretches: Stretch[] = [];
  #current: Op[] = [];
  /** The last paragraph of after. */
  #above: Element | undefined;
  /** With what the last paragraph ends whose mark stays, and whether that is dated later. */
  #ends: { readonly side: Side; readonly late: boolean } | undefined;

  /** `follow` is called for each op, so that what hangs from it can be looked into. */
  constructor(copying: Copying, follow: (op: Op) => void) {
    this.#copying = copying;
    this.#follow = follow;
  }

  lines(ops: readonly Op[]): void {
    const { session, into } = this.#copying;
    for (const op of session.bookmarks.into(ops, into.w)) {
      this.#follow(op);
      if (op.kind === 'goneMark') this.#part(op.before, op.move);
      else if (op.kind === 'mark') this.#paragraph(op.after, op.before, undefined);
      else if (op.kind === 'comeMark') this.#paragraph(op.after, undefined, op.move);
      else if (op.kind === 'edge' && !op.begins && this.#current.length === 0) this.#endBehind(op);
      else this.#current.push(op);
    }
    for (const stretch of this.#stretches.splice(0)) this.#goneParagraph(stretch);
  }

  /** Something that is gone and is no paragraph; a paragraph in front of it cannot be joined with what is behind it. */
  gone(xml: string): void {
    const { session, into } = this.#copying;
    if (this.#above !== undefined) session.unkept(into, deletedMarks(this.#above));
    this.#pending += xml;
    this.#ends = undefined;
  }

  /** Puts what is gone at an offset of after's part. */
  flush(at: number): void {
    const { session, into } = this.#copying;
    session.output.edits(into).insert(at, this.#pending, -1);
    this.#pending = '';
    this.#ends = undefined;
  }

  #part(gone: Line, move: Move | undefined): void {
    this.#stretches.push({ ops: this.#current, gone, move });
    this.#current = [];
  }

  /** Ends a range behind the paragraph whose mark belongs to it. */
  #endBehind(edge: Edge): void {
    const { session, into } = this.#copying;
    const xml = edgeXml(edge, session.marker, into.w);
    const stretch = this.#stretches[this.#stretches.length - 1];
    if (stretch !== undefined) stretch.behind = xml;
    else if (this.#above !== undefined) session.output.edits(into).insert(this.#above.end, xml, -2);
  }

  #paragraph(line: Line, before: Line | undefined, move: Move | undefined): void {
    const { session, into } = this.#copying;
    const stretches = [...this.#stretches.splice(0), { ops: this.#current }];
    const first = firstStaying(stretches);
    for (const stretch of stretches.slice(0, first)) this.#goneParagraph(stretch);
    session.output.edits(into).insert((line.elements[0] as Element).start, this.#pending, -1);
    this.#pending = '';
    const staying = stretches.slice(first);
    const late = this.#dated(before === undefined ? 'come' : beginsWith(staying), () => {
      emitParagraph(session, { line, before, move, stretches: staying });
    });
    if (before !== undefined) {
      session.pairSections(before, line);
      const side = sideOf(this.#current.findLast(showsText));
      this.#ends = side === undefined ? undefined : { side, late };
    }
    this.#current = [];
    this.#above = line.element;
  }

  /** A paragraph of which nothing stays. */
  #goneParagraph({ ops, gone, move, behind }: Stretch): void {
    const { session, into } = this.#copying;
    const { w } = into;
    this.#dated('gone', () => {
      const text = ops.map((op) => this.#goneXml(op)).join('');
      const mark = `<${w}${goneTag(move)}${session.marker.attributes(w)}/>`;
      this.#pending += `<${w}p>${broughtProperties(this.#copying, gone?.properties, mark)}${text}</${w}p>${behind ?? ''}`;
    });
  }

  #goneXml(op: Op): string {
    const { session, into } = this.#copying;
    if (op.kind === 'edge') return edgeXml(op, session.marker, into.w);
    if (op.kind === 'tag') return op.xml;
    return op.kind === 'gone' ? goneText(this.#copying, op.before, true, goneTag(op.move)) : '';
  }

  /** Dates what follows a paragraph that ends alike so that no reader takes both for one. */
  #dated(side: Side | undefined, write: () => void): boolean {
    const { marker } = this.#copying.session;
    const around = marker.late;
    const late = side !== undefined && side === this.#ends?.side ? !this.#ends.late : around;
    marker.late = late;
    write();
    marker.late = around;
    return late;
  }
}

const showsText = ({ kind }: Op): boolean => kind !== 'edge' && kind !== 'tag';

function sideOf(op: Op | undefined): Side | undefined {
  return op?.kind === 'gone' || op?.kind === 'come' ? op.kind : undefined;
}

/** What a paragraph begins with, where that was inserted; a deletion there is no trouble. */
function beginsWith(stretches: readonly Stretch[]): Side | undefined {
  const side = sideOf(stretches[0]?.ops.find(showsText));
  return side === 'come' ? side : undefined;
}

function firstStaying(stretches: readonly Stretch[]): number {
  const at = stretches.findIndex(({ ops }) => ops.some((op) => op.kind === 'kept' || op.kind === 'come'));
  return at < 0 ? stretches.length - 1 : at;
}
