/** What one author's share of a change is, described by the words that the redline marks as theirs. */
import { told } from '../../compare/paragraph-changes.ts';
import { revisionOf } from '../../model/decide.ts';
import type { Node } from '../../model/document.ts';
import type { Change, ChangeId, ChangeKind, Revision } from '../../model/redline.ts';
import { CHILD_LISTS, childList, plainText, walk } from '../../model/walk.ts';
import type { TrackedMark } from '../../write/in-place/index.ts';
import { excerptOf } from './own.ts';

/** Words that gave way to others; either may be empty. */
export interface Edit {
  readonly from: string;
  readonly to: string;
}

/** How many edits of one change its summary quotes. */
const QUOTED = 3;

/** The share of a change that some marks are, one author's. */
export function describedBy(
  { excerpt: _, ...change }: Change,
  edits: readonly Edit[] | undefined,
  marks: readonly TrackedMark[],
): Change {
  const shown = edits ?? editsOf(marks);
  if (shown.length === 0 || !EDITED.has(change.kind)) return change;
  const more = shown.length - QUOTED;
  const first = shown.slice(0, QUOTED).map(({ from, to }) => told(from, to));
  const kind = shown.every(({ from }) => from === '')
    ? 'insertion'
    : shown.every(({ to }) => to === '')
      ? 'deletion'
      : 'substitution';
  const excerpt = excerptOf(marks, kind);
  const words = excerpt.length === 0 ? {} : { excerpt };
  return { ...change, ...words, kind, summary: [...first, ...(more > 0 ? [`${more} more`] : [])].join('; ') };
}

const EDITED: ReadonlySet<ChangeKind> = new Set(['insertion', 'deletion', 'substitution'] as const);

/** The edits of changes among the inlines of a document. */
export function editsIn(document: Node<Revision>): Map<ChangeId, Edit[]> {
  const found = new Map<ChangeId, Edit[]>();
  walk<Revision>(document, (node) => {
    for (const name of CHILD_LISTS[node.type]) {
      let last: ChangeId | undefined;
      for (const child of childList(node, name)) {
        const revision = revisionOf(child);
        const edited = revision?.kind === 'insertion' || revision?.kind === 'deletion' ? revision : undefined;
        if (edited !== undefined && CHILD_LISTS[child.type].length === 0) {
          addEdit(found, edited.change, plainText(child), edited.kind, last === edited.change);
        }
        last = edited?.change;
      }
    }
  });
  return found;
}

function addEdit(
  found: Map<ChangeId, Edit[]>,
  id: ChangeId,
  text: string,
  kind: 'insertion' | 'deletion',
  goesOn: boolean,
): void {
  const edits = found.get(id) ?? [];
  const last = goesOn ? edits.pop() : undefined;
  const { from, to } = last ?? { from: '', to: '' };
  edits.push(kind === 'deletion' ? { from: from + text, to } : { from, to: to + text });
  found.set(id, edits);
}

/** The words of marks that the redline shows nothing of: what one inserted and another deleted again. */
function editsOf(marks: readonly TrackedMark[]): Edit[] {
  const words = (kind: TrackedMark['kind']) =>
    marks
      .filter((mark) => mark.kind === kind && mark.scope === 'text')
      .map(({ text }) => text)
      .join('');
  const [from, to] = [words('deletion'), words('insertion')];
  return from === '' && to === '' ? [] : [{ from, to }];
}
