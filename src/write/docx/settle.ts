/**
 * From slots to Word's paragraphs: which paragraph marks are inserted or deleted.
 *
 * Word keeps a paragraph's properties in the mark at its end, and where a mark goes, what it ended runs on into the
 * next paragraph, whose properties hold (LibreOffice keeps those of the first). A slot says on which sides it begins a
 * paragraph; from that follows, for each side, between which slots it has a mark. Where a side leaves a choice, since
 * only the other one has text there, the mark stands right behind the side's own text, so that an inserted paragraph is
 * text and mark, both inserted. Only in front of a table and at the end of a story, where a mark can't go, do
 * the last marks move there.
 */
import { Echoes } from './echoes.ts';
import { levelOfStyle } from './level-styles.ts';
import { type Look, sameLook } from './look.ts';
import { AFTER, BEFORE, BOTH, EACH_SIDE, has, type PerSide, perSide, type Side, type Sides, union } from './sides.ts';
import { type CellSlot, isEmptyOn, type Piece, restrict, type Slot, type Story, type TableSlot } from './slot.ts';
import type { StyleId } from './styles.ts';

/** A paragraph of the file: its mark's sides, its look, and the look that rejecting gives it back. */
export interface SettledPara {
  readonly type: 'para';
  readonly mark: Sides;
  readonly look: Look;
  readonly lookBefore?: Look;
  readonly pieces: readonly Piece[];
}

export interface SettledTable {
  readonly type: 'table';
  readonly table: TableSlot;
  readonly rows: readonly SettledRow[];
}

export interface SettledRow {
  readonly sides: Sides;
  readonly header: boolean;
  readonly cells: readonly SettledCell[];
}

export interface SettledCell {
  readonly slot: CellSlot;
  readonly blocks: SettledStory;
}

export type SettledStory = readonly (SettledPara | SettledTable)[];

/** What holds a story: a cell or note without text is one plain paragraph. */
export interface Holder {
  readonly kind: 'body' | 'cell' | 'note';
  readonly plain: Look;
}

const SPACER: Look = { style: 'Spacer' };

/** Settles a story that stands on `base`. */
export function settle(story: Story, base: Sides, holder: Holder): SettledStory {
  const echoes = new Echoes();
  const settled: (SettledPara | SettledTable)[] = [];
  const segments = segmentsOf(story);
  segments.forEach(({ slots, table }, i) => {
    settled.push(
      ...settleSegment(withSpacer(slots, i, segments.length, base, holder), base, holder, {
        alone: segments.length === 1,
        echoes,
      }),
    );
    if (table !== undefined) settled.push(settleTable(table));
  });
  return settled;
}

/** Whether a segment is all of its story, and what was said before it. */
interface SegmentPlace {
  readonly alone: boolean;
  readonly echoes: Echoes;
}

interface Segment {
  readonly slots: Slot[];
  /** The table behind the slots; the last segment has none. */
  readonly table?: TableSlot;
}

function segmentsOf(story: Story): Segment[] {
  const segments: Segment[] = [];
  let slots: Slot[] = [];
  for (const item of story) {
    if (item.type === 'slot') slots.push(item);
    else {
      segments.push({ slots, table: item });
      slots = [];
    }
  }
  segments.push({ slots });
  return segments;
}

/** Tables touch neither each other nor the end of a story, nor the beginning of a note, which holds its number. */
function withSpacer(slots: Slot[], index: number, count: number, base: Sides, holder: Holder): Slot[] {
  if (slots.length > 0) return slots;
  if (count === 1) return [plainSlot(base, holder.plain, [])];
  return index > 0 || holder.kind === 'note' ? [plainSlot(base, SPACER, [])] : [];
}

function plainSlot(sides: Sides, look: Look, pieces: readonly Piece[]): Slot {
  return { type: 'slot', sides, starts: sides, look: perSide(sides, () => look), pieces };
}

/** A paragraph that no one sees and LibreOffice does not take for empty, since it holds a zero-width space. */
function spacer(sides: Sides): Slot {
  return plainSlot(sides, SPACER, [{ type: 'text', sides, text: '\u200b' }]);
}

