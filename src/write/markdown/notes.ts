/** Names of footnotes: their number by place, or the anchor that they have. */
import type { Note } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import type { Fate, State } from './state.ts';

/** Names a footnote at its call, and keeps its text to be written at the end. */
export function nameNote(note: Note<Revision>, fate: Fate, state: State): string {
  state.counts[note.kind] += 1;
  const own = note.id === undefined ? String(state.counts[note.kind]) : anchorName(note.id);
  const name = note.kind === 'endnote' ? `end-${own}` : own;
  state.notes.push({ note, name, fate });
  return name;
}

/** An anchor that reads as a number or an endnote, or has signs that a name can't have, is spelt out behind `id-`. */
function anchorName(id: string): string {
  if (/^[\p{L}\p{N}_.-]+$/u.test(id) && !/^(?:\d+$|end-|id-)/.test(id)) return id;
  return `id-${encodeURIComponent(id).replace(/[()'*!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}
