/** The ledger of changes: opened while the redline is built, given their places, causes and words at the end. */

import { type Citation, dividedCitations } from '../model/cite.ts';
import type { Doc, Document, Node, Table } from '../model/document.ts';
import { idOf } from '../model/links.ts';
import type { Change, ChangeKind, Locus, Weight } from '../model/redline.ts';
import { CHILD_LISTS, childList, plainText } from '../model/walk.ts';
import { type Happening, RULES } from './classify.ts';
import { type Contents, contentsOf } from './contents.ts';
import { followContents } from './contents-changes.ts';
import { countersOf } from './counters.ts';

/** The longest excerpt of a text in a change, in UTF-16 code units. */
const EXCERPT = 200;
/** How many edits of one change its summary quotes. */
const QUOTED = 3;

/** A change in the making. `id` is final; the rest may still be learned. */
export interface Draft {
  readonly id: string;
  kind: ChangeKind;
  weight: Weight;
  readonly before: Node | undefined;
  readonly after: Node | undefined;
  cause: Draft | undefined;
  /** What it weighs where it should follow from another change and follows from none. */
  alone: Weight;
  /** The target whose new number a reference follows; its cause is looked up when all is known. */
  readonly follows: Node | undefined;
  /** What is said of it; for edited words, the first few of them. */
  readonly said: string[];
}

/** What is known of a change when it is opened. */
export interface Opening {
  readonly what: Happening;
  readonly before?: Node | undefined;
  readonly after?: Node | undefined;
  readonly cause?: Draft | undefined;
  readonly follows?: Node | undefined;
  readonly said?: string;
}

export class Ledger {
  readonly #drafts: Draft[] = [];
  /** The change by which a provision of after got its number: a renumbering, a move. */
  readonly #numbered = new Map<Node, Draft>();
  #anchors: Draft | undefined;

  open({ what, before, after, cause, follows, said }: Opening): Draft {
    const { kind, weight } = RULES[what];
    const alone = what === 'page' ? 'formatting' : 'substantive';
    const id = `c${this.#drafts.length + 1}`;
    const words = said === undefined ? [] : [said];
    const draft: Draft = { id, kind, weight, alone, before, after, cause, follows, said: words };
    this.#drafts.push(draft);
    return draft;
  }

  /** The one change that holds all anchors that differ: they are names inside the file, which no reader sees. */
  anchors(before: Node, after: Node): Draft {
    this.#anchors ??= this.open({ what: 'anchors', before, after, said: 'anchors differ' });
    return this.#anchors;
  }

  /** Records that `draft` is why a provision of after has the number it has. */
  numbers(after: Node, draft: Draft): void {
    this.#numbered.set(after, draft);
  }

  /** Why a provision of after has a new number: its own renumbering or move, or that of what holds it. */
  numberedBy(after: Node, parents: ReadonlyMap<Node, Node>): Draft | undefined {
    for (let node: Node | undefined = after; node !== undefined; node = parents.get(node)) {
      const draft = this.#numbered.get(node);
      if (draft !== undefined) return draft;
    }
    return undefined;
  }

  /** The change of an id. */
  draft(id: string): Draft | undefined {
    return this.#drafts[Number(id.slice(1)) - 1];
  }

  /** The number of changes opened so far: a mark for `since`. */
  get count(): number {
    return this.#drafts.length;
  }

  /** The first change opened since a mark that says something by itself. */
  since(mark: number): Draft | undefined {
    return this.#drafts.slice(mark).find((draft) => draft.weight === 'substantive');
  }