function settleTable(table: TableSlot): SettledTable {
  const rows = table.rows.map((row) => ({
    sides: row.sides,
    header: row.header,
    cells: row.cells.map((slot) => ({
      slot,
      blocks: settle(slot.story, row.sides, { kind: 'cell', plain: { style: cellStyle(row.header, table.dense) } }),
    })),
  }));
  return { type: 'table', table, rows };
}

function cellStyle(header: boolean, dense: boolean): StyleId {
  if (dense) return header ? 'TableHeadDense' : 'TableTextDense';
  return header ? 'TableHead' : 'TableText';
}

/** Settles the slots in front of a table or the end; splits and spacers are added until LibreOffice can follow. */
function settleSegment(slots: readonly Slot[], base: Sides, holder: Holder, place: SegmentPlace): SettledPara[] {
  if (slots.length === 0) return [];
  if (base !== BOTH) return slots.map((slot, i) => oneSided(slot, i < slots.length - 1 ? base : BOTH, holder));
  let current = withGroups(slots, place.alone && holder.kind !== 'body');
  for (;;) {
    const marks = marksOf(current, place.echoes.find(current));
    const paras = parasOf(current, marks, holder);
    const mended = mend(current, paras);
    if (mended === undefined) {
      place.echoes.remember(current);
      return paras.map(({ para }) => para);
    }
    current = mended;
  }
}

function oneSided(slot: Slot, base: Sides, holder: Holder): SettledPara {
  const look = slot.look[AFTER] ?? slot.look[BEFORE] ?? holder.plain;
  return { type: 'para', mark: base, look, pieces: slot.pieces };
}

/** A side that has no paragraph of its own here gets a spacer, unless its cell or note is simply empty there. */
function withGroups(slots: readonly Slot[], mayBeEmpty: boolean): readonly Slot[] {
  const lacks = EACH_SIDE.some((side) => !slots.some((slot) => has(slot.starts, side)));
  if ((lacks && !mayBeEmpty) || EACH_SIDE.some((side) => meetsEmptyFirst(slots, side))) return [spacer(BOTH), ...slots];
  return slots;
}

/** Whether the first paragraph of a side is empty and numbered text of the other side alone stands before it. */
function meetsEmptyFirst(slots: readonly Slot[], side: Side): boolean {
  const first = slots.findIndex((slot) => has(slot.starts, side));
  const slot = slots[first];
  if (slot === undefined || first === 0 || !isEmptyOn(slot, side)) return false;
  return slots.slice(0, first + 1).some((before) => EACH_SIDE.some((each) => before.look[each]?.list !== undefined));
}

/** For each slot, the sides that have a paragraph mark behind it; `echoes` tells the slots that repeat an earlier one. */
function marksOf(slots: readonly Slot[], echoes: readonly boolean[]): Sides[] {
  const marks = Array<Sides>(slots.length).fill(0);
  for (const side of EACH_SIDE) {
    for (const position of positionsOf(slots, side, echoes)) marks[position] = union(marks[position] as Sides, side);
  }
  return marks;
}

function positionsOf(slots: readonly Slot[], side: Side, echoes: readonly boolean[]): number[] {
  const positions: number[] = [];
  let reach = -1;
  slots.forEach((slot, i) => {
    if (!has(slot.sides, side)) return;
    if (has(slot.starts, side) && reach >= 0) {
      positions.push(marksLate(slots, i, side, reach, echoes) ? i - 1 : reach);
    }
    reach = i;
  });
  positions.push(slots.length - 1);
  return positions;
}

/**
 * Whether the mark in front of a paragraph stands behind what vanishes there instead of before it: where LibreOffice
 * would run the vanishing text at the end of the paragraph before together with the vanishing paragraphs, that
 * paragraph's mark included, or would give one paragraph the look of another.
 */
function marksLate(slots: readonly Slot[], at: number, side: Side, reach: number, echoes: readonly boolean[]): boolean {
  if (at <= reach + 1) return false;
  const lost = [(slots[at - 1] as Slot).look[side === AFTER ? BEFORE : AFTER], (slots[reach] as Slot).look[side]];
  if (lost.some(losesLevel)) return isEmptyOn(slots[at] as Slot, side);
  const gap = slots.slice(reach + 1, at);
  if (gap.some((gone) => isEmptyOn(gone, gone.sides) || gone.pieces.some((piece) => piece.type === 'note')))
    return true;
  return endsBeside(slots[reach] as Slot, side) || takesLook(slots, at, side, reach, echoes);
}

