/**
 * The blocks of a redline as the flat story of slots and tables that Word wants, with what each is on either side.
 * Labels wait for the paragraph that they open, which may be another one on each side.
 */
import type { Block, Clause, Definition, Item, Opaque, Para, Table } from '../../model/document.ts';
import type { Boundary, Revision } from '../../model/redline.ts';
import {
  type Context,
  figureLook,
  insideClause,
  insideItem,
  labelLook,
  type OpeningLook,
  openingLook,
  paraLook,
} from './context.ts';
import type { LabelPlan } from './labels.ts';
import type { Look } from './look.ts';
import { captionSlots, isFigure } from './pictures/figure.ts';
import { anchorPieces, opaquePieces, openingPieces, piecesOf } from './pieces.ts';
import type { Setting } from './setting.ts';
import {
  attribute,
  BOTH,
  common,
  EACH_SIDE,
  has,
  type PerSide,
  perSide,
  revisionOf,
  type Side,
  type Sides,
  sidesJoined,
  sidesOf,
  sidesOfList,
  union,
  without,
} from './sides.ts';
import { headingId, type Piece, type Slot, type Story, type TableSlot } from './slot.ts';
import { tableParts } from './table-flow.ts';

/** How a clause's label is printed on a side. */
export type Plans = (clause: Clause<Revision>, side: Side) => LabelPlan | undefined;

/** A heading met on the way, for the contents list. */
export interface HeadingFound {
  readonly sides: Sides;
  readonly level: PerSide<number>;
  readonly label: PerSide<string>;
  readonly pieces: readonly Piece[];
}

/** What all stories of a document share. */
export interface FlowState {
  readonly plans: Plans;
  /** The page that tables are fitted to, and the distances. */
  readonly setting: Setting;
  readonly headings: HeadingFound[];
}

export type Contexts = PerSide<Context>;

/** Blocks that stand on `sides` as a story. */
export function flow(blocks: readonly Block<Revision>[], contexts: Contexts, sides: Sides, state: FlowState): Story {
  const builder = new StoryBuilder(state);
  builder.walk(blocks, contexts, sides, 0);
  builder.finish();
  return builder.story;
}

/** The anchors and the label that the next paragraph of a side will carry. */
interface Waiting {
  ids: string[];
  opening?: OpeningLook;
}

type Container = Clause<Revision> | Definition<Revision> | Item<Revision>;

/** Where a paragraph ended last on a side: only a paragraph of the same depth can be continued. */
const NOWHERE = -1;

export class StoryBuilder {
  readonly story: (Slot | TableSlot)[] = [];
  readonly state: FlowState;
  readonly #waiting: { [side in Side]: Waiting } = { 1: { ids: [] }, 2: { ids: [] } };
  readonly #lastPara: { [side in Side]: number } = { 1: NOWHERE, 2: NOWHERE };
  #joining: Sides = 0;
  /** At each depth, the context of what the last block there holds, `undefined` behind a block that holds none. */
  readonly #inside: { readonly [side in Side]: (Context | undefined)[] } = { 1: [], 2: [] };

  constructor(state: FlowState) {
    this.state = state;
  }

  walk(blocks: readonly Block<Revision>[], contexts: Contexts, around: Sides, depth: number): void {
    for (const block of blocks) {
      const sides = sidesOf(block, around);
      if (sides === 0) continue;
      const inner = this.#block(block, contexts, sides, depth);
      for (const side of EACH_SIDE) if (has(sides, side)) this.#inside[side][depth] = inner[side];
    }
  }

  finish(): void {
    this.flushLabels(BOTH);
  }

