/** Lists: an item that begins with a label is a limb, any other a bullet. */
import type { List, ListItem, Paragraph } from 'mdast';
import type { Block } from '../../model/document.ts';
import { type FoundLabel, paragraphLabel } from '../../model/label.ts';
import { type ClauseEntry, type Entry, outline } from '../outline/index.ts';
import { type Context, placeOf, sourceOf } from './context.ts';
import { flowEntries } from './flow.ts';
import { phrasing } from './inline.ts';
import { labelledClause, leadBlock, type Opened, openClause, plainEntries } from './paragraph.ts';
import type { Piece } from './piece.ts';

/** One entry for each item, with all that it holds. */
export function listEntries(list: List, context: Context): Entry[] {
  const labels = list.ordered === true ? orderedLabels(list, context) : [];
  return list.children.map((item, i) => itemEntry(item, labels[i], context));
}

/** Labels as typed: `1.`, `2)`. Where a file from elsewhere leaves the counting to the viewer, as counted. */
function orderedLabels(list: List, context: Context): string[] {
  const typed = list.children.map((item) => /^\d+[.)]/.exec(sourceOf(context, item))?.[0] ?? '');
  const counted = !context.strict && typed.length > 1 && typed.every((label) => label === typed[0]);
  return counted ? typed.map((label, i) => `${(list.start ?? 1) + i}${label.slice(-1)}`) : typed.map(withoutZeros);
}

function withoutZeros(label: string): string {
  return label.replace(/^0+(?=\d)/, '');
}

function itemEntry(item: ListItem, label: string | undefined, context: Context): Entry {
  const [first, ...rest] = item.children;
  const place = placeOf(context, item);
  if (first?.type !== 'paragraph') {
    const content = outline(flowEntries(item.children, context), context.report);
    if (label !== undefined) return { type: 'clause', kind: 'limb', label, content, closed: true, place };
    return { type: 'item', content, closed: true, place };
  }
  const pieces = phrasing(first.children, {}, context);
  const opened =
    label === undefined ? openClause(pieces, itemLabel, first, context) : numberedLimb(label, pieces, first, context);
  if (opened !== undefined) {
    const lead = leadBlock(opened.pieces, first, context);
    return closedClause(opened.clause, lead, flowEntries(rest, context), context, item);
  }
  const entries = [...plainEntries(pieces, first, context), ...flowEntries(rest, context)];
  return { type: 'item', content: outline(entries, context.report), closed: true, place };
}

/** An item of an ordered list is a limb, unless its braces say otherwise. */
function numberedLimb(label: string, pieces: readonly Piece[], node: Paragraph, context: Context): Opened {
  const opened = labelledClause(label, pieces, node, context);
  return opened.saidKind ? opened : { ...opened, clause: { ...opened.clause, kind: 'limb' } };
}

/** In an item `a)` is a label too. */
function itemLabel(text: string): FoundLabel | undefined {
  const match = /^((?:[a-zA-Z]{1,2}|[ivxlcdm]{1,5})\))(?:\s+|$)/.exec(text);
  return match?.[1] === undefined ? paragraphLabel(text) : { label: match[1], end: match[0].length };
}

function closedClause(
  clause: ClauseEntry,
  lead: Block | undefined,
  rest: readonly Entry[],
  context: Context,
  item: ListItem,
): Entry {
  const first: Entry[] =
    lead === undefined
      ? []
      : lead.type === 'definition'
        ? [{ ...lead, content: lead.children }]
        : [{ type: 'block', block: lead }];
  const content = outline([...first, ...rest], context.report);
  return { ...clause, content, closed: true, place: placeOf(context, item) };
}
