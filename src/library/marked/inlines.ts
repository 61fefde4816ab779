/**
 * The words of changed paragraphs as the file's marks have them: which letters of a change an author deleted and inserted is
 * for the marks to say, so that taking a change in the model and in the file comes to the same.
 */
import { revisionOf } from '../../model/decide.ts';
import type { Doc, Inline, Node } from '../../model/document.ts';
import { same } from '../../model/equal.ts';
import type { ChangeId, Revision } from '../../model/redline.ts';
import { withValues } from '../../model/values.ts';
import { childList, mapChildLists } from '../../model/walk.ts';
import type { TrackedMark } from '../../write/in-place/index.ts';
import type { ListedChange } from './own.ts';
import type { Homes } from './places.ts';

/** The lists of inlines, by the type of the node that has them. */
const LISTS: Readonly<Partial<Record<Node['type'], string>>> = {
  para: 'children',
  clause: 'heading',
  table: 'caption',
};

/** The document with the inlines of its pairs marked as the file has them; a list that would lose a change stays as it is. */
export function markedAsInFile(document: Doc<Revision>, homes: Homes, list: readonly ListedChange[]): Doc<Revision> {
  const marks = new MarksOfText(list);
  const visit = (node: Node<Revision>): Node<Revision> => {
    const kind = revisionOf(node)?.kind;
    if (kind === 'insertion' || kind === 'deletion') return node;
    const name = LISTS[node.type];
    const found = name === undefined ? undefined : inFile(node, name, homes, marks);
    const marked = found === undefined ? node : withValues<Revision>(node, { [name as string]: found });
    return mapChildLists<Revision, Revision, Node<Revision>>(marked, (children) => inFileOrder(children).map(visit));
  };
  return visit(document) as Doc<Revision>;
}

/** Siblings with those that only one side has in the order of the file, where nothing that both have lies between. */
function inFileOrder(children: readonly Node<Revision>[]): readonly Node<Revision>[] {
  const ordered: Node<Revision>[] = [];
  let run: Node<Revision>[] = [];
  const flush = () => {
    ordered.push(...run.sort((a, b) => startOf(a) - startOf(b)));
    run = [];
  };
  for (const child of children) {
    const kind = revisionOf(child)?.kind;
    if ((kind === 'insertion' || kind === 'deletion') && startOf(child) >= 0 && child.type !== 'column')
      run.push(child);
    else {
      flush();
      ordered.push(child);
    }
  }
  flush();
  return ordered;
}

function startOf(node: Node<Revision>): number {
  return (node.type === 'document' ? undefined : node.place?.start) ?? -1;
}

function inFile(node: Node<Revision>, name: string, homes: Homes, marks: MarksOfText): Inline<Revision>[] | undefined {
  const pair = homes.pairOf(node);
  if (pair === undefined) return undefined;
  const found = merged(inlinesOf(pair[0], name), inlinesOf(pair[1], name), marks);
  if (found === undefined) return undefined;
  const kept = new Set(found.flatMap((inline) => changesOf(inline)));
  const lost = childList(node, name).some((inline) => changesOf(inline).some((id) => !kept.has(id)));
  return lost ? undefined : found;
}

function inlinesOf(node: Node, name: string): readonly Inline[] {
  return childList(node, name) as readonly Inline[];
}

function changesOf(node: Node<Revision>): ChangeId[] {
  const revision = revisionOf(node);
  if (revision === undefined) return [];
  if (revision.kind !== 'alteration') return [revision.change];
  return Object.values(revision.before).map(({ change }) => change);
}

/** Both sides of a list over one another; `undefined` where something differs that no mark of text accounts for. */
function merged(
  before: readonly Inline[],
  after: readonly Inline[],
  marks: MarksOfText,
): Inline<Revision>[] | undefined {
  const result: Inline<Revision>[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [x, y] = [before[i], after[j]];
    const [from, to] = [x?.place?.start ?? Number.POSITIVE_INFINITY, y?.place?.start ?? Number.POSITIVE_INFINITY];
    if (x !== undefined && y !== undefined && from === to) {
      if (!same(x, y)) return undefined;
      result.push(y);
      [i, j] = [i + 1, j + 1];
      continue;
    }
    const [kind, inline] = from < to ? (['deletion', x] as const) : (['insertion', y] as const);
    const change = inline === undefined ? undefined : marks.changeAt(inline, kind);
    if (inline === undefined || change === undefined) return undefined;
    result.push({ ...inline, revision: { kind, change } } as Inline<Revision>);
    if (kind === 'deletion') i += 1;
    else j += 1;
  }
  return result;
}

/** The marks of text of each part and kind, in order, with their changes. */
class MarksOfText {
  readonly #marks = new Map<string, { readonly mark: TrackedMark; readonly change: ChangeId }[]>();

  constructor(list: readonly ListedChange[]) {
    for (const { change, marks } of list) {
      for (const mark of marks) {
        if (mark.scope !== 'text') continue;
        const key = `${mark.part} ${mark.kind}`;
        const known = this.#marks.get(key);
        if (known === undefined) this.#marks.set(key, [{ mark, change: change.id }]);
        else known.push({ mark, change: change.id });
      }
    }
    for (const known of this.#marks.values()) known.sort((a, b) => a.mark.start - b.mark.start);
  }

  /** The change of the mark of a kind that an inline stands in. */
  changeAt({ place }: Inline, kind: 'insertion' | 'deletion'): ChangeId | undefined {
    if (place?.start === undefined) return undefined;
    const known = this.#marks.get(`${place.part} ${kind}`) ?? [];
    let [low, high] = [0, known.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle]?.mark.start ?? 0) <= place.start) low = middle + 1;
      else high = middle;
    }
    const found = known[low - 1];
    return found !== undefined && place.start < found.mark.end ? found.change : undefined;
  }
}
