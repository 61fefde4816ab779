/** Marks on text: how an insertion, a deletion or a move shows on a stretch of it, and where each change is found. */
import type { ChangeId, Revision } from '../../model/redline.ts';
import { WEIGHTS } from '../../model/redline.ts';
import { classes, element, escapeText, type Html } from './escape.ts';
import { type Context, type Fate, type Page, place, type Tracked } from './page.ts';

/** The class of a change's weight: `w-s`, `w-c`, `w-t`, `w-f`. */
export function weightClass(change: ChangeId, page: Page): string {
  return `w-${(page.changes.get(change)?.weight ?? 'substantive').charAt(0)}`;
}

/** The number of a change, for `data-c`; nothing for a change that the redline does not list. */
export function changeNumber(change: ChangeId, page: Page): string | undefined {
  const number = page.changes.get(change)?.number;
  return number === undefined ? undefined : String(number);
}

/** What the node was inserted or deleted by: its own revision, else that of what holds it. */
export function fateOf(node: Tracked, context: Context): Fate | undefined {
  return ownFate(node) ?? context.fate;
}

export function ownFate(node: Tracked): Fate | undefined {
  const revision = revisionOf(node);
  return revision?.kind === 'insertion' || revision?.kind === 'deletion' ? revision : undefined;
}

export function revisionOf(node: Tracked): Revision | undefined {
  return node.type === 'document' ? undefined : node.revision;
}

/** The context for what the node holds. */
export function inside(node: Tracked, context: Context): Context {
  return under(ownFate(node), context);
}

/** The context for what was inserted or deleted so. */
export function under(fate: Fate | undefined, context: Context): Context {
  if (fate === undefined) return context;
  const { before, after } = context.sides;
  const inserted = fate.kind === 'insertion';
  return { ...context, fate, sides: { before: before && !inserted, after: after && inserted } };
}

/** Names a stretch of text as inserted or deleted; `own` where the mark begins here and not further out. */
export function markText(content: Html, fate: Fate | undefined, context: Context, own = false, extra?: string): Html {
  if (fate === undefined || content === '') return content;
  const attributes = {
    class: classes(isMove(fate, context.page) && 'mv', weightClass(fate.change, context.page), extra),
    ...(own
      ? { id: noteMark(fate.change, fate.kind, context), 'data-c': changeNumber(fate.change, context.page) }
      : {}),
  };
  return element(fate.kind === 'insertion' ? 'ins' : 'del', attributes, content);
}

/**
 * Takes down that a change is marked here, so that the contents list counts it.
 * The result is the element id under which the change is found, where this is the first mark at its end.
 */
export function noteMark(change: ChangeId, kind: Revision['kind'], context: Context): string | undefined {
  const { page } = context;
  const numbered = page.changes.get(change);
  if (numbered === undefined) return undefined;
  const from = kind === 'deletion' && isMoveEnd(change, 'insertion', page);
  if (!from && !page.places.has(change)) page.places.set(change, context.entry);
  return place(`change-${numbered.number}${from ? '-from' : ''}`, page);
}

export function isMove(fate: Fate, page: Page): boolean {
  return page.changes.get(fate.change)?.change.kind === 'move';
}

function isMoveEnd(change: ChangeId, kind: Fate['kind'], page: Page): boolean {
  return page.changes.get(change)?.change.kind === 'move' && page.ends.has(`${kind} ${change}`);
}

/** An empty element that an address can lead to. */
export function pointTo(id: string | undefined): Html {
  return id === undefined ? '' : element('span', { class: 'at', id });
}

/** The changes of a revision, each once. */
export function alteredBy(revision: Revision | undefined): ChangeId[] {
  if (revision === undefined) return [];
  if (revision.kind !== 'alteration') return [revision.change];
  return [...new Set(Object.values(revision.before).map((before) => before.change))];
}

/** `moved from Clause 20.12`, leading to the other end, once for each end. */
export function moveTag(fate: Fate, page: Page): Html {
  const numbered = page.changes.get(fate.change);
  if (numbered?.change.kind !== 'move') return '';
  if (place(`tag ${fate.kind} ${fate.change}`, page) === undefined) return '';
  const inserted = fate.kind === 'insertion';
  const locus = inserted ? numbered.change.before : numbered.change.after;
  const text = `moved ${inserted ? 'from' : 'to'} ${locus?.cite || 'elsewhere'}`;
  const other = inserted ? 'deletion' : 'insertion';
  const attributes = { class: classes('tag', 'mv', weightClass(fate.change, page)) };
  if (!isMoveEnd(fate.change, other, page)) return element('span', attributes, escapeText(text));
  const href = `#change-${numbered.number}${inserted ? '-from' : ''}`;
  return element('a', { ...attributes, href }, escapeText(text));
}

/** The class of the bar in the margin: the heaviest weight among the revisions. */
export function barClass(revisions: readonly (Revision | undefined)[], page: Page): string {
  const weights = new Set(
    revisions.flatMap((revision) =>
      alteredBy(revision).map((change) => page.changes.get(change)?.weight ?? 'substantive'),
    ),
  );
  const heaviest = WEIGHTS.find((weight) => weights.has(weight));
  return heaviest === undefined ? '' : `bar bar-${heaviest.charAt(0)}`;
}
