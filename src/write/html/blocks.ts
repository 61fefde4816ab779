/** Blocks: clauses with their labels and headings, definitions, paragraphs and panels, bullets. */
import type { Clause, Definition, Item, Para, ParaStyle } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { altered } from './alterations.ts';
import { entryOf } from './entries.ts';
import { classes, element, escapeText, type Html } from './escape.ts';
import { markHolder } from './holders.ts';
import { writeInlines } from './inlines.ts';
import { barClass, changeNumber, fateOf, inside, markText, revisionOf, weightClass } from './marks.ts';
import { anchorOf, type Context, type Fate, type Tracked, type TrackedBlock, type TrackedInline } from './page.ts';

/** Blocks in a row: bullets become lists, paragraphs that one side joins stand together. */
export function writeBlocks(blocks: readonly TrackedBlock[], context: Context): Html {
  let html = '';
  for (let i = 0; i < blocks.length; ) {
    const group = groupFrom(blocks, i);
    html += writeGroup(group, context);
    i += group.length;
  }
  return html;
}

function groupFrom(blocks: readonly TrackedBlock[], start: number): readonly TrackedBlock[] {
  const first = blocks[start] as TrackedBlock;
  let end = start + 1;
  while (end < blocks.length && belongsTo(first, blocks[end] as TrackedBlock, blocks[start + 1])) end += 1;
  return blocks.slice(start, end);
}

/** Whether a block is in one list with the first, or continues its paragraph on the same side as the second does. */
function belongsTo(first: TrackedBlock, block: TrackedBlock, second: TrackedBlock | undefined): boolean {
  if (first.type === 'item') return block.type === 'item';
  const side = joinedSide(block);
  return first.type === 'para' && side !== undefined && second !== undefined && side === joinedSide(second);
}

/** Which side has the boundary in front of the paragraph, where only one has. */
function joinedSide(block: TrackedBlock): Fate['kind'] | undefined {
  const revision = revisionOf(block);
  return block.type === 'para' && revision?.kind === 'boundary' ? revision.boundary : undefined;
}

function writeGroup(group: readonly TrackedBlock[], context: Context): Html {
  const first = group[0] as TrackedBlock;
  const content = group.map((block) => writeBlock(block, context)).join('');
  if (first.type === 'item') return element('ul', {}, content);
  const second = revisionOf(group[1] ?? first);
  if (group.length === 1 || second?.kind !== 'boundary') return content;
  const name = classes('joined', `j-${second.boundary}`, weightClass(second.change, context.page));
  return element('div', { class: name }, content);
}

function writeBlock(block: TrackedBlock, context: Context): Html {
  if (block.type !== 'opaque') return context.page.write(block, context);
  const content = writeInlines([block], context);
  return content === '' ? '' : element('p', { class: barClass([revisionOf(block)], context.page) }, content);
}

const PANELS = {
  quote: ['blockquote', 'panel quote'],
  question: ['div', 'panel question'],
  answer: ['div', 'panel answer'],
  notice: ['div', 'panel notice'],
  code: ['div', 'panel code'],
} as const satisfies Record<ParaStyle, readonly [string, string]>;

export function writePara(para: Para<Revision>, context: Context): Html {
  const inner = inside(para, context);
  const mark = markHolder(para, context);
  const panel = para.style === undefined ? undefined : PANELS[para.style];
  const text = para.children.length === 0 ? writeEmpty(inner) : writeInlines(para.children, inner);
  const content = mark.lead + text;
  const holder = { id: anchorOf(para, inner), 'data-c': mark['data-c'] };
  const bar = barOf(para, para.children, inner);
  if (panel === undefined) return element('p', { class: classes(mark.class, bar), ...holder }, content);
  return element(panel[0], { class: classes(panel[1], mark.class, bar), ...holder }, element('p', {}, content));
}

