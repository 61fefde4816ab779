/** The changes of a redline in the making: which revisions belong to one, and what is said of each. */
import { citations } from '../../../model/cite.ts';
import type { Document, Node } from '../../../model/document.ts';
import { idOf } from '../../../model/links.ts';
import type { Change, ChangeId, ChangeKind, Locus, Weight } from '../../../model/redline.ts';
import { plainText } from '../../../model/walk.ts';
import type { Mark } from '../word.ts';
import type { FindMark } from './found.ts';

/** What one revision does. */
export type Deed = 'insertion' | 'deletion' | 'split' | 'merge' | 'renumbering' | 'reformatting';

/** The nodes around a place on each side, the outermost first. */
export interface Around {
  readonly before: readonly Node[];
  readonly after: readonly Node[];
}

interface Draft {
  readonly id: ChangeId;
  readonly deeds: Set<Deed>;
  readonly mark: Mark | undefined;
  readonly around: Around;
  readonly before: Node[];
  readonly after: Node[];
  /** More to say, such as `from 4.1 to 4.2`. */
  readonly detail: string | undefined;
}

export interface Ledger {
  readonly find: FindMark;
  readonly drafts: Draft[];
  readonly moves: Map<string, Draft>;
  /** Of what node each part of a joined paragraph is a part. */
  readonly wholes: Map<Node, Node>;
  /** The change that the next revision may belong to; ended by anything that is the same on both sides. */
  open: Draft | undefined;
}

export function newLedger(find: FindMark): Ledger {
  return { find, drafts: [], moves: new Map(), wholes: new Map(), open: undefined };
}

/** A node that one side only has. Neighbours of one author and time are one change, and so are both ends of a move. */
export function enter(ledger: Ledger, deed: 'insertion' | 'deletion', node: Node, around: Around): ChangeId {
  const mark = markOf(ledger, node, deed);
  const draft = movedDraft(ledger, mark, around) ?? openDraft(ledger, mark, around);
  draft.deeds.add(deed);
  (deed === 'insertion' ? draft.after : draft.before).push(node);
  return draft.id;
}

/** A change of its own: of an attribute, or of a boundary. `marked` is the node that says who made it. */
export function enterAlone(
  ledger: Ledger,
  deed: Deed,
  nodes: { readonly before?: Node; readonly after?: Node },
  around: Around,
  more: { readonly detail?: string | undefined; readonly marked?: Node } = {},
): ChangeId {
  const node = more.marked ?? nodes.after ?? nodes.before;
  const kind = deed === 'split' ? 'insertion' : deed === 'merge' ? 'deletion' : 'formatting';
  const draft = newDraft(ledger, node === undefined ? undefined : markOf(ledger, node, kind), around, more.detail);
  draft.deeds.add(deed);
  if (nodes.before !== undefined) draft.before.push(nodes.before);
  if (nodes.after !== undefined) draft.after.push(nodes.after);
  return draft.id;
}

function markOf(ledger: Ledger, node: Node, kind: Mark['kind']): Mark | undefined {
  const place = node.type === 'document' ? undefined : node.place;
  if (place?.start === undefined || place.end === undefined) return undefined;
  const { part, start, end } = place;
  return ledger.find(part, start, end, kind) ?? ledger.find(part, start, start + 1, undefined);
}

function movedDraft(ledger: Ledger, mark: Mark | undefined, around: Around): Draft | undefined {
  if (mark?.move === undefined || mark.move === '') return undefined;
  const draft = ledger.moves.get(mark.move) ?? newDraft(ledger, mark, around, undefined);
  ledger.moves.set(mark.move, draft);
  return draft;
}

function openDraft(ledger: Ledger, mark: Mark | undefined, around: Around): Draft {
  const { open } = ledger;
  if (open !== undefined && sameHand(open.mark, mark)) return open;
  const draft = newDraft(ledger, mark, around, undefined);
  ledger.open = draft;
  return draft;
}

