/** Writes the edit script of one paragraph of after into its XML, its mark and its looks included. */

import { changesOf } from '../../../word/tracked/before-change.ts';
import { childOf, type Element, type Part, xmlOf } from '../../../word/tree.ts';
import { type Line, type Piece, pieceAt } from '../lines/lines.ts';
import type { Move } from '../pairing/moves.ts';
import type { Op } from '../pairing/script.ts';
import type { Session } from '../session.ts';
import { goneTag } from './bring.ts';
import type { Copying } from './copy.ts';
import { Writer } from './emit.ts';
import { paragraphOf } from './places.ts';
import {
  broughtProperties,
  changedProperties,
  type MarkChange,
  markFormatChange,
  marksDiffer,
  paragraphChange,
  paragraphsDiffer,
} from './properties.ts';

/** A stretch of the redline up to a paragraph mark that is gone, or up to the mark of the paragraph itself. */
export interface Stretch {
  readonly ops: readonly Op[];
  /** Before's paragraph whose mark is gone; absent for the last stretch. */
  readonly gone?: Line;
  /** The move by which that is gone. */
  readonly move?: Move | undefined;
  /** What stands behind the paragraph that the mark ends, as XML: the end of a range. */
  behind?: string;
}

/** A paragraph of after with what goes into it. */
export interface Target {
  readonly line: Line;
  /** The paragraph of before whose mark is the same; absent where the mark has come. */
  readonly before: Line | undefined;
  /** The move by which the mark has come. */
  readonly move?: Move | undefined;
  readonly stretches: readonly Stretch[];
}

/** Writes all that changes in a paragraph, its mark and formatting included. */
export function emitParagraph(session: Session, target: Target): void {
  const { line, before, stretches } = target;
  const change = markChange(session, target);
  const cuts = cutsOf(line, stretches);
  const brought = cuts.map((cut) => goneProperties(session, cut, line.part));
  const writer = new Writer(
    session,
    line,
    stretches.flatMap(({ ops }) => ops),
  );
  cuts.forEach(({ element }, k) => {
    if (cuts[k - 1]?.element !== element) writer.replaceProperties(element, brought[k] as string);
  });
  if (!cuts.some(({ element }) => element === line.element)) writer.changeProperties(change);
  if (before !== undefined) writer.retarget(before.part);
  stretches.forEach(({ ops, behind }, k) => {
    for (const op of ops) writer.add(op);
    const cut = cuts[k];
    if (cut === undefined) return;
    const again = cuts[k + 1]?.element === cut.element;
    writer.cut(again ? (brought[k + 1] as string) : propertiesOf(line, cut.element, change), behind ?? '');
  });
  writer.end();
}

/** A paragraph mark that is gone, and the paragraph of after that it parts. */
interface Cut {
  readonly gone: Line;
  readonly move: Move | undefined;
  readonly element: Element;
}

/** A line of several paragraphs is parted in that which holds what stands last before the mark. */
function cutsOf(line: Line, stretches: readonly Stretch[]): Cut[] {
  const cuts: Cut[] = [];
  let element = line.elements[0] as Element;
  for (const { ops, gone, move } of stretches) {
    const last = ops.findLast((op) => op.kind === 'kept' || op.kind === 'come');
    if (last !== undefined && line.elements.length > 1)
      element = paragraphOf((line.pieces[pieceAt(line, last.after.to - 1)] as Piece).lastUnit);
    if (gone !== undefined) cuts.push({ gone, move, element });
  }
  return cuts;
}

/** The properties of a paragraph of before whose mark is gone. */
function goneProperties(session: Session, { gone, move }: Cut, into: Part): string {
  const copying: Copying = { session, from: gone.part, into };
  const mark = `<${into.w}${goneTag(move)}${session.marker.attributes(into.w)}/>`;
  return broughtProperties(copying, gone.properties, mark);
}

/** What becomes of the mark and the looks of the paragraph itself. */
function markChange(session: Session, { line, before, move }: Target): MarkChange {
  const { w } = line.part;
  const tag = move === undefined ? 'ins' : 'moveTo';
  if (before === undefined) return { mark: `<${w}${tag}${session.marker.attributes(w)}/>`, format: '', change: '' };
  const format = marksDiffer(session, before, line) ? markFormatChange(session, before, line.part) : '';
  if (format !== '') session.unkept(line.part, changesOf(childOf(line.properties, 'w:rPr')));
  if (!paragraphsDiffer(session, before, line)) return { mark: '', format, change: '' };
  session.unkept(line.part, changesOf(line.properties));
  return { mark: '', format, change: paragraphChange(session, before, line.part) };
}

/** The properties of one of a line's paragraphs as XML; those of the last with what changes in them. */
function propertiesOf(line: Line, element: Element, change: MarkChange): string {
  if (element === line.element) return changedProperties(line, change);
  const properties = childOf(element, 'w:pPr');
  return properties === undefined ? '' : xmlOf(line.part, properties);
}
