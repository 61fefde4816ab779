/** What the writing of one page shares: numbers of changes, names of anchors, footnotes and contents as they arise. */
import type { Block, Inline, Node, Note } from '../../model/document.ts';
import type { PictureStore } from '../../model/picture.ts';
import type { Change, ChangeId, Redline, Revision, Weight } from '../../model/redline.ts';
import { CHILD_LISTS, childList } from '../../model/walk.ts';
import type { Html } from './escape.ts';

export type Tracked = Node<Revision>;
export type TrackedBlock = Block<Revision>;
export type TrackedInline = Inline<Revision>;

/** A change as the page knows it: its number from 1 in the order of the redline, and the class of its weight. */
export interface NumberedChange {
  readonly number: number;
  readonly weight: Weight;
  readonly change: Change;
}

/** The insertion or deletion that a node shares with all below it. */
export interface Fate {
  readonly kind: 'insertion' | 'deletion';
  readonly change: ChangeId;
}

export interface Sides {
  readonly before: boolean;
  readonly after: boolean;
}

/** A line of the contents list. */
export interface Entry {
  readonly id: string;
  /** From 1. */
  readonly level: number;
  readonly label: string;
  readonly text: string;
  readonly fate?: Fate;
  /** Listed where nothing changed in it, too. */
  readonly always: boolean;
}

/** The number of a footnote on either side; 0 where that side does not have it. */
export interface NoteNumber {
  readonly before: number;
  readonly after: number;
}

/** A footnote as it is called, to be written behind the text. */
export interface CalledNote {
  readonly note: Note<Revision>;
  /** From 1, by the order of calls on the page. */
  readonly call: number;
  readonly number: NoteNumber;
  readonly context: Context;
}

/** What a node's handler knows of where the node stands. */
export interface Context {
  readonly page: Page;
  /** The line of the contents list that a change found here counts for. */
  readonly entry?: Entry;
  readonly fate?: Fate;
  /** Which sides have what stands here. Neither has what was deleted from a provision that was moved here. */
  readonly sides: Sides;
  /** How many headings stand around it. */
  readonly depth: number;
}

/** The names of the anchors of one document id: where the text stands, and where it stood. */
type Side = 'standing' | 'gone';

/** The state of one page. It is made afresh for each and filled in reading order, so that the result is the same each time. */
export interface Page {
  readonly redline: Redline;
  readonly changes: ReadonlyMap<ChangeId, NumberedChange>;
  /** Document ids of nodes outside, and inside, of deletions. */
  readonly ids: Readonly<Record<Side, ReadonlySet<string>>>;
  /** Changes that have a mark of that kind, as `deletion c3`. */
  readonly ends: ReadonlySet<string>;
  readonly names: Map<string, string>;
  readonly taken: Map<string, number>;
  /** Element ids that are on the page already. */
  readonly placed: Set<string>;
  readonly notes: CalledNote[];
  /** How many footnotes each side has called so far, and how many tables there were. */
  readonly counts: { before: number; after: number; tables: number };
  readonly entries: Entry[];
  /** The line of the contents list that each change counts for. */
  readonly places: Map<ChangeId, Entry | undefined>;
  /** Style rules that belong to this page alone, such as the widths of columns. */
  readonly rules: string[];
  readonly write: (node: Tracked, context: Context) => Html;
  readonly pictures: PictureStore;
}

/** Where the writing of a page begins. */
export function atTop(page: Page): Context {
  return { page, sides: { before: true, after: true }, depth: 1 };
}

export function openPage(redline: Redline, write: Page['write'], pictures: PictureStore): Page {
  const changes = redline.changes.map((change, i) => [change.id, numbered(change, i)] as const);
  return {
    redline,
    changes: new Map(changes),
    ...survey(redline),
    names: new Map(),
    taken: new Map(),
    placed: new Set(),
    notes: [],
    counts: { before: 0, after: 0, tables: 0 },
    entries: [],
    places: new Map(),
    rules: [],
    write,
    pictures,
  };
}

function numbered(change: Change, index: number): NumberedChange {
  return { number: index + 1, weight: change.weight, change };
}

/** What has to be known before the first line is written, since references and moves point forwards, too. */
function survey(redline: Redline): Pick<Page, 'ids' | 'ends'> {
  const ids = { standing: new Set<string>(), gone: new Set<string>() };
  const ends = new Set<string>();
  const visit = (node: Tracked, side: Side): void => {
    const revision = node.type === 'document' ? undefined : node.revision;
    const inner = revision?.kind === 'deletion' ? 'gone' : side;
    if (revision?.kind === 'insertion' || revision?.kind === 'deletion')
      ends.add(`${revision.kind} ${revision.change}`);
    if ('id' in node && node.id !== undefined) ids[inner].add(node.id);
    for (const list of CHILD_LISTS[node.type]) for (const child of childList(node, list)) visit(child, inner);
  };
  visit(redline.document, 'standing');
  return { ids, ends };
}

/** The name of the anchor that a reference from here to a document id leads to, or `undefined` where there is none. */
export function targetOf(id: string, context: Context): string | undefined {
  const first: Side = sideOf(context);
  const second: Side = first === 'gone' ? 'standing' : 'gone';
  const side = [first, second].find((candidate) => context.page.ids[candidate].has(id));
  return side === undefined ? undefined : anchorName(id, side, context.page);
}

function sideOf(context: Context): Side {
  return context.fate?.kind === 'deletion' ? 'gone' : 'standing';
}

/** A name for the anchor: readable, safe in an address, never one of the page's own, unique. */
function anchorName(id: string, side: Side, page: Page): string {
  const key = `${side} ${id}`;
  const known = page.names.get(key);
  if (known !== undefined) return known;
  const slug = id.replace(/[^A-Za-z0-9_.-]+/g, '-').slice(0, 80);
  const base = `p-${slug}${side === 'gone' ? '-before' : ''}`;
  const count = (page.taken.get(base) ?? 0) + 1;
  page.taken.set(base, count);
  // A tilde never comes from a slug, so that no two names meet.
  const name = count === 1 ? base : `${base}~${count}`;
  page.names.set(key, name);
  return name;
}

/** An element id for the node itself, where it has an id of its own that is not on the page yet. */
export function anchorOf(node: { readonly id?: string }, context: Context): string | undefined {
  if (node.id === undefined) return undefined;
  return place(anchorName(node.id, sideOf(context), context.page), context.page);
}

/** The name, the first time that it is asked for. */
export function place(name: string, page: Page): string | undefined {
  if (page.placed.has(name)) return undefined;
  page.placed.add(name);
  return name;
}
