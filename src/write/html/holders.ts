/** Marks on what holds text (a clause, a row, a paragraph): its classes, and the tags in front of what it holds. */
import type { ChangeId } from '../../model/redline.ts';
import { alterationTags } from './alterations.ts';
import { classes, element, type Html } from './escape.ts';
import { alteredBy, changeNumber, isMove, moveTag, noteMark, pointTo, revisionOf, weightClass } from './marks.ts';
import type { Context, Fate, Page, Tracked } from './page.ts';

/** How a holder shows its own revision. */
export interface HolderMark {
  readonly class: string;
  readonly 'data-c': string | undefined;
  readonly lead: Html;
}

/** The marks of a node that holds others; `shown` names the altered attributes that the caller shows itself. */
export function markHolder(node: Tracked, context: Context, shown: readonly string[] = []): HolderMark {
  const revision = revisionOf(node);
  if (revision === undefined) return { class: '', 'data-c': undefined, lead: '' };
  if (revision.kind === 'alteration') return markAlteration(node, context, shown);
  const { page } = context;
  const lead = pointTo(noteMark(revision.change, revision.kind, context));
  const data = { 'data-c': changeNumber(revision.change, page) };
  if (revision.kind === 'boundary') {
    const tag = pilcrow(revision.change, revision.boundary, page);
    return { class: `boundary b-${revision.boundary}`, ...data, lead: lead + tag };
  }
  const move = isMove(revision, page);
  const name = classes(revision.kind === 'insertion' ? 'ins' : 'del', move && 'mv', weightClass(revision.change, page));
  return { class: name, ...data, lead: lead + (move ? moveTag(revision, page) : '') };
}

/** The tags and labels say which change they belong to: what else the holder holds did not change by it. */
function markAlteration(node: Tracked, context: Context, shown: readonly string[]): HolderMark {
  const changes = alteredBy(revisionOf(node));
  const { page } = context;
  const points = changes.map((change) => pointTo(noteMark(change, 'alteration', context)));
  return {
    class: '',
    'data-c': undefined,
    lead: points.join('') + alterationTags(node, page, shown),
  };
}

/** The sign of a paragraph mark that only one side has. */
function pilcrow(change: ChangeId, boundary: Fate['kind'], page: Page): Html {
  const label = boundary === 'insertion' ? 'split from the text before' : 'joined to the text before';
  const name = classes('tag', 'pilcrow', boundary === 'insertion' ? 'ins' : 'del', weightClass(change, page));
  return element('span', { class: name, title: label }, `¶${element('span', { class: 'vh' }, ` ${label} `)}`);
}
