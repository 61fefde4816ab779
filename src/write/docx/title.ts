/** The title block: the short and the full title, and what the document says of itself, as it was and as it is. */
import { longDate } from '../../model/date.ts';
import type { Meta, Picture, Row, Table, Text } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { bodyContext } from './context.ts';
import type { FlowState } from './flow.ts';
import type { Look } from './look.ts';
import { bySide } from './pieces.ts';
import { BEFORE, BOTH, EACH_SIDE, type PerSide, perSide, type Sides, union } from './sides.ts';
import type { Slot, Story, TextPiece } from './slot.ts';
import { tableParts } from './table-flow.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

type Metas = { readonly 1: Meta; readonly 2: Meta };

/** The facts that the front matter states, each by the name under which it is printed. */
const FACTS = [
  { label: 'Version', find: (meta: Meta) => meta.version },
  { label: 'Status', find: (meta: Meta) => (meta.status === undefined ? undefined : capitalised(meta.status)) },
  { label: 'Baseline', find: (meta: Meta) => (meta.baseline === undefined ? undefined : `Version ${meta.baseline}`) },
  {
    label: 'Effective date',
    find: (meta: Meta) => (meta.effective === undefined ? undefined : longDate(meta.effective)),
  },
] as const;

export function titleBlock(metas: Metas, facts: readonly Fact[], logo: Picture | undefined, state: FlowState): Story {
  const story: Slot[] = logo === undefined ? [] : [logoSlot(logo)];
  const short = perSide(BOTH, (side) => metas[side].short);
  const lines: [PerSide<string>, Look][] = [
    [short, { style: 'Subtitle' }],
    [perSide(BOTH, (side) => metas[side].title), { style: 'Title' }],
  ];
  for (const [values, look] of lines) {
    const sides = standing(values);
    if (sides === 0) continue;
    story.push({
      type: 'slot',
      sides,
      starts: sides,
      look: perSide(sides, () => look),
      pieces: valuePieces(values, sides),
    });
  }
  const rows = [...facts.map((fact) => factRow(fact.label, { 1: fact.value, 2: fact.value })), ...statedRows(metas)];
  if (rows.length === 0) return story;
  const table: Table<Revision> = {
    type: 'table',
    keyedBy: [],
    columns: [{ type: 'column' }, { type: 'column' }],
    rows,
  };
  const context = { ...bodyContext(state.setting.indents), place: 'facts' } as const;
  return [...story, ...tableParts(table, { 1: context, 2: context }, BOTH, state)];
}

/** As high as a logo stands on a letter, where it says nothing else. */
const LOGO_HEIGHT = 1020;

function logoSlot(logo: Picture): Slot {
  const picture = logo.width === undefined && logo.height === undefined ? { ...logo, height: LOGO_HEIGHT } : logo;
  const look: Look = { style: 'Logo' };
  return {
    type: 'slot',
    sides: BOTH,
    starts: BOTH,
    look: { 1: look, 2: look },
    pieces: [{ type: 'picture', sides: BOTH, picture }],
  };
}

/** The classification of each side, as pieces of the footer. */
export function classification(metas: Metas): TextPiece[] {
  const values = perSide(BOTH, (side) => metas[side].classification);
  return valuePieces(values, standing(values));
}

/** The sides that have a value. */
export function standing(values: PerSide<string>): Sides {
  return EACH_SIDE.filter((side) => values[side] !== undefined).reduce<Sides>(union, 0);
}

/** The value of each side, once where it is the same. */
export function valuePieces(values: PerSide<string>, sides: Sides): TextPiece[] {
  return bySide(values, sides).map(([stands, text]) => ({ type: 'text', sides: stands, text }));
}

function statedRows(metas: Metas): Row<Revision>[] {
  return FACTS.flatMap(({ label, find }) => {
    const values = perSide(BOTH, (side) => find(metas[side]));
    return standing(values) === 0 ? [] : [factRow(label, values)];
  });
}

/** The revisions of the title block belong to no change of the list: they follow from the versions themselves. */
function revised(sides: Sides): { revision?: Revision } {
  if (sides === BOTH) return {};
  return { revision: { kind: sides === BEFORE ? 'deletion' : 'insertion', change: '' } };
}

function factRow(label: string, values: PerSide<string>): Row<Revision> {
  const sides = standing(values);
  const text = (value: string, marks: Text['marks'] | undefined, stands: Sides): Text<Revision> => ({
    type: 'text',
    value,
    ...(marks === undefined ? {} : { marks }),
    ...(sides === BOTH ? revised(stands) : {}),
  });
  const cell = (children: Text<Revision>[]) => ({ type: 'cell', children: [{ type: 'para', children }] }) as const;
  const value = bySide(values, sides).map(([stands, printed]) => text(printed, undefined, stands));
  return { type: 'row', ...revised(sides), cells: [cell([text(label, { bold: true }, BOTH)]), cell(value)] };
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
