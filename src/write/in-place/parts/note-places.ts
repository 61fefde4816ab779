/**
 * Where notes of before are put into after's part: in the order of the calls. LibreOffice 7.4 gives the notes of a part to
 * their calls by their order, whatever their ids, and Word writes them in that order too.
 */

import type { Document } from '../../../word/document.ts';
import { attribute, descendants, type Element, type Part } from '../../../word/tree.ts';
import type { NoteKind } from '../session.ts';

/** The notes of one part by their ids. */
export interface Found {
  readonly part: Part | undefined;
  readonly notes: ReadonlyMap<string, Element>;
}

/** A note of before, and the id that it is given in after's part. */
export interface Brought {
  readonly id: string;
  readonly fresh: string;
}

/** The same with the offset of after's part at which it is put. */
export interface Placed extends Brought {
  readonly at: number;
}

/** The ids of a document's notes in the order of their calls in its body. */
export function callsIn(document: Document, kind: NoteKind): string[] {
  const body = document.part(document.main);
  if (body === undefined) return [];
  const calls = [...descendants(body.root)].filter(({ name }) => name === `w:${kind}Reference`);
  return calls.map((call) => attribute(body, call, 'w:id') ?? '');
}

/**
 * Puts each note behind the one that before calls last in front of it, as far as after has that; `calls` are before's,
 * `paired` gives after's id of a note that both have. A note that the body does not call stands last.
 */
export function placesOf(
  brought: readonly Brought[],
  calls: readonly string[],
  paired: ReadonlyMap<string, string>,
  into: Found,
): Placed[] {
  const last = into.part?.root.closeStart ?? 0;
  const waiting = new Map<string, Brought[]>();
  for (const one of brought) waiting.set(one.id, [...(waiting.get(one.id) ?? []), one]);
  const placed: Placed[] = [];
  let at = firstNote(into) ?? last;
  for (const id of calls) {
    at = into.notes.get(paired.get(id) ?? '')?.end ?? at;
    for (const one of waiting.get(id) ?? []) placed.push({ ...one, at });
    waiting.delete(id);
  }
  for (const one of [...waiting.values()].flat()) placed.push({ ...one, at: last });
  return placed;
}

/** Where the first note begins that is no separator. */
function firstNote({ part, notes }: Found): number | undefined {
  if (part === undefined) return undefined;
  for (const note of notes.values()) if ((attribute(part, note, 'w:type') ?? 'normal') === 'normal') return note.start;
  return undefined;
}