/** Whether the last text of a slot is on the other side alone. */
function endsBeside(slot: Slot, side: Side): boolean {
  const last = slot.pieces.filter((piece) => piece.type !== 'anchor').at(-1);
  return last !== undefined && !has(last.sides, side);
}

/**
 * Whether LibreOffice would give a paragraph the look of the one that vanishes in front of it: where it is empty, or
 * where what vanishes repeats an earlier text. The mark of the paragraph before them goes in place of theirs.
 */
function takesLook(slots: readonly Slot[], at: number, side: Side, reach: number, echoes: readonly boolean[]): boolean {
  const slot = slots[at] as Slot;
  if (isEmptyOn(slot, side)) return true;
  const gone = slots[at - 1] as Slot;
  const [own, left] = [slot.look[side], gone.look[side === AFTER ? BEFORE : AFTER]];
  if (own === undefined || left === undefined || sameLook(own, left)) return false;
  return echoes.slice(reach + 1, at).some((echo) => echo);
}

interface Drafted {
  readonly para: SettledPara;
  /** The slots it is made of, half-open. */
  readonly from: number;
  readonly to: number;
  /** Whether text of before begins in it. */
  readonly opens: boolean;
}

function parasOf(slots: readonly Slot[], marks: readonly Sides[], holder: Holder): Drafted[] {
  const drafted: Drafted[] = [];
  const owners: { [side in Side]: Look } = { 1: holder.plain, 2: holder.plain };
  let begin = 0;
  let opened: { [side in Side]?: number } = {};
  slots.forEach((slot, i) => {
    for (const side of EACH_SIDE) {
      const look = slot.look[side];
      if (!has(slot.starts, side) || look === undefined) continue;
      owners[side] = look;
      opened[side] ??= i;
    }
    const mark = marks[i] as Sides;
    if (mark === 0) return;
    drafted.push({ ...draft(slots.slice(begin, i + 1), mark, owners, opened), from: begin, to: i + 1 });
    begin = i + 1;
    opened = {};
  });
  return drafted;
}

/** A paragraph's look on each side: that of the text which its mark ends, or which begins in it. */
function draft(
  slots: readonly Slot[],
  mark: Sides,
  owners: { readonly [side in Side]: Look },
  opened: PerSide<number>,
): Pick<Drafted, 'para' | 'opens'> {
  const looks = perSide(BOTH, (side) => (has(mark, side) || opened[side] !== undefined ? owners[side] : undefined));
  const [before, after] = [looks[BEFORE], looks[AFTER]];
  const look = after ?? before ?? SPACER;
  const change = before === undefined || after === undefined || sameLook(before, after) ? {} : { lookBefore: before };
  const pieces = slots.flatMap((slot) => slot.pieces);
  return { para: { type: 'para', mark, look, ...change, pieces }, opens: opened[BEFORE] !== undefined };
}

/**
 * LibreOffice forgets the list level when it rejects a change of paragraph properties, unless the style names the
 * same. Where that would show, what stands on both sides is deleted and inserted instead; where a deleted and an inserted paragraph share the one mark
 * that can't go, a spacer takes that mark over.
 */
function mend(slots: readonly Slot[], drafted: readonly Drafted[]): Slot[] | undefined {
  const faulty = drafted.filter(({ para, opens }) => opens && losesLevel(para.lookBefore));
  if (faulty.length === 0) return undefined;
  const mended: Slot[] = [];
  let next = 0;
  for (const { from, to } of faulty) {
    const own = slots.slice(from, to);
    const shared = own.some((slot) => slot.sides === BOTH);
    mended.push(...slots.slice(next, from), ...own.flatMap(sidesApart), ...(shared ? [] : [spacer(BOTH)]));
    next = to;
  }
  return [...mended, ...slots.slice(next)];
}

/** Whether a look that is given back by rejecting a change would come back at another list level. */
function losesLevel(look: Look | undefined): boolean {
  return look?.list !== undefined && look.list.level !== levelOfStyle(look.style);
}

function sidesApart(slot: Slot): Slot[] {
  return slot.sides === BOTH ? [restrict(slot, BEFORE), restrict(slot, AFTER)] : [slot];
}
