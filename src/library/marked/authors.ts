/** Changes of a comparison parted by the authors of their marks, so that each change is one author's. */
import { revisionOf } from '../../model/decide.ts';
import type { Doc, Node } from '../../model/document.ts';
import type { Change, ChangeId, Redline, Revision } from '../../model/redline.ts';
import { relabel } from '../../model/relabel.ts';
import { CHILD_LISTS, mapChildLists } from '../../model/walk.ts';
import type { TrackedMark } from '../../write/in-place/index.ts';
import type { Attribution } from './attribute.ts';
import { describedBy, editsIn } from './edits.ts';
import type { ListedChange } from './own.ts';
import type { RevisedPlace } from './places.ts';

/** A redline with its list, each change with its marks. */
export interface Listed {
  readonly redline: Redline;
  readonly list: readonly ListedChange[];
}

/** The redline in which each change has the marks of one author; a change that several made becomes one for each. */
export function partedByAuthor(
  redline: Redline,
  places: readonly RevisedPlace[],
  attribution: Attribution,
  marks: readonly TrackedMark[],
): Listed {
  const byChange = groupBy(marks, ({ unit }) => attribution.changes.get(unit));
  const shares = new Shares(byChange);
  const signedList = (change: Change, own: readonly TrackedMark[]) => ({ change: signed(change, own), marks: own });
  if (!shares.areParted) {
    return { redline, list: redline.changes.map((change) => signedList(change, byChange.get(change.id) ?? [])) };
  }
  const document = partedDocument(redline.document, shares, new AuthorsByPlace(places, attribution));
  const edits = editsIn(document);
  const list = redline.changes.flatMap((change) => {
    const own = byChange.get(change.id) ?? [];
    const named = change.cause === undefined ? change : { ...change, cause: shares.id(change.cause, undefined) };
    const authors = shares.authors(change.id);
    if (authors.length < 2) return [signedList(named, own)];
    return authors.map((author) => {
      const theirs = own.filter((mark) => mark.author === author);
      const id = shares.id(change.id, author);
      return signedList(describedBy({ ...named, id }, edits.get(id), theirs), theirs);
    });
  });
  return { redline: { ...redline, document }, list };
}

/** The change with the author and the latest date of its marks. */
export function signed(change: Change, marks: readonly TrackedMark[]): Change {
  const author = marks.find((mark) => mark.author !== '')?.author;
  const date = marks.reduce((latest, mark) => (mark.date > latest ? mark.date : latest), '');
  return { ...change, ...(author === undefined ? {} : { author }), ...(date === '' ? {} : { date }) };
}

/** The authors of each change, and the ids of their shares: `c3/0`, `c3/1` where there are several. */
class Shares {
  readonly #authors = new Map<ChangeId, readonly string[]>();

  constructor(byChange: ReadonlyMap<ChangeId, readonly TrackedMark[]>) {
    for (const [id, own] of byChange) this.#authors.set(id, [...new Set(own.map(({ author }) => author))]);
  }

  get areParted(): boolean {
    return [...this.#authors.values()].some((known) => known.length > 1);
  }

  authors(id: ChangeId): readonly string[] {
    return this.#authors.get(id) ?? [];
  }

  /** The id of an author's share; of the first one's, where it is not known whose something is. */
  id(change: ChangeId, author: string | undefined): ChangeId {
    const known = this.authors(change);
    const k = author === undefined ? 0 : Math.max(0, known.indexOf(author));
    return known.length < 2 ? change : `${change}/${k}`;
  }
}

/** Who made what, by the nodes that carry revisions and by the places of what stands in them. */
class AuthorsByPlace {
  readonly #byNode = new Map<Node<Revision>, string>();
  readonly #byPlace = new Map<string, string>();

  constructor(places: readonly RevisedPlace[], { marks }: Attribution) {
    for (const place of places) {
      const author = marks.get(place)?.author;
      if (author === undefined) continue;
      if (!this.#byNode.has(place.node)) this.#byNode.set(place.node, author);
      if (!place.isBlock) this.#byPlace.set(`${place.part} ${place.start} ${place.kind}`, author);
    }
  }

  of(node: Node<Revision>): string | undefined {
    return this.#byNode.get(node);
  }

  at(node: Node<Revision>, kind: Revision['kind']): string | undefined {
    const place = node.type === 'document' ? undefined : node.place;
    return place === undefined ? undefined : this.#byPlace.get(`${place.part} ${place.start} ${kind}`);
  }
}

/** An insertion or a deletion around a node: its change, and the id of the share that it is. */
interface Share {
  readonly kind: 'insertion' | 'deletion';
  readonly change: ChangeId;
  readonly share: ChangeId;
}

/** The document with revisions by shares; words of others in what one inserted or deleted have revisions of their own. */
function partedDocument(document: Doc<Revision>, shares: Shares, authors: AuthorsByPlace): Doc<Revision> {
  const part = (node: Node<Revision>, around: Share | undefined): Node<Revision> => {
    const revision = revisionOf(node);
    if (revision?.kind === 'insertion' || revision?.kind === 'deletion') {
      const share = shares.id(revision.change, authors.of(node));
      const inner = { kind: revision.kind, change: revision.change, share };
      return within({ ...node, revision: { ...revision, change: share } } as Node<Revision>, inner);
    }
    if (revision === undefined && around !== undefined && CHILD_LISTS[node.type].length === 0) {
      const share = shares.id(around.change, authors.at(node, around.kind));
      return share === around.share
        ? node
        : ({ ...node, revision: { kind: around.kind, change: share } } as Node<Revision>);
    }
    return within(node, around);
  };
  const within = (node: Node<Revision>, around: Share | undefined): Node<Revision> =>
    mapChildLists<Revision, Revision, Node<Revision>>(node, (children) => children.map((child) => part(child, around)));
  // What is left are boundaries and alterations.
  const parted = part(document, undefined) as Doc<Revision>;
  return relabel(parted, (id, node) => (id.includes('/') ? id : shares.id(id, authors.of(node))));
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}