  /** The changes in the order of the redline, with their places and their causes. */
  finish(before: Side, after: Side): Change[] {
    followContents(this.#drafts, before, after);
    for (const draft of this.#drafts) this.#settleCause(draft, after.parents);
    return this.#drafts.map((draft) => toChange(draft, before, after));
  }

  /** A reference follows what numbered its target; what has no cause follows nothing, and a reader must see it. */
  #settleCause(draft: Draft, parents: ReadonlyMap<Node, Node>): void {
    if (draft.weight !== 'consequential') return;
    const cause = draft.cause ?? (draft.follows && this.numberedBy(draft.follows, parents));
    const root = cause && rootOf(cause);
    if (root === undefined || root === draft) {
      draft.weight = draft.alone;
      draft.cause = undefined;
    } else draft.cause = root;
  }
}

/** The change at the end of a chain of causes. */
export function rootOf(draft: Draft): Draft {
  let root = draft;
  while (root.cause !== undefined) root = root.cause;
  return root;
}

function toChange(draft: Draft, before: Side, after: Side): Change {
  const places = {
    ...(draft.before === undefined ? {} : { before: locus(draft.before, before) }),
    ...(draft.after === undefined ? {} : { after: locus(draft.after, after) }),
  };
  return {
    id: draft.id,
    kind: draft.kind,
    weight: draft.weight,
    ...places,
    ...(draft.cause === undefined ? {} : { cause: draft.cause.id }),
    summary: summaryOf(draft, before, after),
  };
}

/** What is known of one document: citations, parents, anchors, lists of contents. */
export interface Side {
  readonly cites: ReadonlyMap<Node, Citation>;
  /** The parent of every node that holds others. */
  readonly parents: ReadonlyMap<Node, Node>;
  /** The node that has an anchor; the first, where it stands twice. */
  readonly anchors: ReadonlyMap<string, Node>;
  readonly contents: Contents;
  /** What stands in columns that count their rows, with the tables. */
  readonly counters: ReadonlyMap<Node, Table>;
}

export function sideOf(document: Document): Side {
  const parents = new Map<Node, Node>();
  const anchors = new Map<string, Node>();
  const visit = (node: Node): void => {
    const id = idOf(node);
    if (id !== undefined && !anchors.has(id)) anchors.set(id, node);
    for (const name of CHILD_LISTS[node.type]) {
      for (const child of childList(node, name)) {
        if (CHILD_LISTS[child.type].length === 0 && child.type !== 'opaque' && child.type !== 'picture') continue;
        parents.set(child, node);
        visit(child);
      }
    }
  };
  visit(document);
  return {
    cites: dividedCitations(document),
    parents,
    anchors,
    contents: contentsOf(document),
    counters: countersOf(document),
  };
}

function locus(node: Node, side: Side): Locus {
  const within: string[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = side.parents.get(at)) {
    const id = idOf(at);
    if (id !== undefined) within.unshift(id);
  }
  const id = within[within.length - 1];
  const cite = side.cites.get(node)?.cite ?? '';
  return { cite, ...(id === undefined ? {} : { id }), within, text: excerpt(plainText(node as Doc | Node)) };
}

/** The beginning of a text on one line, never cut inside a surrogate pair. */
export function excerpt(text: string, length = EXCERPT): string {
  const line = text
    .slice(0, length * 2)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function summaryOf(draft: Draft, before: Side, after: Side): string {
  const more = draft.said.length - QUOTED;
  const said = [...draft.said.slice(0, QUOTED), ...(more > 0 ? [`${more} more`] : [])].join('; ');
  if (said !== '' || draft.before === undefined || draft.after === undefined) return said;
  const [from, to] = [before.cites.get(draft.before)?.cite ?? '', after.cites.get(draft.after)?.cite ?? ''];
  return from === to ? `moved within ${around(draft.after, after)}` : `moved from ${from} to ${to}`;
}

/** What a node stands in, as cited: what is cited by its own name is moved within what holds it. */
function around(node: Node, side: Side): string {
  const own = side.cites.get(node)?.cite ?? '';
  for (let at = side.parents.get(node); at !== undefined; at = side.parents.get(at)) {
    const cite = side.cites.get(at)?.cite ?? '';
    if (cite !== '' && cite !== own) return cite;
  }
  return own === '' ? 'the document' : own;
}
