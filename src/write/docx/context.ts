/** Where a block stands, what that makes of the look of its paragraphs, and what stands inside it. */
import type { Alignment, Clause, ParaStyle } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { type LabelPlan, LEVELS } from './labels.ts';
import { headingStyle, levelStyle } from './level-styles.ts';
import type { Indent, ListPlace, Look } from './look.ts';
import type { Indents } from './setting.ts';
import { attribute, has, type Side, sidesOfList } from './sides.ts';
import type { StyleId } from './styles.ts';

export interface Context {
  readonly place: 'body' | 'cell' | 'head' | 'footnote' | 'endnote' | 'facts';
  /** Where running text begins, in twips from the margin. */
  readonly indent: number;
  /** How many headings, limbs and bullets are around it. */
  readonly headings: number;
  readonly limbs: number;
  readonly bullets: number;
  readonly align?: Alignment;
  readonly indents: Indents;
  /** Within a table that is set in smaller type. */
  readonly dense?: true;
}

/** The context of the body of a document. */
export function bodyContext(indents: Indents): Context {
  return { place: 'body', indent: 0, headings: 0, limbs: 0, bullets: 0, indents };
}

const BODY = bodyContext({ clause: 0, step: 0 });

/** A step within a cell or note. */
const NARROW_STEP = 340;
/** A label of more characters, or of words, has no column of its own: its text follows behind a space. */
const LONGEST_HANGING = 8;

/** The look of the paragraph that a label opens, and the label where it has to be typed, with what parts it from the text. */
export interface OpeningLook {
  readonly look: Look;
  readonly typed?: { readonly label: string; readonly gap: string };
}

const PANELS = {
  quote: 'Quote',
  question: 'Question',
  answer: 'Answer',
  notice: 'Notice',
  code: 'Code',
} as const satisfies Record<ParaStyle, StyleId>;

const PLACES = {
  body: 'BodyText',
  cell: 'TableText',
  head: 'TableHead',
  facts: 'TableText',
  footnote: 'FootnoteText',
  endnote: 'EndnoteText',
} as const satisfies Record<Context['place'], StyleId>;

/** The style of running text in a place. */
function placeStyle({ place, dense }: Context): StyleId {
  if (dense !== true) return PLACES[place];
  return place === 'head' ? 'TableHeadDense' : 'TableTextDense';
}

/** The look of a paragraph without a label. */
export function paraLook(at: Context | undefined, style: ParaStyle | undefined): Look {
  const context = at ?? BODY;
  return {
    style: style === undefined ? placeStyle(context) : PANELS[style],
    ...indented(style === undefined || context.indent > 0 ? context.indent : 0),
    ...(context.align === undefined ? {} : { align: context.align }),
  };
}

/** The look of a paragraph of pictures alone; what is said below it stays with it. */
export function figureLook(at: Context | undefined, captioned: boolean): Look {
  const context = at ?? BODY;
  return {
    style: 'Figure',
    ...indented(context.indent),
    ...(context.align === undefined ? {} : { align: context.align }),
    ...(captioned ? { stays: true } : {}),
  };
}

function indented(left: number): { indent?: Indent } {
  return left === 0 ? {} : { indent: { left } };
}

/** The look of a heading, with its label where it has one. */
export function labelLook(at: Context | undefined, plan: LabelPlan | undefined): OpeningLook {
  const context = at ?? BODY;
  const style = headingStyle(context.headings + 1);
  if (plan === undefined) return { look: { style } };
  return opening(style, plan, hangs(plan.label) ? context.indents.clause : 0, 0);
}

/** The look of the paragraph that a label or a bullet opens. */
export function openingLook(
  at: Context | undefined,
  plan: LabelPlan | { readonly kind: 'bullet' },
  kind?: Clause['kind'],
): OpeningLook {
  const context = at ?? BODY;
  const step = stepOf(context);
  if (plan.kind === 'bullet') return bulletOpening(context, step);
  const isLimb = kind === 'limb';
  const level = plan.kind === 'counted' ? plan.level : 0;
  const style = context.place === 'body' ? levelStyle(isLimb ? 'Limb' : 'Clause', level) : placeStyle(context);
  const left = textIndent(context, plan, isLimb);
  return opening(style, plan, left, isLimb ? context.indent : Math.max(0, left - context.indents.clause));
}

function bulletOpening(context: Context, step: number): OpeningLook {
  const level = Math.min(context.bullets, LEVELS - 1);
  const left = context.indent + step;
  const shape = { format: { kind: 'bullet' }, starts: [], left: left - step * level, hanging: step, step } as const;
  const style = context.place === 'body' ? levelStyle('Bullet', level) : placeStyle(context);
  return { look: { style, list: { list: `bullets ${shape.left} ${step}`, level, shape } } };
}

function opening(style: StyleId, plan: LabelPlan, left: number, outer: number): OpeningLook {
  const hanging = left === 0 ? 0 : left - outer;
  if (plan.kind === 'typed') {
    const indent = left === 0 ? {} : { indent: { left, hanging } };
    return { look: { style, ...indent }, typed: { label: plan.label, gap: left === 0 ? ' ' : '\t' } };
  }
  return { look: { style, list: listPlace(plan, left, hanging) } };
}

function listPlace(plan: LabelPlan & { kind: 'counted' }, left: number, hanging: number): ListPlace {
  const step = plan.format.kind === 'dotted' ? 0 : hanging;
  const shape = { format: plan.format, starts: plan.starts, left: left - step * plan.level, hanging, step };
  return {
    list: `${plan.run} @${shape.left} ${hanging}${plan.format.kind === 'single' ? ` ${plan.level}` : ''}`,
    level: plan.level,
    shape,
  };
}

function stepOf(context: Context): number {
  return context.place === 'body' ? context.indents.step : NARROW_STEP;
}

/** Whether a label stands in a column of its own, to the left of its text. */
export function hangs(label: string): boolean {
  return label.length <= LONGEST_HANGING && !/\s/.test(label);
}

/** Where the text behind a label begins. */
function textIndent(context: Context, plan: LabelPlan, isLimb: boolean): number {
  if (!hangs(plan.label)) return 0;
  if (isLimb) return context.indent + stepOf(context);
  return context.place === 'body' ? context.indents.clause : context.indent + context.indents.clause;
}

export function insideItem(at: Context): Context {
  return { ...at, indent: at.indent + stepOf(at), bullets: at.bullets + 1 };
}

/** The context of what a clause holds: text below a heading begins at the margin, the rest below its clause's text. */
export function insideClause(at: Context, clause: Clause<Revision>, plan: LabelPlan | undefined, side: Side): Context {
  if (has(sidesOfList(clause.heading, side), side)) {
    return { ...at, indent: 0, headings: at.headings + 1, limbs: 0, bullets: 0 };
  }
  const isLimb = attribute(clause, 'kind', side) === 'limb';
  const indent = plan === undefined ? at.indent : textIndent(at, plan, isLimb);
  return { ...at, indent, limbs: isLimb ? at.limbs + 1 : 0, bullets: 0 };
}