function sameHand(a: Mark | undefined, b: Mark | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.author === b.author && a.date === b.date);
}

function newDraft(ledger: Ledger, mark: Mark | undefined, around: Around, detail: string | undefined): Draft {
  const id = `c${ledger.drafts.length + 1}`;
  const draft: Draft = { id, deeds: new Set(), mark, around, before: [], after: [], detail };
  ledger.drafts.push(draft);
  return draft;
}

/** The changes, each with where it stands on both sides. */
export function changesOf(ledger: Ledger, before: Document, after: Document): Change[] {
  const cites = { before: citations(before), after: citations(after) };
  return ledger.drafts.map((draft) => {
    const kind = kindOf(draft);
    const whole = (node: Node) => ledger.wholes.get(node) ?? node;
    const locusBefore = locus(draft.before, draft.around.before.map(whole), cites.before);
    const locusAfter = locus(draft.after, draft.around.after.map(whole), cites.after);
    return {
      id: draft.id,
      kind,
      weight: weightOf(kind, draft),
      ...(locusBefore === undefined ? {} : { before: locusBefore }),
      ...(locusAfter === undefined ? {} : { after: locusAfter }),
      summary: summaryOf(kind, draft),
    };
  });
}

function kindOf({ deeds, mark }: Draft): ChangeKind {
  if (mark?.move !== undefined && mark.move !== '') return 'move';
  if (deeds.has('insertion') && deeds.has('deletion')) return 'substitution';
  const [deed] = deeds;
  return deed ?? 'reformatting';
}

const LIGHT: Readonly<Partial<Record<ChangeKind, Weight>>> = {
  renumbering: 'consequential',
  reformatting: 'formatting',
};

function weightOf(kind: ChangeKind, draft: Draft): Weight {
  const light = LIGHT[kind];
  if (light !== undefined) return light;
  if (kind === 'move' || kind === 'split' || kind === 'merge') return 'substantive';
  return letters(draft.before) === letters(draft.after) ? 'typographical' : 'substantive';
}

/** What a text says, white space and the style of quotation marks set aside; what is not text counts as it is. */
function letters(nodes: readonly Node[]): string {
  const others = nodes.filter((node) => node.type !== 'text').map((node) => node.type);
  return (
    others.join() +
    plainText(nodes)
      .replace(/\s+/g, '')
      .replace(/[“”„«»]/g, '"')
      .replace(/[‘’‚]/g, "'")
  );
}

/** An excerpt of at most this many UTF-16 code units stands in a locus. */
const EXCERPT = 200;

function locus(nodes: readonly Node[], around: readonly Node[], cites: ReadonlyMap<Node, string>): Locus | undefined {
  const [first] = nodes;
  if (first === undefined) return undefined;
  const path = [...around, first];
  const within = path.map((node) => idOf(node)).filter((id) => id !== undefined);
  const id = within[within.length - 1];
  const cited = path.findLast((node) => cites.has(node));
  const text = plainText(nodes).replace(/\s+/g, ' ');
  return {
    cite: (cited === undefined ? undefined : cites.get(cited)) ?? '',
    ...(id === undefined ? {} : { id }),
    within,
    text: text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text,
  };
}

const DONE = {
  insertion: 'inserted',
  deletion: 'deleted',
  substitution: 'replaced',
  move: 'moved',
  split: 'paragraph split',
  merge: 'paragraphs joined',
  renumbering: 'renumbered',
  reformatting: 'formatting changed',
} satisfies Record<ChangeKind, string>;

/** `inserted by A. Author on 2020-01-02`. */
function summaryOf(kind: ChangeKind, { mark, detail }: Draft): string {
  const what = detail === undefined ? DONE[kind] : `${DONE[kind]} ${detail}`;
  const who = mark?.author === undefined || mark.author === '' ? '' : ` by ${mark.author}`;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(mark?.date ?? '')?.[0];
  return what + who + (day === undefined ? '' : ` on ${day}`);
}