/** An empty paragraph that was inserted or deleted shows its paragraph mark. */
function writeEmpty(context: Context): Html {
  const sign = context.fate === undefined ? '' : element('span', { class: 'sign' }, '¶');
  return markText(sign, context.fate, context);
}

/** The bar in the margin beside a line of text: for what holds it, and for what changed in it. */
function barOf(node: Tracked, inlines: readonly TrackedInline[], context: Context): string {
  const outer = context.fate === undefined ? undefined : { ...context.fate };
  return barClass([outer, revisionOf(node), ...inlines.map(revisionOf)], context.page);
}

export function writeItem(item: Item<Revision>, context: Context): Html {
  const { lead, ...mark } = markHolder(item, context);
  return element('li', mark, wrapTags(lead) + writeBlocks(item.children, inside(item, context)));
}

export function writeDefinition(definition: Definition<Revision>, context: Context): Html {
  const inner = inside(definition, context);
  const mark = markHolder(definition, context);
  const attributes = {
    class: classes('definition', mark.class),
    id: anchorOf(definition, inner),
    'data-c': mark['data-c'],
  };
  return element('div', attributes, wrapTags(mark.lead) + writeBlocks(definition.children, inner));
}

/** Tags on a line of their own, in front of blocks. */
export function wrapTags(tags: Html): Html {
  return tags === '' ? '' : element('div', { class: 'tags' }, tags);
}

export function writeClause(clause: Clause<Revision>, context: Context): Html {
  const inner = inside(clause, context);
  const id = anchorOf(clause, inner);
  const entry = entryOf(clause, inner, id);
  const placed = entry === undefined ? inner : { ...inner, entry };
  const mark = markHolder(clause, { ...context, ...(entry === undefined ? {} : { entry }) }, ['label']);
  const attributes = { id: id ?? entry?.id, 'data-c': mark['data-c'] };
  const label = writeLabel(clause, placed);
  if (clause.heading !== undefined) {
    const deeper = { ...placed, depth: placed.depth + 1 };
    const content = wrapTags(mark.lead) + writeHeading(clause, clause.heading, label, deeper);
    const name = classes('headed', mark.class);
    return element('section', { class: name, ...attributes }, content + writeBlocks(clause.children, deeper));
  }
  const body = element('div', { class: 'body' }, writeBlocks(clause.children, placed));
  const name = classes('clause', clause.kind, label === '' && 'plain', mark.class);
  return element('div', { class: name, ...attributes }, wrapTags(mark.lead) + label + body);
}

function writeHeading(
  clause: Clause<Revision>,
  heading: readonly TrackedInline[],
  label: Html,
  context: Context,
): Html {
  const level = Math.min(context.depth, 6);
  const text = element('span', { class: 'text' }, writeInlines(heading, context));
  return element(`h${level}`, { class: barOf(clause, heading, context) }, label + text);
}

/** The label: what it was, struck, before what it is. */
export function writeLabel(node: Clause<Revision>, context: Context): Html {
  const content = markLabel(node, node.label ?? '', context);
  return content === '' ? '' : element('span', { class: 'label' }, content);
}

/** A label with its marks: renumbered, or sharing the fate of its clause or table. */
export function markLabel(node: Tracked, label: string, context: Context): Html {
  const revision = revisionOf(node);
  const before = altered(node, 'label');
  if (before !== undefined) return renumbered(String(before.value ?? ''), label, before.change, context);
  if (revision?.kind !== 'boundary') return markText(escapeText(label), fateOf(node, context), context);
  return markText(escapeText(label), { kind: revision.boundary, change: revision.change }, context);
}

export function renumbered(before: string, after: string, change: string, context: Context): Html {
  const data = { class: weightClass(change, context.page), 'data-c': changeNumber(change, context.page) };
  const was = before === '' ? '' : element('del', data, escapeText(before));
  const is = after === '' ? '' : element('ins', data, escapeText(after));
  return was + (was !== '' && is !== '' ? ' ' : '') + is;
}
