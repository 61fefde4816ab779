/** Inlines that are no text and stand on both sides: what differs in them. */
import type { CrossReference, Inline, Note, Opaque } from '../model/document.ts';
import { same } from '../model/equal.ts';
import { type Anchor, citesTarget, renumberedText } from '../model/links.ts';
import type { Alteration, AttributeBefore, Revision } from '../model/redline.ts';
import { plainText } from '../model/walk.ts';
import { compareBlocks } from './blocks.ts';
import type { Context } from './context.ts';
import type { ParagraphChanges } from './paragraph-changes.ts';

type Marked = Inline<Revision>;

/** Marks a pair of atoms; what comes back stands in their place. */
export type Atoms = (before: Inline, after: Inline) => Marked[];

export function markAtoms(changes: ParagraphChanges, context: Context): Atoms {
  return (before, after) => {
    if (same(before, after)) {
      context.recorder.sameNotes([before], [after]);
      return [after];
    }
    if (before.type === 'crossReference' && after.type === 'crossReference') {
      return [markReference(before, after, changes, context)];
    }
    if (before.type === 'note' && after.type === 'note' && before.kind === after.kind) {
      return [markNote(before, after, changes, context)];
    }
    if (before.type === 'opaque' && after.type === 'opaque' && before.digest === after.digest) {
      return [markOpaque(before, after, changes)];
    }
    const change = changes.words(plainText(before), plainText(after)).id;
    return [
      { ...before, revision: { kind: 'deletion', change } } as Marked,
      { ...after, revision: { kind: 'insertion', change } } as Marked,
    ];
  };
}

/** A reference that prints another text follows its target where the target's citation changed. */
function markReference(
  before: CrossReference,
  after: CrossReference,
  changes: ParagraphChanges,
  context: Context,
): CrossReference<Revision> {
  const altered: Record<string, AttributeBefore> = {};
  const from = context.anchor(before.target, 'before');
  const to = context.anchor(after.target, 'after');
  const sameTarget = context.targetKey(before.target, 'before') === context.targetKey(after.target, 'after');
  if (before.text !== after.text) {
    const follows =
      sameTarget && from !== undefined && to !== undefined && followsTarget(before.text, after.text, from, to);
    const draft = follows
      ? changes.following(to.node, before.text, after.text)
      : sameTarget && isPage(before.text, from) && isPage(after.text, to)
        ? changes.page(before.text, after.text)
        : changes.words(before.text, after.text);
    altered.text = { value: before.text, change: draft.id };
  }
  if (before.target !== after.target) {
    const draft =
      sameTarget && from !== undefined && to !== undefined
        ? changes.anchors(from.node, to.node)
        : changes.redirected(from?.cite ?? before.text, to?.cite ?? after.text);
    altered.target = { value: before.target, change: draft.id };
  }
  if (!same(before.marks, after.marks)) {
    altered.marks = { value: before.marks ?? null, change: changes.formatting(before.marks, after.marks).id };
  }
  return { ...after, revision: { kind: 'alteration', before: altered } satisfies Alteration };
}

/** Whether a target's citation changed, and a reference prints what the new one asks for. */
function followsTarget(before: string, after: string, from: Anchor, to: Anchor): boolean {
  if (from.cite === to.cite) return false;
  return renumberedText(before, from, to) === after || citesTarget(after, to);
}

/** A drawing or the like that shows the same and is described, or spelt, in another way. */
function markOpaque(before: Opaque, after: Opaque, changes: ParagraphChanges): Opaque<Revision> {
  const change = changes.described().id;
  const names = (['text', 'source'] as const).filter((name) => before[name] !== after[name]);
  const altered = names.map((name): [string, AttributeBefore] => [name, { value: before[name] ?? null, change }]);
  return { ...after, revision: { kind: 'alteration', before: Object.fromEntries(altered) } };
}

/** Whether a reference prints a page: a bare number that is not its target's. */
function isPage(text: string, target: Anchor | undefined): boolean {
  return target !== undefined && /^(?:\d{1,4}|[ivxlc]{1,7})$/i.test(text.trim()) && !citesTarget(text, target);
}

function markNote(before: Note, after: Note, changes: ParagraphChanges, context: Context): Note<Revision> {
  const children = compareBlocks(before.children, after.children, context);
  const { id, ...rest } = after;
  const marked: Note<Revision> = { ...rest, ...(id === undefined ? {} : { id }), children };
  if (before.id === after.id) return marked;
  const change = changes.anchors(before, after).id;
  return { ...marked, revision: { kind: 'alteration', before: { id: { value: before.id ?? null, change } } } };
}
