/** Footnotes and endnotes: those whose calls stay are compared, those that have come are marked, those that are gone brought. */

import type { Document } from '../../../word/document.ts';
import type { Output } from '../../../word/output.ts';
import { rawRelationship } from '../../../word/output.ts';
import { freshName } from '../../../word/resources/resources.ts';
import { attribute, type Element, type Part, xmlOf } from '../../../word/tree.ts';
import { blocksOf } from '../lines/blocks.ts';
import { goneBlocks } from '../marks/bring.ts';
import type { NoteKind, Session } from '../session.ts';
import { compareContainers } from '../story.ts';
import { type Brought, callsIn, type Found, type Placed, placesOf } from './note-places.ts';

/** The notes of a redline while it is made. */
export interface Notes {
  readonly bring: Session['bringNote'];
  readonly pair: Session['pairNotes'];
  /** Compares the notes whose calls were met. */
  settle(session: Session): void;
}

interface Pair {
  readonly kind: NoteKind;
  readonly before: string | undefined;
  readonly after: string;
}

export function notesOf(before: Document, after: Document, output: Output): Notes {
  const [from, into] = [notesIn(before), notesIn(after)];
  const pairs: Pair[] = [];
  /** Pairs of notes that were there before: a note may have another call, which has come. */
  const staying = new Map<string, Pair>();
  const stayingPair = (pair: Pair): Pair => staying.get(pair.kind + pair.after) ?? pair;
  const brought: (Brought & { readonly kind: NoteKind })[] = [];
  const last: Record<NoteKind, number> = {
    footnote: highest(from, into, 'footnote'),
    endnote: highest(from, into, 'endnote'),
  };
  return {
    bring(kind, _, id) {
      const fresh = String(++last[kind]);
      brought.push({ kind, id, fresh });
      return fresh;
    },
    pair(kind, x, y) {
      const pair: Pair = { kind, before: x, after: y };
      pairs.push(pair);
      if (x !== undefined && !staying.has(kind + y)) staying.set(kind + y, pair);
    },
    settle(session) {
      const done = new Set<string>();
      for (let k = 0; k < pairs.length; k++) {
        const { kind, before: x, after: y } = stayingPair(pairs[k] as Pair);
        const note = into[kind].notes.get(y);
        const part = into[kind].part;
        if (note === undefined || part === undefined || done.has(kind + y)) continue;
        done.add(kind + y);
        const former = x === undefined ? undefined : from[kind].notes.get(x);
        const container =
          former === undefined || from[kind].part === undefined
            ? undefined
            : { part: from[kind].part, element: former };
        compareContainers(session, container, { part, element: note });
      }
      for (const kind of ['footnote', 'endnote'] as const) {
        const own = brought.filter((one) => one.kind === kind);
        if (own.length === 0) continue;
        const paired = new Map<string, string>();
        for (const pair of staying.values()) if (pair.kind === kind) paired.set(pair.before ?? '', pair.after);
        const placed = placesOf(own, callsIn(before, kind), paired, into[kind]);
        bringNotes(session, kind, from[kind], into[kind].part, placed, output);
      }
    },
  };
}

function notesIn(document: Document): Record<NoteKind, Found> {
  const found = (kind: NoteKind): Found => {
    const name = document.partOf(`${kind}s`);
    const part = name === undefined ? undefined : document.part(name);
    const notes = new Map<string, Element>();
    if (part !== undefined) {
      for (const child of part.root.children)
        if (child.name === `w:${kind}`) notes.set(attribute(part, child, 'w:id') ?? '', child);
    }
    return { part, notes };
  };
  return { footnote: found('footnote'), endnote: found('endnote') };
}

/** The highest id that is taken in after's part, or in the one that is made with before's separators where after has none. */
function highest(from: Record<NoteKind, Found>, into: Record<NoteKind, Found>, kind: NoteKind): number {
  const { part, notes } = into[kind];
  const made = from[kind].part;
  const taken =
    part === undefined && made !== undefined
      ? separatorsOf(made).map((note) => attribute(made, note, 'w:id') ?? '')
      : [...notes.keys()];
  return taken.filter((id) => /^\d{1,9}$/.test(id)).reduce((most, id) => Math.max(most, Number(id)), 0);
}

/** What stands between text and notes: the notes of a type of their own (ISO/IEC 29500-1, 17.18.33). */
function separatorsOf(part: Part): Element[] {
  return part.root.children.filter((child) => (attribute(part, child, 'w:type') ?? 'normal') !== 'normal');
}

/** Puts notes of before into after's part; a part is made where after has none. */
function bringNotes(
  session: Session,
  kind: NoteKind,
  from: Found,
  into: Part | undefined,
  brought: readonly Placed[],
  output: Output,
): void {
  const source = from.part;
  if (source === undefined) return;
  const target = into ?? { ...source, name: freshName(output, `word/${kind}s.xml`) };
  const notes = brought.map(({ id, fresh, at }) => {
    return { at, xml: noteXml(session, kind, source, target, from.notes.get(id), fresh) };
  });
  if (into === undefined) makePart(session, kind, source, target.name, notes.map(({ xml }) => xml).join(''), output);
  else for (const { at, xml } of notes) output.edits(into).insert(at, xml);
}

function noteXml(
  session: Session,
  kind: NoteKind,
  from: Part,
  into: Part,
  note: Element | undefined,
  id: string,
): string {
  const { w } = into;
  const copying = { session, from, into };
  const content =
    note === undefined ? `<${w}p/>` : goneBlocks(copying, blocksOf(session.before, from, note, session.rules), true);
  return `<${w}${kind} ${w}id="${id}">${content}</${w}${kind}>`;
}

/** The part of after, made like before's: its separators, and the notes that are brought. */
function makePart(session: Session, kind: NoteKind, source: Part, name: string, notes: string, output: Output): void {
  const { root } = source;
  const head = source.source.slice(0, root.openEnd);
  const text = `${head}${separatorsOf(source)
    .map((child) => xmlOf(source, child))
    .join('')}${notes}${source.source.slice(root.closeStart)}`;
  const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}s+xml`;
  output.addPart(name, new TextEncoder().encode(text), type);
  const relation = [...session.before.relationships(session.before.main).values()].find(
    (one) => one.type === `${kind}s`,
  );
  const uri =
    relation === undefined ? undefined : rawRelationship(session.before, session.before.main, relation.id)?.type;
  output.addRelationship(session.after.main, uri ?? '', `/${name}`, false);
}
