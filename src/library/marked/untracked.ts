/** What Word does not track: names inside the file, which no reader sees, and widths of columns, which Word works out. */
import { compare } from '../../compare/index.ts';
import { classifyCounts } from '../../matrix/index.ts';
import type { Report } from '../../message.ts';
import { revisionOf } from '../../model/decide.ts';
import type { Document } from '../../model/document.ts';
import type { ChangeId, Redline } from '../../model/redline.ts';
import { relabel } from '../../model/relabel.ts';
import { walk } from '../../model/walk.ts';
import { shippedShapes } from '../matrix-shapes.ts';

const ALWAYS: ReadonlySet<string> = new Set(['id', 'width']);
/** What leads to a name changes with it, and is a change of words where it leads elsewhere. */
const WITH_NAMES: ReadonlySet<string> = new Set([...ALWAYS, 'target']);

/** What changed between two Word files but for what Word does not track. */
export function compareTracked(before: Document, after: Document, report: Report): Redline {
  return withoutUntracked(classifyCounts(compare(before, after, report), shippedShapes()));
}

/** The redline without changes of names and widths; the others keep their order, under ids counted anew. */
export function withoutUntracked(redline: Redline): Redline {
  const tracked = new Set<ChangeId>();
  walk(redline.document, (node) => {
    const revision = revisionOf(node);
    if (revision === undefined) return;
    if (revision.kind !== 'alteration') tracked.add(revision.change);
    else
      for (const [name, { change }] of Object.entries(revision.before)) if (!WITH_NAMES.has(name)) tracked.add(change);
  });
  const untracked = redline.changes.filter(({ id, kind }) => kind === 'reformatting' && !tracked.has(id));
  const gone = new Set(untracked.map(({ id }) => id));
  const changes = redline.changes.filter(({ id }) => !gone.has(id));
  const ids = new Map(changes.map(({ id }, k) => [id, `c${k + 1}`]));
  const document = relabel(redline.document, (id, _, attribute) =>
    attribute !== undefined && ALWAYS.has(attribute) ? undefined : ids.get(id),
  );
  const named = changes.map((change) => renamed(change, (id) => ids.get(id)));
  return { ...redline, document, changes: named };
}

/** A change under new ids of its own and of its cause; a cause that has none is left out. */
export function renamed<C extends { readonly id: ChangeId; readonly cause?: ChangeId }>(
  change: C,
  idOf: (id: ChangeId) => ChangeId | undefined,
): C {
  const { cause, ...rest } = change;
  const now = cause === undefined ? undefined : idOf(cause);
  return { ...rest, id: idOf(change.id) ?? change.id, ...(now === undefined ? {} : { cause: now }) } as C;
}