  /** Writes one block; gives back the contexts of its children, which a block that is joined to it continues. */
  #block(block: Block<Revision>, at: Contexts, sides: Sides, depth: number): Contexts {
    if (block.type === 'para') this.#para(block, at, sides, this.#continues(sidesJoined(block, sides), depth), depth);
    else if (block.type === 'table') this.#table(block, at, sides);
    else if (block.type === 'opaque') this.#opaque(block, at, sides);
    else return this.#container(block, at, sides, depth);
    return {};
  }

  /** The sides of `joined` on which the paragraph written last is a sibling, so that there is one to continue. */
  #continues(joined: Sides, depth: number): Sides {
    const able = EACH_SIDE.filter((side) => this.#lastPara[side] === depth);
    return common(joined, able.reduce<Sides>(union, 0));
  }

  /** On a side without its boundary, a container prints nothing, and what it holds stands elsewhere. */
  #container(block: Container, at: Contexts, sides: Sides, depth: number): Contexts {
    const { dissolved, continued, fresh } = this.#standing(block, sides, depth);
    const inner = perSide(sides, (side) => {
      if (has(dissolved, side)) return at[side];
      return has(continued, side) ? this.#inside[side][depth] : this.#enter(block, at[side], side);
    });
    for (const side of EACH_SIDE) if (has(fresh, side)) this.#inside[side].length = depth;
    if (block.type === 'clause') this.#openClause(block, at, fresh);
    else if (block.type === 'item') this.#await(fresh, (side) => openingLook(at[side], { kind: 'bullet' }));
    else this.#awaitId(block, fresh);
    if ((revisionOf(block) as Boundary | undefined)?.joins === 'text') {
      this.#joining = union(this.#joining, this.#continues(continued, depth + 1));
    }
    this.walk(block.children, inner, sides, depth + 1);
    this.#joining = 0;
    this.flushLabels(sides);
    return inner;
  }

  /** The sides on which a container is none, goes on with the one before it, and begins. */
  #standing(block: Container, sides: Sides, depth: number): { dissolved: Sides; continued: Sides; fresh: Sides } {
    const joined = sidesJoined(block, sides);
    const dissolved = (revisionOf(block) as Boundary | undefined)?.joins === 'parent' ? joined : 0;
    const able = EACH_SIDE.filter((side) => has(joined, side) && this.#inside[side][depth] !== undefined);
    const continued = without(able.reduce<Sides>(union, 0), dissolved);
    return { dissolved, continued, fresh: without(sides, union(dissolved, continued)) };
  }

  #enter(block: Container, at: Context | undefined, side: Side): Context | undefined {
    if (at === undefined || block.type === 'definition') return at;
    if (block.type === 'item') return insideItem(at);
    return insideClause(at, block, this.state.plans(block, side), side);
  }

  #openClause(clause: Clause<Revision>, at: Contexts, fresh: Sides): void {
    this.flushLabels(fresh);
    this.#awaitId(clause, fresh);
    const headed = sidesOfList(clause.heading, fresh);
    this.#heading(clause, at, headed);
    this.#await(without(fresh, headed), (side) => {
      const plan = this.state.plans(clause, side);
      return plan === undefined ? undefined : openingLook(at[side], plan, attribute(clause, 'kind', side));
    });
  }

  #heading(clause: Clause<Revision>, at: Contexts, sides: Sides): void {
    if (sides === 0) return;
    const plans = perSide(sides, (side) => this.state.plans(clause, side));
    const openings = perSide(sides, (side) => labelLook(at[side], plans[side]));
    const pieces = piecesOf(clause.heading ?? [], sides);
    const heading = this.state.headings.length;
    const level = perSide(sides, (side) => (at[side]?.headings ?? 0) + 1);
    this.state.headings.push({ sides, level, label: perSide(sides, (side) => plans[side]?.label), pieces });
    this.#push(
      sides,
      sides,
      perSide(sides, (side) => openings[side]?.look),
      openings,
      [
        { type: 'anchor', sides, edge: 'start', id: headingId(heading) },
        ...pieces,
        { type: 'anchor', sides, edge: 'end', id: headingId(heading) },
      ],
    );
  }

  #para(para: Para<Revision>, at: Contexts, sides: Sides, joined: Sides, depth: number): void {
    const joins = union(joined, common(this.#joining, sides));
    this.#joining = without(this.#joining, sides);
    const starts = without(sides, joins);
    const styles = perSide(sides, (side) => attribute(para, 'style', side) ?? 'plain');
    this.flushLabels(EACH_SIDE.filter((side) => has(starts, side) && styles[side] !== 'plain').reduce<Sides>(union, 0));
    this.#awaitId(para, starts);
    const captions = captionSlots(para.children, sides);
    const figure = para.style === undefined && isFigure(para.children);
    const looks = perSide(starts, (side) =>
      figure ? figureLook(at[side], captions.length > 0) : paraLook(at[side], attribute(para, 'style', side)),
    );
    const openings = perSide(starts, (side) => this.#waiting[side].opening);
    this.#push(sides, starts, looks, openings, piecesOf(para.children, sides));
    for (const side of EACH_SIDE) if (has(sides, side)) this.#lastPara[side] = depth;
    if (captions.length === 0) return;
    this.story.push(...captions);
    this.#ended(sides);
  }

  #opaque(opaque: Opaque<Revision>, at: Contexts, sides: Sides): void {
    const pieces = opaquePieces(opaque, sides);
    if (pieces.length === 0) return;
    const openings = perSide(sides, (side) => this.#waiting[side].opening);
    this.#push(
      sides,
      sides,
      perSide(sides, (side) => paraLook(at[side], undefined)),
      openings,
      pieces,
    );
  }

  #table(table: Table<Revision>, at: Contexts, sides: Sides): void {
    this.flushLabels(sides);
    for (const part of tableParts(table, at, sides, this.state)) {
      this.story.push(part);
    }
    this.#ended(sides);
  }

  #ended(sides: Sides): void {
    for (const side of EACH_SIDE) if (has(sides, side)) this.#lastPara[side] = NOWHERE;
  }

  #awaitId(node: Clause<Revision> | Definition<Revision> | Para<Revision>, sides: Sides): void {
    for (const side of EACH_SIDE) {
      const id = has(sides, side) ? attribute(node as Clause<Revision>, 'id', side) : undefined;
      if (id !== undefined) this.#waiting[side].ids.push(id);
    }
  }

  /** Has the next paragraph of these sides carry an anchor. */
  awaitAnchor(id: string, sides: Sides): void {
    for (const side of EACH_SIDE) if (has(sides, side)) this.#waiting[side].ids.push(id);
  }

  #await(sides: Sides, find: (side: Side) => OpeningLook | undefined): void {
    this.flushLabels(sides);
    for (const side of EACH_SIDE) {
      const opening = has(sides, side) ? find(side) : undefined;
      if (opening !== undefined) this.#waiting[side].opening = opening;
    }
  }

  /** Gives labels that no paragraph will open, such as that of a clause that begins with a limb, one of their own. */
  flushLabels(sides: Sides): void {
    const waiting = EACH_SIDE.filter((side) => has(sides, side) && this.#waiting[side].opening !== undefined);
    const stands = waiting.reduce<Sides>(union, 0);
    if (stands === 0) return;
    const openings = perSide(stands, (side) => this.#waiting[side].opening);
    this.#push(stands, stands, {}, openings, []);
  }

  /** Writes a paragraph with the labels and anchors that wait for it. */
  #push(
    sides: Sides,
    starts: Sides,
    looks: PerSide<Look>,
    openings: PerSide<OpeningLook>,
    pieces: readonly Piece[],
  ): void {
    const ids = perSide(starts, (side) => this.#waiting[side].ids);
    for (const side of EACH_SIDE) if (has(starts, side)) this.#waiting[side] = { ids: [] };
    const look = perSide(starts, (side) => openings[side]?.look ?? looks[side]);
    const typed = perSide(starts, (side) => openings[side]?.typed);
    const opened = openingPieces(ids, typed, starts);
    this.story.push({
      type: 'slot',
      sides,
      starts,
      look,
      pieces: [...opened, ...pieces, ...anchorPieces(ids, starts, 'end')],
    });
    this.#ended(starts);
  }
}
