/** What the handlers of one Markdown file share: the footnotes met so far, and the changes by their name. */
import type { Note } from '../../model/document.ts';
import type { Change, ChangeId, Redline, Revision } from '../../model/redline.ts';
import { escapeText, MIDDLE } from './escape.ts';

/** Whether what is written was inserted or deleted; `undefined` where it stands on both sides. */
export type Fate = 'insertion' | 'deletion' | undefined;

export interface State {
  readonly changes: ReadonlyMap<ChangeId, Change>;
  /** The calls of footnotes in order; the texts of those from `written` on are still to be written. */
  readonly notes: NamedNote[];
  /** How many footnotes and endnotes there are so far. */
  readonly counts: { footnote: number; endnote: number };
}

export interface NamedNote {
  readonly note: Note<Revision>;
  /** `1`, `pause`, `end-1`. */
  readonly name: string;
  readonly fate: Fate;
}

export function stateOf(redline: Redline): State {
  const changes = new Map(redline.changes.map((change) => [change.id, change]));
  return { changes, notes: [], counts: { footnote: 0, endnote: 0 } };
}

/** The fate of a node inside something that has the fate `around`. */
export function fateOf(node: { readonly revision?: Revision }, around: Fate): Fate {
  const kind = node.revision?.kind;
  return kind === 'insertion' || kind === 'deletion' ? kind : around;
}

/** What an attribute was before, where it was altered; `null` where it was absent. */
export function valueBefore(node: { readonly revision?: Revision }, name: string): unknown {
  return node.revision?.kind === 'alteration' ? node.revision.before[name]?.value : undefined;
}

/** Finished Markdown as inserted or deleted. */
export function wrapFate(markdown: string, fate: Fate): string {
  if (fate === undefined || markdown === '') return markdown;
  return fate === 'insertion' ? `<ins>${markdown}</ins>` : `<del>${markdown}</del>`;
}

/** Where a move took a node from or put it, as `moved from Clause 4.1`; empty elsewhere. */
function moveRemark(node: { readonly revision?: Revision }, state: State): string {
  const { revision } = node;
  if (revision?.kind !== 'insertion' && revision?.kind !== 'deletion') return '';
  const change = state.changes.get(revision.change);
  if (change?.kind !== 'move') return '';
  const [word, locus] = revision.kind === 'insertion' ? ['from', change.before] : ['to', change.after];
  return locus === undefined ? `moved ${word} elsewhere` : `moved ${word} ${locus.cite}`;
}

/** What a redline says in front of a text: that its boundary was inserted or deleted, that it was moved. */
export function remarks(node: { readonly revision?: Revision }, state: State, inCell = false): string {
  const moved = moveRemark(node, state);
  const boundary = node.revision?.kind === 'boundary' ? wrapFate('¶', node.revision.boundary) : '';
  const remark = moved === '' ? '' : `*\\[${escapeText(moved, { ...MIDDLE, inCell })}\\]*`;
  return [boundary, remark].filter((text) => text !== '').join(' ');
}
