/** Compares two containers (the body, a cell, a note, a text box, a header) and writes what changed into after's. */

import { attribute, descendants, type Element, isEmptyTag, type Part, xmlOf } from '../../word/tree.ts';
import { type Block, blocksOf } from './lines/blocks.ts';
import { ATOM, type Line, type Piece, piecesIn } from './lines/lines.ts';
import { goneBlocks, goneTable } from './marks/bring.ts';
import { type Copying, writtenName } from './marks/copy.ts';
import { Flow } from './marks/flow.ts';
import { emitParagraph } from './marks/paragraph.ts';
import { movesOf } from './pairing/moves.ts';
import { type Paired, pairBlocks } from './pairing/pairing.ts';
import { comeScript, type Op, type Span } from './pairing/script.ts';
import { type Item, itemsOf } from './pairing/segments.ts';
import type { Session } from './session.ts';
import { comeTable, pairTables } from './tables/table.ts';

/** A container in its part. */
export interface Container {
  readonly part: Part;
  readonly element: Element;
}

/** Writes what changed from one container to the other into after's; one that before has not has come as a whole. */
export function compareContainers(session: Session, before: Container | undefined, after: Container): void {
  if (before !== undefined && isSame(before, after)) return;
  const blocks = blocksOf(session.after, after.part, after.element, session.rules);
  const former = before === undefined ? [] : blocksOf(session.before, before.part, before.element, session.rules);
  compareBlocks(session, { from: before?.part, former, into: after, blocks });
}

/** Whether two containers are written alike and refer to nothing. */
function isSame(before: Container, after: Container): boolean {
  const xml = xmlOf(before.part, before.element);
  return xml === xmlOf(after.part, after.element) && !/:(?:id|embed|link|numId|pStyle|rStyle|tblStyle)\b/.test(xml);
}

/** Both sides of a container. */
export interface Compared {
  readonly from: Part | undefined;
  readonly former: readonly Block[];
  readonly into: Container;
  readonly blocks: readonly Block[];
  /** How the blocks pair, where that is known already. */
  readonly paired?: Paired;
}

/** The same for blocks that are known already. */
export function compareBlocks(session: Session, { from, former, into, blocks, paired }: Compared): void {
  if (former.length === 0 || from === undefined) {
    comeBlocks(session, blocks);
    return;
  }
  const copying: Copying = { session, from, into: into.part };
  if (blocks.length === 0) {
    goneInto(copying, into, former);
    return;
  }
  const flow = new Flow(copying, (op) => followAtoms(session, op));
  for (const item of itemsIn(session, paired ?? pairBlocks(former, blocks, session.decisions))) {
    if (item.kind === 'lines') flow.lines(item.ops);
    else if (item.after === undefined) flow.gone(item.before === undefined ? '' : goneTable(copying, item.before));
    else {
      flow.flush(item.after.element.start);
      if (item.before === undefined) comeTable(session, item.after);
      else pairTables(copying, item.before, item.after);
    }
  }
  flow.flush(endOf(into));
}

/** Puts all that before has into a container of after without a paragraph, which it needs once it holds something. */
function goneInto(copying: Copying, into: Container, former: readonly Block[]): void {
  const { part, element } = into;
  const edits = copying.session.output.edits(part);
  const xml = goneBlocks(copying, former, true);
  if (isEmptyTag(part, element)) edits.fill(element.end, `</${writtenName(part, element)}>`, xml);
  else edits.insert(endOf(into), xml);
}

/** What is written for paired blocks, with moves where they are asked for. */
function itemsIn({ marker, moves }: Session, { entries, moved }: Paired): Item[] {
  return moves === 'native'
    ? itemsOf(
        entries,
        movesOf(moved, entries, () => marker.move()),
      )
    : itemsOf(entries);
}

/** Where a container's blocks end: in front of the properties of its section. */
function endOf({ element }: Container): number {
  const last = element.children[element.children.length - 1];
  return last?.name === 'w:sectPr' ? last.start : element.closeStart;
}

/** Marks blocks that have come with what holds them: the last mark of a container is that of the container. */
export function comeBlocks(session: Session, blocks: readonly Block[]): void {
  blocks.forEach((block, k) => {
    if (block.kind === 'table') {
      comeTable(session, block);
      return;
    }
    const { line } = block;
    const ops = comeScript(line).slice(0, -1);
    emitParagraph(session, { line, before: k === blocks.length - 1 ? line : undefined, stretches: [{ ops }] });
    for (const op of ops) followAtoms(session, op);
  });
}

/** What hangs from the atoms of an op: notes and text boxes are compared by themselves. */
function followAtoms(session: Session, op: Op): void {
  if (op.kind === 'kept') {
    const [befores, afters] = [atomsIn(op.before), atomsIn(op.after)];
    for (const [k, piece] of afters.entries()) followPair(session, op.before.line, befores[k], op.after.line, piece);
  } else if (op.kind === 'come') {
    for (const piece of atomsIn(op.after)) followPair(session, undefined, undefined, op.after.line, piece);
  }
}

/** The notes and objects in a span. */
function atomsIn({ line, from, to }: Span): Piece[] {
  if (!line.text.includes(ATOM)) return [];
  return piecesIn(line, from, to).filter(({ atom }) => atom === 'note' || atom === 'object');
}

function followPair(session: Session, from: Line | undefined, x: Piece | undefined, into: Line, y: Piece): void {
  if (y.atom === 'note') {
    const kind = y.first.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const id = attribute(into.part, y.first, 'w:id') ?? '';
    const former = from === undefined || x === undefined ? undefined : attribute(from.part, x.first, 'w:id');
    session.pairNotes(kind, former, id);
  } else if (from !== undefined && x !== undefined) {
    const [befores, afters] = [textBoxes(x.first), textBoxes(y.first)];
    for (const [k, element] of afters.entries()) {
      const box = befores[k];
      if (box !== undefined)
        compareContainers(session, { part: from.part, element: box }, { part: into.part, element });
    }
  }
}

/** The outermost text boxes of an object. */
function textBoxes(object: Element): Element[] {
  return [...descendants(object, (element) => element.name !== 'w:txbxContent')].filter(
    (element) => element.name === 'w:txbxContent',
  );
}
